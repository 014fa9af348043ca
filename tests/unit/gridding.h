/* What the tests of tables share: grids, and the findings of reading them. Included after cmocka.h.
 */
#ifndef GRIDDING_H
#define GRIDDING_H

#include "doc/grid.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct grids grids;

static inline int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    grids = (struct grids){0};
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
