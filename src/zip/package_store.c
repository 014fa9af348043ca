/* Parts that stand in many packages, deflated once. */
#include "zip/package_store.h"

#include <string.h>

#include "zip/package.h"

enum {
    SEEN_MOST = 256,              /* parts that came once, the latest of them */
    KEPT_MOST = 256,              /* parts */
    KEPT_BYTES = 8 * 1024 * 1024, /* of them, before and after they were deflated */
};

struct kept {
    const char *bytes;
    size_t length;
    struct deflated deflated;
};

/* A part of which no more than this is known. */
struct sight {
    uint32_t crc;
    size_t length;
};

struct package_store {
    struct arena *arena;
    struct sight seen[SEEN_MOST]; /* a ring */
    size_t sights;
    struct kept kept[KEPT_MOST];
    size_t count;
    size_t bytes;
};

struct package_store *package_store_new(struct arena *arena)
{
    struct package_store *store = ARENA_NEW(arena, struct package_store);
    store->arena = arena;
    return store;
}

static bool kept_is(const struct kept *kept, const struct package_part *part, uint32_t crc)
{
    return kept->deflated.crc == crc && kept->length == part->length &&
           memcmp(kept->bytes, part->bytes, part->length) == 0;
}

bool package_store_find(const struct package_store *store, const struct package_part *part,
                        struct deflated *deflated)
{
    for (size_t i = 0; i < store->count; i++)
        if (kept_is(&store->kept[i], part, deflated->crc)) {
            *deflated = store->kept[i].deflated;
            return true;
        }
    return false;
}

static bool was_seen(const struct package_store *store, struct sight sight)
{
    for (size_t i = 0; i < SEEN_MOST; i++)
        if (store->seen[i].crc == sight.crc && store->seen[i].length == sight.length)
            return true;
    return false;
}

static void keep(struct package_store *store, const struct package_part *part,
                 const struct deflated *deflated)
{
    struct kept *kept = &store->kept[store->count++];
    kept->bytes = arena_copy_n(store->arena, part->bytes, part->length);
    kept->length = part->length;
    kept->deflated = *deflated;
    kept->deflated.bytes = arena_copy_n(store->arena, deflated->bytes, deflated->length);
    store->bytes += part->length + deflated->length;
}

void package_store_offer(struct package_store *store, const struct package_part *part,
                         const struct deflated *deflated)
{
    struct sight sight = {deflated->crc, part->length};
    size_t bytes = part->length + deflated->length;
    if (!was_seen(store, sight))
        store->seen[store->sights++ % SEEN_MOST] = sight;
    else if (store->count < KEPT_MOST && store->bytes + bytes <= KEPT_BYTES)
        keep(store, part, deflated);
}
