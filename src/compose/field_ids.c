/* A table of the ids that were given out. */
#include "compose/field_ids.h"

#include "base/text.h"

struct taken {
    struct taken *next;
    const char *id;
    int number; /* the last that was put behind it */
};

enum { CHAINS = 4096 };

struct field_ids {
    struct arena *arena;
    struct taken **chain; /* NULL: none was asked for yet, as in most documents */
};

struct field_ids *field_ids_new(struct arena *arena)
{
    struct field_ids *ids = ARENA_NEW(arena, struct field_ids);
    ids->arena = arena;
    return ids;
}

static struct taken **chain_of(struct field_ids *ids, const char *id)
{
    if (!ids->chain)
        ids->chain = ARENA_ARRAY(ids->arena, struct taken *, CHAINS);
    return &ids->chain[text_hash(id) % CHAINS];
}

static struct taken *find(struct field_ids *ids, const char *id)
{
    struct taken *taken = *chain_of(ids, id);
    while (taken && !text_equal(taken->id, id))
        taken = taken->next;
    return taken;
}

static const char *add(struct field_ids *ids, const char *id)
{
    struct taken **chain = chain_of(ids, id);
    struct taken *taken = ARENA_NEW(ids->arena, struct taken);
    *taken = (struct taken){*chain, id, 1};
    *chain = taken;
    return id;
}

const char *field_ids_take(struct field_ids *ids, const char *id)
{
    struct taken *first = find(ids, id);
    const char *unique = id;
    while (first && find(ids, unique))
        unique = arena_printf(ids->arena, "%s-%d", id, ++first->number);
    return add(ids, unique);
}
