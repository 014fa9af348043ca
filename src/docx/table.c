/* Tables with fixed columns. */
#include <string.h>

#include "docx/body.h"
#include "docx/format.h"
#include "docx/height.h"

/* In the order of CT_TblPr. */
static void table_properties_write(struct body *body, const struct table *table)
{
    xml_open(body->out, "w:tblPr");
    xml_empty(body->out, "w:tblStyle", "w:val", table->borders ? "TableGrid" : "TableNormal");
    width_write(body->out, "w:tblW", body->width);
    xml_empty(body->out, "w:tblLayout", "w:type", "fixed");
    xml_close(body->out);
}

static void grid_write(struct body *body, const struct table *table)
{
    xml_open(body->out, "w:tblGrid");
    for (int i = 0; i < table->columns; i++)
        xml_empty_number(body->out, "w:gridCol", "w:w", columns_width(table, body->width, i, 1));
    xml_close(body->out);
}

/* A cell as it stands on its page. */
struct placed_cell {
    const struct cell *cell;
    const struct cell
        *start;     /* the cell whose text it shows: the same, or where its merge started */
    enum role role; /* of an empty paragraph */
};

/* A merged cell starts where it starts, and again where it shows its text on another page. */
static void merge_write(struct xml_writer *out, const struct placed_cell *placed)
{
    if (placed->cell->merge == MERGE_START || placed->start != placed->cell)
        xml_empty(out, "w:vMerge", "w:val", "restart");
    else if (placed->cell->merge == MERGE_CONTINUED)
        xml_empty(out, "w:vMerge", NULL, NULL);
}

/* In the order of CT_TcPr. */
static void cell_properties_write(struct xml_writer *out, const struct placed_cell *placed,
                                  long width)
{
    xml_open(out, "w:tcPr");
    width_write(out, "w:tcW", width);
    if (placed->cell->span > 1)
        xml_empty_number(out, "w:gridSpan", "w:val", placed->cell->span);
    merge_write(out, placed);
    xml_empty(out, "w:vAlign", "w:val", "center");
    xml_close(out);
}

static void cell_blocks_write(struct body *body, const struct placed_cell *placed)
{
    const struct paragraph empty = {.role = placed->role};
    const struct cell *start = placed->start;
    if (start->first && start->merge != MERGE_CONTINUED)
        blocks_write(body, start->first, start->align, NULL);
    else
        paragraph_write(body, &empty, (struct setting){0});
}

static void cell_write(struct body *body, const struct table *table,
                       const struct placed_cell *placed)
{
    struct body outer = *body;
    body->width = columns_width(table, outer.width, placed->cell->column, placed->cell->span);
    body->repeats = outer.repeats || placed->start != placed->cell;
    body->spread = closing_column(body->docx->style, table, placed->cell,
                                  body->width - 2 * body->docx->style->table.margin);
    body->above = closing_above(table, placed->cell);
    body->in_cell = true;
    xml_open(body->out, "w:tc");
    cell_properties_write(body->out, placed, body->width);
    cell_blocks_write(body, placed);
    xml_close(body->out);
    body->width = outer.width;
    body->spread = outer.spread;
    body->above = outer.above;
    body->repeats = outer.repeats;
    body->in_cell = outer.in_cell;
}

/* Most cells of a table differ in their text alone: such a cell is printed once, and copied around
 * the texts of others. */
struct stencil {
    enum role role;
    const char *align;
    int span;
    const char *before, *after; /* NULL: none was made */
    size_t length_before, length_after;
};

enum { WAYS = 2 }; /* of a row: whether it stays with the next */

/* What stands for the text while a stencil is made: of a private plane. */
#define STENCIL_MARK "\uE000"

/* The run that is all of a cell, with nothing that depends on its text but the text; NULL if there
 * is more to it. */
static const struct run *plain_run(const struct body *body, const struct table *table,
                                   const struct placed_cell *placed)
{
    const struct block *block = placed->cell->first;
    if (placed->start != placed->cell || placed->cell->merge != MERGE_NONE || !block ||
        block->next || block->kind != BLOCK_PARAGRAPH || body->docx->anchor_count ||
        !closing_above(table, placed->cell))
        return NULL;
    const struct role_style *role = &body->docx->style->role[block->paragraph.role];
    const struct run *run = block->paragraph.first;
    bool is_plain = run && !run->next && run->kind == RUN_TEXT && !run->marks &&
                    run->face == block->paragraph.role && *run->text && !strchr(run->text, '\t');
    return is_plain && !role->spread && !role->narrowest && !role->is_blank ? run : NULL;
}

static void stencil_make(struct body *body, const struct table *table, const struct cell *cell,
                         struct stencil *stencil)
{
    size_t length;
    struct run run = *cell->first->paragraph.first;
    struct block block = *cell->first;
    struct cell sample = *cell;
    struct body printing = *body;
    run.text = STENCIL_MARK;
    block.paragraph.first = block.paragraph.last = &run;
    sample.first = sample.last = &block;
    printing.out = xml_fragment_new(body->docx->arena);
    cell_write(&printing, table, &(struct placed_cell){&sample, &sample, ROLE_TABLE_TEXT});
    stencil->before = xml_fragment_finish(printing.out, &length);
    stencil->after = strstr(stencil->before, STENCIL_MARK) + strlen(STENCIL_MARK);
    stencil->length_after = (size_t)(stencil->before + length - stencil->after);
    stencil->length_before = length - stencil->length_after - strlen(STENCIL_MARK);
    stencil->role = block.paragraph.role;
    stencil->align = cell->align;
    stencil->span = cell->span;
}

static bool stencil_fits(const struct stencil *stencil, const struct cell *cell)
{
    return stencil->role == cell->first->paragraph.role && stencil->align == cell->align &&
           stencil->span == cell->span;
}

static void cell_copy(struct body *body, const struct table *table, struct stencil *stencils,
                      const struct placed_cell *placed)
{
    const struct run *run = plain_run(body, table, placed);
    struct stencil *stencil = &stencils[placed->cell->column * WAYS + body->stays];
    if (run && !stencil->before)
        stencil_make(body, table, placed->cell, stencil);
    if (!run || !stencil_fits(stencil, placed->cell)) {
        cell_write(body, table, placed);
        return;
    }
    xml_verbatim(body->out, stencil->before, stencil->length_before);
    xml_text(body->out, run->text);
    xml_verbatim(body->out, stencil->after, stencil->length_after);
}

static void row_properties_write(struct xml_writer *out, const struct placed_row *placed)
{
    if (placed->splits && !placed->row->header)
        return;
    xml_open(out, "w:trPr");
    xml_empty(out, "w:cantSplit", NULL, NULL);
    if (placed->row->header)
        xml_empty(out, "w:tblHeader", NULL, NULL);
    xml_close(out);
}

static void row_write(struct body *body, const struct table *table, const struct table_pages *pages,
                      struct stencil *stencils, const struct placed_row *placed)
{
    bool stays = body->stays;
    body->stays |= placed->stays;
    xml_open(body->out, "w:tr");
    row_properties_write(body->out, placed);
    for (const struct cell *cell = placed->row->first; cell; cell = cell->next) {
        struct placed_cell placed_cell = {
            .cell = cell,
            .start = placed->begins ? table_pages_start(pages, cell) : cell,
            .role = placed->row->header ? ROLE_TABLE_HEADER : ROLE_TABLE_TEXT};
        if (placed->row->header)
            cell_write(body, table, &placed_cell);
        else
            cell_copy(body, table, stencils, &placed_cell);
    }
    xml_close(body->out);
    body->stays = stays;
}

/* Inside cells there are no pages to fill. */
void table_write(struct body *body, const struct table *table)
{
    struct page page = body->page;
    struct table_pages *pages =
        table_pages_new(body->docx->arena, body->docx->style, table, body->width, &page);
    struct stencil *stencils =
        ARENA_ARRAY(body->docx->arena, struct stencil, (size_t)table->columns * WAYS);
    body->page = (struct page){0};
    xml_open(body->out, "w:tbl");
    table_properties_write(body, table);
    grid_write(body, table);
    for (struct placed_row placed; (placed = table_pages_next(pages)).row;)
        row_write(body, table, pages, stencils, &placed);
    xml_close(body->out);
    body->page = page;
}
