/* Pairs, and the best choice among them. */
#include "scheme/pairs.h"

#include <stdlib.h>

#include "scheme/assign.h"

struct pairs pairs_on(struct arena *arena)
{
    return (struct pairs){.arena = arena};
}

void pairs_add(struct pairs *pairs, struct pair pair)
{
    pairs->pair =
        arena_make_room(pairs->arena, pairs->pair, sizeof pair, pairs->count, &pairs->room);
    pairs->pair[pairs->count++] = pair;
}

struct pairing pairing_of(struct arena *arena, size_t old, size_t new)
{
    struct pairing pairing = {.count = {old, new}};
    for (int side = 0; side < SIDES; side++) {
        pairing.partner[side] = ARENA_ARRAY(arena, long, pairing.count[side]);
        for (size_t i = 0; i < pairing.count[side]; i++)
            pairing.partner[side][i] = -1;
    }
    return pairing;
}

void pairing_join(struct pairing *pairing, size_t old, size_t new)
{
    pairing->partner[SIDE_OLD][old] = (long)new;
    pairing->partner[SIDE_NEW][new] = (long)old;
}

/* Of two for the same the greater gain comes last. */
static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->old != y->old)
        return x->old < y->old ? -1 : 1;
    if (x->new != y->new)
        return x->new < y->new ? -1 : 1;
    return (x->gain > y->gain) - (x->gain < y->gain);
}

bool pair_same(const struct pair *a, const struct pair *b)
{
    return a->old == b->old && a->new == b->new;
}

void pairs_sort(struct pairs *pairs)
{
    if (pairs->count)
        qsort(pairs->pair, pairs->count, sizeof *pairs->pair, compare_pairs);
}

void pairing_choose(struct pairing *pairing, struct pairs *pairs)
{
    size_t rows = pairing->count[SIDE_OLD], count = 0;
    size_t *start = ARENA_ARRAY(pairs->arena, size_t, rows + 1);
    struct edge *edges = ARENA_ARRAY(pairs->arena, struct edge, pairs->count);
    pairs_sort(pairs);
    for (size_t row = 0, i = 0; row < rows; row++) {
        for (; i < pairs->count && pairs->pair[i].old == row; i++)
            if (i + 1 == pairs->count || !pair_same(&pairs->pair[i], &pairs->pair[i + 1]))
                edges[count++] = (struct edge){pairs->pair[i].new, pairs->pair[i].gain};
        start[row + 1] = count;
    }
    struct choices choices = {rows, pairing->count[SIDE_NEW], start, edges};
    const long *column_of = assign(pairs->arena, &choices);
    for (size_t row = 0; row < rows; row++)
        if (column_of[row] >= 0)
            pairing_join(pairing, row, (size_t)column_of[row]);
}
