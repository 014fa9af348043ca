/* Running a chart block: a category for each row, a bar for each series. */
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "compose/run.h"

struct builder {
    struct composer *composer;
    const struct chart_plan *plan;
    struct block *chart;
};

static struct arena *arena_of(const struct builder *builder)
{
    return builder->composer->arena;
}

static bool has_field(const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->kind == RUN_FIELD)
            return true;
    return false;
}

/* What a small template says, on one line. */
static const char *words_of(struct builder *builder, const struct piece *pieces, struct scope scope)
{
    struct cell cell = {0};
    struct composer *composer = builder->composer;
    struct target target = {composer->section, &cell, ROLE_TABLE_TEXT, builder->chart->origin};
    struct buffer out = buffer_on(arena_of(builder));
    run_pieces(composer, pieces, scope, &target);
    for (const struct block *block = cell.first; block; block = block->next) {
        if (block->kind != BLOCK_PARAGRAPH)
            continue;
        if (has_field(&block->paragraph))
            finding_add(composer->findings, RULE_CHART_FIELD, builder->plan->place,
                        (const char *const[]){NULL});
        buffer_join(&out, "\n", paragraph_text(arena_of(builder), &block->paragraph));
    }
    char *words = arena_copy(arena_of(builder), buffer_text(&out));
    for (char *at = words; (at = strpbrk(at, "\n\t"));)
        *at = ' ';
    return words;
}

/* Nothing is no bar; what is no number is reported. */
static struct bar bar_of(struct builder *builder, const struct series_plan *series,
                         struct scope scope)
{
    struct composer *composer = builder->composer;
    struct xpath_value value;
    struct bar bar = {0};
    if (!tag_run(composer->tags, series->value, series->value_source, series->value_place, scope,
                 &value))
        return bar;
    const char *text = text_trim(composer->arena, xpath_string(composer->arena, &value));
    bar.known = points_read(text, &bar.length);
    if (!bar.known && *text)
        REPORT(composer->findings, RULE_CHART_VALUE, series->value_place, series->value_source,
               text);
    return bar;
}

static void add_category(struct builder *builder, struct scope scope)
{
    struct chart *chart = &builder->chart->chart;
    struct bar *bars = ARENA_ARRAY(arena_of(builder), struct bar, chart->series_count), *bar = bars;
    struct origin origin =
        origin_in(builder->composer, builder->chart->origin, builder->plan->place, scope.node);
    for (const struct series_plan *series = builder->plan->series; series; series = series->next)
        *bar++ = bar_of(builder, series, scope);
    const char *name = words_of(builder, builder->plan->category, scope);
    chart_add_category(arena_of(builder), builder->chart, name, origin)->bars = bars;
}

static void set_heads(struct builder *builder, struct scope scope)
{
    struct chart *chart = &builder->chart->chart;
    chart->series_count = (size_t)builder->plan->count;
    const char **names = ARENA_ARRAY(arena_of(builder), const char *, chart->series_count);
    chart->title = words_of(builder, builder->plan->title, scope);
    chart->series = names;
    for (const struct series_plan *series = builder->plan->series; series; series = series->next)
        *names++ = words_of(builder, series->name, scope);
}

static struct turns rows_of(struct composer *composer, const struct chart_plan *plan,
                            struct scope scope)
{
    struct xpath_value value;
    if (!run_nodes(composer, plan->rows, plan->rows_source, plan->place, scope, &value))
        return (struct turns){NULL, 0};
    if (value.count > LIMIT_CHART_CATEGORIES) {
        REPORT(composer->findings, RULE_CHART_CATEGORIES, plan->place,
               arena_printf(composer->arena, "%d", LIMIT_CHART_CATEGORIES),
               arena_printf(composer->arena, "%zu", value.count));
        return (struct turns){NULL, 0};
    }
    return node_turns(composer, &value, plan->place);
}

static bool may_stand(struct composer *composer, const struct chart_plan *plan,
                      const struct target *target)
{
    if (target->cell)
        finding_add(composer->findings, RULE_CHART_PLACE, plan->place, (const char *const[]){NULL});
    return !target->cell && plan->count >= 1 && plan->count <= LIMIT_CHART_SERIES;
}

/* Without rows there is nothing to show. */
void run_chart(struct composer *composer, const struct chart_plan *plan, struct scope scope,
               const struct target *target)
{
    if (!may_stand(composer, plan, target))
        return;
    struct turns rows = rows_of(composer, plan, scope);
    if (!rows.count)
        return;
    struct origin origin = origin_in(composer, target->data, plan->place, NULL);
    struct builder builder = {composer, plan, chart_new(composer->arena, origin)};
    label_close_lists(&composer->labels);
    set_heads(&builder, scope);
    for (size_t i = 0; i < rows.count; i++)
        add_category(&builder, rows.scope[i]);
    target_add(target, builder.chart);
}
