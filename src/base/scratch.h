/* A scratch folder: a folder of its own beside the places of files, where they are written before
 * they are renamed. Its lock tells a run that is at work from one that was killed. */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include <stdbool.h>

#include "base/arena.h"

struct scratch {
    struct scratch *next;
    const char *folder; /* of the files */
    const char *path;   /* NULL: not made, or removed */
    int lock;           /* its own descriptor, or -1 */
    bool is_shared;     /* synced together with the rest of its file system */
};

/* Removes the scratch folders that killed runs of the same user left in a folder, as far as that
 * can be done; those of runs at work stay. */
void scratch_sweep(struct arena *arena, const char *folder);
/* Makes one in scratch->folder, which is there; false with errno set. Whatever is returned, the
 * caller gives it to scratch_remove. */
bool scratch_make(struct arena *arena, struct scratch *scratch);
/* Removes it, when it is empty; takes no memory. */
void scratch_remove(struct scratch *scratch);

#endif
