/* Parts that stand in many packages, deflated once. */
#include "zip/package_store.h"

#include <string.h>

#include "zip/package.h"

enum {
    SEEN_MOST = 256,              /* parts that came once, the latest of them */
    KEPT_MOST = 256,              /* parts */
    KEPT_BYTES = 8 * 1024 * 1024, /* of their copies, before and after they were deflated */
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

/* What lies on the store's arena stays anyway. */
static const char *lasting(const struct package_store *store, const struct arena *on,
                           const char *bytes, size_t length)
{
    return on == store->arena ? bytes : arena_copy_n(store->arena, bytes, length);
}

static void keep(struct package_store *store, const struct arena *on,
                 const struct package_part *part, const struct deflated *deflated)
{
    struct kept *kept = &store->kept[store->count++];
    kept->bytes = lasting(store, on, part->bytes, part->length);
    kept->length = part->length;
    kept->deflated = *deflated;
    kept->deflated.bytes = lasting(store, on, deflated->bytes, deflated->length);
    store->bytes += on == store->arena ? 0 : part->length + deflated->length;
}

static bool comes_again(struct package_store *store, struct sight sight)
{
    if (was_seen(store, sight))
        return true;
    store->seen[store->sights++ % SEEN_MOST] = sight;
    return false;
}

void package_store_offer(struct package_store *store, const struct arena *on,
                         const struct package_part *part, const struct deflated *deflated)
{
    size_t bytes = part->length + deflated->length;
    bool is_free = on == store->arena;
    bool is_asked = is_free || comes_again(store, (struct sight){deflated->crc, part->length});
    if (is_asked && store->count < KEPT_MOST && (is_free || store->bytes + bytes <= KEPT_BYTES))
        keep(store, on, part, deflated);
}
