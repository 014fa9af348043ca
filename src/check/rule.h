/* The rules of check as people read about them. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include "base/finding.h"

/* What a rule looks at: the printed document, which a Word file has too; the data behind it; or
 * the looks of a Word file. */
enum reach { REACH_DOCUMENT, REACH_DATA, REACH_WORD };

struct rule_info {
    enum rule rule;
    enum reach reach;
    const char *summary[LANGUAGE_COUNT];
    const char *why[LANGUAGE_COUNT];
    const char *wrong, *right; /* an example */
};

/* In the order of the table. */
const struct rule_info *rule_infos(size_t *count);
const struct rule_info *rule_info(enum rule rule); /* NULL: no rule of check */
/* A rule of check by its id; NULL if there is none. */
const struct rule_info *rule_named(const char *id);
/* Marks the rule of that id in RULE_COUNT flags; an unknown one is reported at `asked`. */
void rule_switch_off(struct findings *findings, const char *id, struct place asked, bool *off);
/* Reports that there is no such rule, and the nearest. */
void rule_report_unknown(struct findings *findings, const char *id, struct place asked);

#endif
