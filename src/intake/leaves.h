/* From rows to the indicators of a rubric, still in a list. */
#ifndef INTAKE_LEAVES_H
#define INTAKE_LEAVES_H

#include "intake/departments.h"
#include "intake/worth.h"
#include "intake/rows.h"

struct leaf {
    struct leaf *next;
    const struct scheme_row *row; /* whose groups it stands in */
    struct wording wording;
    bool joined; /* printed in the cell of the leaf before */
    struct department_use *departments;
    const char *evidence;                /* paragraphs with \n between; NULL */
    const char *method, *focus, *remark; /* in one line; NULL */
};

struct leaves {
    struct leaf *first, **end; /* end: where the next one goes */
    size_t count;              /* LIMIT_INDICATORS + 1: there are too many, the rest is not read */
    struct scheme_departments departments;
    points sum;  /* of the points; deductions are outside */
    points full; /* that the scheme tells; 0: none */
};

/* What cannot be placed is a finding, and kept as the remark of the indicator of its row, or of the
 * one before. */
void leaves_read(const struct reading *reading, const struct scheme_rows *rows,
                 struct leaves *leaves);

#endif
