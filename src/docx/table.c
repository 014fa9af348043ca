/* Tables with fixed columns. */
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
                      const struct placed_row *placed)
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
        cell_write(body, table, &placed_cell);
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
    body->page = (struct page){0};
    xml_open(body->out, "w:tbl");
    table_properties_write(body, table);
    grid_write(body, table);
    for (struct placed_row placed; (placed = table_pages_next(pages)).row;)
        row_write(body, table, pages, &placed);
    xml_close(body->out);
    body->page = page;
}
