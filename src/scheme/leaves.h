/* Which indicator is which. */
#ifndef SCHEME_LEAVES_H
#define SCHEME_LEAVES_H

#include "scheme/match.h"

/* Joins the indicators of a match that has its departments joined: by id and wording together, one
 * best assignment for the whole scheme. */
void match_leaves(struct arena *arena, struct match *match);

#endif
