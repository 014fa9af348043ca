/* Tables that are read: columns, spans, merged cells. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/property.h"
#include "docx/reader.h"

/* By column: the cell that begins there in the row above, or where its merge started. */
struct standing {
    struct cell *cell;
    bool is_merged;
};

/* A table that is being read. */
struct grid {
    struct block *block;
    struct row *row;
    int column;  /* of the next cell */
    int columns; /* of the widest row */
    int rows;
    bool has_borders;   /* a cell has its own */
    bool stays, stayed; /* the row above, and the one above that, with the row below */
    struct flow inside; /* the paragraphs of all cells */
    struct standing above[LIMIT_GRID_COLUMNS];
};

/* A number of columns, so large at most that sums of two do not overflow. */
static int columns_of(struct xml_node *node, const char *name, int least)
{
    enum { COUNTED_MOST = 1000000 };
    const char *text = property_value(node, name);
    long count = text ? strtol(text, NULL, 10) : least;
    if (count > COUNTED_MOST)
        return COUNTED_MOST;
    return count < least ? least : (int)count;
}

static bool has_columns(struct reader *reader, const struct xml_node *node, int columns)
{
    if (columns <= LIMIT_GRID_COLUMNS)
        return true;
    REPORT(reader->findings, RULE_TABLE_COLUMNS, xml_place(node),
           arena_printf(reader->arena, "%d", LIMIT_GRID_COLUMNS),
           arena_printf(reader->arena, "%d", columns));
    reader->stopped = true;
    return false;
}

/* merged cells */

static enum merge merge_of(struct xml_node *properties)
{
    struct xml_node *merge = property_below(properties, "vMerge");
    if (!merge)
        return MERGE_NONE;
    return text_equal(xml_get_local(merge, "val"), "restart") ? MERGE_START : MERGE_CONTINUED;
}

/* The words of a cell without any blanks: form fields are blank where they are repeated. */
static const char *words_of(struct arena *arena, const struct cell *cell)
{
    struct buffer out = buffer_on(arena);
    for (const struct block *block = cell->first; block; block = block->next) {
        const char *text =
            block->kind == BLOCK_PARAGRAPH ? paragraph_text(arena, &block->paragraph) : "";
        for (uint32_t code; (code = text_next(&text));)
            if (code != ' ' && code != 0x3000)
                buffer_add_code(&out, code);
    }
    return buffer_text(&out);
}

static bool goes_on(const struct standing *above, const struct cell *cell)
{
    return cell->merge == MERGE_CONTINUED && above->cell && above->is_merged &&
           above->cell->span == cell->span;
}

/* Where a page of a table begins, merged cells start again with the same words. LibreOffice forgets
 * that a cell was merged of which a page has one row: it is one if the merged cells to its left go
 * on too. */
static bool is_repeated(struct arena *arena, const struct standing *above, const struct cell *cell,
                        bool in_group)
{
    bool marked = above->is_merged && cell->merge == MERGE_START;
    bool may_be = in_group && (above->is_merged || cell->merge == MERGE_START);
    if (!above->cell || above->cell->span != cell->span || !(marked || may_be))
        return false;
    const char *words = words_of(arena, cell);
    return (*words || marked) && text_equal(words_of(arena, above->cell), words);
}

static void join(struct standing *above, struct cell *cell)
{
    above->is_merged = true;
    above->cell->merge = MERGE_START;
    above->cell->rows++;
    cell->merge = MERGE_CONTINUED;
    cell->first = cell->last = NULL;
}

static bool any_goes_on(const struct row *row)
{
    const struct cell *cell = row->first;
    while (cell && cell->merge != MERGE_CONTINUED)
        cell = cell->next;
    return cell != NULL;
}

static bool row_stays(const struct grid *grid, const struct passage *before)
{
    const struct passage *passage = before ? before->next : grid->inside.first;
    while (passage && !passage->look.keep_next)
        passage = passage->next;
    return passage != NULL;
}

/* In the documents of this program the rows of a page are kept together, and no cell goes on over
 * its end. */
static bool may_begin_page(const struct grid *grid, bool stays)
{
    return !grid->stays && (stays || grid->stayed) && !any_goes_on(grid->row);
}

/* A cell that goes on with nothing above stands alone. */
static void join_row(struct reader *reader, struct grid *grid, bool stays)
{
    bool may_repeat = may_begin_page(grid, stays), in_group = true;
    struct standing now[LIMIT_GRID_COLUMNS] = {{0}};
    for (struct cell *cell = grid->row->first; cell; cell = cell->next) {
        struct standing *above = &grid->above[cell->column];
        bool groups = above->is_merged || cell->merge == MERGE_START;
        bool goes = goes_on(above, cell);
        bool joins = goes || (may_repeat && is_repeated(reader->arena, above, cell, in_group));
        cell->hidden = goes ? cell->first : NULL;
        in_group &= joins || !groups;
        if (joins)
            join(above, cell);
        else if (cell->merge == MERGE_CONTINUED)
            cell->merge = MERGE_NONE;
        now[cell->column] = joins ? *above : (struct standing){cell, cell->merge == MERGE_START};
    }
    memcpy(grid->above, now, sizeof now);
    grid->stayed = grid->stays;
    grid->stays = stays;
}

/* A merge of one row is none. */
static void drop_single_merges(struct table *table)
{
    for (struct row *row = table->first; row; row = row->next)
        for (struct cell *cell = row->first; cell; cell = cell->next)
            if (cell->merge == MERGE_START && cell->rows == 1)
                cell->merge = MERGE_NONE;
}

/* cells */

static void read_blocks(struct reader *reader, struct xml_node *node, const struct step *step,
                        struct grid *grid, struct cell *cell)
{
    struct passage *before = grid->inside.last;
    enum role usual = grid->row->header ? ROLE_TABLE_HEADER : ROLE_TABLE_TEXT;
    blocks_read(reader, node, step, &grid->inside);
    for (struct passage *passage = before ? before->next : grid->inside.first; passage;
         passage = passage->next) {
        if (is_paragraph(passage))
            passage_set_role(passage, passage->role != ROLE_COUNT ? passage->role : usual);
        cell_add_block(cell, passage->block);
    }
}

static void read_cell(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    struct grid *grid = context;
    struct xml_node *properties = property_below(node, "tcPr");
    int column = grid->column, span = columns_of(properties, "gridSpan", 1);
    if (!has_columns(reader, node, column + span))
        return;
    struct cell *cell = row_add_cell(reader->arena, grid->row);
    cell->column = column;
    cell->span = span;
    cell->merge = merge_of(properties);
    grid->column = column + span;
    grid->has_borders |= borders_draw(property_below(properties, "tcBorders"));
    read_blocks(reader, node, step, grid, cell);
}

/* rows */

static void read_cells(struct reader *reader, struct xml_node *node, const struct step *step,
                       void *context)
{
    static const struct element elements[] = {{"tc", read_cell},
                                              {"sdt", read_cells},
                                              {"sdtContent", read_cells},
                                              {"customXml", read_cells}};
    elements_read(reader, node, step, elements, sizeof elements / sizeof *elements, context);
}

static bool has_row(struct reader *reader, const struct xml_node *node, struct grid *grid)
{
    if ((size_t)++grid->rows <= LIMIT_GRID_ROWS->now)
        return true;
    finding_add_limit(reader->findings, RULE_TABLE_ROWS, xml_place(node), LIMIT_GRID_ROWS, NULL);
    reader->stopped = true;
    return false;
}

static void read_row(struct reader *reader, struct xml_node *node, const struct step *step,
                     void *context)
{
    struct grid *grid = context;
    struct xml_node *properties = property_below(node, "trPr");
    if (property_below(properties, "del") || !has_row(reader, node, grid))
        return;
    grid->row = table_add_row(reader->arena, grid->block, origin_of(reader, step));
    grid->row->header = property_is_on(property_below(properties, "tblHeader"));
    grid->column = columns_of(properties, "gridBefore", 0);
    if (!has_columns(reader, node, grid->column))
        return;
    const struct passage *before = grid->inside.last;
    read_cells(reader, node, step, grid);
    if (reader->stopped)
        return;
    if (grid->column > grid->columns)
        grid->columns = grid->column;
    join_row(reader, grid, row_stays(grid, before));
}

static void read_rows(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    static const struct element elements[] = {
        {"tr", read_row}, {"sdt", read_rows}, {"sdtContent", read_rows}, {"customXml", read_rows}};
    elements_read(reader, node, step, elements, sizeof elements / sizeof *elements, context);
}

/* columns */

/* The width of the type area, in 1/100 per cent; the widest that Word knows, in twips. */
enum { WHOLE = 10000, WIDTH_MOST = 31680 };

/* Of each column that the table declares; 0 for those that only its rows have. */
static void read_widths(struct xml_node *table, long widths[LIMIT_GRID_COLUMNS], int columns)
{
    int column = 0;
    struct xml_node *col = property_below(property_below(table, "tblGrid"), "gridCol");
    for (; col && column < columns; col = xml_next_named(col, "gridCol")) {
        const char *width = xml_get_local(col, "w");
        long value = width ? strtol(width, NULL, 10) : 0;
        widths[column++] = value > 0 && value <= WIDTH_MOST ? value : 0;
    }
}

/* What rounding leaves over goes to the last column. Without widths all are equal. */
static const int *shares(struct arena *arena, const long widths[LIMIT_GRID_COLUMNS], int columns)
{
    int *share = ARENA_ARRAY(arena, int, (size_t)columns);
    long sum = 0;
    int left = WHOLE;
    for (int i = 0; i < columns; i++)
        sum += widths[i];
    for (int i = 0; i < columns; i++) {
        share[i] = sum ? (int)(widths[i] * WHOLE / sum) : WHOLE / columns;
        left -= share[i];
    }
    share[columns - 1] += left;
    return share;
}

static bool has_borders(const struct reader *reader, struct xml_node *node, const struct grid *grid)
{
    struct xml_node *properties = property_below(node, "tblPr");
    struct xml_node *borders = property_below(properties, "tblBorders");
    if (grid->has_borders || borders)
        return grid->has_borders || borders_draw(borders);
    return styling_has_borders(reader->styling, property_value(properties, "tblStyle"));
}

static void finish(struct reader *reader, struct xml_node *node, const struct grid *grid)
{
    struct table *table = &grid->block->table;
    long widths[LIMIT_GRID_COLUMNS] = {0};
    read_widths(node, widths, grid->columns);
    table->columns = grid->columns;
    table->width = shares(reader->arena, widths, grid->columns);
    table->borders = has_borders(reader, node, grid);
    drop_single_merges(table);
}

static bool has_depth(struct reader *reader, const struct xml_node *node)
{
    if (reader->depth < LIMIT_TABLE_DEPTH)
        return true;
    REPORT(reader->findings, RULE_TABLE_DEPTH, xml_place(node),
           arena_printf(reader->arena, "%d", LIMIT_TABLE_DEPTH));
    reader->stopped = true;
    return false;
}

void table_read(struct reader *reader, struct xml_node *node, const struct step *step,
                struct flow *flow)
{
    if (!has_depth(reader, node))
        return;
    bool starts_page = reader->breaks_page;
    struct grid grid = {.block = table_new(reader->arena, origin_of(reader, step))};
    reader->depth++;
    read_rows(reader, node, step, &grid);
    reader->depth--;
    reader->breaks_page = starts_page && !grid.columns;
    if (!grid.columns || reader->stopped)
        return;
    finish(reader, node, &grid);
    struct passage *passage = ARENA_NEW(reader->arena, struct passage);
    *passage = (struct passage){.block = grid.block,
                                .part = reader->part,
                                .role = ROLE_COUNT,
                                .starts_page = starts_page,
                                .inside = grid.inside};
    flow_add(flow, passage);
}
