/* What tests of files stand on: an arena, findings on it, and a folder. Included after cmocka.h. */
#ifndef IN_FOLDER_H
#define IN_FOLDER_H

#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;

static inline int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

#endif
