/* Running a table block: rows from the data, cells that share what is the same. */
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "compose/supply.h"
#include "compose/table.h"

static struct arena *arena_of(const struct builder *builder)
{
    return builder->composer->arena;
}

/* What comes from the table block and stands for the node. */
static struct origin origin_of(const struct builder *builder, const struct xml_node *node)
{
    return origin_in(builder->composer, builder->table->origin, builder->plan->place, node);
}

/* Fills the last cell of the row. */
static void run_cell(struct builder *builder, const struct piece *pieces, struct scope scope,
                     const struct row *row, struct origin data)
{
    enum role role = row->header ? ROLE_TABLE_HEADER : builder->plan->role;
    struct target target = {builder->composer->section, row->last, role, data};
    run_pieces(builder->composer, pieces, scope, &target);
}

static void add_value(struct builder *builder, struct row *row, const char *value)
{
    if (!*value)
        return;
    struct arena *arena = arena_of(builder);
    enum role role = builder->plan->role;
    struct block *paragraph = paragraph_new(arena, role, row->origin);
    paragraph_add_text(arena, paragraph, role, 0, value, row->origin);
    cell_add_block(row->last, paragraph);
}

/* A header that is missing belongs to the one before. */
static void add_header(struct builder *builder, struct scope scope)
{
    struct row *row = table_add_row(arena_of(builder), builder->table, builder->table->origin);
    row->header = true;
    for (const struct column *column = builder->plan->columns; column; column = column->next) {
        if (!column->header && row->last) {
            row->last->span++;
            continue;
        }
        row_add_cell(arena_of(builder), row);
        run_cell(builder, column->header, scope, row, row->origin);
    }
    if (builder->plan->across)
        row->last->span = builder->plan->across;
}

static const char *cell_text(struct builder *builder, const struct cell *cell)
{
    struct buffer out = buffer_on(arena_of(builder));
    for (const struct block *block = cell->first; block; block = block->next)
        if (block->kind == BLOCK_PARAGRAPH) {
            buffer_add(&out, paragraph_text(arena_of(builder), &block->paragraph));
            buffer_add_char(&out, '\n');
        }
    return buffer_text(&out);
}

bool run_nodes(struct composer *composer, const struct xpath *xpath, const char *source,
               struct place place, struct scope scope, struct xpath_value *value)
{
    if (!tag_run(composer->tags, xpath, source, place, scope, value))
        return false;
    if (value->kind == VALUE_NODES)
        return true;
    REPORT(composer->findings, RULE_TAG_VALUE, place, source, "it gives a value, not elements",
           "得到的是值，不是元素");
    return false;
}

static struct xml_node *node_of(struct builder *builder, const struct column *column,
                                struct scope scope)
{
    struct xpath_value value;
    if (!column->node_source)
        return scope.node;
    if (!run_nodes(builder->composer, column->node, column->node_source, column->node_place, scope,
                   &value))
        return NULL;
    return value.count ? value.nodes[0] : NULL;
}

static int span_of(const struct builder *builder, int column)
{
    int span = 1;
    while (column + span < builder->plan->count && !builder->node[column + span])
        span++;
    return span;
}

static void share(struct above *above, struct cell *cell)
{
    cell->merge = MERGE_CONTINUED;
    above->start->merge = MERGE_START;
    above->start->rows++;
}

static bool may_share(const struct builder *builder, int column, int span)
{
    const struct above *above = &builder->above[column];
    return above->start && above->span == span && (column == 0 || builder->first_is_same);
}

static bool is_same_node(const struct builder *builder, const struct column *column, int index,
                         int span)
{
    const struct above *above = &builder->above[index];
    return column->node_source && !builder->plan->is_supplied && above->start &&
           above->span == span && builder->node[index] && above->node == builder->node[index];
}

/* Texts that are there already need no run. */
static void fill_cell(struct builder *builder, const struct column *column, int index,
                      struct row *row, struct scope scope)
{
    const char *value = builder->value ? builder->value[index] : NULL;
    bool is_row = builder->node[index] == scope.node;
    if (value) {
        add_value(builder, row, value);
        return;
    }
    scope.node = builder->node[index];
    if (scope.node)
        run_cell(builder, column->cell, scope, row,
                 is_row ? row->origin : origin_of(builder, scope.node));
}

static void add_cell(struct builder *builder, const struct column *column, int index,
                     struct row *row, struct scope scope)
{
    struct above *above = &builder->above[index];
    struct cell *cell = row_add_cell(arena_of(builder), row);
    int span = span_of(builder, index);
    cell->span = span;
    cell->align = column->align;
    bool same_node = is_same_node(builder, column, index, span);
    if (index == 0)
        builder->first_is_same = same_node || (!column->node_source && !column->merge_equal);
    if (same_node) {
        share(above, cell);
        return;
    }
    fill_cell(builder, column, index, row, scope);
    const char *text = column->merge_equal ? cell_text(builder, cell) : "";
    if (column->merge_equal && may_share(builder, index, span) && *text &&
        text_equal(text, above->text)) {
        cell->first = cell->last = NULL;
        share(above, cell);
        builder->first_is_same |= index == 0;
        return;
    }
    *above = (struct above){cell, builder->node[index], text, span};
}

struct row *builder_add_row(struct builder *builder, struct scope scope, struct origin origin)
{
    int index = 0;
    struct row *row = table_add_row(arena_of(builder), builder->table, origin);
    for (const struct column *c = builder->plan->columns; c; c = c->next)
        builder->node[index++] = node_of(builder, c, scope);
    index = 0;
    for (const struct column *c = builder->plan->columns; c; c = c->next, index++) {
        if (index > 0 && !builder->node[index])
            builder->above[index] = (struct above){0};
        else
            add_cell(builder, c, index, row, scope);
    }
    return row;
}

static void add_rows(struct builder *builder, const struct turns *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        builder_add_row(builder, rows->scope[i], origin_of(builder, rows->scope[i].node));
}

void builder_add_flow(struct builder *builder, struct row *row, struct scope scope,
                      struct origin origin)
{
    row_add_cell(arena_of(builder), row);
    if (scope.node)
        run_cell(builder, builder->plan->columns->cell, scope, row, origin);
}

/* Nodes that flow over several cells a row. */
static void add_flow(struct builder *builder, const struct turns *rows)
{
    int across = builder->plan->across;
    struct row *row = NULL;
    for (size_t i = 0; i < rows->count; i++) {
        struct origin data = origin_of(builder, rows->scope[i].node);
        if (i % (size_t)across == 0)
            row = table_add_row(arena_of(builder), builder->table, data);
        builder_add_flow(builder, row, rows->scope[i], data);
    }
    for (size_t i = rows->count; i % (size_t)across; i++)
        builder_add_flow(builder, row, (struct scope){0}, (struct origin){0});
}

static void set_widths(struct builder *builder)
{
    const struct table_plan *plan = builder->plan;
    struct table *table = &builder->table->table;
    table->columns = plan->across ? plan->across : plan->count;
    int *width = ARENA_ARRAY(arena_of(builder), int, (size_t)table->columns);
    const struct column *column = plan->columns;
    for (int i = 0; i < table->columns; i++) {
        width[i] = plan->across ? 10000 * (i + 1) / plan->across - 10000 * i / plan->across
                                : column->width;
        column = plan->across ? column : column->next;
    }
    table->width = width;
    table->borders = plan->borders;
}

static struct turns rows_of(struct composer *composer, const struct table_plan *plan,
                            struct scope scope)
{
    struct xpath_value value;
    if (!run_nodes(composer, plan->rows, plan->rows_source, plan->place, scope, &value))
        return (struct turns){NULL, 0};
    if (value.count > LIMIT_TABLE_ROWS->now) {
        finding_add_limit(composer->findings, RULE_TABLE_ROWS, plan->place, LIMIT_TABLE_ROWS, NULL);
        return (struct turns){NULL, 0};
    }
    return node_turns(composer, &value, plan->place);
}

struct builder builder_new(struct composer *composer, const struct table_plan *plan,
                           struct block *table)
{
    return (struct builder){
        .composer = composer,
        .plan = plan,
        .table = table,
        .above = ARENA_ARRAY(composer->arena, struct above, (size_t)plan->count),
        .node = ARENA_ARRAY(composer->arena, struct xml_node *, (size_t)plan->count),
    };
}

/* The rows that stand in the tree, below the header. */
static void add_all(struct builder *builder, struct scope scope)
{
    struct turns rows = rows_of(builder->composer, builder->plan, scope);
    if (builder->plan->across)
        add_flow(builder, &rows);
    else
        add_rows(builder, &rows);
}

void run_table(struct composer *composer, const struct table_plan *plan, struct scope scope,
               const struct target *target)
{
    if (!plan->columns || (size_t)plan->count > LIMIT_TABLE_COLUMNS->now)
        return;
    struct origin origin = origin_in(composer, target->data, plan->place, NULL);
    struct builder builder = builder_new(composer, plan, table_new(composer->arena, origin));
    set_widths(&builder);
    composer->section->landscape |= plan->landscape;
    label_close_lists(&composer->labels);
    if (plan->has_header)
        add_header(&builder, scope);
    if (plan->is_supplied)
        builder.table->table.source = supply_new(composer, plan, scope, builder.table);
    else
        add_all(&builder, scope);
    target_add(target, builder.table);
}
