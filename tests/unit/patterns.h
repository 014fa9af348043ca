/* What the tests of searching share: compiled patterns, and an arena. Included after cmocka.h. */
#ifndef PATTERNS_H
#define PATTERNS_H

#include "pattern/pattern.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct patterns *patterns;

static inline int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    patterns = patterns_new(&findings);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    patterns_free(patterns);
    arena_free(arena);
    return 0;
}

#endif
