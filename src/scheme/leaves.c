/* Which indicator is which: what has the same id and the same words is the same; of the rest those
 * are looked at that have rare grams in common, and the best assignment is chosen. */
#include "scheme/leaves.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "scheme/assign.h"
#include "scheme/grams.h"
#include "scheme/namesakes.h"
#include "scheme/pairs.h"

/* What speaks for a pair, beside LIKENESS_WHOLE for the same words. An id alone does not make two
 * indicators the same: schemes that number their indicators give each id anew. */
enum {
    GAIN_ID = 400,
    GAIN_GROUP = 80,
    GAIN_SCORE = 40,
    GAIN_DEPARTMENTS = 40,
    GAIN_RANK = 1, /* the n-th of equal wordings is the n-th */
    LEAST_WITH_ID = 150,
    LEAST_LIKENESS = 350,
    LEAST_GAIN = 480
};

/* Holders of its grams that are looked at for one indicator: enough for all of a usual scheme. */
enum { LOOKED_MOST = 20000 };

/* The indicators that are still to be joined, first those of the old rubric. */
struct search {
    struct arena *arena;
    struct match *match;
    size_t count[SIDES];
    size_t *index[SIDES]; /* of each, in its rubric */
    struct lexicon lexicon;
    size_t *start, *holders; /* of each gram: the new indicators that have it */
    long *common;            /* of the old indicator at hand with each new one */
    size_t *met, met_count;
    struct pairs pairs;
};

static const struct leaf *leaf_at(const struct search *s, enum side side, size_t at)
{
    return &s->match->leaves[side][s->index[side][at]];
}

static const struct grams *grams_at(const struct search *s, enum side side, size_t at)
{
    size_t before = side == SIDE_OLD ? 0 : s->match->of_leaves.count[SIDE_OLD];
    return &s->lexicon.of[before + s->index[side][at]];
}

static const char *group_title(const struct leaf *leaf)
{
    return xml_get(leaf->indicator->group->node, "title");
}

static bool same_score(const struct indicator *a, const struct indicator *b)
{
    return a->kind == b->kind && a->points == b->points && a->each == b->each && a->most == b->most;
}

static long likeness_of(const struct search *s, size_t old, size_t new)
{
    const struct leaf *a = leaf_at(s, SIDE_OLD, old), *b = leaf_at(s, SIDE_NEW, new);
    if (strcmp(a->text, b->text) == 0)
        return LIKENESS_WHOLE;
    return grams_likeness(&s->lexicon, grams_at(s, SIDE_OLD, old), grams_at(s, SIDE_NEW, new));
}

/* 0 if they are not the same indicator. */
static long gain_of(const struct search *s, size_t old, size_t new)
{
    const struct leaf *a = leaf_at(s, SIDE_OLD, old), *b = leaf_at(s, SIDE_NEW, new);
    bool same_id = strcmp(a->indicator->id, b->indicator->id) == 0;
    long likeness = likeness_of(s, old, new), gain = likeness;
    if (text_equal(group_title(a), group_title(b)))
        gain += GAIN_GROUP;
    if (same_score(a->indicator, b->indicator))
        gain += GAIN_SCORE;
    if (same_departments(s->match, a->indicator->departments, b->indicator->departments))
        gain += GAIN_DEPARTMENTS;
    if (same_id)
        return likeness >= LEAST_WITH_ID ? gain + GAIN_ID : 0;
    return likeness >= LEAST_LIKENESS && gain >= LEAST_GAIN ? gain : 0;
}

static void consider(struct search *s, size_t old, size_t new, long more)
{
    long gain = gain_of(s, old, new);
    if (gain)
        pairs_add(&s->pairs,
                  (struct pair){s->index[SIDE_OLD][old], s->index[SIDE_NEW][new], gain + more});
}

/* The new indicators that have each gram, one list behind the other. */
static void index_grams(struct search *s)
{
    s->start = ARENA_ARRAY(s->arena, size_t, s->lexicon.count + 2);
    size_t *fill = s->start + 1;
    for (size_t at = 0; at < s->count[SIDE_NEW]; at++) {
        const struct grams *grams = grams_at(s, SIDE_NEW, at);
        for (size_t i = 0; i < grams->count; i++)
            fill[grams->number[i] + 1]++;
    }
    for (size_t number = 0; number < s->lexicon.count; number++)
        fill[number + 1] += fill[number];
    s->holders = ARENA_ARRAY(s->arena, size_t, fill[s->lexicon.count]);
    for (size_t at = 0; at < s->count[SIDE_NEW]; at++) {
        const struct grams *grams = grams_at(s, SIDE_NEW, at);
        for (size_t i = 0; i < grams->count; i++)
            s->holders[fill[grams->number[i]]++] = at;
    }
}

/* What new indicators have in common with an old one: rare grams first, as many as the cap allows.
 */
static void meet(struct search *s, size_t old)
{
    const struct grams *grams = grams_at(s, SIDE_OLD, old);
    size_t looked = 0;
    s->met_count = 0;
    for (size_t i = 0; i < grams->count; i++) {
        uint32_t number = grams->number[i];
        looked += s->start[number + 1] - s->start[number];
        if (looked > LOOKED_MOST)
            return;
        for (size_t k = s->start[number]; k < s->start[number + 1]; k++) {
            size_t new = s->holders[k];
            if (!s->common[new])
                s->met[s->met_count++] = new;
            s->common[new] += s->lexicon.weight[number];
        }
    }
}

/* Whether `a` has more in common with the old indicator, as a share of both. */
static bool is_liker(const struct search *s, size_t a, size_t b, const struct grams *old)
{
    long all_a = old->weight + grams_at(s, SIDE_NEW, a)->weight;
    long all_b = old->weight + grams_at(s, SIDE_NEW, b)->weight;
    long x = s->common[a] * all_b, y = s->common[b] * all_a;
    return x > y || (x == y && a < b);
}

/* The likest of those met, at most LIMIT_LIKELY of them; the likest first. */
static size_t choose_likely(const struct search *s, size_t old, size_t likely[LIMIT_LIKELY])
{
    const struct grams *grams = grams_at(s, SIDE_OLD, old);
    size_t count = 0;
    for (size_t i = 0; i < s->met_count; i++) {
        size_t new = s->met[i], at = count;
        if (at == LIMIT_LIKELY && !is_liker(s, new, likely[--at], grams))
            continue;
        for (; at && is_liker(s, new, likely[at - 1], grams); at--)
            likely[at] = likely[at - 1];
        likely[at] = new;
        count += count < LIMIT_LIKELY;
    }
    return count;
}

static void consider_likely(struct search *s)
{
    size_t likely[LIMIT_LIKELY];
    index_grams(s);
    s->common = ARENA_ARRAY(s->arena, long, s->count[SIDE_NEW]);
    s->met = ARENA_ARRAY(s->arena, size_t, s->count[SIDE_NEW]);
    for (size_t old = 0; old < s->count[SIDE_OLD]; old++) {
        meet(s, old);
        size_t count = choose_likely(s, old, likely);
        for (size_t i = 0; i < count; i++)
            consider(s, old, likely[i], 0);
        for (size_t i = 0; i < s->met_count; i++)
            s->common[s->met[i]] = 0;
    }
}

typedef const char *name_fn(const struct leaf *leaf);

static const char *id_of(const struct leaf *leaf)
{
    return leaf->indicator->id;
}

static const char *wording_of(const struct leaf *leaf)
{
    return leaf->text;
}

static struct names_list list_by(const struct search *s, enum side side, name_fn *name)
{
    struct names_list list = {ARENA_ARRAY(s->arena, struct named, s->count[side]), s->count[side]};
    for (size_t i = 0; i < list.count; i++)
        list.named[i] = (struct named){name(leaf_at(s, side, i)), i};
    return list;
}

static void each_with_same(struct search *s, name_fn *name,
                           void (*found)(void *search, size_t old, size_t new))
{
    each_namesake(list_by(s, SIDE_OLD, name), list_by(s, SIDE_NEW, name), found, s);
}

static void consider_namesake(void *search, size_t old, size_t new)
{
    consider(search, old, new, GAIN_RANK);
}

static void join_unchanged(void *search, size_t old, size_t new)
{
    struct search *s = search;
    if (strcmp(leaf_at(s, SIDE_OLD, old)->text, leaf_at(s, SIDE_NEW, new)->text) == 0)
        pairing_join(&s->match->of_leaves, s->index[SIDE_OLD][old], s->index[SIDE_NEW][new]);
}

/* Those without a partner. */
static void list_open(struct search *s)
{
    for (int side = 0; side < SIDES; side++) {
        size_t count = s->match->of_leaves.count[side];
        s->index[side] = ARENA_ARRAY(s->arena, size_t, count);
        s->count[side] = 0;
        for (size_t i = 0; i < count; i++)
            if (s->match->of_leaves.partner[side][i] < 0)
                s->index[side][s->count[side]++] = i;
    }
}

/* All of both schemes: how rare a gram is can be told from these only. */
static void read_wordings(struct search *s)
{
    const size_t *counts = s->match->of_leaves.count;
    size_t count = counts[SIDE_OLD] + counts[SIDE_NEW], at = 0;
    const char **keys = ARENA_ARRAY(s->arena, const char *, count);
    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < counts[side]; i++)
            keys[at++] = s->match->leaves[side][i].key;
    s->lexicon = lexicon_of(s->arena, keys, count);
}

void match_leaves(struct arena *arena, struct match *match)
{
    struct search search = {.arena = arena, .match = match, .pairs = pairs_on(arena)};
    list_open(&search);
    each_with_same(&search, id_of, join_unchanged);
    list_open(&search);
    read_wordings(&search);
    each_with_same(&search, id_of, consider_namesake);
    each_with_same(&search, wording_of, consider_namesake);
    consider_likely(&search);
    pairing_choose(&match->of_leaves, &search.pairs);
}
