/* Which column of a table holds what, by the words in its header. */
#ifndef INTAKE_COLUMNS_H
#define INTAKE_COLUMNS_H

#include "doc/grid.h"
#include "intake/reading.h"

struct column {
    enum field field;
    const char *header; /* its words, of all header rows, without blanks; "" if there are none */
    const struct term *term; /* what it is known by; NULL: it is not known */
    size_t level; /* FIELD_GROUP: from 1, from left to right; FIELD_POINTS: that they belong to, or
                     0 */
};

struct columns {
    const struct grid *grid;
    size_t top, data;      /* the first row of its header, and the first below it */
    struct column *column; /* as many as the grid has */
    size_t text;           /* the column with the text of the indicators */
    size_t levels;         /* columns of groups */
};

/* False, and nothing reported, if no row looks like the header of a scheme, or no column can be
 * the text. */
bool columns_read(const struct reading *reading, const struct grid *grid, struct columns *columns);

/* Whether another table goes on below the first: it has the same header, or none but as many
 * columns and no words of its own above it. Then *rest is how to read it. */
bool columns_continue(const struct reading *reading, const struct columns *columns,
                      const struct grid *grid, struct columns *rest);

/* The first column that holds a field; NULL if there is none. */
const struct column *column_of_field(const struct columns *columns, enum field field);

/* Whether a row repeats the header. */
bool columns_repeat(const struct reading *reading, const struct columns *columns, size_t row);

/* What a cell holds: one over several columns is the text if it covers that, else the first group
 * that it covers, else what its first known column holds. */
const struct column *columns_at(const struct columns *columns, const struct grid_cell *cell);

#endif
