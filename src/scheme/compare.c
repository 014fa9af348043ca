/* The differences of two rubrics as XML: an <item> for each thing that differs, then how points
 * shift. */
#include "base/text.h"
#include "scheme/fields.h"
#include "scheme/scheme.h"

struct result {
    const struct comparison *comparison;
    struct xml_node *root;
};

/* A thing: its index on each side, -1 where it is not. */
struct subject {
    enum thing thing;
    long at[SIDES];
};

static const char *value_of(const struct result *result, const struct field *field,
                            const struct subject *subject, enum side side)
{
    const char *value = NULL;
    if (subject->at[side] >= 0)
        value = field->value(result->comparison, side, (size_t)subject->at[side]);
    return value ? value : "";
}

static bool is_in_both(const struct subject *subject)
{
    return subject->at[SIDE_OLD] >= 0 && subject->at[SIDE_NEW] >= 0;
}

static bool differs(const struct result *result, const struct field *field,
                    const struct subject *subject)
{
    if (field->same)
        return !field->same(result->comparison, (size_t)subject->at[SIDE_OLD],
                            (size_t)subject->at[SIDE_NEW]);
    return !text_equal(value_of(result, field, subject, SIDE_OLD),
                       value_of(result, field, subject, SIDE_NEW));
}

enum change { CHANGE_NONE, CHANGE_TECHNICAL, CHANGE_OF_CONTENT };

static enum change change_of(const struct result *result, const struct subject *subject)
{
    enum change change = is_in_both(subject) ? CHANGE_NONE : CHANGE_OF_CONTENT;
    const struct field *field = thing_kinds[subject->thing].fields;
    for (; field->name && change != CHANGE_OF_CONTENT; field++)
        if (differs(result, field, subject))
            change = field->technical ? CHANGE_TECHNICAL : CHANGE_OF_CONTENT;
    return change;
}

static void add_field(struct result *result, struct xml_node *item, const struct field *field,
                      const struct subject *subject)
{
    const char *old = value_of(result, field, subject, SIDE_OLD);
    const char *new = value_of(result, field, subject, SIDE_NEW);
    bool changed = is_in_both(subject) && differs(result, field, subject);
    enum telling least = is_in_both(subject) ? TOLD_ALWAYS : TOLD_WHOLE;
    if ((!*old && !*new) || (!changed && field->told < least))
        return;
    struct xml_node *node = xml_add(item, "field");
    xml_set(node, "name", field->name);
    if (changed) {
        xml_set(node, "change", field->change);
        xml_set(node, "words", field->words);
    }
    if (field->label)
        xml_set(node, "label", field->label);
    if (field->technical)
        xml_set(node, "technical", "true");
    mark_versions(node, field->grain, old, new);
}

static struct xml_node *node_of(const struct result *result, const struct subject *subject,
                                enum side side)
{
    if (subject->at[side] < 0)
        return NULL;
    return thing_kinds[subject->thing].node(result->comparison, side, (size_t)subject->at[side]);
}

/* The id, and where the thing stands in the file. */
static void set_source(struct xml_node *item, struct xml_node *node, const char *id,
                       const char *line)
{
    if (!node)
        return;
    if (xml_get(node, "id"))
        xml_set(item, id, xml_get(node, "id"));
    if (xml_line(node))
        xml_set_number(item, line, xml_line(node));
}

static const char *change_name(const struct subject *subject)
{
    if (is_in_both(subject))
        return "changed";
    return subject->at[SIDE_NEW] >= 0 ? "added" : "removed";
}

static void add_item(struct result *result, struct subject subject)
{
    const struct thing_kind *kind = &thing_kinds[subject.thing];
    enum change change = change_of(result, &subject);
    if (change == CHANGE_NONE)
        return;
    struct xml_node *item = xml_add(result->root, "item");
    xml_set(item, "what", kind->name);
    xml_set(item, "change", change_name(&subject));
    if (change == CHANGE_TECHNICAL)
        xml_set(item, "technical", "true");
    set_source(item, node_of(result, &subject, SIDE_OLD), "old-id", "old-line");
    set_source(item, node_of(result, &subject, SIDE_NEW), "id", "line");
    for (const struct field *field = kind->fields; field->name; field++)
        add_field(result, item, field, &subject);
}

/* From that one on until one that is still there. */
static void add_removed(struct result *result, enum thing thing, size_t from)
{
    const struct pairing *pairing = &result->comparison->pairing[thing];
    for (; from < pairing->count[SIDE_OLD] && pairing->partner[SIDE_OLD][from] < 0; from++)
        add_item(result, (struct subject){thing, {(long)from, -1}});
}

/* In the order of the new scheme; what was removed stands behind what it stood behind. */
static void add_items(struct result *result, enum thing thing)
{
    const struct pairing *pairing = &result->comparison->pairing[thing];
    add_removed(result, thing, 0);
    for (size_t at = 0; at < pairing->count[SIDE_NEW]; at++) {
        long old = pairing->partner[SIDE_NEW][at];
        add_item(result, (struct subject){thing, {old, (long)at}});
        if (old >= 0)
            add_removed(result, thing, (size_t)old + 1);
    }
}

/* How points shift. */

static void set_points(const struct result *result, struct xml_node *node, const char *name,
                       points value)
{
    struct arena *arena = result->comparison->arena;
    const char *text = points_print(arena, value < 0 ? -value : value);
    xml_set(node, name, value < 0 ? arena_printf(arena, "-%s", text) : text);
}

static struct xml_node *add_shift(struct result *result, const char *name, const char *title,
                                  points old, points new)
{
    struct xml_node *node = xml_add(result->root, name);
    xml_set(node, "name", title);
    set_points(result, node, "old", old);
    set_points(result, node, "new", new);
    set_points(result, node, "shift", new - old);
    return node;
}

/* The group on the other side, if both are domains: groups of the first level. */
static const struct group *same_domain(const struct match *match, enum side side,
                                       const struct group *group)
{
    enum side other = side == SIDE_OLD ? SIDE_NEW : SIDE_OLD;
    long at = match->of_groups.partner[side][group->index];
    return at >= 0 && !match->groups[other][at]->parent ? match->groups[other][at] : NULL;
}

static void add_domains(struct result *result)
{
    const struct match *match = &result->comparison->match;
    for (const struct group *g = match->rubric[SIDE_NEW]->groups; g; g = g->next) {
        const struct group *old = g->parent ? NULL : same_domain(match, SIDE_NEW, g);
        if (!g->parent)
            add_shift(result, "domain", xml_get(g->node, "title"), old ? old->sum : 0, g->sum);
    }
    for (const struct group *g = match->rubric[SIDE_OLD]->groups; g; g = g->next)
        if (!g->parent && !same_domain(match, SIDE_OLD, g))
            add_shift(result, "domain", xml_get(g->node, "title"), g->sum, 0);
}

/* `known` is one of both; the other may be NULL. */
static void add_department(struct result *result, const struct department *known,
                           const struct department *old, const struct department *new)
{
    struct xml_node *node =
        add_shift(result, "department", known->name, old ? old->points : 0, new ? new->points : 0);
    xml_set(node, "id", known->id);
    if (known->collective)
        xml_set(node, "group", "true");
}

static void add_departments(struct result *result)
{
    const struct match *match = &result->comparison->match;
    const struct pairing *pairing = &match->of_departments;
    for (size_t i = 0; i < pairing->count[SIDE_NEW]; i++) {
        const struct department *new = match->departments[SIDE_NEW][i];
        long partner = pairing->partner[SIDE_NEW][i];
        add_department(result, new, partner >= 0 ? match->departments[SIDE_OLD][partner] : NULL,
                       new);
    }
    for (size_t i = 0; i < pairing->count[SIDE_OLD]; i++) {
        const struct department *old = match->departments[SIDE_OLD][i];
        if (pairing->partner[SIDE_OLD][i] < 0)
            add_department(result, old, old, NULL);
    }
}

static void describe(struct result *result, const struct rubric *rubric, const char *const names[3])
{
    xml_set(result->root, names[0], xml_get(rubric->node, "id"));
    xml_set(result->root, names[1], xml_get(rubric->node, "title"));
    set_points(result, result->root, names[2], rubric->sum);
}

struct xml_document *scheme_compare(struct arena *arena, const struct rubric *old,
                                    const struct rubric *new)
{
    static const char *const names[SIDES][3] = {{"old-id", "old-title", "old-sum"},
                                                {"new-id", "new-title", "new-sum"}};
    struct comparison comparison = comparison_of(arena, old, new);
    struct xml_document *document = xml_document_new("diff");
    struct result result = {&comparison, xml_root(document)};
    describe(&result, old, names[SIDE_OLD]);
    describe(&result, new, names[SIDE_NEW]);
    for (int thing = 0; thing < THINGS; thing++)
        add_items(&result, (enum thing)thing);
    add_domains(&result);
    add_departments(&result);
    return document;
}
