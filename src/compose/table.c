/* Running a table block: rows from the data, cells that share what is the same. */
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "compose/run.h"

/* The cell that stands in a column above the row being made. */
struct above {
    struct cell *start; /* where its merge starts */
    struct xml_node *node;
    const char *text;
    int span;
};

struct builder {
    struct composer *composer;
    const struct table_plan *plan;
    struct block *table;
    struct above *above;    /* by column */
    struct xml_node **node; /* of the row, by column; NULL: the cell before spans it */
    bool first_is_same;     /* the row shares the cell of the first column with the row above, or
                               that column never shares */
};

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
        if (block->kind == BLOCK_PARAGRAPH)
            buffer_printf(&out, "%s\n", paragraph_text(arena_of(builder), &block->paragraph));
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
    return column->node_source && above->start && above->span == span && builder->node[index] &&
           above->node == builder->node[index];
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
    if (builder->node[index]) {
        bool is_row = builder->node[index] == scope.node;
        scope.node = builder->node[index];
        run_cell(builder, column->cell, scope, row,
                 is_row ? row->origin : origin_of(builder, scope.node));
    }
    const char *text = cell_text(builder, cell);
    if (column->merge_equal && may_share(builder, index, span) && *text &&
        text_equal(text, above->text)) {
        cell->first = cell->last = NULL;
        share(above, cell);
        builder->first_is_same |= index == 0;
        return;
    }
    *above = (struct above){cell, builder->node[index], text, span};
}

static void add_row(struct builder *builder, struct scope scope)
{
    int index = 0;
    struct row *row =
        table_add_row(arena_of(builder), builder->table, origin_of(builder, scope.node));
    for (const struct column *c = builder->plan->columns; c; c = c->next)
        builder->node[index++] = node_of(builder, c, scope);
    index = 0;
    for (const struct column *c = builder->plan->columns; c; c = c->next, index++) {
        if (index > 0 && !builder->node[index])
            builder->above[index] = (struct above){0};
        else
            add_cell(builder, c, index, row, scope);
    }
}

static void add_rows(struct builder *builder, const struct turns *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        add_row(builder, rows->scope[i]);
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
        row_add_cell(arena_of(builder), row);
        run_cell(builder, builder->plan->columns->cell, rows->scope[i], row, data);
    }
    for (size_t i = rows->count; i % (size_t)across; i++)
        row_add_cell(arena_of(builder), row);
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

void run_table(struct composer *composer, const struct table_plan *plan, struct scope scope,
               const struct target *target)
{
    if (!plan->columns || (size_t)plan->count > LIMIT_TABLE_COLUMNS->now)
        return;
    struct turns rows = rows_of(composer, plan, scope);
    struct builder builder = {
        .composer = composer,
        .plan = plan,
        .table = table_new(composer->arena, origin_in(composer, target->data, plan->place, NULL)),
        .above = ARENA_ARRAY(composer->arena, struct above, (size_t)plan->count),
        .node = ARENA_ARRAY(composer->arena, struct xml_node *, (size_t)plan->count),
    };
    set_widths(&builder);
    composer->section->landscape |= plan->landscape;
    label_close_lists(&composer->labels);
    if (plan->has_header)
        add_header(&builder, scope);
    if (plan->across)
        add_flow(&builder, &rows);
    else
        add_rows(&builder, &rows);
    target_add(target, builder.table);
}
