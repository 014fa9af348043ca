/* The files that came back, and what they are called in a summary. */
#ifndef INTAKE_RETURNED_H
#define INTAKE_RETURNED_H

#include "base/arena.h"

struct returned {
    char *const *path;
    size_t count;
};

/* The name of a file without its folder; with the nearest folder where another file has the same
 * name. Bytes that are no text are left out. */
const char *returned_name(struct arena *arena, const struct returned *returned, const char *path);

#endif
