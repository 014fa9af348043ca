/* Years in texts: found, judged, raised. */
#include "flow/years.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

#define BLANKS " \t\r\n"
#define JOINTS "-－—–~～至到"

/* Characters of a title's tag, of what may stand between a year and the words about it, and around
 * a year in a note: no text makes a step long. */
enum { DIGITS = 4, TAG_MOST = 16, SKIPPED_MOST = 16, WORDS_AROUND = 14 };

struct years years_of(struct arena *arena, int year, const struct own_title *titles)
{
    return (struct years){.arena = arena, .year = year, .titles = titles};
}

void years_break(struct years *years)
{
    years->quotes = 0;
    years->own = years->aside = false;
    years->closed = SIZE_MAX;
}

void years_begin(struct years *years, const char *file, char *text)
{
    years->file = file;
    years->text = text;
    years->counted = 0;
    years->line = 1;
    years_break(years);
}

/* The bytes of the year, however its digits are written; 0 if another word stands there. */
static size_t length_of(const char *at, int year)
{
    static const char *const digits[] = {"0０〇○零", "1１一", "2２二", "3３三", "4４四",
                                         "5５五",    "6６六", "7７七", "8８八", "9９九"};
    const char *end = at;
    for (int unit = 1000; unit; unit /= 10)
        if (!*end || !code_is_one_of(text_next(&end), digits[year / unit % 10]))
            return 0;
    return (size_t)(end - at);
}

static size_t length_of_old(const struct years *years, size_t at)
{
    const char *word = years->text + at;
    if (at && isdigit((unsigned char)word[-1]))
        return 0;
    size_t length = length_of(word, years->year);
    if (!length)
        length = length_of(word, years->year - 1);
    return isdigit((unsigned char)word[length]) ? 0 : length;
}

/* `title` stands here up to 》, whatever lines and tags break it. */
static bool is_title(const char *at, const char *title)
{
    for (;;) {
        at += strspn(at, BLANKS);
        title += strspn(title, BLANKS);
        if (!*title)
            return text_starts(at, "》");
        const char *close = *at == '<' ? memchr(at, '>', strnlen(at, TAG_MOST)) : NULL;
        if (close)
            at = close + 1;
        else if (*at++ != *title++)
            return false;
    }
}

static bool is_own(const struct years *years, const char *at)
{
    for (const struct own_title *title = years->titles; title; title = title->next)
        if (is_title(at, title->text))
            return true;
    return false;
}

static bool ends_paragraph(const char *at)
{
    return *at == '\n' && at[1 + strspn(at + 1, " \t\r")] == '\n';
}

static void open_quote(struct years *years, const char *words)
{
    if (years->quotes++ == 0)
        years->own = is_own(years, words);
}

static void close_quote(struct years *years, size_t end)
{
    if (years->quotes > 0 && --years->quotes == 0)
        years->closed = end;
}

/* Keeps track of 《》 and the brackets behind them; returns where the next character begins. */
static size_t follow(struct years *years, size_t at)
{
    const char *next = years->text + at;
    uint32_t code = text_next(&next);
    size_t end = (size_t)(next - years->text);
    if (ends_paragraph(years->text + at))
        years_break(years);
    else if (code_is_one_of(code, BLANKS) && years->closed == at)
        years->closed = end;
    else if (code_is_one_of(code, "《"))
        open_quote(years, next);
    else if (code_is_one_of(code, "》"))
        close_quote(years, end);
    else if (code_is_one_of(code, "（("))
        years->aside |= years->closed == at;
    else if (code_is_one_of(code, "）)"))
        years->aside = false;
    return end;
}

static const char *skip(const char *text, const char *characters)
{
    const char *next = text;
    for (int i = 0; i < SKIPPED_MOST && code_is_one_of(text_next(&next), characters); i++)
        text = next;
    return text;
}

static const char *skip_back(const char *start, const char *at, const char *characters)
{
    while (at > start && code_is_one_of(text_before(start, at), characters))
        do
            at--;
        while (at > start && ((unsigned char)*at & 0xC0) == 0x80);
    return at;
}

/* 2020—2022年, 2022年至2023年: the years at both ends stay together. */
static bool is_in_range(const char *start, const char *at, const char *after)
{
    const char *joint = skip_back(start, at, JOINTS " ");
    const char *before = skip_back(start, joint, "年度");
    const char *ends = skip(after, "年度 ");
    const char *next = skip(ends, JOINTS " ");
    size_t digits = strspn(next, "0123456789");
    return (joint < at && before > start && isdigit((unsigned char)before[-1])) ||
           (next > ends && digits == DIGITS);
}

/* 自2021年以来, 2021年3月起 */
static bool is_since(const char *start, const char *at, const char *after)
{
    static const char *const words[] = {"以来", "以來", "起", "至今", "以前", "之前"};
    const char *then = skip(after, "年度0123456789月日底初末 ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts(then, words[i]))
            return true;
    return skip_back(start, at, "自从從") < at;
}

static enum year_fate fate_of(const struct years *years, size_t at, size_t length)
{
    const char *word = years->text + at;
    const char *after = skip(word + length, " ");
    if (years->aside || (years->quotes && !years->own))
        return YEAR_CITED;
    if (is_in_range(years->text, word, after))
        return YEAR_RANGE;
    if (length != DIGITS || !text_starts(after, "年"))
        return YEAR_OTHER;
    return is_since(years->text, word, after) ? YEAR_SINCE : YEAR_RAISED;
}

static void add_note(struct years *years, size_t at, enum year_fate fate)
{
    if (!years->first)
        years->end = &years->first;
    for (; years->counted < at; years->counted++)
        years->line += years->text[years->counted] == '\n';
    *years->end = ARENA_NEW(years->arena, struct year_note);
    **years->end = (struct year_note){
        .file = years->file,
        .line = years->line,
        .fate = fate,
        .text = years->text,
        .at = at,
    };
    years->end = &(*years->end)->next;
}

void years_raise(struct years *years, size_t at)
{
    char *digit = years->text + at + DIGITS;
    add_note(years, at, YEAR_RAISED);
    do
        digit--;
    while (*digit == '9' && (*digit = '0'));
    ++*digit;
}

void years_in(struct years *years, size_t start, size_t end, enum year_fate fate)
{
    for (size_t at = start; at < end;) {
        size_t length = length_of_old(years, at);
        enum year_fate found = fate;
        if (length && fate == YEAR_RAISED)
            found = fate_of(years, at, length);
        if (length && found == YEAR_RAISED)
            years_raise(years, at);
        else if (length)
            add_note(years, at, found);
        at = length ? at + length : follow(years, at);
    }
}

/* Of a line, or of a value of XML; Markdown writes \< where it means the sign. */
static bool is_edge(const char *text, const char *at)
{
    return strchr("\r\n\"<>", *at) && (at == text || at[-1] != '\\');
}

const char *year_note_words(struct arena *arena, const struct year_note *note)
{
    const char *first = note->text + note->at, *last = first;
    for (int i = 0; i < WORDS_AROUND && first > note->text && !is_edge(note->text, first - 1); i++)
        do
            first--;
        while (((unsigned char)*first & 0xC0) == 0x80);
    for (int i = 0; i < DIGITS + WORDS_AROUND && !is_edge(note->text, last); i++)
        text_next(&last);
    return text_trim(arena, arena_copy_n(arena, first, (size_t)(last - first)));
}

const char *year_fate_words(enum year_fate fate, enum language language)
{
    static const char *const words[][LANGUAGE_COUNT] = {
        [YEAR_RAISED] = {"raised", "已改"},
        [YEAR_CITED] = {"left, a cited document", "未改，引用的文件"},
        [YEAR_SINCE] = {"left, since then", "未改，以往的事"},
        [YEAR_RANGE] = {"left, a range of years", "未改，起止年份"},
        [YEAR_OTHER] = {"left, a name, number or date", "未改，名称、编号或日期"},
        [YEAR_COMMENT] = {"left, a comment", "未改，注释"},
        [YEAR_NAMED] = {"left, a file name or reason", "未改，文件名或理由"},
        [YEAR_COPIED] = {"left, copied as it is", "未改，原样照抄的文件"},
    };
    return words[fate][language];
}
