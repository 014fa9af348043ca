/* Rest days and working days: Monday to Friday are work, Saturday and Sunday rest, except for the
 * days that the State Council's yearly notice of holidays (国务院办公厅关于…年部分节假日安排的通知)
 * names, or the office itself. They stand in rest-days.tsv, which docs/data.md describes. */
#ifndef DATA_REST_DAYS_H
#define DATA_REST_DAYS_H

#include "base/date.h"
#include "data/project.h"

struct rest_days;

/* Reads rest-days.tsv of the share folder and of the root's templates/; of a day that stands in
 * both, the root's line counts. Wrong lines are reported and left out; a file that is not there has
 * none. Never NULL; owned by the arena. */
struct rest_days *rest_days_read(struct project *project);

/* Whether a day with a year is one of rest. *holiday is the holiday that it belongs to, also of a
 * working day that was moved for it; NULL if no file names the day. */
bool rest_days_is_rest(const struct rest_days *days, struct date date, const char **holiday);

#endif
