/* Points in words. */
#include "intake/worth.h"

#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "intake/score.h"

#define DIGIT "[0-9０-９]"
#define NUMBER "(" DIGIT "{1,6}(?:[.．]" DIGIT "{1,2})?)"
#define OPEN "[（(【〔\\[]\\s*"
#define CLOSE "\\s*[）)】〕\\]]"
#define EACH "(每[^，,、；;。（）()]{0,16}?扣)\\s*" NUMBER "\\s*分"
#define MOST "(?:累计)?(?:最高|最多|至多)(?:累计)?扣\\s*" NUMBER "\\s*分"
#define PLAIN "(?:计|共|满分|分值|最高|最多|不超过)?[:：]?\\s*" NUMBER "\\s*分"

#define DEDUCTION "(?:" EACH "\\s*[，,、；;]\\s*)?" MOST
#define WORTH "(?:" DEDUCTION "|扣\\s*" NUMBER "\\s*分|" PLAIN ")"

/* The groups of these expressions. */
enum { GROUP_EACH_WORDS = 1, GROUP_EACH, GROUP_MOST, GROUP_DEDUCTED, GROUP_PLAIN };

static const char in_brackets[] = OPEN WORTH CLOSE;

static bool read_number(const struct reading *reading, const char *text, const struct match *match,
                        int group, points *value)
{
    const char *number = match_text(reading->arena, text, match, group);
    return match_has(match, group) &&
           points_read(text_without_blanks(reading->arena, score_narrow(reading->arena, number)),
                       value);
}

/* Past the marks that close a statement and the blanks behind them. */
static const char *skip_closing(const char *text)
{
    static const char *const marks[] = {"；", "。", "，", "、", ";", ".", ",", " ", "\n", NULL};
    for (size_t i = 0; marks[i];)
        if (text_starts(text, marks[i])) {
            text += strlen(marks[i]);
            i = 0;
        } else {
            i++;
        }
    return text;
}

/* The rubric prints 每项扣1分; 每起扣1分 is kept as it stood. */
static void read_deduction(const struct reading *reading, const char *text,
                           const struct match *match, struct worth *worth)
{
    read_number(reading, text, match, GROUP_EACH, &worth->each);
    if (match_has(match, GROUP_EACH) &&
        !text_equal(match_text(reading->arena, text, match, GROUP_EACH_WORDS), "每项扣"))
        worth->words = skip_closing(match_text(reading->arena, text, match, 0));
}

static bool take_worth(const struct reading *reading, const char *text, const struct match *match,
                       struct worth *worth)
{
    *worth = (struct worth){0};
    if (read_number(reading, text, match, GROUP_PLAIN, &worth->points)) {
        worth->kind = INDICATOR_POINTS;
        return true;
    }
    if (!read_number(reading, text, match, GROUP_MOST, &worth->most) &&
        !read_number(reading, text, match, GROUP_DEDUCTED, &worth->most))
        return false;
    worth->kind = INDICATOR_DEDUCTION;
    read_deduction(reading, text, match, worth);
    return true;
}

/* texts */

static const char *skip_blanks(const char *text)
{
    for (const char *next = text; code_is_one_of(text_next(&next), " \t\r\n\u00A0\u3000");)
        text = next;
    return text;
}

static bool find_worth(const struct reading *reading, const char *text, size_t from,
                       struct match *match)
{
    return strstr(text + from, "分") &&
           pattern_find(reading->patterns, in_brackets, text, from, match);
}

/* Deductions are also told without brackets. */
static bool find_bare(const struct reading *reading, const char *text, struct match *match)
{
    static const char bare[] = "[，,；;：:。\\s]" DEDUCTION "(?=[。；;]?$)";
    return strstr(text, "扣") && pattern_find(reading->patterns, bare, text, 0, match);
}

struct wording wording_read(const struct reading *reading, const char *text)
{
    struct arena *arena = reading->arena;
    struct wording wording = {.text = text_in_one_line(arena, text), .mark = MATCH_NONE};
    struct match match, next;
    bool found =
        find_worth(reading, wording.text, 0, &match) || find_bare(reading, wording.text, &match);
    if (!found || !take_worth(reading, wording.text, &match, &wording.worth))
        return wording;
    const char *rest = skip_blanks(wording.text + match.end[0]);
    const char *before = text_strip(arena, arena_copy_n(arena, wording.text, match.start[0]));
    wording.has_more = find_worth(reading, wording.text, match.end[0], &next);
    if (!*before)
        return wording;
    if (*rest)
        wording.mark = strlen(before);
    wording.text = arena_printf(arena, "%s%s", before, rest);
    return wording;
}

/* Whether a statement ends with these points: a line ends behind them, a number follows, or there
 * is a full stop on one of their sides. */
static bool ends_statement(const char *text, const struct match *match, const char *rest)
{
    const char *after = text + match->end[0];
    uint32_t before = text_before(text, text + match->start[0]);
    return memchr(after, '\n', (size_t)(rest - after)) || ordinal_of(rest).level ||
           code_is_one_of(before, "。；;") ||
           (rest > after && text_starts_any(after, (const char *const[]){"。", "；", ";", NULL}));
}

const char **wordings_split(const struct reading *reading, const char *text, size_t *count)
{
    const char **pieces = ARENA_ARRAY(reading->arena, const char *, WORDINGS_MOST);
    const char *start = text;
    struct match match, next;
    *count = 0;
    for (size_t from = 0; *count < WORDINGS_MOST - 1 && find_worth(reading, text, from, &match);
         from = match.end[0]) {
        const char *rest = skip_closing(text + match.end[0]);
        if (!ends_statement(text, &match, rest) || !find_worth(reading, text, match.end[0], &next))
            continue;
        pieces[(*count)++] = arena_copy_n(reading->arena, start, (size_t)(rest - start));
        start = rest;
    }
    pieces[(*count)++] = start;
    return pieces;
}

/* cells with points alone */

bool worth_read(const struct reading *reading, const char *text, struct worth *worth)
{
    static const char alone[] = "^(?:" OPEN ")?" WORTH "(?:" CLOSE ")?$";
    static const char number[] = "^([-－—−]?)\\s*" NUMBER "\\s*(?:分|%|％)?$";
    struct match match;
    const char *line = text_in_one_line(reading->arena, text);
    *worth = (struct worth){0};
    if (pattern_find(reading->patterns, alone, line, 0, &match))
        return take_worth(reading, line, &match, worth);
    if (!pattern_find(reading->patterns, number, line, 0, &match))
        return strstr(line, "否决") && veto_read(reading, line, worth);
    bool deducted = match.end[1] > match.start[1];
    worth->kind = deducted ? INDICATOR_DEDUCTION : INDICATOR_POINTS;
    return read_number(reading, line, &match, 2, deducted ? &worth->most : &worth->points);
}

bool points_alone(const struct reading *reading, const char *text)
{
    struct worth worth;
    return worth_read(reading, text, &worth) && worth.kind == INDICATOR_POINTS;
}

bool veto_read(const struct reading *reading, const char *text, struct worth *worth)
{
    static const char result[] = "一律(?:判|评|确|认)?(?:定)?为\\s*([^，,。；;（）()]{1,20})";
    struct match match;
    *worth = (struct worth){.kind = INDICATOR_VETO, .result = "一票否决"};
    if (!strstr(text, "一律") || !pattern_find(reading->patterns, result, text, 0, &match))
        return strstr(text, "否决") != NULL;
    const char *told = text_strip(reading->arena, match_text(reading->arena, text, &match, 1));
    worth->result = *told ? told : worth->result;
    return true;
}

bool total_read(const struct reading *reading, const char *text, points *value)
{
    static const char total[] =
        "(?:满分|总分值?|合计|总计|共计|小计)[为是：:（(]*\\s*" NUMBER "(?:\\s*分|\\s*$)";
    struct match match;
    return pattern_find(reading->patterns, total, text, 0, &match) &&
           read_number(reading, text, &match, 1, value);
}

/* numbers in front */

/* ①, ⑴, ⒈ to those of 20, with words behind it. */
static const char *skip_circled(const char *text)
{
    const char *after = text;
    uint32_t code = text_next(&after);
    after = skip_blanks(after);
    return code >= 0x2460 && code <= 0x249B && *after ? after : text;
}

/* Whether the number that follows stands further on: then both belong to the words. */
static bool counts_on(struct arena *arena, const char *text, struct ordinal ordinal)
{
    const char *digits = text + ordinal.start, *closing = digits;
    while (!ordinal_value(&closing) && closing < text + ordinal.end)
        text_next(&closing);
    const char *next = number_print(arena, ordinal.value + 1, ordinal.level <= 2);
    size_t length = (size_t)(text + ordinal.end - closing);
    return strstr(text + ordinal.end, arena_printf(arena, "%s%.*s", next, (int)length, closing));
}

const char *without_number(struct arena *arena, const char *text)
{
    struct ordinal ordinal = ordinal_of(text);
    if (!ordinal.level)
        return skip_circled(skip_blanks(text));
    const char *rest = skip_blanks(text + ordinal.end);
    return *rest && !counts_on(arena, text, ordinal) ? rest : text;
}

const char *title_read(const struct reading *reading, const char *text, points *marks, bool *has)
{
    static const char marked[] = OPEN "(?:权重|分值|满分|共|计)?[:：]?\\s*" NUMBER
                                      "\\s*(?:分|%|％)" CLOSE "|" NUMBER "\\s*分$";
    struct arena *arena = reading->arena;
    struct match match;
    const char *line = text_in_one_line(arena, text);
    const char *title = without_number(arena, line);
    *has = pattern_find(reading->patterns, marked, title, 0, &match) && match.start[0] > 0 &&
           (read_number(reading, title, &match, 1, marks) ||
            read_number(reading, title, &match, 2, marks));
    if (!*has)
        return title;
    const char *before = arena_copy_n(arena, title, match.start[0]);
    return text_strip(arena, arena_printf(arena, "%s%s", before, title + match.end[0]));
}
