/* The form of document numbers, the document's own and cited ones: 平质强办〔2022〕1号. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "check/families.h"

/* An organ code, then a year in brackets of any kind, then a serial number. */
static const char number_expression[] =
    "(?<=\\p{Han})\\s?([\\[［(（【﹝〔])\\s?([0-9]{4}|[0-9]{2})"
    "\\s?([\\]］)）】﹞〕])\\s?(第)?\\s?([0-9]{1,5})\\s?([号號])?";
enum { OPEN = 1, YEAR, CLOSE, ORDINAL, SERIAL, SUFFIX };

struct number {
    struct subject *subject;
    const struct passage *passage;
    struct match match;
};

static bool has(const struct number *number, int group)
{
    return match_has(&number->match, group);
}

static char *part(const struct number *number, int group)
{
    return match_text(number->subject->arena, number->passage->text, &number->match, group);
}

static bool has_right_brackets(const struct number *number)
{
    return text_equal(part(number, OPEN), "〔") && text_equal(part(number, CLOSE), "〕");
}

static bool has_full_year(const struct number *number)
{
    const char *year = part(number, YEAR);
    return strlen(year) == 4 && (text_starts(year, "19") || text_starts(year, "20"));
}

/* Whether the text ends here, or goes on with what matches. */
static bool ends_before(const struct number *number, const char *expression)
{
    const char *rest = number->passage->text + number->match.end[0];
    return !*rest || matches(number->subject, expression, rest);
}

/* 〔〕 stand nowhere else; in other brackets it could be 幸福里（2021）1号楼. */
static bool is_sure(const struct number *number)
{
    if (has_right_brackets(number))
        return true;
    return has_full_year(number) && has(number, SUFFIX) &&
           ends_before(number, "^(?:\\P{Han}|文|通知|要求|精神|规定|規定)");
}

static bool has_wrong_brackets(const struct number *number)
{
    return !has_right_brackets(number);
}

/* Orders and announcements are counted with 第. */
static bool has_ordinal(const struct number *number)
{
    const char *code = words_in(number->subject, number->passage, 0, number->match.start[OPEN]);
    return has(number, ORDINAL) && has(number, SUFFIX) &&
           !matches(number->subject, "(?:令|公告|通告)\\s?$", code);
}

static bool is_padded(const struct number *number)
{
    const char *serial = part(number, SERIAL);
    return serial[0] == '0' && serial[1];
}

static bool has_short_year(const struct number *number)
{
    return strlen(part(number, YEAR)) == 2 && has(number, SUFFIX);
}

/* The 号 of 〔2022〕3、4号 stands further on. */
static bool lacks_suffix(const struct number *number)
{
    return !has(number, SUFFIX) && has_full_year(number) &&
           ends_before(number,
                       "^(?:$|[）)》，。；：\\s]|、(?!\\s?[0-9])|文件|要求|精神|规定|規定)");
}

static const struct {
    enum rule rule;
    bool (*is_wrong)(const struct number *number);
    int group; /* what is wrong stands or is missing here */
} faults[] = {
    {RULE_NUMBER_BRACKETS, has_wrong_brackets, OPEN},
    {RULE_NUMBER_ORDINAL, has_ordinal, ORDINAL},
    {RULE_NUMBER_PADDED, is_padded, SERIAL},
    {RULE_NUMBER_SHORT_YEAR, has_short_year, YEAR},
    {RULE_NUMBER_SUFFIX, lacks_suffix, SERIAL},
};

static const char *right_form(const struct number *number)
{
    const struct document *document = number->subject->what->document;
    const char *suffix = text_equal(document->lang, "zh-TW") ? "號" : "号";
    return arena_printf(number->subject->arena, "〔%s%s〕%ld%s",
                        strlen(part(number, YEAR)) == 2 ? "20" : "", part(number, YEAR),
                        strtol(part(number, SERIAL), NULL, 10), suffix);
}

static void check_form(const struct number *number)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i].is_wrong(number)) {
            const struct match *match = &number->match;
            int group = faults[i].group;
            struct spot spot =
                spot_in(number->subject, number->passage, match->start[group], match->end[group]);
            FOUND(number->subject, faults[i].rule, spot, part(number, 0), right_form(number));
        }
}

void check_number(struct subject *subject)
{
    for (const struct passage *p = subject->passages; p; p = p->next) {
        struct number number = {subject, p, {{0}, {0}}};
        size_t from = 0;
        while (text_has_digit(p->text + from) &&
               pattern_find(subject->patterns, number_expression, p->text, from, &number.match)) {
            from = number.match.end[0];
            if (is_sure(&number))
                check_form(&number);
        }
    }
}
