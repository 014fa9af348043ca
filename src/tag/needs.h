/* What an expression asks of the data. */
#ifndef TAG_NEEDS_H
#define TAG_NEEDS_H

#include "base/arena.h"

/* A path that it takes, without conditions: contact/name, /notice/title, item/@id. */
struct need {
    struct need *next;
    const char *path;
};

/* Each once, in the order in which they end. `context` is the path to the element that the
 * expression runs on, put ahead of each that does not begin with /; "" is the root. Owned by the
 * arena. */
struct need *needs_of(struct arena *arena, const char *expression, const char *context);

/* The path to the elements that a section runs its tags on; `context` itself if its expression is
 * no path. */
const char *needs_inside(struct arena *arena, const char *expression, const char *context);

#endif
