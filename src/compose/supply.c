/* Rows that are made while somebody walks over them: each from a row of a file, which stands in
 * the document as <row> while its expressions run. */
#include "compose/supply.h"

#include "base/limits.h"
#include "base/signals.h"
#include "base/text.h"
#include "compose/table.h"

/* A cell that a value of the file fills as it stands, without running an expression. */
struct plain_cell {
    size_t column;         /* of the file */
    const struct tag *tag; /* NULL: the cell is none of these */
};

struct supply {
    struct row_source source; /* first: it is found from it */
    struct composer *composer;
    const struct table_plan *plan;
    const struct list_file *list;
    struct xml_node *parent;        /* of <row> */
    struct origin origin;           /* of all rows, but for the line of the data */
    const struct plain_cell *plain; /* by column of the table */
    bool runs;                      /* there are other cells */
};

struct rows_ahead {
    const struct supply *supply;
    struct arena *own, *rows; /* the reader's; that of the rows, which are given back in order */
    struct list_reader *reader;
    struct builder builder;
    struct xml_node *node;  /* <row>; NULL if no expression runs */
    long count;             /* of the rows read */
    size_t most;            /* failures at which reading ends */
    const struct row *open; /* the first of those whose merged cells may go on */
    const struct row *passed;
    bool ended;
};

/* walking */

static struct rows_ahead *begin(const struct row_source *source)
{
    const struct supply *supply = (const struct supply *)source;
    struct findings *findings = supply->composer->findings;
    struct arena *own = arena_new();
    struct rows_ahead *ahead = ARENA_NEW(own, struct rows_ahead);
    *ahead = (struct rows_ahead){
        .supply = supply,
        .own = own,
        .rows = arena_new(),
        .reader = supply->list->begin(supply->list, findings, own),
        .most = findings->failures + LIMIT_FINDINGS->now,
        .builder = builder_new(supply->composer, supply->plan, table_new(own, supply->origin)),
    };
    ahead->builder.value = ARENA_ARRAY(own, const char *, (size_t)supply->plan->count);
    if (supply->runs)
        ahead->node = xml_add(supply->parent, "row");
    return ahead;
}

static void end(struct rows_ahead *ahead)
{
    if (ahead->node)
        xml_remove(ahead->node);
    arena_free(ahead->rows);
    arena_free(ahead->own);
}

static void pass(struct rows_ahead *ahead, const struct row *row)
{
    /* What a row was made of lies before it, and behind the one passed before. */
    if (ahead->passed)
        arena_release(ahead->rows, ahead->passed);
    ahead->passed = row;
}

/* making */

/* What is empty is not there, so that conditions see it. */
static void fill_node(const struct rows_ahead *ahead, const struct list_row *entry)
{
    const struct list_file *list = ahead->supply->list;
    xml_clear(ahead->node);
    for (size_t i = 0; i < list->columns; i++)
        if (*entry->value[i])
            xml_add_with_text(ahead->node, list->name[i], entry->value[i]);
}

static void fill_plain(struct rows_ahead *ahead, const struct list_row *entry)
{
    const struct supply *supply = ahead->supply;
    for (int i = 0; i < supply->plan->count; i++) {
        const struct tag *tag = supply->plain[i].tag;
        const char *value = tag ? entry->value[supply->plain[i].column] : NULL;
        if (tag && !*value && tag->kind == TAG_VALUE)
            REPORT(supply->composer->findings, RULE_TAG_EMPTY, entry->place, tag->source);
        ahead->builder.value[i] = value;
    }
}

static struct scope fill(struct rows_ahead *ahead, const struct list_row *entry)
{
    const struct supply *supply = ahead->supply;
    if (ahead->node)
        fill_node(ahead, entry);
    fill_plain(ahead, entry);
    return (struct scope){ahead->node ? ahead->node : supply->parent, ++ahead->count,
                          (long)supply->list->count};
}

/* Whether somebody waits for the program to end, which writes and holds its signals. */
static bool is_awaited(const struct rows_ahead *ahead)
{
    enum { NOW_AND_THEN = 1024 };
    return ahead->count % NOW_AND_THEN == 0 && signals_waiting();
}

static bool read_entry(struct rows_ahead *ahead, struct list_row *entry)
{
    const struct supply *supply = ahead->supply;
    bool more = supply->composer->findings->failures < ahead->most && !is_awaited(ahead) &&
                supply->list->next(ahead->reader, ahead->rows, entry);
    ahead->ended |= !more;
    return more;
}

static struct row *add_flow(struct rows_ahead *ahead, struct list_row *entry, struct origin origin)
{
    struct builder *builder = &ahead->builder;
    struct row *row = table_add_row(ahead->rows, builder->table, origin);
    for (int i = 0; i < ahead->supply->plan->across; i++) {
        bool more = i == 0 || (!ahead->ended && read_entry(ahead, entry));
        builder_add_flow(builder, row, more ? fill(ahead, entry) : (struct scope){0}, origin);
    }
    return row;
}

static struct row *add_row(struct rows_ahead *ahead, struct list_row *entry)
{
    struct origin origin = ahead->supply->origin;
    origin.data = entry->place;
    if (ahead->supply->plan->across)
        return add_flow(ahead, entry, origin);
    return builder_add_row(&ahead->builder, fill(ahead, entry), origin);
}

/* What a value lacks is to be mended in its file, not in the template. */
static void hand_on(const struct findings *told, struct findings *findings, struct place place)
{
    for (struct finding *f = told->first; f; f = f->next)
        f->place = f->rule == RULE_TAG_EMPTY ? place : f->place;
    if (told->first)
        findings_hand_on(told, findings);
}

/* What is worked out meanwhile lives as long as the row. */
static void make_row(struct rows_ahead *ahead, struct list_row *entry)
{
    struct composer *composer = ahead->supply->composer;
    struct composer before = *composer;
    struct findings told = findings_on(ahead->rows);
    struct place place = entry->place;
    composer->arena = ahead->rows;
    composer->findings = &told;
    composer->paths = NULL;
    tag_engine_use(composer->tags, &told);
    const struct row *row = add_row(ahead, entry);
    *composer = before;
    tag_engine_use(composer->tags, before.findings);
    hand_on(&told, before.findings, place);
    if (row_is_apart(row))
        ahead->open = row;
}

/* The rows of merged cells are handed out together, when the cells are known to end. */
static const struct row *next(struct rows_ahead *ahead)
{
    struct table *made = &ahead->builder.table->table;
    struct list_row entry;
    while (made->first == ahead->open && !ahead->ended)
        if (read_entry(ahead, &entry))
            make_row(ahead, &entry);
    struct row *row = made->first;
    if (!row)
        return NULL;
    made->first = row->next;
    if (!made->first)
        made->last = NULL;
    row->next = NULL;
    return row;
}

/* planning */

static bool holds_one_line(const struct item *items)
{
    for (; items; items = items->next)
        if (items->kind == ITEM_BREAK || !holds_one_line(items->children))
            return false;
    return true;
}

/* Values of a file have no line ends. */
static bool is_flat(const struct table_plan *plan)
{
    for (const struct column *column = plan->columns; column; column = column->next) {
        const struct piece *cell = column->cell;
        if (!column->header || column->header->next || column->node_source || column->merge_equal)
            return false;
        if (cell && (cell->next || cell->kind != PIECE_PARAGRAPH || !holds_one_line(cell->items)))
            return false;
    }
    return !plan->across;
}

/* The tag that is all of a cell; NULL if there is more or less in it. */
static const struct tag *lone_tag(const struct column *column)
{
    const struct piece *cell = column->cell;
    const struct item *items =
        cell && !cell->next && cell->kind == PIECE_PARAGRAPH ? cell->items : NULL;
    if (!items || items->next || items->kind != ITEM_TAG || items->marks || column->node_source)
        return NULL;
    return items->tag->kind == TAG_VALUE || items->tag->kind == TAG_OPTIONAL ? items->tag : NULL;
}

static struct plain_cell plain_cell(const struct list_file *list, const struct column *column)
{
    const struct tag *tag = lone_tag(column);
    for (size_t i = 0; tag && i < list->columns; i++)
        if (text_equal(tag->expression, list->name[i]))
            return (struct plain_cell){i, tag};
    return (struct plain_cell){0, NULL};
}

static void find_plain(struct supply *supply)
{
    int index = 0;
    struct plain_cell *plain =
        ARENA_ARRAY(supply->composer->arena, struct plain_cell, (size_t)supply->plan->count);
    supply->runs = supply->plan->across;
    for (const struct column *c = supply->plan->columns; c; c = c->next, index++) {
        plain[index] = plain_cell(supply->list, c);
        supply->runs |= !plain[index].tag;
    }
    supply->plain = plain;
}

/* The attribute rows of an annex that `rows` finds; NULL and reported if it finds none. */
static struct xml_node *find_file(struct composer *composer, const struct table_plan *plan,
                                  struct scope scope)
{
    struct xpath_value value;
    if (!run_nodes(composer, plan->rows, plan->rows_source, plan->place, scope, &value))
        return NULL;
    bool found = value.count && composer->find_list && xml_is_attribute(value.nodes[0]);
    if (!found)
        REPORT(composer->findings, RULE_ROWS_SOURCE, plan->place, plan->rows_source);
    return found ? value.nodes[0] : NULL;
}

const struct row_source *supply_new(struct composer *composer, const struct table_plan *plan,
                                    struct scope scope, struct block *table)
{
    struct xml_node *file = find_file(composer, plan, scope);
    if (!file)
        return NULL;
    struct xml_node *parent = xml_parent(file);
    composer->supplied = parent;
    const struct list_file *list = composer->find_list(composer->lender, parent);
    if (!list || !supply_names_known(composer, plan, list))
        return NULL;
    struct supply *supply = ARENA_NEW(composer->arena, struct supply);
    *supply = (struct supply){
        .source = {is_flat(plan), begin, next, pass, end},
        .composer = composer,
        .plan = plan,
        .list = list,
        .parent = parent,
        .origin = origin_in(composer, table->origin, plan->place, file),
    };
    find_plain(supply);
    return &supply->source;
}
