/* What the words of a scheme stand for: the lists scheme-columns.tsv and scheme-departments.tsv,
 * which docs/import.md describes. */
#ifndef INTAKE_TERMS_H
#define INTAKE_TERMS_H

#include "data/project.h"

/* What a column holds. A scheme's table has any number of columns for groups, from left to right
 * one inside the other, and one column with the text of its indicators. */
#define FIELDS(FIELD)                                                                              \
    FIELD(UNKNOWN, "")                                                                             \
    FIELD(GROUP, "group")                                                                          \
    FIELD(TEXT, "text")                                                                            \
    FIELD(POINTS, "points")                                                                        \
    FIELD(DEPARTMENTS, "departments")                                                              \
    FIELD(PARTNERS, "partners")                                                                    \
    FIELD(EVIDENCE, "evidence")                                                                    \
    FIELD(METHOD, "method")                                                                        \
    FIELD(FOCUS, "focus")                                                                          \
    FIELD(REMARK, "remark")                                                                        \
    FIELD(SERIAL, "serial")

enum field {
#define FIELD(name, word) FIELD_##name,
    FIELDS(FIELD)
#undef FIELD
        FIELD_COUNT
};

struct term {
    const struct term *next;
    const char *words;
    enum field field; /* of a column */
    int rank;         /* of a column that may hold the text: the least counts; else 0 */
    const char *id;   /* of a department */
};

/* Each list of the root's templates/ and of the share folder, in this order: the first of two terms
 * with the same words counts. Wrong lines are reported and left out. */
const struct term *terms_of_columns(struct project *project);
const struct term *terms_of_departments(struct project *project);

/* "列=field" of --map, ahead of `terms`; reported and `terms` alone if it is none. */
const struct term *terms_map(struct findings *findings, const struct term *terms, const char *map);

/* The term of these words, else the longest that the words end with, or that they hold; NULL if
 * there is none. */
const struct term *term_at_end(const struct term *terms, const char *words);
const struct term *term_inside(const struct term *terms, const char *words);

/* Whether a cell is empty or holds no more than —, / and the like. */
bool says_nothing(const char *text);

#endif
