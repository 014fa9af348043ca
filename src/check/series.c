/* The numbers of headings and numbered paragraphs, one after the other. */
#include <string.h>

#include "base/ordinal.h"
#include "check/kind.h"
#include "check/prose.h"

enum { LEVELS = 4 };

/* The series that are open, by level. */
struct series {
    long last[LEVELS + 1];        /* 0: none was seen since the last title */
    bool may_restart[LEVELS + 1]; /* something stands above that a new series may belong to */
    long list[LEVELS + 1];        /* of numbered paragraphs, which any other paragraph ends */
};

static void report(struct subject *subject, const struct passage *passage, struct ordinal number,
                   long expected)
{
    FOUND(subject, RULE_HEADING_SERIES, spot_in(subject, passage, number.start, number.end),
          words_in(subject, passage, number.start, number.end),
          ordinal_print(subject->arena, number.level, expected));
}

static void open_below(struct series *series, int level)
{
    for (int deeper = level + 1; deeper <= LEVELS; deeper++)
        series->may_restart[deeper] = true;
}

/* A series runs on over its parents or begins again below each. What comes first is believed,
 * unless it is plainly a heading. */
static bool is_next(const struct series *series, const struct passage *passage,
                    struct ordinal number)
{
    long last = series->last[number.level];
    if (number.value == 1)
        return last == 0 || series->may_restart[number.level];
    return number.value == last + 1 ||
           (last == 0 && passage->role != ROLE_HEADING_1 && passage->role != ROLE_HEADING_2);
}

static void add_heading(struct subject *subject, struct series *series,
                        const struct passage *passage, struct ordinal number)
{
    int level = number.level;
    if (!is_next(series, passage, number))
        report(subject, passage, number, series->may_restart[level] ? 1 : series->last[level] + 1);
    series->last[level] = number.value;
    series->may_restart[level] = false;
    open_below(series, level);
}

static void add_item(struct subject *subject, struct series *series, const struct passage *passage,
                     struct ordinal number)
{
    long *last = &series->list[number.level];
    if (*last && number.value != *last + 1 && (number.value != 1 || *last == 1))
        report(subject, passage, number, *last + 1);
    *last = number.value;
    for (int deeper = number.level + 1; deeper <= LEVELS; deeper++)
        series->list[deeper] = 0;
}

static void close_lists(struct series *series)
{
    memset(series->list, 0, sizeof series->list);
}

static bool begins_anew(const struct passage *passage)
{
    return passage->role == ROLE_TITLE || passage->role == ROLE_ANNEX_LABEL;
}

/* A paragraph without a number that may be a heading all the same, as 第一部分　总则. */
static bool may_be_heading(const struct passage *passage)
{
    return is_heading(passage) ||
           (!strstr(passage->text, "。") && !strstr(passage->text, "；") && *passage->text);
}

static void add(struct subject *subject, struct series *series, const struct passage *passage)
{
    struct ordinal number = ordinal_of(passage->text);
    bool body = passage->role == ROLE_BODY;
    bool item = number.level && (is_list_item(passage) || (body && number.level > 2));
    if (!item)
        close_lists(series);
    if (item)
        add_item(subject, series, passage, number);
    else if (number.level && (body || is_heading(passage)))
        add_heading(subject, series, passage, number);
    else if (may_be_heading(passage))
        open_below(series, 0);
}

void check_series(struct subject *subject)
{
    struct series series = {0};
    const struct section *section = NULL;
    for (const struct passage *p = subject->passages; p; p = p->next) {
        if (p->section != section || begins_anew(p))
            series = (struct series){0};
        section = p->section;
        if (!p->table)
            add(subject, &series, p);
    }
}
