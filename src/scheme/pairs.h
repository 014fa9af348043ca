/* Pairs that may be the same thing in two rubrics, and the best choice among them. */
#ifndef SCHEME_PAIRS_H
#define SCHEME_PAIRS_H

#include "scheme/match.h"

struct pair {
    size_t old, new;
    long gain; /* from 1 to GAIN_MOST of scheme/assign.h */
};

struct pairs {
    struct arena *arena;
    struct pair *pair;
    size_t count, room;
};

struct pairs pairs_on(struct arena *arena);
void pairs_add(struct pairs *pairs, struct pair pair);
/* By old, new and gain. */
void pairs_sort(struct pairs *pairs);
bool pair_same(const struct pair *a, const struct pair *b); /* whatever they gain */

/* Nobody has a partner yet. */
struct pairing pairing_of(struct arena *arena, size_t old, size_t new);
void pairing_join(struct pairing *pairing, size_t old, size_t new);
/* Joins those that together gain the most. Of one pair added twice the greater gain counts. */
void pairing_choose(struct pairing *pairing, struct pairs *pairs);

#endif
