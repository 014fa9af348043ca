/* Items in front of 等. */
#include "check/listed.h"

#include "base/text.h"

/* A list of fewer items only gives examples. */
enum { ITEMS_LEAST = 3, ITEMS_MOST = 100, SEPARATOR = 0x3001 /* 、 */ };

/* So many letters without a mark are no item: where its list begins cannot be told. */
enum { LETTERS_MOST = 100 };

struct item {
    long letters; /* outside brackets and quotes */
    long joints;  /* 和, 与, 及: it may be two */
    bool bracket; /* ends with a remark in brackets */
    bool begins;  /* may hold the verb or preposition behind which the list begins */
};

/* The last item is the first here. */
struct items {
    struct item item[ITEMS_MOST];
    long count;
};

static bool may_begin(const char *at)
{
    static const char *const words[] = {
        "的",   "对",   "在",   "为",   "将",   "由",   "向",   "从",   "按",
        "把",   "以",   "對",   "為",   "將",   "從",   "开展", "開展", "围绕",
        "圍繞", "推进", "推進", "推动", "推動", "加强", "加強", "实施", "實施",
        "组织", "組織", "包括", "涵盖", "涵蓋", "涉及", "落实", "落實", "做好",
        "抓好", "聚焦", "突出", "完成", "报送", "報送", "提升", "发挥", NULL};
    return text_starts_any(at, words);
}

/* Takes in the letter at `at`, outside brackets. */
static void add_letter(struct item *item, const char *at)
{
    uint32_t code = text_next(&(const char *){at});
    item->letters++;
    item->joints += code_is_one_of(code, "和与與及暨");
    item->begins = item->begins || may_begin(at);
}

static bool closes(uint32_t code)
{
    return code_is_one_of(code, "）)”’》〉」』】");
}

static bool opens(uint32_t code)
{
    return code_is_one_of(code, "（(“‘《〈「『【");
}

/* Takes in what stands at `at`; *depth is how many brackets and quotes it stands in. */
static void take(struct item *item, const char *at, long *depth)
{
    uint32_t code = text_next(&(const char *){at});
    if (closes(code)) {
        item->bracket = item->bracket || (item->letters == 0 && code_is_one_of(code, "）)"));
        ++*depth;
    } else if (opens(code)) {
        --*depth;
    } else if (*depth == 0) {
        add_letter(item, at);
    }
}

/* Whether an item begins at `at`, or the mark in front of it is there. Quotes that touch, as
 * “质量月”“品牌日”, are two items. */
static bool parts(const char *text, const char *at, uint32_t code, long depth)
{
    return depth == 0 &&
           (code == SEPARATOR || (opens(code) && code_is_one_of(text_before(text, at), "”》」")));
}

/* From the end back to the mark in front of the list; false if there is too much before it. */
static bool read_items(const char *text, size_t end, struct items *items)
{
    long depth = 0;
    *items = (struct items){.count = 1};
    for (const char *at = text + end; at > text;) {
        at = text_back(text, at);
        uint32_t code = text_next(&(const char *){at});
        if (depth == 0 && (opens(code) || code_is_one_of(code, "，。；：！？,;:!?—\n")))
            return true;
        if (depth > 0 || code != SEPARATOR)
            take(&items->item[items->count - 1], at, &depth);
        if (items->item[items->count - 1].letters > LETTERS_MOST)
            return false;
        if (parts(text, at, code, depth) && items->count++ == ITEMS_MOST) {
            items->count = ITEMS_MOST;
            return false;
        }
    }
    return true;
}

/* Where most items end with a remark, as 食源性疾病监测（3分）, those without are parts of one. */
static long count_remarks(const struct items *items)
{
    long count = 0;
    for (long i = 0; i < items->count; i++)
        count += items->item[i].bracket;
    return items->item[0].bracket && count * 2 > items->count ? count : 0;
}

/* Whether only the first item, which words may lead up to, holds such words. */
static bool is_plain(const struct items *items)
{
    for (long i = 0; i + 1 < items->count; i++)
        if (items->item[i].begins)
            return false;
    return true;
}

/* Whether the list could begin inside the item that makes it as long as announced: an item that is
 * longer than all behind it may hold more than its name. */
static bool may_be_cut(const struct items *items, long announced)
{
    for (long i = 0; i < announced - 1; i++)
        if (items->item[i].letters >= items->item[announced - 1].letters)
            return false;
    return true;
}

static long joints_of(const struct items *items)
{
    long joints = 0;
    for (long i = 0; i < items->count; i++)
        joints += items->item[i].joints;
    return joints;
}

long listed_items(const char *text, size_t end)
{
    struct items items;
    read_items(text, end, &items);
    return items.count;
}

long listed_differs(const char *text, size_t end, long announced)
{
    struct items items;
    if (!read_items(text, end, &items))
        return 0;
    long remarks = count_remarks(&items);
    long least = remarks ? remarks : items.count;
    long most = remarks ? remarks : items.count + joints_of(&items);
    if (least < ITEMS_LEAST || (announced >= least && announced <= most) || announced < 2)
        return 0;
    if (!remarks && !is_plain(&items))
        return 0;
    if (announced > most)
        return announced == most + 1 ? least : 0;
    return remarks || !may_be_cut(&items, announced) ? least : 0;
}
