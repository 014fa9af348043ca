/* A part of a package that is deflated while it is written, as it may be larger than memory. */
#ifndef ZIP_SPOOL_H
#define ZIP_SPOOL_H

#include "zip/package_store.h"

struct spool;

/* What is deflated goes to an empty file that can be read back, or stays in memory where `fd` is
 * -1. The caller gives the spool to spool_end. */
struct spool *spool_new(struct arena *arena, int fd);

/* More of the part; `context` is the spool. */
void spool_add(void *context, const char *bytes, size_t length);

/* The part as it was deflated. A short one was kept instead: `bytes` are those of the part. False
 * with errno set if the file could not be written. */
struct spooled {
    size_t whole;             /* bytes of the part */
    const char *bytes;        /* NULL: it was deflated */
    struct deflated deflated; /* its bytes are NULL where they stand in the file */
};
bool spool_end(struct spool *spool, struct spooled *spooled);

#endif
