/* Names of offices: which are one office in other words. */
#include "check/office.h"

#include <string.h>

#include "base/text.h"

/* Letters of a name that are looked at; letters of a place; letters of a name long enough for one
 * of them to be a slip. */
enum { NAME_MOST = 40, PLACE_MOST = 5, SLIP_LEAST = 5, SLIP_FROM = 2 };

struct letters {
    uint32_t code[NAME_MOST];
    size_t count;
};

/* 市, 县, 区 where they end a place; 市场, 市政, 区域 are other words. */
static bool ends_place(const char *at)
{
    static const char *const words[] = {"市场", "市場", "市政", "市容", "市民",
                                        "区域", "區域", "区块", NULL};
    return code_is_one_of(text_next(&(const char *){at}), "市县縣区區旗州") &&
           !text_starts_any(at, words);
}

/* A place is its mark alone or at least two letters with it: 城市管理局 has none. */
const char *office_without_place(const char *name)
{
    const char *at = name;
    for (int passed = 0; passed <= PLACE_MOST && *at; passed++) {
        bool ends = passed != 1 && ends_place(at);
        text_next(&at);
        if (ends && text_count(at) >= 2)
            return at;
    }
    return name;
}

bool office_same(const char *a, const char *b)
{
    return strcmp(office_without_place(a), office_without_place(b)) == 0;
}

/* The name before 局, 委 or 委员会, without 和 and its like; *kind tells which, NULL another. */
static struct letters stem_of(const char *name, const char **kind)
{
    static const char *const kinds[][2] = {
        {"局", "局"}, {"委员会", "委"}, {"委員會", "委"}, {"委", "委"}};
    struct letters stem = {.count = 0};
    const char *at = office_without_place(name), *end = NULL;
    *kind = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !*kind; i++)
        if (text_ends(at, kinds[i][0])) {
            *kind = kinds[i][1];
            end = at + strlen(at) - strlen(kinds[i][0]);
        }
    while (end && at < end && stem.count < NAME_MOST) {
        uint32_t code = text_next(&at);
        if (!code_is_one_of(code, "和与與及"))
            stem.code[stem.count++] = code;
    }
    return stem;
}

/* Offices that are counted, lie in different quarters or are branches. */
static bool tells_apart(uint32_t code)
{
    return code_is_one_of(code, "第一二三四五六七八九十东南西北東分支总總");
}

/* Whether one letter of a long name, none of the first, is another. */
static bool is_slip(const struct letters *a, const struct letters *b)
{
    size_t differ = 0, where = 0;
    for (size_t i = 0; i < a->count; i++)
        if (a->code[i] != b->code[i]) {
            differ++;
            where = i;
        }
    return differ == 0 || (differ == 1 && a->count >= SLIP_LEAST && where >= SLIP_FROM &&
                           !tells_apart(a->code[where]) && !tells_apart(b->code[where]));
}

/* Whether the letters left out of `whole` stand not all at its end: what only goes on, as 农业局
 * and 农业机械局, may be another office. */
static bool is_abbreviation(const struct letters *part, const struct letters *whole)
{
    size_t taken = 0, first_left_out = whole->count;
    for (size_t i = 0; i < whole->count; i++) {
        if (taken < part->count && whole->code[i] == part->code[taken])
            taken++;
        else if (tells_apart(whole->code[i]))
            return false;
        else if (first_left_out == whole->count)
            first_left_out = i;
    }
    return taken == part->count && first_left_out > 0 && first_left_out < part->count;
}

bool office_near(const char *a, const char *b)
{
    const char *kind_a, *kind_b;
    struct letters stem_a = stem_of(a, &kind_a), stem_b = stem_of(b, &kind_b);
    if (!kind_a || !kind_b || strcmp(kind_a, kind_b) != 0 || office_same(a, b))
        return false;
    if (stem_a.count < 2 || stem_b.count < 2)
        return false;
    if (stem_a.count == stem_b.count)
        return is_slip(&stem_a, &stem_b);
    return stem_a.count < stem_b.count ? is_abbreviation(&stem_a, &stem_b)
                                       : is_abbreviation(&stem_b, &stem_a);
}

bool office_is_one(const char *name)
{
    static const char *const groups[] = {"各", "有关", "相关", "其他", "其它", "所有", "全", NULL};
    static const char *const ends[] = {
        "局", "委", "委员会", "委員會", "办",   "办公室", "辦公室", "中心", "海关", "部",
        "院", "会", "社",     "公司",   "银行", "支队",   "大队",   "学校", "集团", NULL};
    return !text_starts_any(name, groups) && text_ends_any(name, ends);
}
