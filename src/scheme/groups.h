/* Which group is which. */
#ifndef SCHEME_GROUPS_H
#define SCHEME_GROUPS_H

#include "scheme/match.h"

/* Joins the groups of a match that has its indicators joined: by title and by where the indicators
 * below went. */
void match_groups(struct arena *arena, struct match *match);

#endif
