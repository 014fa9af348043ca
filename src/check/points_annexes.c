/* The same indicator or group, printed in two annexes: with the same points and in the same words.
 * Where a rubric wrote both, it is looked at there. */
#include <stdlib.h>
#include <string.h>

#include "base/likeness.h"
#include "base/text.h"
#include "check/points.h"

/* How many annexes are compared; how many sayings must be common to two of them, and of how many
 * one may differ, for the two to be about the same; how many may be left over in each for a likely
 * pair to be looked for; the shortest key, in characters. */
enum { ANNEXES_MOST = 16, COMMON_LEAST = 4, ODD_OF = 4, LEFT_MOST = 40, KEY_LEAST = 4 };

/* What two annexes say of one thing: `detail` of the thing called `key`. */
struct saying {
    struct saying *next;
    const struct passage *passage;
    size_t from;       /* where the words begin */
    size_t start, end; /* of the detail */
    const char *key, *detail;
    const char *words; /* as printed, of the key or, for a number, of the detail */
};

/* By the words of a statement, its points; by the number of a group, the key of its title. */
enum about { ABOUT_POINTS, ABOUT_NUMBER, ABOUT_COUNT };

struct sayings {
    struct saying *first;
    struct saying *sorted; /* by key; those that are said twice are left out */
    size_t count;
};

/* An annex, and what it says. */
struct teller {
    const char *name;
    struct sayings about[ABOUT_COUNT];
};

struct tellers {
    struct subject *subject;
    struct teller annex[ANNEXES_MOST];
    size_t count;
};

static struct teller *annex_of(struct tellers *annexes, const char *name)
{
    for (size_t i = 0; i < annexes->count; i++)
        if (text_equal(annexes->annex[i].name, name))
            return &annexes->annex[i];
    if (annexes->count == ANNEXES_MOST)
        return NULL;
    annexes->annex[annexes->count].name = name;
    return &annexes->annex[annexes->count++];
}

static void add_saying(struct tellers *annexes, struct teller *annex, enum about about,
                       struct saying saying)
{
    struct sayings *sayings = &annex->about[about];
    struct saying *added = ARENA_NEW(annexes->subject->arena, struct saying);
    *added = saying;
    added->next = sayings->first;
    sayings->first = added;
    sayings->count++;
}

static void add_statement(struct tellers *annexes, struct teller *annex, const struct passage *p)
{
    struct subject *subject = annexes->subject;
    struct mark mark;
    struct match match = {0};
    if (mark_count(subject, p->text, &mark) != 1)
        return;
    pattern_find(subject->patterns, "^(?:[0-9]+[.．、]|[（(][0-9一二三四五六七八九十]+[）)])\\s*",
                 p->text, 0, &match);
    size_t start = match.end[0];
    if (start > mark.start)
        return;
    const char *words = words_in(subject, p, start, mark.start);
    const char *key = wording_key(subject->arena, words);
    if (text_count(key) >= KEY_LEAST)
        add_saying(annexes, annex, ABOUT_POINTS,
                   (struct saying){.passage = p,
                                   .from = start,
                                   .start = mark.start,
                                   .end = mark.end,
                                   .key = key,
                                   .detail = points_print(subject->arena, mark.value),
                                   .words = text_trim(subject->arena, words)});
}

static void add_numbered(struct tellers *annexes, struct teller *annex, const struct passage *p)
{
    struct subject *subject = annexes->subject;
    struct match match;
    if ((!text_starts(p->text, "（") && !text_starts(p->text, "(")) ||
        !pattern_find(subject->patterns,
                      "^[（(]([一二三四五六七八九十]{1,3})[）)]\\s*([^。（(]{2,60})", p->text, 0,
                      &match))
        return;
    const char *words = match_text(subject->arena, p->text, &match, 2);
    add_saying(annexes, annex, ABOUT_NUMBER,
               (struct saying){.passage = p,
                               .from = match.start[2],
                               .start = match.start[2],
                               .end = match.end[2],
                               .key = match_text(subject->arena, p->text, &match, 1),
                               .detail = wording_key(subject->arena, words),
                               .words = words});
}

static int by_key(const void *a, const void *b)
{
    const struct saying *left = a, *right = b;
    return strcmp(left->key, right->key);
}

static void sort(struct arena *arena, struct sayings *sayings)
{
    struct saying *all = ARENA_ARRAY(arena, struct saying, sayings->count + 1);
    size_t count = 0, kept = 0;
    for (const struct saying *s = sayings->first; s; s = s->next)
        all[count++] = *s;
    qsort(all, count, sizeof *all, by_key);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && strcmp(all[end].key, all[i].key) == 0;)
            end++;
        if (end == i + 1)
            all[kept++] = all[i];
    }
    sayings->sorted = all;
    sayings->count = kept;
}

/* Two annexes held against each other: what is in both, and what is left of each. */
struct comparison {
    struct subject *subject;
    const struct saying **common[2], **left[2];
    size_t commons, lefts[2], differing;
};

static bool are_of_rubric(struct subject *subject, const struct saying *a, const struct saying *b)
{
    return is_of_rubric(subject, a->passage) && is_of_rubric(subject, b->passage);
}

static struct comparison compare(struct subject *subject, const struct sayings *a,
                                 const struct sayings *b)
{
    struct comparison c = {.subject = subject};
    const struct sayings *both[2] = {a, b};
    size_t at[2] = {0, 0};
    for (int i = 0; i < 2; i++) {
        c.common[i] = ARENA_ARRAY(subject->arena, const struct saying *, both[i]->count + 1);
        c.left[i] = ARENA_ARRAY(subject->arena, const struct saying *, both[i]->count + 1);
    }
    while (at[0] < a->count || at[1] < b->count) {
        const struct saying *first = at[0] < a->count ? &a->sorted[at[0]] : NULL;
        const struct saying *second = at[1] < b->count ? &b->sorted[at[1]] : NULL;
        int order = !first ? 1 : !second ? -1 : strcmp(first->key, second->key);
        if (order == 0) {
            c.common[0][c.commons] = first;
            c.common[1][c.commons++] = second;
            c.differing += strcmp(first->detail, second->detail) != 0;
        } else {
            int of = order > 0;
            c.left[of][c.lefts[of]++] = of ? second : first;
        }
        at[0] += order <= 0;
        at[1] += order >= 0;
    }
    return c;
}

static void report(struct comparison *c, enum about about, const struct saying *first,
                   const struct saying *second)
{
    if (are_of_rubric(c->subject, first, second))
        return;
    struct spot spot = spot_in(c->subject, second->passage, second->start, second->end);
    if (about == ABOUT_POINTS)
        FOUND(c->subject, RULE_POINTS_DIFFER, spot, second->words, second->detail, first->detail);
    else
        FOUND(c->subject, RULE_WORDING_DIFFERS, spot, second->words, first->words);
}

static void report_differing(struct comparison *c, enum about about)
{
    if (c->commons < COMMON_LEAST || c->differing * ODD_OF > c->commons)
        return;
    for (size_t i = 0; i < c->commons; i++)
        if (strcmp(c->common[0][i]->detail, c->common[1][i]->detail) != 0)
            report(c, about, c->common[0][i], c->common[1][i]);
}

/* The likeliest of those left, of the same points; NULL if none is meant. */
static const struct saying *variant_of(const struct comparison *c, const struct saying *saying,
                                       int among)
{
    const struct saying *best = NULL;
    int likest = 0;
    for (size_t i = 0; i < c->lefts[among]; i++) {
        const struct saying *other = c->left[among][i];
        int likeness = strcmp(other->detail, saying->detail) == 0 &&
                               wording_is_variant(c->subject->arena, other->words, saying->words)
                           ? wording_likeness(other->key, saying->key)
                           : 0;
        if (likeness > likest) {
            likest = likeness;
            best = other;
        }
    }
    return best;
}

/* Only if most of one annex is in the other are the two lists one. */
static bool are_one_list(const struct comparison *c)
{
    return c->commons >= COMMON_LEAST && c->lefts[0] <= LEFT_MOST && c->lefts[1] <= LEFT_MOST &&
           (c->commons >= c->lefts[0] || c->commons >= c->lefts[1]);
}

static void report_variants(struct comparison *c)
{
    if (!are_one_list(c))
        return;
    for (size_t i = 0; i < c->lefts[1]; i++) {
        const struct saying *second = c->left[1][i];
        const struct saying *first = variant_of(c, second, 0);
        if (!first || variant_of(c, first, 1) != second || are_of_rubric(c->subject, first, second))
            continue;
        FOUND(c->subject, RULE_WORDING_DIFFERS,
              spot_in(c->subject, second->passage, second->from, second->start), second->words,
              first->words);
    }
}

static void compare_annexes(struct subject *subject, const struct teller *a, const struct teller *b)
{
    for (enum about about = 0; about < ABOUT_COUNT; about++) {
        struct comparison c = compare(subject, &a->about[about], &b->about[about]);
        report_differing(&c, about);
        if (about == ABOUT_POINTS)
            report_variants(&c);
    }
}

static void gather(struct tellers *annexes)
{
    const struct passage *p = annexes->subject->passages;
    for (struct teller *annex = NULL; p; p = p->next) {
        if (!annex || !text_equal(annex->name, p->section->name))
            annex = annex_of(annexes, p->section->name);
        if (!annex)
            break;
        add_statement(annexes, annex, p);
        add_numbered(annexes, annex, p);
    }
    for (size_t i = 0; i < annexes->count; i++)
        for (enum about about = 0; about < ABOUT_COUNT; about++)
            sort(annexes->subject->arena, &annexes->annex[i].about[about]);
}

void check_annex_points(struct subject *subject)
{
    struct tellers annexes = {.subject = subject};
    gather(&annexes);
    for (size_t j = 1; j < annexes.count; j++)
        for (size_t i = 0; i < j; i++)
            compare_annexes(subject, &annexes.annex[i], &annexes.annex[j]);
}
