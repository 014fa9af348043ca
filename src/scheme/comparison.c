/* Two rubrics side by side: partners, positions, and what stands elsewhere. */
#include "scheme/fields.h"
#include "scheme/order.h"
#include "scheme/pairs.h"

/* The group of an indicator or of a group, by its index and one more; 0 at the top, and of
 * departments. */
static size_t parent_of(const struct comparison *c, enum thing thing, enum side side, size_t index)
{
    const struct group *group = NULL;
    if (thing == THING_INDICATOR)
        group = c->match.leaves[side][index].indicator->group;
    else if (thing == THING_GROUP)
        group = c->match.groups[side][index]->parent;
    return group ? group->index + 1 : 0;
}

static const long *number_things(const struct comparison *c, enum thing thing, enum side side)
{
    size_t count = c->pairing[thing].count[side];
    long *last = ARENA_ARRAY(c->arena, long, c->match.of_groups.count[side] + 1);
    long *number = ARENA_ARRAY(c->arena, long, count);
    for (size_t i = 0; i < count; i++)
        number[i] = ++last[parent_of(c, thing, side, i)];
    return number;
}

bool is_below_same(const struct comparison *c, enum thing thing, size_t old, size_t new)
{
    size_t above_old = parent_of(c, thing, SIDE_OLD, old);
    size_t above_new = parent_of(c, thing, SIDE_NEW, new);
    if (!above_old || !above_new)
        return above_old == above_new;
    return c->match.of_groups.partner[SIDE_OLD][above_old - 1] == (long)above_new - 1;
}

static const bool *displaced_things(const struct comparison *c, enum thing thing)
{
    const struct pairing *pairing = &c->pairing[thing];
    long *parent = ARENA_ARRAY(c->arena, long, pairing->count[SIDE_NEW]);
    for (size_t i = 0; i < pairing->count[SIDE_NEW]; i++) {
        long old = pairing->partner[SIDE_NEW][i];
        parent[i] = old >= 0 && is_below_same(c, thing, (size_t)old, i)
                        ? (long)parent_of(c, thing, SIDE_NEW, i)
                        : -1;
    }
    return find_displaced(c->arena, pairing, parent, c->match.of_groups.count[SIDE_NEW] + 1);
}

struct comparison comparison_of(struct arena *arena, const struct rubric *old,
                                const struct rubric *new)
{
    struct comparison c = {.arena = arena, .match = scheme_match(arena, old, new)};
    c.pairing[THING_SCHEME] = pairing_of(arena, 1, 1);
    pairing_join(&c.pairing[THING_SCHEME], 0, 0);
    c.pairing[THING_DEPARTMENT] = c.match.of_departments;
    c.pairing[THING_GROUP] = c.match.of_groups;
    c.pairing[THING_INDICATOR] = c.match.of_leaves;
    c.counts = ARENA_ARRAY(arena, long, c.match.of_departments.count[SIDE_NEW]);
    for (int thing = THING_DEPARTMENT; thing < THINGS; thing++) {
        c.displaced[thing] = displaced_things(&c, (enum thing)thing);
        for (int side = 0; side < SIDES; side++)
            c.number[thing][side] = number_things(&c, (enum thing)thing, (enum side)side);
    }
    return c;
}
