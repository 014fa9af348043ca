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

/* Packs the parts in their order, dated 1980-01-01, deflated. The bytes are the arena's. */
bool package_pack(struct arena *arena, const struct package_part *parts, size_t count,
                  struct package *package);

/* The version of the library. */
const char *package_version(void);

#endif
