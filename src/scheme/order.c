/* What stands elsewhere among what it stood beside: all but a longest increasing subsequence. */
#include "scheme/order.h"

struct siblings {
    const size_t *index; /* on the new side */
    size_t count;
};

/* Room for the work on the siblings of one parent. */
struct work {
    size_t *tail;     /* of the best sequence of each length: the sibling that it ends with */
    long *before;     /* the sibling before it there; -1: none */
    const long *rank; /* of each thing of the new side: its index on the old side */
    bool *displaced;
};

/* How many sequences end below that rank. */
static size_t place_of(const struct work *work, const struct siblings *siblings, size_t longest,
                       long rank)
{
    size_t low = 0, high = longest;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (work->rank[siblings->index[work->tail[middle]]] < rank)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void flag(const struct work *work, const struct siblings *siblings)
{
    size_t longest = 0;
    for (size_t i = 0; i < siblings->count; i++) {
        size_t at = place_of(work, siblings, longest, work->rank[siblings->index[i]]);
        work->before[i] = at ? (long)work->tail[at - 1] : -1;
        work->tail[at] = i;
        longest += at == longest;
        work->displaced[siblings->index[i]] = true;
    }
    for (long i = longest ? (long)work->tail[longest - 1] : -1; i >= 0; i = work->before[i])
        work->displaced[siblings->index[i]] = false;
}

/* The things of each parent one behind the other; start[p] is where those of p begin. */
static size_t *group_by(struct arena *arena, const long *parent, size_t count, size_t parents,
                        size_t *start)
{
    size_t *list = ARENA_ARRAY(arena, size_t, count), *fill = start + 1;
    for (size_t i = 0; i < count; i++)
        if (parent[i] >= 0)
            fill[parent[i] + 1]++;
    for (size_t p = 0; p < parents; p++)
        fill[p + 1] += fill[p];
    for (size_t i = 0; i < count; i++)
        if (parent[i] >= 0)
            list[fill[parent[i]]++] = i;
    return list;
}

const bool *find_displaced(struct arena *arena, const struct pairing *pairing, const long *parent,
                           size_t parents)
{
    size_t count = pairing->count[SIDE_NEW];
    size_t *start = ARENA_ARRAY(arena, size_t, parents + 2);
    const size_t *list = group_by(arena, parent, count, parents, start);
    struct work work = {
        .tail = ARENA_ARRAY(arena, size_t, count),
        .before = ARENA_ARRAY(arena, long, count),
        .rank = pairing->partner[SIDE_NEW],
        .displaced = ARENA_ARRAY(arena, bool, count),
    };
    for (size_t p = 0; p < parents; p++)
        flag(&work, &(struct siblings){list + start[p], start[p + 1] - start[p]});
    return work.displaced;
}
