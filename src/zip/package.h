/* A package: parts in one ZIP file, the same bytes for the same parts. */
#ifndef ZIP_PACKAGE_H
#define ZIP_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct package_part {
    const char *name; /* word/document.xml */
    const char *bytes;
    size_t length;
};

struct package {
    const char *bytes;
    size_t length;
    const char *error; /* the library's reason, where package_pack gave false */
};

struct package_store;

/* Packs the parts in their order, dated 1980-01-01, deflated. The bytes are the arena's. What a
 * store has (zip/package_store.h; NULL: there is none) is not deflated again. */
bool package_pack(struct arena *arena, const struct package_part *parts, size_t count,
                  struct package_store *store, struct package *package);

/* The version of the library. */
const char *package_version(void);

#endif
