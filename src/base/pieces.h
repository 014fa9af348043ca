/* A file that is read piece by piece, as it may be larger than memory. It is open only while a
 * piece is read, and must stay the same file from the first piece to the last. */
#ifndef BASE_PIECES_H
#define BASE_PIECES_H

#include <sys/types.h>
#include <time.h>

#include "base/finding.h"

struct pieces {
    const char *path;
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec changed;
};

/* Looks at the file; false and reported at `asked` if there is none that can be read. */
bool pieces_begin(struct findings *findings, const char *path, struct place asked,
                  struct pieces *pieces);

/* Reads at most `room` bytes from `offset` on, fewer only where the file ends. False and reported
 * if that fails, or if the file is no longer the one that was looked at. */
bool pieces_read(struct findings *findings, const struct pieces *pieces, off_t offset, char *bytes,
                 size_t room, size_t *length);

#endif
