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
struct deflated;

/* Packs the parts in their order, dated 1980-01-01, deflated. The bytes are the arena's. What a
 * store has (zip/package_store.h; NULL: there is none) is not deflated again; with a store on the
 * same arena the parts lie there too. */
bool package_pack(struct arena *arena, const struct package_part *parts, size_t count,
                  struct package_store *store, struct package *package);

/* The same for parts of which some are deflated already, as archive_take gives them: those without
 * bytes, whose place in `deflated` tells the rest. */
bool package_repack(struct arena *arena, const struct package_part *parts,
                    const struct deflated *deflated, size_t count, struct package_store *store,
                    struct package *package);

/* Where a package goes that is larger than memory, and where the one part of it stands that is
 * deflated but not in memory: whose place in `deflated` has no bytes either. The caller closes
 * both. */
struct package_files {
    int out; /* empty, to be read and written */
    int aside;
};
/* The same into a file; package->bytes are NULL. False with errno set, or 0 where package->error
 * says why. */
bool package_write(struct arena *arena, const struct package_part *parts,
                   const struct deflated *deflated, size_t count, struct package_store *store,
                   struct package_files files, struct package *package);

/* The version of the library. */
const char *package_version(void);

#endif
