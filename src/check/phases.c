/* Phases of a plan: one after the other, and none before the plan itself. */
#include "check/dates.h"

/* Depths at which phases follow each other: those of headings, and body text below them. */
enum { LEVEL_BODY = 9, LEVEL_COUNT };

/* 动员部署阶段（7月1日到7月31日）, 7月1日至31日为动员部署阶段: 阶段 stands in the clause of the
 * range. */
static bool is_phase(const struct subject *subject, const struct day *last)
{
    const char *text = last->passage->text;
    return matches(subject, "(?<![本该該各])(?:阶段|階段)[^，,。；;]*$",
                   words_before(subject, text, last->first->mention.start)) ||
           matches(subject, "^[^，,。；;]*?(?:阶段|階段)",
                   words_after(subject, text, last->mention.tail));
}

static int level_of(const struct passage *passage)
{
    int outline = role_info(passage->role)->outline;
    return outline ? outline : LEVEL_BODY;
}

/* A shallower heading between two phases begins another plan. */
static bool follows(const struct day *phase, const struct day *before)
{
    if (phase->passage->section != before->passage->section)
        return false;
    for (const struct passage *p = before->passage->next; p && p->rank < phase->passage->rank;
         p = p->next)
        if (level_of(p) < level_of(phase->passage))
            return false;
    return true;
}

/* A phase within the one before, as inspection is in carrying out, is meant so. */
static void check_order(struct subject *subject, const struct day *before, const struct day *phase)
{
    const struct day *first = phase->first;
    if (date_compare(first->date, before->first->date) < 0)
        FOUND(subject, RULE_PHASE_BACKWARDS, day_spot(subject, first), day_text(subject, first),
              day_text(subject, before->first));
    else if (date_compare(first->date, before->date) <= 0 &&
             date_compare(phase->date, before->date) > 0)
        FOUND(subject, RULE_PHASE_OVERLAP, day_spot(subject, first), day_text(subject, first),
              day_text(subject, before));
}

static void check_phase(struct subject *subject, const struct dates *dates,
                        const struct day *before, const struct day *phase)
{
    const struct date issued = dates->issue.date;
    if (issued.year && date_compare(phase->first->date, issued) < 0)
        FOUND(subject, RULE_PHASE_BEFORE_ISSUE, day_spot(subject, phase->first),
              day_text(subject, phase->first), date_print(subject->arena, issued));
    if (before && follows(phase, before))
        check_order(subject, before, phase);
}

/* Ends before it begins. */
static bool is_backwards(const struct day *last)
{
    return date_compare(last->date, last->first->date) < 0;
}

void check_phases(struct subject *subject, const struct dates *dates)
{
    const struct day *before[LEVEL_COUNT] = {NULL};
    for (const struct day *day = dates->first; day; day = day->next) {
        if (!day->first || !day_is_known(day) || !day_is_known(day->first))
            continue;
        if (is_backwards(day)) {
            FOUND(subject, RULE_PHASE_BACKWARDS, range_spot(subject, day), day_text(subject, day),
                  day_text(subject, day->first));
        } else if (!day->passage->table && is_phase(subject, day)) {
            const struct day **slot = &before[level_of(day->passage)];
            check_phase(subject, dates, *slot, day);
            *slot = day;
        }
    }
}
