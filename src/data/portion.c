/* What of a notice concerns one recipient: copies of what is joined, and in them what is its own.
 */
#include "data/portion.h"

#include <string.h>

#include "base/text.h"

struct portion {
    struct arena *arena;
    const struct notice *notice;
    const struct recipient *recipient;
    struct xml_node *node;        /* where it is added */
    const struct indicator *next; /* the one that the walk through the copy meets next */
    bool common;                  /* what groups bear is kept, not what is its own */
};

static bool bears_itself(const struct portion *portion, const struct indicator *indicator)
{
    for (const struct department_ref *ref = indicator->departments; ref; ref = ref->next)
        if (department_refs_have(portion->recipient->own, ref->department))
            return true;
    return false;
}

static bool is_common(const struct indicator *indicator)
{
    for (const struct department_ref *ref = indicator->departments; ref; ref = ref->next)
        if (ref->department->collective)
            return true;
    return false;
}

static bool keeps(const struct portion *portion, const struct indicator *indicator)
{
    if (bears_itself(portion, indicator))
        return !portion->common;
    return portion->common && is_common(indicator);
}

/* Whether there are indicators to keep. */
static bool any(const struct portion *portion)
{
    const struct indicator *indicator = portion->notice->rubric->indicators;
    while (indicator && !keeps(portion, indicator))
        indicator = indicator->next;
    return indicator;
}

/* The <department> children that stand for the recipient. */
static void mark_own(const struct portion *portion, struct xml_node *indicator)
{
    for (struct xml_node *d = xml_first_named(indicator, "department"); d;
         d = xml_next_named(d, "department"))
        for (const struct department_ref *own = portion->recipient->own; own; own = own->next)
            if (text_equal(own->department->id, xml_get(d, "id")))
                xml_set(d, "own", "true");
}

static bool is_empty(struct xml_node *group)
{
    return !xml_first_named(group, "group") && !xml_first_named(group, "indicator");
}

/* The points of an indicator that stays. */
static points prune_indicator(struct portion *portion, struct xml_node *node)
{
    const struct indicator *indicator = portion->next;
    portion->next = indicator->next;
    if (!keeps(portion, indicator)) {
        xml_remove(node);
        return 0;
    }
    mark_own(portion, node);
    return indicator->points;
}

static points prune(struct portion *portion, struct xml_node *node);

static points prune_group(struct portion *portion, struct xml_node *node)
{
    points sum = prune(portion, node);
    if (is_empty(node))
        xml_remove(node);
    return sum;
}

/* Removes what is not kept from a copy of the rubric, or of a group: no deeper than
 * LIMIT_GROUP_DEPTH. Returns the points that stay. */
static points prune(struct portion *portion, struct xml_node *node)
{
    points sum = 0;
    for (struct xml_node *child = xml_first(node), *next; child; child = next) {
        next = xml_next(child);
        if (xml_is(child, "indicator"))
            sum += prune_indicator(portion, child);
        else if (xml_is(child, "group"))
            sum += prune_group(portion, child);
    }
    xml_set(node, "sum", points_print(portion->arena, sum));
    return sum;
}

static void add_rubric(struct portion *portion, bool common)
{
    const struct rubric *rubric = portion->notice->rubric;
    portion->common = common;
    if (!any(portion))
        return;
    struct xml_node *copy = xml_add_copy(portion->node, rubric->node);
    portion->next = rubric->indicators;
    prune(portion, copy);
    if (common)
        xml_set(copy, "group", "true");
}

/* A task names departments of the notice, or all in one word. */
static void add_task(const struct portion *portion, struct xml_node *task)
{
    struct xml_node *d = xml_first_named(task, "department");
    while (d && !text_equal(xml_get(d, "id"), portion->recipient->id))
        d = xml_next_named(d, "department");
    if (!d && !xml_get(task, "group"))
        return;
    struct xml_node *copy = xml_add_copy(portion->node, task);
    for (d = xml_first_named(copy, "department"); d; d = xml_next_named(d, "department"))
        if (text_equal(xml_get(d, "id"), portion->recipient->id))
            xml_set(d, "own", "true");
}

static bool has_name(struct arena *arena, const struct department *department, const char *name)
{
    struct xml_node *s = xml_first_named(department->node, "short");
    while (s && !text_equal(xml_content(arena, s), name))
        s = xml_next_named(s, "short");
    return s || text_equal(department->name, name);
}

static const struct department *find_named(struct arena *arena, const struct department *list,
                                           const char *name)
{
    while (list && (list->collective || !has_name(arena, list, name)))
        list = list->next;
    return list;
}

/* Of a name that is no department's, as 各单位, it is true: it speaks to all. */
static bool speaks_to(const struct portion *portion, const char *name)
{
    const struct recipient *recipient = portion->recipient;
    const struct department *local = find_named(portion->arena, portion->notice->departments, name);
    const struct department *listed =
        find_named(portion->arena, portion->notice->rubric->departments, name);
    return (!local && !listed) || (local && text_equal(local->id, recipient->id)) ||
           (listed && department_refs_have(recipient->own, listed));
}

/* "市教育局、市公安局" are these two alone; where it is not said who, it is all. */
static bool holds_for(const struct portion *portion, const char *who)
{
    static const char comma[] = "、";
    for (const char *end; who && (end = strstr(who, comma)); who = end + strlen(comma))
        if (speaks_to(portion, arena_copy_n(portion->arena, who, (size_t)(end - who))))
            return true;
    return !who || speaks_to(portion, who);
}

static void add_requests(const struct portion *portion)
{
    struct xml_node *root = xml_root(portion->notice->joined);
    for (struct xml_node *task = xml_first_named(root, "task"); task;
         task = xml_next_named(task, "task"))
        add_task(portion, task);
    for (struct xml_node *deadline = xml_first_named(root, "deadline"); deadline;
         deadline = xml_next_named(deadline, "deadline"))
        if (holds_for(portion, xml_get(deadline, "who")))
            xml_add_copy(portion->node, deadline);
}

bool portion_any(const struct notice *notice, const struct recipient *recipient)
{
    struct portion own = {.notice = notice, .recipient = recipient};
    struct portion common = {.notice = notice, .recipient = recipient, .common = true};
    return any(&own) || any(&common);
}

void portion_add(struct arena *arena, const struct notice *notice,
                 const struct recipient *recipient, struct xml_node *node)
{
    struct portion portion = {arena, notice, recipient, node, NULL, false};
    add_rubric(&portion, false);
    add_rubric(&portion, true);
    add_requests(&portion);
}
