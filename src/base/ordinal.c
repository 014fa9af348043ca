/* Reading and printing the numbers of headings. */
#include "base/ordinal.h"

#include <string.h>

#include "base/text.h"

enum { HAN_BYTES = 3 }; /* each of the characters below, in UTF-8 */
static const char han[] = "一二三四五六七八九";
static const char ten[] = "十";

/* Skips one of the words and says which, from 1; 0: none stands here. */
static int skip_one(const char **text, const char *const *words, int count)
{
    for (int i = 0; i < count; i++)
        if (text_starts(*text, words[i])) {
            *text += strlen(words[i]);
            return i + 1;
        }
    return 0;
}

static int han_digit(const char **text)
{
    for (const char *digit = han; *digit; digit += HAN_BYTES)
        if (strncmp(*text, digit, HAN_BYTES) == 0) {
            *text += HAN_BYTES;
            return (int)(digit - han) / HAN_BYTES + 1;
        }
    return 0;
}

static long han_value(const char **text)
{
    int first = han_digit(text);
    if (!text_starts(*text, ten))
        return first;
    *text += HAN_BYTES;
    return (first ? first : 1) * 10 + han_digit(text);
}

static long digits_value(const char **text)
{
    enum { DIGITS_MOST = 3 };
    size_t count = strspn(*text, "0123456789");
    if (count > DIGITS_MOST)
        return 0;
    long value = 0;
    while (count--)
        value = 10 * value + (*(*text)++ - '0');
    return value;
}

long ordinal_value(const char **text)
{
    return code_is_digit((unsigned char)**text) ? digits_value(text) : han_value(text);
}

/* After 1. or 1、 a digit makes it something else, but for a year: 1.2022年度. */
static bool goes_on_counting(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits && !(digits == 4 && text_starts(text + digits, "年"));
}

static const char *skip_blanks(const char *text)
{
    const char *const blanks[] = {" ", "\t", "　"};
    while (skip_one(&text, blanks, 3))
        continue;
    return text;
}

/* （一） and （1）, with what stands after them. */
static bool read_bracketed(struct ordinal *ordinal, const char **text, bool half)
{
    const char *const closing[] = {"）", ")"};
    const char *const marks[] = {"、", ".", "．", "，", ","};
    int closed = skip_one(text, closing, 2);
    const char *after = *text;
    if (!closed)
        return false;
    ordinal->form = half || closed == 2 ? ORDINAL_HALF_BRACKETS : ORDINAL_RIGHT;
    if (!skip_one(&after, marks, 5))
        return true;
    if (ordinal->form == ORDINAL_RIGHT)
        ordinal->form = ORDINAL_MARK_AFTER;
    *text = after;
    return !text_starts(after, "（") && *after != '(';
}

/* 一、 and 1. */
static bool read_bare(struct ordinal *ordinal, const char **text, bool digits)
{
    const char *const marks[] = {"、", ".", "．"};
    int mark = skip_one(text, marks, 3);
    const char *after = *text;
    if (!mark)
        return false;
    if (digits) {
        ordinal->form = mark == 1 ? ORDINAL_COMMA : ORDINAL_RIGHT;
        return !goes_on_counting(after);
    }
    ordinal->form = mark == 1 ? ORDINAL_RIGHT : ORDINAL_POINT;
    return han_value(&after) != ordinal->value + 1;
}

struct ordinal ordinal_of(const char *text)
{
    const char *const opening[] = {"（", "("};
    const char *at = skip_blanks(text);
    struct ordinal ordinal = {.start = (size_t)(at - text)};
    int opened = skip_one(&at, opening, 2);
    bool digits = code_is_digit((unsigned char)*at);
    ordinal.value = ordinal_value(&at);
    if (!ordinal.value)
        return ordinal;
    bool is =
        opened ? read_bracketed(&ordinal, &at, opened == 2) : read_bare(&ordinal, &at, digits);
    if (!is)
        return (struct ordinal){0};
    ordinal.level = (digits ? 3 : 1) + (opened ? 1 : 0);
    ordinal.end = (size_t)(at - text);
    return ordinal;
}

char *number_print(struct arena *arena, long value, bool in_characters)
{
    long tens = value / 10, ones = value % 10;
    if (!in_characters || value < 1 || tens > 9)
        return arena_printf(arena, "%ld", value);
    return arena_printf(arena, "%.*s%s%.*s", tens > 1 ? HAN_BYTES : 0,
                        han + (tens > 1 ? (tens - 1) * HAN_BYTES : 0), tens ? ten : "",
                        ones ? HAN_BYTES : 0, han + (ones ? (ones - 1) * HAN_BYTES : 0));
}

char *ordinal_print(struct arena *arena, int level, long value)
{
    static const char *const before[] = {"", "", "（", "", "（"};
    static const char *const after[] = {"", "、", "）", ".", "）"};
    return arena_printf(arena, "%s%s%s", before[level], number_print(arena, value, level <= 2),
                        after[level]);
}
