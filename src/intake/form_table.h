/* The table of a form in which a department scores itself, as it is printed. */
#ifndef INTAKE_FORM_TABLE_H
#define INTAKE_FORM_TABLE_H

#include "doc/doc.h"

enum form_column { COLUMN_TEXT, COLUMN_POINTS, COLUMN_SCORE, COLUMN_REMARK, FORM_COLUMNS };

struct form_row {
    struct form_row *next;
    const char *path;               /* of the row's element, as in the origins of fields */
    const char *cell[FORM_COLUMNS]; /* without blanks at its ends; NULL: the table has none */
};

/* The rows of every table whose header has 考核内容 and 自评得分, without those headers; NULL if
 * there is no such table. */
struct form_row *form_rows(struct arena *arena, const struct document *document);

#endif
