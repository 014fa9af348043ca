/* The grams of wordings. */
#include "scheme/grams.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/text.h"

/* A gram and, if it stands there again, which time: so that each is found once in a wording. */
enum { TIMES_BITS = 16, CHARACTER_BITS = 21 };

struct entry {
    uint64_t code;
    size_t frequency; /* wordings that have it */
    uint32_t number;
};

static int compare_codes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
    if (x->frequency != y->frequency)
        return x->frequency < y->frequency ? -1 : 1;
    return (x->code > y->code) - (x->code < y->code);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint64_t gram_code(uint32_t first, uint32_t second)
{
    return ((uint64_t)first << CHARACTER_BITS | second) << TIMES_BITS;
}

/* Sorted; the n-th of equal ones gets n added. Returns how many. */
static size_t read_codes(const char *key, uint64_t *codes)
{
    size_t count = 0, characters = 0;
    for (uint32_t before = 0, code; (code = text_next(&key)); before = code) {
        if (characters++ == LIMIT_LIKENESS_CHARACTERS->now)
            break;
        codes[count++] = gram_code(0, code);
        if (before)
            codes[count++] = gram_code(before, code);
    }
    qsort(codes, count, sizeof *codes, compare_codes);
    for (size_t i = 1, again = 0; i < count; i++) {
        again = codes[i] == codes[i - 1] - again ? again + 1 : 0;
        codes[i] += again;
    }
    return count;
}

struct reading {
    struct arena *arena;
    uint64_t *codes; /* of all wordings, one behind the other */
    size_t *start;   /* where those of each begin; one more ends the last */
    size_t count;    /* of wordings */
    struct entry *entries;
    size_t entry_count;
};

static void read_all(struct reading *r, const char *const *keys)
{
    size_t room = 0, *lengths = ARENA_ARRAY(r->arena, size_t, r->count);
    for (size_t i = 0; i < r->count; i++) {
        lengths[i] = text_count(keys[i]);
        room += 2 * (lengths[i] < LIMIT_LIKENESS_CHARACTERS->now ? lengths[i]
                                                                 : LIMIT_LIKENESS_CHARACTERS->now);
    }
    r->codes = ARENA_ARRAY(r->arena, uint64_t, room);
    r->start = ARENA_ARRAY(r->arena, size_t, r->count + 1);
    for (size_t i = 0; i < r->count; i++)
        r->start[i + 1] = r->start[i] + read_codes(keys[i], r->codes + r->start[i]);
}

static void count_entries(struct reading *r)
{
    size_t total = r->start[r->count];
    uint64_t *all = ARENA_ARRAY(r->arena, uint64_t, total);
    for (size_t i = 0; i < total; i++)
        all[i] = r->codes[i];
    qsort(all, total, sizeof *all, compare_codes);
    r->entries = ARENA_ARRAY(r->arena, struct entry, total);
    for (size_t i = 0; i < total; i++) {
        if (i == 0 || all[i] != all[i - 1])
            r->entries[r->entry_count++].code = all[i];
        r->entries[r->entry_count - 1].frequency++;
    }
}

/* 1 for a gram of every wording, 2 where half have it, 3 where a quarter has it, … As there are two
 * schemes, a gram that stands twice is as rare as one that stands once. */
static long weight_of(size_t wordings, size_t frequency)
{
    long weight = 1;
    for (frequency = (frequency + 1) / 2 * 2; frequency * 2 <= wordings; frequency *= 2)
        weight++;
    return weight;
}

/* Numbers by rarity; returns the weights. */
static long *number_entries(struct reading *r)
{
    struct entry **order = ARENA_ARRAY(r->arena, struct entry *, r->entry_count);
    long *weights = ARENA_ARRAY(r->arena, long, r->entry_count);
    for (size_t i = 0; i < r->entry_count; i++)
        order[i] = &r->entries[i];
    qsort(order, r->entry_count, sizeof(struct entry *), compare_entries);
    for (size_t i = 0; i < r->entry_count; i++) {
        order[i]->number = (uint32_t)i;
        weights[i] = weight_of(r->count, order[i]->frequency);
    }
    return weights;
}

static uint32_t number_of(const struct reading *r, uint64_t code)
{
    struct entry key = {.code = code};
    const struct entry *found =
        bsearch(&key, r->entries, r->entry_count, sizeof key, compare_codes);
    return found->number;
}

struct lexicon lexicon_of(struct arena *arena, const char *const *keys, size_t count)
{
    struct reading r = {.arena = arena, .count = count};
    read_all(&r, keys);
    count_entries(&r);
    struct lexicon lexicon = {.of = ARENA_ARRAY(arena, struct grams, count),
                              .weight = number_entries(&r),
                              .count = r.entry_count};
    for (size_t i = 0; i < count; i++) {
        struct grams *grams = &lexicon.of[i];
        grams->number = ARENA_ARRAY(arena, uint32_t, r.start[i + 1] - r.start[i]);
        for (size_t k = r.start[i]; k < r.start[i + 1]; k++) {
            grams->number[grams->count] = number_of(&r, r.codes[k]);
            grams->weight += lexicon.weight[grams->number[grams->count++]];
        }
        qsort(grams->number, grams->count, sizeof *grams->number, compare_numbers);
    }
    return lexicon;
}

long grams_likeness(const struct lexicon *lexicon, const struct grams *a, const struct grams *b)
{
    long common = 0, all = a->weight + b->weight;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->number[i] == b->number[j]) {
            common += lexicon->weight[a->number[i++]];
            j++;
        } else if (a->number[i] < b->number[j]) {
            i++;
        } else {
            j++;
        }
    }
    return all ? 2 * common * LIKENESS_WHOLE / all : 0;
}
