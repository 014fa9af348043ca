/* Parts deflated (RFC 1951), as a package keeps them. */
#ifndef ZIP_DEFLATED_H
#define ZIP_DEFLATED_H

#include "zip/package.h"
#include "zip/package_store.h"

/* A longer part goes through zlib, which deflates it as it comes (zip/spool.h). The size alone
 * decides, so that the same part always gives the same bytes. */
enum { PACKAGE_WHOLE_BYTES = 1024 * 1024, DEFLATE_LEVEL = 6, PACKAGE_LONG_LEVEL = 3 };

/* For each part what it deflates to; nothing for one without bytes. The bytes are the arena's or
 * the store's. */
struct deflated *parts_deflate(struct arena *arena, const struct package_part *parts, size_t count,
                               struct package_store *store);

#endif
