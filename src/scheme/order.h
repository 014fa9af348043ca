/* What stands elsewhere among what it stood beside. */
#ifndef SCHEME_ORDER_H
#define SCHEME_ORDER_H

#include "scheme/match.h"

/* A flag for each thing of the new side. parent[i] is the number of its parent, from 0 and below
 * `parents`, or -1 where it does not count: it is new, or has another parent. The others of a
 * parent are in the order of the old side but for as few as possible, which are flagged. */
const bool *find_displaced(struct arena *arena, const struct pairing *pairing, const long *parent,
                           size_t parents);

#endif
