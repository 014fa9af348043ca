/* What wordings are made of: characters and pairs of characters. The rarer one is in both schemes,
 * the more it says, so that what stands in every indicator (根据…情况测算得分) counts for little.
 */
#ifndef SCHEME_GRAMS_H
#define SCHEME_GRAMS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { LIKENESS_WHOLE = 1000 }; /* of two wordings with the same grams */

/* The grams of one wording, of its first LIMIT_LIKENESS_CHARACTERS, as numbers, each once, the
 * rarest first. */
struct grams {
    uint32_t *number;
    size_t count;
    long weight; /* of all together */
};

/* Of all wordings; the weight of each gram by its number. */
struct lexicon {
    struct grams *of;
    const long *weight;
    size_t count; /* of grams */
};

/* Keys as wording_key of base/likeness.h gives them. Everything lives on the arena. */
struct lexicon lexicon_of(struct arena *arena, const char *const *keys, size_t count);

/* From 0 to LIKENESS_WHOLE: what both have, by weight. Two without grams are not alike. */
long grams_likeness(const struct lexicon *lexicon, const struct grams *a, const struct grams *b);

#endif
