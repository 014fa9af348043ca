/* A table block: what its info string and its stanzas say. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/points.h"
#include "base/text.h"
#include "compose/supply.h"
#include "compose/stanza.h"

struct planner {
    struct stanzas stanzas;
    struct table_plan *plan;
    struct column *column; /* that is being read */
    bool width_misread;    /* then the sum of the widths says nothing */
};

static struct arena *arena_of(const struct planner *planner)
{
    return planner->stanzas.compiler->findings->arena;
}

/* 0 if the text is no number. */
static long whole_number(const char *text)
{
    char *end;
    long number = strtol(text, &end, 10);
    return *text && !*end ? number : 0;
}

static void set_rows(struct planner *planner, const char *value)
{
    planner->plan->rows_source = value;
    planner->plan->rows = stanzas_xpath(&planner->stanzas, value);
    planner->plan->is_supplied = text_ends(value, "@rows");
}

/* What expressions of a column may name: of a file's columns nothing is known yet. */
static const struct vocabulary *begin_names(struct planner *planner)
{
    struct tag_engine *tags = planner->stanzas.compiler->tags;
    const struct vocabulary *known = tag_engine_know(tags, NULL);
    if (!planner->plan->is_supplied)
        tag_engine_know(tags, known);
    return known;
}

static void end_names(struct planner *planner, const struct vocabulary *known)
{
    tag_engine_know(planner->stanzas.compiler->tags, known);
}

static bool set_option(void *context, const char *name, const char *value)
{
    struct planner *planner = context;
    struct table_plan *plan = planner->plan;
    long across = whole_number(value);
    enum role role = role_named(value);
    if (text_equal(name, "rows"))
        set_rows(planner, value);
    else if (text_equal(name, "page") && text_equal(value, "landscape"))
        plan->landscape = true;
    else if (text_equal(name, "border") && text_equal(value, "none"))
        plan->borders = false;
    else if (text_equal(name, "role") && role != ROLE_COUNT)
        plan->role = role;
    else if (text_equal(name, "across") && across >= 1 && across <= (long)LIMIT_TABLE_COLUMNS->now)
        plan->across = (int)across;
    else
        return false;
    return true;
}

static void set_width(void *context, const char *value)
{
    struct planner *planner = context;
    struct column *column = planner->column;
    points width;
    size_t length = strcspn(value, "%");
    if (points_read(arena_copy_n(arena_of(planner), value, length), &width) &&
        text_equal(value + length, "%"))
        column->width = (int)width;
    else {
        stanzas_report(&planner->stanzas, arena_printf(arena_of(planner), "width: %s", value),
                       "write per cent, as 14%", "请写百分数，如 14%");
        planner->width_misread = true;
    }
    column->has_width = true;
}

static void set_header(void *context, const char *value)
{
    struct planner *planner = context;
    struct column *column = planner->column;
    column->header = stanzas_cell(&planner->stanzas, value);
    planner->plan->has_header = true;
}

static void set_node(void *context, const char *value)
{
    struct planner *planner = context;
    struct column *column = planner->column;
    column->node_source = value;
    column->node_place = planner->stanzas.place;
    const struct vocabulary *known = begin_names(planner);
    column->node = stanzas_xpath(&planner->stanzas, value);
    end_names(planner, known);
}

static void set_cell(void *context, const char *value)
{
    struct planner *planner = context;
    struct column *column = planner->column;
    const struct vocabulary *known = begin_names(planner);
    column->cell = stanzas_cell(&planner->stanzas, value);
    end_names(planner, known);
    column->has_cell = true;
}

static void set_merge(void *context, const char *value)
{
    struct planner *planner = context;
    struct column *column = planner->column;
    column->merge_equal = text_equal(value, "equal");
    if (!column->merge_equal)
        stanzas_report(&planner->stanzas, arena_printf(arena_of(planner), "merge: %s", value),
                       "write merge: equal", "请写 merge: equal");
}

static void set_align(void *context, const char *value)
{
    struct planner *planner = context;
    struct column *column = planner->column;
    if (!text_equal(value, "left") && !text_equal(value, "center") &&
        !text_equal(value, "justify") && !text_equal(value, "distribute"))
        stanzas_report(&planner->stanzas, arena_printf(arena_of(planner), "align: %s", value),
                       "write left, center, justify or distribute",
                       "请写 left、center、justify 或 distribute");
    column->align = value;
}

static void begin_column(void *context)
{
    struct planner *planner = context;
    struct column **end = &planner->plan->columns;
    while (*end)
        end = &(*end)->next;
    *end = planner->column = ARENA_NEW(arena_of(planner), struct column);
    planner->column->place = planner->stanzas.place;
    planner->plan->count++;
}

static void misread_column(void *context)
{
    struct planner *planner = context;
    planner->column->misread = true;
}

static const struct stanza_line lines[] = {
    {"header", set_header}, {"width", set_width}, {"node", set_node},
    {"cell", set_cell},     {"merge", set_merge}, {"align", set_align},
};

static const struct stanza_kind kind = {
    .syntax = RULE_TABLE_SYNTAX,
    .incomplete = RULE_TABLE_INCOMPLETE,
    .set_option = set_option,
    .options = {"rows=, page=\"landscape\", border=\"none\", across= and role= are known",
                "可以写 rows=、page=\"landscape\"、border=\"none\"、across= 和 role="},
    .begin = begin_column,
    .misread = misread_column,
    .lines = lines,
    .count = sizeof lines / sizeof *lines,
    .known = {"header:, width:, node:, cell:, merge: and align: are known",
              "可以写 header:、width:、node:、cell:、merge:、align:"},
};

/* Every column needs a width and a cell; false if one lacks its width. */
static bool check_columns(struct planner *planner)
{
    bool has_widths = true;
    for (struct column *column = planner->plan->columns; column; column = column->next) {
        has_widths &= column->has_width;
        if (column->misread)
            continue;
        if (!column->has_width)
            stanzas_report_missing(&planner->stanzas, column->place,
                                   "width:", "write per cent, as width: 14%",
                                   "请写百分数，如 width: 14%");
        if (!column->has_cell)
            stanzas_report_missing(
                &planner->stanzas, column->place,
                "cell:", "say what stands in the column; nothing after the colon leaves it empty",
                "请写这一列的内容；冒号后面不写就是空格子");
    }
    return has_widths;
}

static void check_widths(struct planner *planner)
{
    enum { WHOLE = 10000 };
    int sum = 0;
    for (struct column *column = planner->plan->columns; column; column = column->next)
        sum += column->width;
    if (sum != WHOLE)
        REPORT(planner->stanzas.compiler->findings, RULE_TABLE_WIDTH, planner->plan->place,
               points_print(arena_of(planner), sum));
}

/* Where cells stand across the page, one column says what is in each. */
static void check_count(struct planner *planner)
{
    const struct table_plan *plan = planner->plan;
    struct findings *findings = planner->stanzas.compiler->findings;
    char *count = arena_printf(findings->arena, "%d", plan->count);
    if (plan->across && plan->count > 1)
        REPORT(findings, RULE_TABLE_COLUMNS, plan->place, "1", count);
    else if ((size_t)plan->count > LIMIT_TABLE_COLUMNS->now)
        finding_add_limit(findings, RULE_TABLE_COLUMNS, plan->place, LIMIT_TABLE_COLUMNS, count);
}

static void check_whole(struct planner *planner)
{
    const struct table_plan *plan = planner->plan;
    if (!plan->rows_source && !planner->stanzas.info_misread)
        stanzas_report_missing(&planner->stanzas, plan->place,
                               "rows=", "write rows=\"…\" behind ```table",
                               "请在 ```table 后面写 rows=\"…\"");
    if (!plan->columns)
        stanzas_report_missing(&planner->stanzas, plan->place,
                               "width:, cell:", "write both for each column", "每一列都要写这两行");
    check_count(planner);
    if (plan->is_supplied)
        supply_check(planner->stanzas.compiler->findings, plan);
    if (check_columns(planner) && plan->columns && !planner->width_misread)
        check_widths(planner);
}

struct table_plan *table_compile(struct compiler *compiler, const char *info, const char *text,
                                 struct place place)
{
    struct table_plan *plan = ARENA_NEW(compiler->findings->arena, struct table_plan);
    struct planner planner = {
        .stanzas = {.compiler = compiler, .kind = &kind, .plan = &planner, .place = place},
        .plan = plan,
    };
    *plan = (struct table_plan){.place = place, .borders = true, .role = ROLE_TABLE_TEXT};
    stanzas_read(&planner.stanzas, info, text);
    check_whole(&planner);
    return plan;
}
