/* What a template needs of a rubric, added to its nodes: numbers, labels, sums, the names of
 * departments. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "data/rubric.h"

struct join {
    struct findings *findings;
    struct rubric *rubric;
};

static struct arena *arena_of(const struct join *join)
{
    return join->findings->arena;
}

static void set_points(const struct join *join, struct xml_node *node, const char *name,
                       points value)
{
    xml_set(node, name, points_print(arena_of(join), value));
}

/* Position among the groups of the same parent, and among all groups of the same level. */
static void number_group(struct join *join, struct group *group)
{
    long number = 1, running = 1;
    for (struct group *g = join->rubric->groups; g != group; g = g->next) {
        number += g->parent == group->parent;
        running += g->level == group->level;
    }
    xml_set_number(group->node, "number", number);
    xml_set_number(group->node, "running", running);
    set_points(join, group->node, "sum", group->sum);
}

const char *score_label(struct arena *arena, const struct indicator *indicator)
{
    switch (indicator->kind) {
    case INDICATOR_POINTS:
        return arena_printf(arena, "%s分", points_print(arena, indicator->points));
    case INDICATOR_DEDUCTION:
        if (indicator->each)
            return arena_printf(arena, "每项扣%s分，最高扣%s分",
                                points_print(arena, indicator->each),
                                points_print(arena, indicator->most));
        return arena_printf(arena, "最高扣%s分", points_print(arena, indicator->most));
    default:
        return NULL;
    }
}

/* The text as it stands before and after its points. */
static void split_wording(struct join *join, struct indicator *indicator)
{
    static const char *const names[] = {"before", "after"};
    struct buffer half[2] = {buffer_on(arena_of(join)), buffer_on(arena_of(join))};
    struct xml_node *wording = xml_first_named(indicator->node, "text");
    const char *text;
    int after = 0;
    for (struct xml_node *part = NULL; (part = xml_next_part(wording, part, &text));) {
        if (text)
            buffer_add(&half[after], text);
        else
            after = 1;
    }
    for (int i = 0; i < 2; i++)
        if (i == 0 || half[i].length)
            xml_set_line(xml_add_with_text(indicator->node, names[i],
                                           text_trim(arena_of(join), buffer_text(&half[i]))),
                         xml_line(wording));
}

static const char *or_default(const char *value, const char *otherwise)
{
    return value ? value : otherwise;
}

static const char default_unit_label[] = "责任单位：";

static void report_unknown(struct join *join, const struct xml_node *item, const char *id)
{
    size_t count = 0;
    for (struct indicator *i = join->rubric->indicators; i; i = i->next)
        count++;
    const char **ids = ARENA_ARRAY(arena_of(join), const char *, count);
    count = 0;
    for (struct indicator *i = join->rubric->indicators; i; i = i->next)
        ids[count++] = i->id;
    struct suggestion near = suggestion_near(arena_of(join), id, ids, count);
    if (!*near.words[LANGUAGE_ENGLISH])
        near = (struct suggestion){
            {"name the id of an <indicator> of this rubric", "请写本方案里某个 <indicator> 的 id"}};
    REPORT(join->findings, RULE_INDICATOR_UNKNOWN, xml_place(item), id,
           near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]);
}

/* 名称（2分）（责任单位：部门） */
static void print_item(struct join *join, struct buffer *out, const struct xml_node *item)
{
    struct indicator *indicator = rubric_indicator(join->rubric, xml_get(item, "ref"));
    if (!indicator) {
        report_unknown(join, item, xml_get(item, "ref"));
        return;
    }
    const char *label = score_label(arena_of(join), indicator);
    buffer_add(out, xml_get(item, "as"));
    if (label)
        buffer_printf(out, "（%s）", label);
    buffer_printf(out, "（%s%s）", or_default(xml_get(item, "unit-label"), default_unit_label),
                  department_names(arena_of(join), indicator->departments));
}

static const char *focus_text(struct join *join, struct xml_node *focus)
{
    struct buffer out = buffer_on(arena_of(join));
    const char *text;
    for (struct xml_node *part = NULL; (part = xml_next_part(focus, part, &text));) {
        if (text)
            buffer_add(&out, text);
        else if (xml_is(part, "item"))
            print_item(join, &out, part);
    }
    return text_trim(arena_of(join), buffer_text(&out));
}

/* A focus says only what differs from its indicator or group: fill in the rest. */
static void join_focus(struct join *join, struct xml_node *focus, const char *title,
                       const char *label, struct department_ref *departments)
{
    struct department_ref *own = department_refs(join->findings, join->rubric->departments, focus);
    const char *text = focus_text(join, focus);
    xml_clear(focus);
    xml_add_with_text(focus, "text", text);
    department_refs_join(focus, own ? own : departments);
    if (!xml_get(focus, "title"))
        xml_set(focus, "title", title);
    if (!xml_get(focus, "label") && label)
        xml_set(focus, "label", label);
    if (!xml_get(focus, "unit-label"))
        xml_set(focus, "unit-label", default_unit_label);
}

static void join_group(struct join *join, struct group *group)
{
    number_group(join, group);
    for (struct xml_node *focus = xml_first_named(group->node, "focus"); focus;
         focus = xml_next_named(focus, "focus"))
        join_focus(join, focus, xml_get(group->node, "title"), NULL, NULL);
}

static void join_indicator(struct join *join, struct indicator *indicator)
{
    struct xml_node *node = indicator->node;
    struct xml_node *focus = xml_first_named(node, "focus");
    const char *label = score_label(arena_of(join), indicator);
    const char *text = xml_content(arena_of(join), xml_first_named(node, "text"));
    split_wording(join, indicator);
    department_refs_join(node, indicator->departments);
    if (label)
        xml_set(node, "label", label);
    if (focus)
        join_focus(join, focus, text, label, indicator->departments);
}

/* The numbers of printed rows: one a group or one an indicator, as the group says. Vetoes have no
 * running number. */
static void number_rows(struct rubric *rubric)
{
    long serial = 0, running = 0, number = 0;
    const struct group *previous = NULL;
    for (struct indicator *i = rubric->indicators; i; previous = i->group, i = i->next) {
        enum numbering numbering = i->group->numbering;
        bool first = i->group != previous;
        number = first ? 1 : number + 1;
        xml_set_number(i->node, "number", number);
        if (i->kind != INDICATOR_VETO)
            xml_set_number(i->node, "running", ++running);
        if (numbering == NUMBER_EACH)
            xml_set_number(i->node, "serial", ++serial);
        else if (numbering == NUMBER_GROUP && first)
            xml_set_number(i->group->node, "serial", ++serial);
    }
}

void rubric_join(struct findings *findings, struct rubric *rubric)
{
    struct join join = {findings, rubric};
    for (struct group *group = rubric->groups; group; group = group->next)
        join_group(&join, group);
    for (struct indicator *indicator = rubric->indicators; indicator; indicator = indicator->next)
        join_indicator(&join, indicator);
    for (struct department *d = rubric->departments; d; d = d->next) {
        set_points(&join, d->node, "points", d->points);
        xml_set_number(d->node, "indicators", d->indicators);
    }
    number_rows(rubric);
    set_points(&join, rubric->node, "sum", rubric->sum);
}
