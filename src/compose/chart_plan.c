/* A chart block: what its info string and its stanzas say. */
#include "base/limits.h"
#include "base/text.h"
#include "compose/stanza.h"

struct planner {
    struct stanzas stanzas;
    struct chart_plan *plan;
    struct place stanza;        /* that is being read */
    struct series_plan *series; /* of it; NULL: none so far */
    bool misread;               /* a line of the stanza was reported, */
    bool any_misread;           /* or of any */
};

static struct arena *arena_of(const struct planner *planner)
{
    return planner->stanzas.compiler->findings->arena;
}

static bool set_option(void *context, const char *name, const char *value)
{
    struct planner *planner = context;
    if (!text_equal(name, "rows"))
        return false;
    planner->plan->rows_source = value;
    planner->plan->rows = stanzas_xpath(&planner->stanzas, value);
    return true;
}

static void begin_stanza(void *context)
{
    struct planner *planner = context;
    planner->stanza = planner->stanzas.place;
    planner->series = NULL;
    planner->misread = false;
}

static void misread_stanza(void *context)
{
    struct planner *planner = context;
    planner->misread = planner->any_misread = true;
    if (planner->series)
        planner->series->misread = true;
}

static struct series_plan *series_of(struct planner *planner)
{
    struct series_plan **end = &planner->plan->series;
    if (planner->series)
        return planner->series;
    while (*end)
        end = &(*end)->next;
    *end = planner->series = ARENA_NEW(arena_of(planner), struct series_plan);
    planner->series->place = planner->stanza;
    planner->series->misread = planner->misread;
    planner->plan->count++;
    return planner->series;
}

/* A line that stands again is most likely one of the next series, without a blank line before. */
static void check_once(struct planner *planner, bool again, const char *line)
{
    if (again)
        stanzas_report(&planner->stanzas, line,
                       "it stands already: write title: and category: once, and a blank line "
                       "before each series",
                       "前面已经写过：title: 和 category: 只写一次，每组数据前面空一行");
}

static void set_title(void *context, const char *value)
{
    struct planner *planner = context;
    check_once(planner, planner->plan->has_title, "title:");
    planner->plan->title = stanzas_cell(&planner->stanzas, value);
    planner->plan->has_title = true;
}

static void set_category(void *context, const char *value)
{
    struct planner *planner = context;
    check_once(planner, planner->plan->has_category, "category:");
    planner->plan->category = stanzas_cell(&planner->stanzas, value);
    planner->plan->has_category = true;
}

static void set_series(void *context, const char *value)
{
    struct planner *planner = context;
    struct series_plan *series = series_of(planner);
    check_once(planner, series->has_name, "series:");
    series->name = stanzas_cell(&planner->stanzas, value);
    series->has_name = true;
}

static void set_value(void *context, const char *value)
{
    struct planner *planner = context;
    struct series_plan *series = series_of(planner);
    check_once(planner, series->value_source, "value:");
    series->value_source = value;
    series->value_place = planner->stanzas.place;
    series->value = stanzas_xpath(&planner->stanzas, value);
}

static const struct stanza_line lines[] = {
    {"title", set_title},
    {"category", set_category},
    {"series", set_series},
    {"value", set_value},
};

static const struct stanza_kind kind = {
    .syntax = RULE_CHART_SYNTAX,
    .incomplete = RULE_CHART_INCOMPLETE,
    .set_option = set_option,
    .options = {"rows= is known", "可以写 rows="},
    .begin = begin_stanza,
    .misread = misread_stanza,
    .lines = lines,
    .count = sizeof lines / sizeof *lines,
    .known = {"title:, category:, series: and value: are known",
              "可以写 title:、category:、series:、value:"},
};

static void check_series(struct planner *planner, const struct series_plan *series)
{
    if (series->misread)
        return;
    if (!series->has_name)
        stanzas_report_missing(&planner->stanzas, series->place,
                               "series:", "say what the bars show", "请写这组数据的名称");
    if (!series->value_source)
        stanzas_report_missing(&planner->stanzas, series->place, "value:",
                               "write an XPath that gives the length of the bar from the row",
                               "请写 XPath，从每一行取出条形的数值");
}

static void check_whole(struct planner *planner)
{
    const struct chart_plan *plan = planner->plan;
    struct arena *arena = arena_of(planner);
    if (!plan->rows_source && !planner->stanzas.info_misread)
        stanzas_report_missing(&planner->stanzas, plan->place,
                               "rows=", "write rows=\"…\" behind ```chart",
                               "请在 ```chart 后面写 rows=\"…\"");
    if (!plan->has_category && !planner->any_misread)
        stanzas_report_missing(&planner->stanzas, plan->place,
                               "category:", "say what stands beside the bars of a row",
                               "请写每一行的名称");
    if (!plan->series && !planner->any_misread)
        stanzas_report_missing(&planner->stanzas, plan->place,
                               "series:, value:", "write both for each series of bars",
                               "每组数据都要写这两行");
    for (const struct series_plan *series = plan->series; series; series = series->next)
        check_series(planner, series);
    if (plan->count > LIMIT_CHART_SERIES)
        REPORT(planner->stanzas.compiler->findings, RULE_CHART_SERIES, plan->place,
               arena_printf(arena, "%d", LIMIT_CHART_SERIES),
               arena_printf(arena, "%d", plan->count));
}

struct chart_plan *chart_compile(struct compiler *compiler, const char *info, const char *text,
                                 struct place place)
{
    struct chart_plan *plan = ARENA_NEW(compiler->findings->arena, struct chart_plan);
    struct planner planner = {
        .stanzas = {.compiler = compiler, .kind = &kind, .plan = &planner, .place = place},
        .plan = plan,
    };
    plan->place = place;
    stanzas_read(&planner.stanzas, info, text);
    check_whole(&planner);
    return plan;
}
