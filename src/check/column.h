/* Columns of tables, by the words in their header. */
#ifndef CHECK_COLUMN_H
#define CHECK_COLUMN_H

#include "check/subject.h"

/* Of expressions: 责任 and its like, and what may follow. */
#define DUTY "(?:责任|責任|负责|負責|评价|考核|考评|牵头|配合|主责|主管|落实|承办|协办)"
#define UNIT "(?:单位|部门|單位|部門)"

/* Whether a cheap look finds 单位 or 部门. */
bool speaks_of_units(const char *text);

/* The next paragraph of a cell after `previous` (NULL: from the beginning) that heads a column of
 * departments: 责任单位, 评价部门; NULL ends. */
const struct passage *column_of_departments(const struct subject *subject,
                                            const struct passage *previous);

/* The next paragraph below a header, in the first column that it covers; NULL ends. Start with the
 * header itself. */
const struct passage *column_next(const struct passage *header, const struct passage *previous);

#endif
