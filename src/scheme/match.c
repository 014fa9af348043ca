/* What in one rubric is what in the other. */
#include "scheme/match.h"

#include <string.h>

#include "base/likeness.h"
#include "base/text.h"
#include "scheme/groups.h"
#include "scheme/leaves.h"
#include "scheme/pairs.h"

/* What speaks for two departments being one: the name before the id, as a scheme that numbers its
 * departments gives each id anew. */
enum {
    GAIN_NAME = 1000,
    GAIN_SHORT = 800,
    GAIN_ID = 600,
    GAIN_BOTH = 100,
    LEAST_LIKENESS = 70, /* per cent, as of 农业局 and 农业农村局 */
    NAME_MOST = 40       /* characters of a name whose likeness is looked at */
};

static bool has_short(const struct department *department, const char *name)
{
    for (struct xml_node *node = xml_first_named(department->node, "short"); node;
         node = xml_next_named(node, "short")) {
        const char *text;
        if (xml_next_part(node, NULL, &text) && text_equal(text, name))
            return true;
    }
    return false;
}

static long likeness_gain(const struct department *a, const struct department *b)
{
    if (text_count(a->name) > NAME_MOST || text_count(b->name) > NAME_MOST)
        return 0;
    int likeness = wording_likeness(a->name, b->name);
    return likeness >= LEAST_LIKENESS ? 5 * likeness : 0;
}

static long department_gain(const struct department *a, const struct department *b)
{
    bool same_id = strcmp(a->id, b->id) == 0;
    if (strcmp(a->name, b->name) == 0)
        return GAIN_NAME + GAIN_BOTH * same_id;
    if (has_short(a, b->name) || has_short(b, a->name))
        return GAIN_SHORT + GAIN_BOTH * same_id;
    return same_id ? GAIN_ID : likeness_gain(a, b);
}

static const struct department **list_departments(struct arena *arena, const struct rubric *rubric,
                                                  size_t *count)
{
    *count = 0;
    for (const struct department *d = rubric->departments; d; d = d->next)
        ++*count;
    const struct department **list = ARENA_ARRAY(arena, const struct department *, *count);
    for (const struct department *d = rubric->departments; d; d = d->next)
        list[d->index] = d;
    return list;
}

static void match_departments(struct arena *arena, struct match *match)
{
    size_t count[SIDES];
    struct pairs pairs = pairs_on(arena);
    for (int side = 0; side < SIDES; side++)
        match->departments[side] = list_departments(arena, match->rubric[side], &count[side]);
    match->of_departments = pairing_of(arena, count[SIDE_OLD], count[SIDE_NEW]);
    for (size_t i = 0; i < count[SIDE_OLD]; i++)
        for (size_t k = 0; k < count[SIDE_NEW]; k++) {
            long gain =
                department_gain(match->departments[SIDE_OLD][i], match->departments[SIDE_NEW][k]);
            if (gain)
                pairs_add(&pairs, (struct pair){i, k, gain});
        }
    pairing_choose(&match->of_departments, &pairs);
}

long department_in_new(const struct match *match, enum side side,
                       const struct department *department)
{
    return side == SIDE_NEW ? (long)department->index
                            : match->of_departments.partner[SIDE_OLD][department->index];
}

bool same_departments(const struct match *match, const struct department_ref *old,
                      const struct department_ref *new)
{
    for (; old && new; old = old->next, new = new->next)
        if (department_in_new(match, SIDE_OLD, old->department) != (long)new->department->index)
            return false;
    return !old && !new;
}

static void list_leaves(struct arena *arena, struct match *match, enum side side)
{
    const struct rubric *rubric = match->rubric[side];
    match->leaves[side] = ARENA_ARRAY(arena, struct leaf, rubric->indicator_count);
    for (const struct indicator *i = rubric->indicators; i; i = i->next) {
        const char *text = indicator_text(arena, i);
        match->leaves[side][i->index] = (struct leaf){i, text, wording_key(arena, text)};
    }
}

static void list_groups(struct arena *arena, struct match *match, enum side side)
{
    const struct rubric *rubric = match->rubric[side];
    match->groups[side] = ARENA_ARRAY(arena, const struct group *, rubric->group_count);
    for (const struct group *group = rubric->groups; group; group = group->next)
        match->groups[side][group->index] = group;
}

struct match scheme_match(struct arena *arena, const struct rubric *old, const struct rubric *new)
{
    struct match match = {.rubric = {old, new}};
    for (int side = 0; side < SIDES; side++) {
        list_leaves(arena, &match, (enum side)side);
        list_groups(arena, &match, (enum side)side);
    }
    match.of_leaves = pairing_of(arena, old->indicator_count, new->indicator_count);
    match.of_groups = pairing_of(arena, old->group_count, new->group_count);
    match_departments(arena, &match);
    match_leaves(arena, &match);
    match_groups(arena, &match);
    return match;
}
