/* The fields that forms of a scheme have. */
#include "intake/form_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "docx/bookmark.h"

static const char *const part_endings[FORM_PARTS] = {"_done", "_score", "_veto", "_remark"};
/* Of what was written below the table there is no field. */
static const char *const head_names[FORM_OTHER] = {
    [FORM_FILLER] = "form_filler",
    [FORM_PHONE] = "form_phone",
    [FORM_DATE] = "form_date",
    [FORM_OVERVIEW] = "report_overview",
    [FORM_HIGHLIGHTS] = "report_highlights",
    [FORM_PROBLEMS] = "report_problems",
    [FORM_PLANS] = "report_plans",
};

enum form_part form_answer_part(const struct indicator *indicator)
{
    static const enum form_part parts[] = {
        [INDICATOR_PLAIN] = FORM_DONE,
        [INDICATOR_POINTS] = FORM_SCORE,
        [INDICATOR_DEDUCTION] = FORM_SCORE,
        [INDICATOR_VETO] = FORM_VETO,
    };
    return parts[indicator->kind];
}

const char *form_place_name(const struct form_plan *plan, struct arena *arena, long item, int part)
{
    if (item == FORM_HEAD)
        return part < FORM_OTHER ? head_names[part] : "其他";
    return arena_printf(arena, "%s%s", plan->indicators[item]->id, part_endings[part]);
}

bool form_part_is_named(const char *name)
{
    for (int part = 0; part < FORM_PARTS; part++)
        if (text_ends(name, part_endings[part]))
            return true;
    return false;
}

static int compare_places(const void *a, const void *b)
{
    return strcmp(((const struct form_place *)a)->name, ((const struct form_place *)b)->name);
}

static void add_place(struct form_plan *plan, struct arena *arena, const char *id, long item,
                      int part)
{
    plan->by_tag[plan->places] = (struct form_place){id, item, part};
    plan->by_bookmark[plan->places] = (struct form_place){field_bookmark(arena, id), item, part};
    plan->places++;
}

static void add_indicator(struct form_plan *plan, struct arena *arena,
                          const struct indicator *indicator)
{
    for (int part = 0; part < FORM_PARTS; part++)
        add_place(plan, arena, arena_printf(arena, "%s%s", indicator->id, part_endings[part]),
                  (long)plan->count, part);
    struct xml_node *before = xml_first_named(indicator->node, "before");
    plan->keys[plan->count] =
        text_without_blanks(arena, xml_content(arena, xml_first_named(indicator->node, "text")));
    plan->starts[plan->count] =
        before ? text_without_blanks(arena, xml_content(arena, before)) : plan->keys[plan->count];
    plan->indicators[plan->count++] = indicator;
}

struct form_plan *form_plan_new(struct arena *arena, const struct rubric *rubric)
{
    struct form_plan *plan = ARENA_NEW(arena, struct form_plan);
    size_t count = 0;
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        count++;
    *plan = (struct form_plan){
        .rubric = rubric,
        .indicators = ARENA_ARRAY(arena, const struct indicator *, count),
        .keys = ARENA_ARRAY(arena, const char *, count),
        .starts = ARENA_ARRAY(arena, const char *, count),
        .by_tag = ARENA_ARRAY(arena, struct form_place, count * FORM_PARTS + FORM_OTHER),
        .by_bookmark = ARENA_ARRAY(arena, struct form_place, count * FORM_PARTS + FORM_OTHER),
    };
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        add_indicator(plan, arena, i);
    for (int head = 0; head < FORM_OTHER; head++)
        add_place(plan, arena, head_names[head], FORM_HEAD, head);
    qsort(plan->by_tag, plan->places, sizeof *plan->by_tag, compare_places);
    qsort(plan->by_bookmark, plan->places, sizeof *plan->by_bookmark, compare_places);
    return plan;
}

static const struct form_place *find(const struct form_plan *plan, const struct form_place *sorted,
                                     const char *name)
{
    struct form_place key = {.name = name};
    return name ? bsearch(&key, sorted, plan->places, sizeof *sorted, compare_places) : NULL;
}

const struct form_place *form_place_tagged(const struct form_plan *plan, const char *tag)
{
    return find(plan, plan->by_tag, tag);
}

const struct form_place *form_place_marked(const struct form_plan *plan, const char *bookmark)
{
    return find(plan, plan->by_bookmark, bookmark);
}
