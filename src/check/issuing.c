/* The date, signature and number of the document itself, and what it cites. */
#include <stdlib.h>

#include "base/text.h"
#include "check/dates.h"
#include "check/kind.h"
#include "xml/tree.h"

static const struct passage *first_of(const struct subject *subject,
                                      bool (*is)(const struct passage *passage))
{
    const struct passage *p = issue_next(subject, NULL);
    while (p && !is(p))
        p = issue_next(subject, p);
    return p;
}

#define NUMERAL "[0-9〇○零一二三四五六七八九十]+\\s*"

/* A date however written: 2022年09月01日, 二〇二二年九月一日, 2022.9.1, 9月1号. A form to be filled
 * in by hand names none. */
static void check_form(struct subject *subject, const struct passage *passage)
{
    struct match match;
    if (!pattern_find(subject->patterns,
                      "(?:" NUMERAL "年\\s*)?" NUMERAL "月\\s*" NUMERAL "[日号號]"
                      "|[0-9]{2,4}\\s*[-./．／]\\s*[0-9]{1,2}\\s*[-./．／]\\s*[0-9]{1,2}",
                      passage->text, 0, &match))
        return;
    const char *date = match_text(subject->arena, passage->text, &match, 0);
    if (!matches(subject, "^[0-9]{4}\\s*年\\s*[1-9][0-9]?\\s*月\\s*[1-9][0-9]?\\s*日", date))
        FOUND(subject, RULE_DATE_FORM, spot_in(subject, passage, match.start[0], match.end[0]),
              date);
}

static void check_forms_of_date(struct subject *subject)
{
    for (const struct passage *p = NULL; (p = issue_next(subject, p));)
        if (is_date(p))
            check_form(subject, p);
    for (const struct passage *p = NULL; (p = passage_next(subject, p, ROLE_PRINTING));)
        check_form(subject, p);
}

static struct spot mention_spot(const struct subject *subject, const struct passage *passage,
                                const struct mention *mention)
{
    return spot_in(subject, passage, mention->start, mention->end);
}

static void check_order(struct subject *subject, const struct issue *issue)
{
    struct date signed_on = issue->signed_on.date, printed_on = issue->printed_on.date;
    if (signed_on.year && printed_on.year && date_compare(printed_on, signed_on) < 0)
        FOUND(subject, RULE_PRINTED_ORDER, mention_spot(subject, issue->record, &issue->printed_on),
              date_print(subject->arena, printed_on), date_print(subject->arena, signed_on));
    if (issue->number_year && issue->date.year && issue->number_year != issue->date.year)
        FOUND(subject, RULE_NUMBER_YEAR,
              spot_in(subject, issue->numbered, issue->number_start, issue->number_start + 4),
              number_text(subject, issue->number_year), number_text(subject, issue->date.year));
}

/* 《…》（豫质强办〔2023〕3号）: the document's own number counts among them, and is of its year. */
static void check_cited_number(struct subject *subject, const struct issue *issue,
                               const struct passage *passage)
{
    struct match match = {0};
    while (passage != issue->numbered && text_has_digit(passage->text) &&
           pattern_find(subject->patterns,
                        "[〔\\[［（(【]([0-9]{4})[〕\\]］）)】]\\s*第?[0-9]+\\s*[号號]",
                        passage->text, match.end[0], &match)) {
        const char *year = match_text(subject->arena, passage->text, &match, 1);
        if (strtol(year, NULL, 10) > issue->year)
            FOUND(subject, RULE_CITED_LATER,
                  spot_in(subject, passage, match.start[0], match.end[0]),
                  match_text(subject->arena, passage->text, &match, 0),
                  number_text(subject, issue->year));
    }
}

/* 《…》（2023年2月6日印发）; what comes into force later was there before. */
static bool is_of_cited(const struct subject *subject, const struct day *day)
{
    const char *text = day->passage->text;
    return matches(subject, "》\\s*[（(]$", words_before(subject, text, day->mention.start)) &&
           matches(subject, "^(?:[）)]|印发|发布|公布|下发|发文|通过)",
                   words_after(subject, text, day->mention.end));
}

static void check_cited(struct subject *subject, const struct dates *dates)
{
    const struct issue *issue = &dates->issue;
    if (issue->year)
        for (const struct passage *p = subject->passages; p; p = p->next)
            check_cited_number(subject, issue, p);
    for (const struct day *day = dates->first; day && issue->date.year; day = day->next)
        if (day_is_known(day) && date_compare(day->date, issue->date) > 0 &&
            is_of_cited(subject, day))
            FOUND(subject, RULE_CITED_LATER, day_spot(subject, day), day_text(subject, day),
                  date_print(subject->arena, issue->date));
}

/* The last day on which a paper is due. */
static struct date last_deadline(const struct dates *dates)
{
    struct date last = {0};
    for (const struct day *day = dates->first; day; day = day->next)
        if (day->due == DUE_PAPER && day_is_known(day) && date_compare(day->date, last) > 0)
            last = day->date;
    return last;
}

static void check_publication(struct subject *subject, const struct dates *dates)
{
    struct xml_node *node = xml_first_named(xml_root(subject->what->notice->joined), "publication");
    struct date published, deadline = last_deadline(dates), signed_on = dates->issue.signed_on.date;
    const char *text = node ? xml_get(node, "date") : NULL;
    if (!text || !date_read(text, &published))
        return;
    if (signed_on.year && date_compare(published, signed_on) < 0)
        FOUND(subject, RULE_PUBLISHED_EARLY, spot_of_node(subject, node),
              date_print(subject->arena, published), date_print(subject->arena, signed_on));
    if (deadline.year && date_compare(published, deadline) > 0)
        FOUND(subject, RULE_PUBLISHED_LATE, spot_of_node(subject, node),
              date_print(subject->arena, published), date_print(subject->arena, deadline));
}

static bool is_mark(const struct passage *passage)
{
    return passage->role == ROLE_ISSUER_MARK;
}

/* Orders are signed by hand, minutes not at all; what a meeting passed is dated under its title. */
static bool is_signed_otherwise(const struct subject *subject, const struct passage *mark)
{
    struct mention mention = {0};
    if (mark && matches(subject, "(?:纪要|紀要|令)\\s*$", mark->text))
        return true;
    for (const struct passage *p = NULL; (p = passage_next(subject, p, ROLE_SUBTITLE));)
        if (mention_next(subject->patterns, p->text, &mention))
            return true;
    return false;
}

static void check_signature(struct subject *subject)
{
    const struct passage *mark = first_of(subject, is_mark);
    const struct passage *record = passage_next(subject, NULL, ROLE_PRINTING);
    bool has_date = first_of(subject, is_date), has_name = first_of(subject, is_signature);
    if ((!mark && !record) || (has_date && has_name) || is_signed_otherwise(subject, mark))
        return;
    const char *const words[][LANGUAGE_COUNT] = {
        {"neither signature nor date", "发文机关署名和成文日期"},
        {"no date", "成文日期"},
        {"no signature", "发文机关署名"},
    };
    const char *const *missing = words[has_name ? 1 : has_date ? 2 : 0];
    FOUND(subject, RULE_SIGNATURE_MISSING, spot_of(subject, mark ? mark : record),
          missing[LANGUAGE_ENGLISH], missing[LANGUAGE_CHINESE]);
}

void check_issuing(struct subject *subject, const struct dates *dates)
{
    check_forms_of_date(subject);
    check_order(subject, &dates->issue);
    check_cited(subject, dates);
    check_signature(subject);
    if (subject->what->notice)
        check_publication(subject, dates);
}
