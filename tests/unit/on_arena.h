/* What most tests stand on: an arena of their own, and findings on it. Included after cmocka.h. */
#ifndef ON_ARENA_H
#define ON_ARENA_H

#include "support.h"

static struct arena *arena;
static struct findings findings;

static inline int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
