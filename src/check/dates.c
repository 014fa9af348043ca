/* Days: those that no calendar has, and the list of all for the rules about them. */
#include "check/dates.h"

#include <string.h>

#include "base/text.h"
#include "check/families.h"

/* Builds the list. */
struct day_list {
    struct subject *subject;
    struct dates dates;
    struct day *last;
};

static void add_day(struct day_list *list, const struct day *at)
{
    struct day *day = ARENA_NEW(list->subject->arena, struct day);
    *day = *at;
    if (day->mention.joint != JOINT_NONE)
        day->first = list->last;
    if (day->mention.before)
        day->due = due_at(list->subject, day->passage, day->mention.start, day->mention.tail);
    if (list->last)
        list->last->next = day;
    else
        list->dates.first = day;
    list->last = day;
}

/* The end of a range takes its year from the day before. */
static void add_days(struct day_list *list, const struct passage *passage)
{
    struct day day = {.passage = passage};
    while (mention_next(list->subject->patterns, passage->text, &day.mention)) {
        day.date = issue_day(&list->dates.issue, &day.mention);
        add_day(list, &day);
        day.mention.date = day.date;
    }
}

static struct dates dates_of(struct subject *subject)
{
    struct day_list list = {.subject = subject, .dates.issue = issue_of(subject)};
    for (const struct passage *p = subject->passages; p; p = p->next)
        add_days(&list, p);
    return list.dates;
}

bool day_is_known(const struct day *day)
{
    return day->date.year && date_is_valid(day->date);
}

struct spot day_spot(const struct subject *subject, const struct day *day)
{
    return spot_in(subject, day->passage, day->mention.start, day->mention.end);
}

struct spot range_spot(const struct subject *subject, const struct day *last)
{
    return spot_in(subject, last->passage, last->first->mention.start, last->mention.end);
}

char *day_text(const struct subject *subject, const struct day *day)
{
    return date_print(subject->arena, day->date);
}

/* About 200 characters: a paragraph that is all dates is not copied for each of them. */
enum { WORDS_BYTES = 600 };

char *words_before(const struct subject *subject, const char *text, size_t at)
{
    const char *from = at > WORDS_BYTES ? text_back(text, text + at - WORDS_BYTES) : text;
    return arena_copy_n(subject->arena, from, (size_t)(text + at - from));
}

char *words_after(const struct subject *subject, const char *text, size_t at)
{
    size_t length = strnlen(text + at, WORDS_BYTES);
    const char *end = text + at + length;
    if (*end)
        end = text_back(text + at, end);
    return arena_copy_n(subject->arena, text + at, (size_t)(end - (text + at)));
}

static void check_day(struct subject *subject, const struct day *day)
{
    static const char *const names[][LANGUAGE_COUNT] = {
        {"Sunday", "星期日"},    {"Monday", "星期一"},   {"Tuesday", "星期二"},
        {"Wednesday", "星期三"}, {"Thursday", "星期四"}, {"Friday", "星期五"},
        {"Saturday", "星期六"},
    };
    if (!date_is_valid(day->date))
        FOUND(subject, RULE_DATE_IMPOSSIBLE, day_spot(subject, day), day_text(subject, day));
    if (!day_is_known(day) || day->mention.weekday < 0)
        return;
    const char *const *name = names[date_weekday(day->date)];
    if (day->mention.weekday != date_weekday(day->date))
        FOUND(subject, RULE_WEEKDAY_WRONG, day_spot(subject, day), day_text(subject, day),
              name[LANGUAGE_ENGLISH], name[LANGUAGE_CHINESE]);
}

static long count_written(const struct dates *dates, enum joint joint)
{
    long count = 0;
    for (const struct day *day = dates->first; day; day = day->next)
        count += day->mention.joint == joint;
    return count;
}

/* The rarer word is the one to change; of two as frequent, the spoken one. */
static void check_joints(struct subject *subject, const struct dates *dates)
{
    long to = count_written(dates, JOINT_TO), until = count_written(dates, JOINT_UNTIL);
    if (!to || !until)
        return;
    enum joint rarer = to <= until ? JOINT_TO : JOINT_UNTIL;
    const struct day *day = dates->first;
    while (day && day->mention.joint != rarer)
        day = day->next;
    FOUND(subject, RULE_RANGE_MIXED, range_spot(subject, day), rarer == JOINT_TO ? "到" : "至",
          rarer == JOINT_TO ? "至" : "到");
}

void check_dates(struct subject *subject)
{
    struct dates dates = dates_of(subject);
    for (const struct day *day = dates.first; day; day = day->next)
        check_day(subject, day);
    check_joints(subject, &dates);
    check_deadlines(subject, &dates);
    check_phases(subject, &dates);
    check_issuing(subject, &dates);
}
