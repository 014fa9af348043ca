/* The annexes of a document. */
#include "check/annexed.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "check/kind.h"

static const char item_expression[] =
    "^\\s*(?:(附\\s*件)\\s*([0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,3}(?=\\s*[：:.．、]))?"
    "\\s*([：:.．、])?)?\\s*(?:([0-9]{1,2})\\s*([.．、：:]))?\\s*(\\S.*?)?\\s*$";
/* A document number may stand before it, where the annex is bound apart. */
static const char label_expression[] = "^\\s*(?:\\S.*[号號]\\s*)?附\\s*件\\s*(["
                                       "一二三四五六七八九十]{1,3})?([0-9]{1,2})?\\s*([：:])?\\s*$";

bool annex_has(const struct annex *annex, int group)
{
    return match_has(&annex->match, group);
}

static long number_in(const struct annex *annex, int group)
{
    return annex_has(annex, group)
               ? strtol(annex->passage->text + annex->match.start[group], NULL, 10)
               : 0;
}

static bool is_item(const struct passage *passage)
{
    return is_annex_item(passage) && !section_is_annex(passage->section);
}

/* False: 附件： on a line of its own. */
static bool read_item(const struct subject *subject, const struct passage *passage,
                      struct annex *item)
{
    *item = (struct annex){.passage = passage, .subtitle = ""};
    if (!pattern_find(subject->patterns, item_expression, passage->text, 0, &item->match) ||
        !annex_has(item, ITEM_NAME))
        return false;
    item->name = match_text(subject->arena, passage->text, &item->match, ITEM_NAME);
    item->number = number_in(item, annex_has(item, ITEM_NUMBER) ? ITEM_NUMBER : ITEM_INNER_NUMBER);
    return true;
}

static bool is_label(const struct passage *passage)
{
    return passage->role == ROLE_ANNEX_LABEL;
}

static bool read_page(const struct subject *subject, const struct passage *passage,
                      struct annex *page)
{
    *page = (struct annex){.passage = passage, .subtitle = ""};
    if (!pattern_find(subject->patterns, label_expression, passage->text, 0, &page->match))
        return false;
    page->number = number_in(page, LABEL_NUMBER);
    struct stretch title;
    if (stretch_find(subject, passage->next, ROLE_TITLE, &title) && title.first == passage->next) {
        const struct passage *below = title.last->next;
        page->name = title.text;
        page->subtitle = below && below->role == ROLE_SUBTITLE ? below->text : "";
    }
    return true;
}

static struct annex *read_all(const struct subject *subject, bool (*is)(const struct passage *),
                              bool (*read)(const struct subject *, const struct passage *,
                                           struct annex *),
                              size_t *count)
{
    size_t room = 0;
    for (const struct passage *p = subject->passages; p; p = p->next)
        room += is(p);
    struct annex *list = ARENA_ARRAY(subject->arena, struct annex, room);
    *count = 0;
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (is(p) && read(subject, p, &list[*count]))
            ++*count;
    return list;
}

/* The only item may begin with a number of its own: 附件：3.15活动方案. */
static void unread_number(struct arena *arena, struct annex *item)
{
    if (!annex_has(item, ITEM_NUMBER) || item->number == 1)
        return;
    item->number = 0;
    item->match.start[ITEM_NAME] = item->match.start[ITEM_NUMBER];
    item->match.start[ITEM_NUMBER] = item->match.start[ITEM_DOT] = MATCH_NONE;
    item->name = match_text(arena, item->passage->text, &item->match, ITEM_NAME);
}

static bool stands_apart(const struct annex *before, const struct annex *item)
{
    return before->passage->next != item->passage ||
           before->passage->section != item->passage->section;
}

static bool begins_anew(const struct annex *before, const struct annex *page)
{
    (void)before;
    return page->number <= 1;
}

/* How often the list breaks, and the first time. */
static size_t count_breaks(const struct annex *list, size_t count,
                           bool (*is_break)(const struct annex *, const struct annex *),
                           size_t *first)
{
    size_t breaks = 0;
    *first = count;
    for (size_t i = 1; i < count; i++)
        if (is_break(&list[i - 1], &list[i]) && breaks++ == 0)
            *first = i;
    return breaks;
}

/* What is issued follows the notice with its own annexes; those of the notice come last. */
static struct annexed two_lists(struct annexes all, size_t item, size_t page)
{
    return (struct annexed){
        .list = {{all.items, item, all.pages + page, all.page_count - page},
                 {all.items + item, all.item_count - item, all.pages, page}},
        .count = 2,
    };
}

struct annexed annexed_of(const struct subject *subject)
{
    struct annexes all;
    struct annex *items = read_all(subject, is_item, read_item, &all.item_count);
    struct annex *pages = read_all(subject, is_label, read_page, &all.page_count);
    if (all.item_count == 1)
        unread_number(subject->arena, items);
    all.items = items;
    all.pages = pages;
    size_t item, page;
    size_t item_breaks = count_breaks(items, all.item_count, stands_apart, &item);
    size_t page_breaks = count_breaks(pages, all.page_count, begins_anew, &page);
    if (item_breaks == 0)
        return (struct annexed){.list = {all}, .count = 1};
    if (item_breaks == 1 && page_breaks == 1)
        return two_lists(all, item, page);
    return (struct annexed){.count = 0};
}

static bool encloses_book_title(const char *name, size_t length)
{
    size_t mark = strlen("《");
    return length > 2 * mark && text_starts(name, "《") && !strstr(name + mark, "《") &&
           text_ends(name, "》");
}

static void add_plain(struct buffer *plain, uint32_t code)
{
    if (code == '(' || code == ')')
        code = code == '(' ? 0xFF08 : 0xFF09;
    if (code != ' ' && code != '\t' && code != 0x3000)
        buffer_add_code(plain, code);
}

const char *annex_plain(struct arena *arena, const char *name)
{
    struct buffer plain = buffer_on(arena);
    for (uint32_t code; (code = text_next(&name));)
        add_plain(&plain, code);
    const char *text = buffer_text(&plain);
    const char *end = text + strlen(text);
    while (code_is_one_of(text_before(text, end), "。，；、：,;:."))
        end = text_back(text, end);
    size_t length = (size_t)(end - text);
    text = arena_copy_n(arena, text, length);
    if (!encloses_book_title(text, length))
        return text;
    size_t mark = strlen("《");
    return arena_copy_n(arena, text + mark, length - 2 * mark);
}

/* ××局, ××县（市、区）人民政府: a blank for the name of an organ. */
static bool is_blank_organ(const char *text)
{
    static const char *const blanks[] = {"×", "○", "某", "_", "X", NULL};
    static const char *const ends[] = {"局", "府", "委", "办", "會", "会", "厅", "部", "门",
                                       "院", "位", "司", "区", "县", "市", "镇", "乡", "企业",
                                       "廳", "門", "區", "縣", "鎮", "鄉", NULL};
    return text_has_any(text, blanks) && text_ends_any(text, ends);
}

/* Whether a title is the listed name, maybe with a blank before it for who fills it in. */
static bool is_listed(struct arena *arena, const char *title, const char *listed)
{
    if (!text_ends(title, listed))
        return false;
    size_t before = strlen(title) - strlen(listed);
    return before == 0 || is_blank_organ(arena_copy_n(arena, title, before));
}

bool annex_is_listed_as(struct arena *arena, const struct annex *page, const char *listed)
{
    const char *title = annex_plain(arena, page->name);
    const char *whole = annex_plain(arena, arena_printf(arena, "%s%s", page->name, page->subtitle));
    listed = annex_plain(arena, listed);
    return is_listed(arena, title, listed) || is_listed(arena, whole, listed);
}
