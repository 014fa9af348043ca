/* A rubric as typed data. */
#include "data/rubric.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"

struct reading {
    struct findings *findings;
    struct rubric *rubric;
    struct group **groups; /* where the next one goes */
    struct indicator **indicators;
};

static points points_of(const struct xml_node *node, const char *attribute)
{
    points value = 0;
    const char *text = xml_get(node, attribute);
    if (text)
        points_read(text, &value);
    return value;
}

static void read_kind(struct indicator *indicator)
{
    struct xml_node *deduction = xml_first_named(indicator->node, "deduction");
    if (xml_get(indicator->node, "points")) {
        indicator->kind = INDICATOR_POINTS;
        indicator->points = points_of(indicator->node, "points");
    } else if (deduction) {
        indicator->kind = INDICATOR_DEDUCTION;
        indicator->each = points_of(deduction, "each");
        indicator->most = points_of(deduction, "most");
    } else if (xml_first_named(indicator->node, "veto")) {
        indicator->kind = INDICATOR_VETO;
    }
}

static void check_kind(struct reading *reading, const struct indicator *indicator)
{
    if (indicator->kind == INDICATOR_POINTS &&
        (xml_first_named(indicator->node, "deduction") || xml_first_named(indicator->node, "veto")))
        REPORT(reading->findings, RULE_INDICATOR_POINTS, xml_place(indicator->node), indicator->id);
}

static void check_id(struct reading *reading, const struct indicator *indicator)
{
    if (text_count(indicator->id) > LIMIT_INDICATOR_ID)
        REPORT(reading->findings, RULE_INDICATOR_ID, xml_place(indicator->node), indicator->id,
               arena_printf(reading->findings->arena, "%d", LIMIT_INDICATOR_ID));
}

static int compare_ids(const void *a, const void *b)
{
    const struct indicator *x = *(struct indicator *const *)a, *y = *(struct indicator *const *)b;
    int order = strcmp(x->id, y->id);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* Of several with one id all but the first are reported. */
static void check_ids(struct findings *findings, const struct rubric *rubric)
{
    size_t count = 0;
    struct indicator **sorted =
        ARENA_ARRAY(findings->arena, struct indicator *, rubric->indicator_count);
    for (struct indicator *i = rubric->indicators; i; i = i->next)
        sorted[count++] = i;
    if (count)
        qsort(sorted, count, sizeof(struct indicator *), compare_ids);
    for (size_t i = 1, first = 0; i < count; i++)
        if (strcmp(sorted[first]->id, sorted[i]->id) == 0)
            report_duplicate_id(findings, sorted[i]->node, sorted[first]->node);
        else
            first = i;
}

static void add_sum(struct rubric *rubric, struct group *group, points value)
{
    for (; group; group = group->parent)
        group->sum += value;
    rubric->sum += value;
}

static void read_indicator(struct reading *reading, struct group *group, struct xml_node *node)
{
    size_t *count = &reading->rubric->indicator_count;
    if (!data_count(reading->findings, node, count, LIMIT_INDICATORS))
        return;
    struct indicator *indicator = ARENA_NEW(reading->findings->arena, struct indicator);
    indicator->index = *count - 1;
    indicator->id = xml_get(node, "id");
    indicator->node = node;
    indicator->group = group;
    indicator->departments = department_refs(reading->findings, reading->rubric->departments, node);
    read_kind(indicator);
    check_id(reading, indicator);
    check_kind(reading, indicator);
    add_sum(reading->rubric, group, indicator->points);
    for (struct department_ref *ref = indicator->departments; ref; ref = ref->next) {
        ref->department->points += indicator->points;
        ref->department->indicators++;
    }
    *reading->indicators = indicator;
    reading->indicators = &indicator->next;
}

static enum numbering numbering_of(const struct xml_node *node)
{
    const char *numbered = xml_get(node, "numbered");
    if (text_equal(numbered, "each"))
        return NUMBER_EACH;
    return text_equal(numbered, "none") ? NUMBER_NONE : NUMBER_GROUP;
}

static void read_group(struct reading *reading, struct group *parent, struct xml_node *node)
{
    size_t *count = &reading->rubric->group_count;
    if (!data_count(reading->findings, node, count, LIMIT_GROUPS))
        return;
    struct group *group = ARENA_NEW(reading->findings->arena, struct group);
    *group = (struct group){
        .index = *count - 1,
        .parent = parent,
        .level = parent ? parent->level + 1 : 1,
        .numbering = numbering_of(node),
        .node = node,
    };
    if (group->level > LIMIT_GROUP_DEPTH) {
        char *most = arena_printf(reading->findings->arena, "%d", LIMIT_GROUP_DEPTH);
        REPORT(reading->findings, RULE_GROUP_DEPTH, xml_place(node), most);
        return;
    }
    *reading->groups = group;
    reading->groups = &group->next;
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child)) {
        if (xml_is(child, "group"))
            read_group(reading, group, child);
        else if (xml_is(child, "indicator"))
            read_indicator(reading, group, child);
    }
}

struct rubric *rubric_read(struct findings *findings, struct xml_node *node)
{
    struct rubric *rubric = ARENA_NEW(findings->arena, struct rubric);
    rubric->node = node;
    rubric->departments = departments_read(findings, node);
    struct reading reading = {findings, rubric, &rubric->groups, &rubric->indicators};
    for (struct xml_node *group = xml_first_named(node, "group"); group;
         group = xml_next_named(group, "group"))
        read_group(&reading, NULL, group);
    check_ids(findings, rubric);
    return rubric;
}

const char *indicator_text(struct arena *arena, const struct indicator *indicator)
{
    return xml_content(arena, xml_first_named(indicator->node, "text"));
}

struct indicator *rubric_indicator(const struct rubric *rubric, const char *id)
{
    struct indicator *indicator = rubric->indicators;
    while (indicator && strcmp(indicator->id, id) != 0)
        indicator = indicator->next;
    return indicator;
}
