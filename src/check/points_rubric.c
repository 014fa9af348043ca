/* Points and wordings within a rubric. */
#include <string.h>

#include "base/likeness.h"
#include "base/text.h"
#include "check/kind.h"
#include "check/points.h"

/* What a group or an indicator adds to the sum: nothing, as deductions and vetoes; so many points;
 * or some that the rubric does not tell. */
struct worth {
    enum { WORTH_NOTHING, WORTH_KNOWN, WORTH_UNKNOWN } kind;
    points value;
};

static struct worth worth_add(struct worth a, struct worth b)
{
    return (struct worth){a.kind > b.kind ? a.kind : b.kind, a.value + b.value};
}

/* Whether another indicator that is printed in the same cell has points, which are then for both.
 */
static bool cell_has_points(const struct rubric *rubric, const struct indicator *indicator)
{
    const struct indicator *first = rubric->indicators, *i = first;
    for (; i != indicator; i = i->next)
        if (!text_equal(xml_get(i->next->node, "joined"), "true"))
            first = i->next;
    for (i = first; i; i = i->next) {
        if (i->kind == INDICATOR_POINTS)
            return true;
        if (!i->next || !text_equal(xml_get(i->next->node, "joined"), "true"))
            return false;
    }
    return false;
}

static struct worth worth_of_indicator(const struct rubric *rubric,
                                       const struct indicator *indicator)
{
    if (indicator->kind == INDICATOR_POINTS)
        return (struct worth){WORTH_KNOWN, indicator->points};
    if (indicator->kind == INDICATOR_PLAIN && !cell_has_points(rubric, indicator))
        return (struct worth){WORTH_UNKNOWN, 0};
    return (struct worth){WORTH_NOTHING, 0};
}

static bool has_marks(const struct group *group, points *marks)
{
    const char *text = xml_get(group->node, "marks");
    return text && points_read(text, marks);
}

static const char *title_of(const struct group *group)
{
    return xml_get(group->node, "title");
}

static struct worth worth_of_group(const struct rubric *rubric, const struct group *group);

/* Groups are at most LIMIT_GROUP_DEPTH deep. */
static struct worth worth_inside(const struct rubric *rubric, const struct group *group)
{
    struct worth sum = {WORTH_NOTHING, 0};
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        if (i->group == group)
            sum = worth_add(sum, worth_of_indicator(rubric, i));
    for (const struct group *g = rubric->groups; g; g = g->next)
        if (g->parent == group)
            sum = worth_add(sum, worth_of_group(rubric, g));
    return sum;
}

/* The marks that are printed count, so that a wrong figure is reported once. Whether bonus points
 * are within the full marks nobody knows. */
static struct worth worth_of_group(const struct rubric *rubric, const struct group *group)
{
    struct worth worth = worth_inside(rubric, group);
    points marks;
    if (strstr(title_of(group), "加分"))
        return (struct worth){WORTH_UNKNOWN, 0};
    if (worth.kind != WORTH_NOTHING && has_marks(group, &marks))
        return (struct worth){WORTH_KNOWN, marks};
    return worth;
}

static void check_sum(struct subject *subject, const struct group *group)
{
    points marks;
    struct worth inside = worth_inside(subject->what->rubric, group);
    if (inside.kind == WORTH_KNOWN && has_marks(group, &marks) && inside.value != marks)
        FOUND(subject, RULE_POINTS_GROUP_SUM, spot_of_node(subject, group->node), title_of(group),
              points_print(subject->arena, marks), points_print(subject->arena, inside.value));
}

/* Where the indicators alone add up to the full marks, a group is at fault and reported. */
static void check_total(struct subject *subject)
{
    const struct rubric *rubric = subject->what->rubric;
    struct worth sum = worth_inside(rubric, NULL);
    const char *text = xml_get(rubric->node, "full-marks");
    points full;
    if (sum.kind == WORTH_KNOWN && text && points_read(text, &full) && sum.value != full &&
        rubric->sum != full)
        FOUND(subject, RULE_POINTS_TOTAL, spot_of_node(subject, rubric->node),
              points_print(subject->arena, sum.value), points_print(subject->arena, full));
}

/* Whether so many are full marks: as told, or as the groups or the indicators add up. */
static bool is_total(const struct rubric *rubric, points value)
{
    const char *text = xml_get(rubric->node, "full-marks");
    struct worth sum = worth_inside(rubric, NULL);
    points full;
    return sum.kind != WORTH_KNOWN || value == sum.value || value == rubric->sum ||
           (text && points_read(text, &full) && value == full);
}

/* 满分100分 in the text. What is converted has full marks of its own. */
static void check_told_total(struct subject *subject, const struct passage *passage)
{
    static const char told[] =
        "(?:^|[，。；：（])[^，。；：（每各单單附加]{0,10}(?:[满滿]分|[总總]分)(?:[为為是共])?"
        "([0-9]{1,4}(?:\\.[0-9]{1,2})?)分(?!以上|以下|[（及～—-])";
    const struct rubric *rubric = subject->what->rubric;
    struct match match;
    points value;
    if (strstr(passage->text, "算") || strstr(passage->text, "百分制") ||
        !pattern_find(subject->patterns, told, passage->text, 0, &match) ||
        !points_read(match_text(subject->arena, passage->text, &match, 1), &value) ||
        is_total(rubric, value))
        return;
    FOUND(subject, RULE_POINTS_TOTAL,
          spot_in(subject, passage, match.start[1], match.end[1] + strlen("分")),
          points_print(subject->arena, worth_inside(rubric, NULL).value),
          points_print(subject->arena, value));
}

static void check_told_totals(struct subject *subject)
{
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (is_main_text(p) && !p->table && strstr(p->text, "分"))
            check_told_total(subject, p);
}

/* Whether the group should print its points: a sibling does; or others of its level do, and they
 * cannot be added up from what is in it. */
static bool lacks_marks(const struct rubric *rubric, const struct group *group)
{
    points marks;
    struct worth worth = worth_inside(rubric, group);
    if (has_marks(group, &marks) || worth.kind == WORTH_NOTHING || mark_is_outside(title_of(group)))
        return false;
    for (const struct group *g = rubric->groups; g; g = g->next)
        if (g->level == group->level && has_marks(g, &marks) &&
            (g->parent == group->parent || worth.kind == WORTH_UNKNOWN))
            return true;
    return false;
}

/* The nearest group around an indicator whose points are told; NULL is the whole rubric. */
static const struct group *marked_around(const struct indicator *indicator)
{
    const struct group *group = indicator->group;
    points marks;
    while (group && !has_marks(group, &marks))
        group = group->parent;
    return group;
}

static bool is_within(const struct group *group, const struct group *outer)
{
    while (group && group != outer)
        group = group->parent;
    return group == outer;
}

/* Whether the indicator should have points: others have among which the points are shared out. */
static bool lacks_points(const struct rubric *rubric, const struct indicator *indicator)
{
    const struct group *around = marked_around(indicator);
    if (worth_of_indicator(rubric, indicator).kind != WORTH_UNKNOWN ||
        mark_is_outside(title_of(indicator->group)))
        return false;
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        if (i->kind == INDICATOR_POINTS && is_within(i->group, around))
            return true;
    return false;
}

static bool is_printed(struct subject *subject, struct xml_node *node)
{
    return !subject->what->document || (node && spot_of_node(subject, node).node);
}

/* Whether the indicator is printed as its focus names it, and as it stands in its table. */
static bool both_are_printed(struct subject *subject, const struct indicator *indicator,
                             struct xml_node *focus)
{
    return is_printed(subject, focus) &&
           (is_printed(subject, xml_first_named(indicator->node, "before")) ||
            is_printed(subject, xml_first_named(indicator->node, "text")));
}

static void check_label(struct subject *subject, const struct indicator *indicator,
                        struct xml_node *focus)
{
    const char *label = xml_get(focus, "label");
    struct match match;
    points value;
    if (!label || !pattern_find(subject->patterns, "^([0-9.]+)(分?)$", label, 0, &match) ||
        !points_read(match_text(subject->arena, label, &match, 1), &value))
        return;
    const char *printed = points_print(subject->arena, value);
    if (match.start[2] == match.end[2] && is_printed(subject, focus))
        FOUND(subject, RULE_POINTS_UNIT, spot_of_node(subject, focus),
              arena_printf(subject->arena, "（%s）", label), printed);
    if (value != indicator->points && both_are_printed(subject, indicator, focus))
        FOUND(subject, RULE_POINTS_DIFFER, spot_of_node(subject, focus), xml_get(focus, "title"),
              printed, points_print(subject->arena, indicator->points));
}

/* As it stands in a heading: the template adds a stop of its own. */
static const char *without_stop(struct arena *arena, const char *words)
{
    static const char stop[] = "。";
    return text_ends(words, stop) ? arena_copy_n(arena, words, strlen(words) - strlen(stop))
                                  : words;
}

/* In the heading the words of the focus stand for the title of the group. */
static void check_wording(struct subject *subject, const struct indicator *indicator,
                          struct xml_node *focus)
{
    bool in_heading = text_equal(xml_get(focus, "in-heading"), "true");
    const char *title = xml_get(focus, "title");
    const char *words = in_heading ? without_stop(subject->arena, title) : title;
    const char *other =
        in_heading ? title_of(indicator->group) : indicator_text(subject->arena, indicator);
    bool differs = in_heading ? !text_equal(wording_key(subject->arena, words),
                                            wording_key(subject->arena, other))
                              : wording_is_variant(subject->arena, words, other);
    if (differs && both_are_printed(subject, indicator, focus))
        FOUND(subject, RULE_WORDING_DIFFERS, spot_of_node(subject, focus), words, other);
}

static void check_indicator(struct subject *subject, const struct indicator *indicator)
{
    struct xml_node *focus = xml_first_named(indicator->node, "focus");
    if (lacks_points(subject->what->rubric, indicator))
        FOUND(subject, RULE_POINTS_MISSING, spot_of_node(subject, indicator->node),
              indicator_text(subject->arena, indicator));
    if (focus && indicator->kind == INDICATOR_POINTS)
        check_label(subject, indicator, focus);
    if (focus)
        check_wording(subject, indicator, focus);
}

void check_rubric_points(struct subject *subject)
{
    const struct rubric *rubric = subject->what->rubric;
    check_total(subject);
    check_told_totals(subject);
    for (const struct group *g = rubric->groups; g; g = g->next) {
        check_sum(subject, g);
        if (lacks_marks(rubric, g))
            FOUND(subject, RULE_POINTS_MISSING, spot_of_node(subject, g->node), title_of(g));
    }
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        check_indicator(subject, i);
}
