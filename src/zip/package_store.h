/* Parts that stand in many packages, deflated once: what comes again is known by its bytes. */
#ifndef ZIP_PACKAGE_STORE_H
#define ZIP_PACKAGE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct package_part;
struct package_store;

/* What the bytes of a part deflate to. */
struct deflated {
    const char *bytes;
    size_t length;
    uint32_t crc; /* of the part (CRC-32 of ISO 3309), by which a ZIP file checks it */
};

/* Lives on the arena, for as many packages as there are; what it keeps is bounded. */
struct package_store *package_store_new(struct arena *arena);

/* Fills in what is kept of a part with these bytes, which `deflated` gives the CRC of. */
bool package_store_find(const struct package_store *store, const struct package_part *part,
                        struct deflated *deflated);

/* Keeps a copy of a part that comes for the second time, and remembers one that comes first. Where
 * the part and what it deflates to lie on the store's own arena, both are kept at once as they
 * are. */
void package_store_offer(struct package_store *store, const struct arena *on,
                         const struct package_part *part, const struct deflated *deflated);

#endif
