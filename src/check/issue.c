/* When a document was issued. */
#include "check/issue.h"

#include <stdlib.h>

#include "check/kind.h"

/* How much earlier than the document's a month must be to be one of the next year. */
enum { PAST_MONTHS = 6, LAST_MONTH = 12 };

const struct passage *issue_next(const struct subject *subject, const struct passage *previous)
{
    const struct passage *p = previous ? previous->next : subject->passages;
    return p && p->role != ROLE_ANNEX_LABEL ? p : NULL;
}

static bool reads_day(const struct subject *subject, const struct passage *passage,
                      struct mention *mention)
{
    *mention = (struct mention){0};
    if (!mention_next(subject->patterns, passage->text, mention))
        return false;
    if (!date_is_valid(mention->date))
        mention->date.year = 0;
    return true;
}

static const struct passage *find_date(const struct subject *subject, struct mention *mention)
{
    for (const struct passage *p = NULL; (p = issue_next(subject, p));)
        if (is_date(p) && reads_day(subject, p, mention))
            return p;
    return NULL;
}

static const struct passage *find_record(const struct subject *subject, struct mention *mention)
{
    for (const struct passage *p = NULL; (p = passage_next(subject, p, ROLE_PRINTING));)
        if (reads_day(subject, p, mention))
            return p;
    return NULL;
}

/* Letters print the number behind what stands in the line under the rule. */
static bool may_hold_number(enum role role)
{
    return role == ROLE_DOCUMENT_NUMBER || role == ROLE_NUMBER_UPWARD || role == ROLE_SUBTITLE ||
           role == ROLE_SECRECY || role == ROLE_COPY_NUMBER;
}

static void find_number(const struct subject *subject, struct issue *issue)
{
    struct match match;
    for (const struct passage *p = NULL; (p = issue_next(subject, p)) && p->role != ROLE_BODY;)
        if (may_hold_number(p->role) &&
            pattern_find(subject->patterns, "[〔\\[［（(【]([0-9]{4})[〕\\]］）)】]", p->text, 0,
                         &match)) {
            issue->numbered = p;
            issue->number_start = match.start[1];
            issue->number_year = (int)strtol(p->text + match.start[1], NULL, 10);
            return;
        }
}

struct issue issue_of(const struct subject *subject)
{
    struct issue issue = {0};
    issue.dated = find_date(subject, &issue.signed_on);
    issue.record = find_record(subject, &issue.printed_on);
    find_number(subject, &issue);
    issue.date = issue.signed_on.date.year ? issue.signed_on.date : issue.printed_on.date;
    issue.year = issue.date.year ? issue.date.year : issue.number_year;
    return issue;
}

/* Of a document without date only the year of its number is known: it may be of December. */
struct date issue_day(const struct issue *issue, const struct mention *mention)
{
    struct date day = mention->date;
    int month = issue->date.year ? issue->date.month : LAST_MONTH;
    bool past = month - day.month >= PAST_MONTHS;
    if (day.year || mention->adrift || !issue->year || (past && !issue->date.year))
        return day;
    day.year = issue->year + past;
    return day;
}
