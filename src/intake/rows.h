/* The rows of a scheme's tables, each with the groups that it stands in and what its cells hold. */
#ifndef INTAKE_ROWS_H
#define INTAKE_ROWS_H

#include "base/limits.h"
#include "intake/columns.h"

enum row_kind {
    ROW_PLAIN,
    ROW_TOTAL,   /* 合计 */
    ROW_HEADING, /* words across the table; they count for the rows below */
    ROW_NOTE     /* the same, as 注：… */
};

/* A group by the words of its cell. */
struct group_words {
    const char *title; /* NULL: the row stands in no group of this level */
    const char *marks; /* words of a cell with points that belongs to the group; NULL: none */
};

/* The words of a column that is not known, or that a merged cell covers. */
struct loose {
    struct loose *next;
    const char *header;
    const char *words;
    size_t covered; /* the row, from 1, where they are covered; 0: they are seen */
};

struct scheme_row {
    struct scheme_row *next;
    enum row_kind kind;
    const struct columns *columns; /* of its table */
    size_t row;                    /* from 1, as people count */
    struct place place;
    /* From level 0, which is a heading across the table. */
    struct group_words group[LIMIT_GROUP_DEPTH + 1];
    const char *words; /* of its first cell that is not empty */
    /* The words of its cells, those of columns of one field in lines below each other; NULL: none
     * of its own. Departments are also those of a cell that began above. FIELD_UNKNOWN has words
     * that stand where a serial number should. */
    const char *value[FIELD_COUNT];
    bool text_goes_on;    /* the cell with the text began above */
    bool has_departments; /* in cells that begin here */
    bool is_guessed; /* its departments, which are those above, as the file knows no merged cells */
    struct loose *loose;
};

/* The levels of groups are at most LIMIT_GROUP_DEPTH - 1. */
struct scheme_rows {
    struct scheme_row *first, **end; /* end: where the next one goes */
    size_t levels;
    const struct scheme_row *last; /* ROW_PLAIN; NULL */
    struct group_words across;     /* of level 0, as far as was read */
};

/* Adds the rows of a table below its header; header rows that are repeated are left out. */
void rows_add(const struct reading *reading, const struct columns *columns,
              struct scheme_rows *rows);

/* Whether a row stands in all groups that another one stands in. */
bool row_is_in_groups(const struct scheme_row *row, const struct scheme_row *other);

#endif
