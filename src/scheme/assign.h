/* The one best assignment: each row gets at most one column and each column at most one row, so
 * that the gains add up to the most that there is. */
#ifndef SCHEME_ASSIGN_H
#define SCHEME_ASSIGN_H

#include <stddef.h>

#include "base/arena.h"

enum { GAIN_MOST = 1000000 };

/* A row may have this column. */
struct edge {
    size_t column;
    long gain; /* from 1 to GAIN_MOST */
};

struct choices {
    size_t rows, columns;
    const size_t *start; /* of the edges of each row; one more ends the last */
    const struct edge *edges;
};

/* The column of each row, or -1; on the arena. Of several best ones always the same. Time grows
 * with rows times edges at worst. */
long *assign(struct arena *arena, const struct choices *choices);

#endif
