/* Which group is which: pairs that share indicators, and pairs with the same title. */
#include "scheme/groups.h"

#include <string.h>

#include "base/likeness.h"
#include "scheme/namesakes.h"
#include "scheme/pairs.h"

enum {
    GAIN_TITLE = 600,  /* the same title; of a like one its part */
    GAIN_LEAVES = 400, /* all indicators in common; of some of them their part */
    GAIN_LEVEL = 20,
    LEAST_LIKENESS = 30, /* of titles, per cent */
    LEAST_GAIN = 200
};

struct search {
    struct arena *arena;
    struct match *match;
    size_t *leaves[SIDES]; /* below each group, at any depth */
    struct pairs shared;   /* a pair of groups for each indicator in both; all gain 1 */
    struct pairs pairs;
};

static void count_leaves(struct search *s, enum side side)
{
    const struct match *match = s->match;
    s->leaves[side] = ARENA_ARRAY(s->arena, size_t, match->of_groups.count[side]);
    for (size_t i = 0; i < match->of_leaves.count[side]; i++)
        for (const struct group *g = match->leaves[side][i].indicator->group; g; g = g->parent)
            s->leaves[side][g->index]++;
}

static void list_shared(struct search *s)
{
    const struct match *match = s->match;
    for (size_t i = 0; i < match->of_leaves.count[SIDE_OLD]; i++) {
        long partner = match->of_leaves.partner[SIDE_OLD][i];
        if (partner < 0)
            continue;
        const struct indicator *old = match->leaves[SIDE_OLD][i].indicator;
        const struct indicator *new = match->leaves[SIDE_NEW][partner].indicator;
        for (const struct group *a = old->group; a; a = a->parent)
            for (const struct group *b = new->group; b; b = b->parent)
                pairs_add(&s->shared, (struct pair){a->index, b->index, 1});
    }
}

static long title_gain(struct arena *arena, const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return GAIN_TITLE;
    int likeness = wording_likeness(wording_key(arena, a), wording_key(arena, b));
    return likeness >= LEAST_LIKENESS ? GAIN_TITLE * likeness / 100 : 0;
}

static void consider(struct search *s, size_t old, size_t new, size_t shared)
{
    const struct group *a = s->match->groups[SIDE_OLD][old];
    const struct group *b = s->match->groups[SIDE_NEW][new];
    size_t all = s->leaves[SIDE_OLD][old] + s->leaves[SIDE_NEW][new];
    long gain = title_gain(s->arena, xml_get(a->node, "title"), xml_get(b->node, "title"));
    if (all)
        gain += (long)(2UL * GAIN_LEAVES * shared / all);
    if (gain < LEAST_GAIN)
        return;
    if (a->level == b->level)
        gain += GAIN_LEVEL;
    pairs_add(&s->pairs, (struct pair){old, new, gain});
}

static void consider_shared(struct search *s)
{
    pairs_sort(&s->shared);
    const struct pair *pair = s->shared.pair;
    for (size_t i = 0, next; i < s->shared.count; i = next) {
        for (next = i + 1; next < s->shared.count && pair_same(&pair[i], &pair[next]);)
            next++;
        consider(s, pair[i].old, pair[i].new, next - i);
    }
}

static struct names_list list_titles(const struct search *s, enum side side)
{
    size_t count = s->match->of_groups.count[side];
    struct names_list list = {ARENA_ARRAY(s->arena, struct named, count), count};
    for (size_t i = 0; i < count; i++)
        list.named[i] = (struct named){xml_get(s->match->groups[side][i]->node, "title"), i};
    return list;
}

/* They may have no indicator in common. */
static void consider_namesake(void *search, size_t old, size_t new)
{
    consider(search, old, new, 0);
}

void match_groups(struct arena *arena, struct match *match)
{
    struct search search = {
        .arena = arena, .match = match, .shared = pairs_on(arena), .pairs = pairs_on(arena)};
    count_leaves(&search, SIDE_OLD);
    count_leaves(&search, SIDE_NEW);
    list_shared(&search);
    consider_shared(&search);
    each_namesake(list_titles(&search, SIDE_OLD), list_titles(&search, SIDE_NEW), consider_namesake,
                  &search);
    pairing_choose(&match->of_groups, &search.pairs);
}
