/* Tables with fixed columns. */
#include "docx/body.h"
#include "docx/format.h"
#include "docx/height.h"

/* Width of `count` grid columns from `first`; what rounding leaves over goes to the last column of
 * the table. */
static long columns_width(const struct table *table, long width, int first, int count)
{
    enum { WHOLE = 10000 };
    long sum = 0;
    for (int i = first; i < first + count && i < table->columns; i++)
        sum += table->width[i] * width / WHOLE;
    if (first + count < table->columns)
        return sum;
    return width - columns_width(table, width, 0, first);
}

static void width_write(struct xml_writer *out, const char *name, long width)
{
    xml_open(out, name);
    xml_attribute_number(out, "w:w", width);
    xml_attribute(out, "w:type", "dxa");
    xml_close(out);
}

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

/* In the order of CT_TcPr. */
static void cell_properties_write(struct xml_writer *out, const struct cell *cell, long width)
{
    xml_open(out, "w:tcPr");
    width_write(out, "w:tcW", width);
    if (cell->span > 1)
        xml_empty_number(out, "w:gridSpan", "w:val", cell->span);
    if (cell->merge == MERGE_START)
        xml_empty(out, "w:vMerge", "w:val", "restart");
    if (cell->merge == MERGE_CONTINUED)
        xml_empty(out, "w:vMerge", NULL, NULL);
    xml_empty(out, "w:vAlign", "w:val", "center");
    xml_close(out);
}

static void cell_blocks_write(struct body *body, const struct cell *cell, enum role role)
{
    const struct paragraph empty = {.role = role};
    if (cell->first && cell->merge != MERGE_CONTINUED)
        blocks_write(body, cell->first, cell->align, NULL);
    else
        paragraph_write(body, &empty, (struct setting){0});
}

static void cell_write(struct body *body, const struct table *table, const struct cell *cell,
                       enum role role)
{
    long table_width = body->width;
    body->width = columns_width(table, table_width, cell->column, cell->span);
    xml_open(body->out, "w:tc");
    cell_properties_write(body->out, cell, body->width);
    cell_blocks_write(body, cell, role);
    xml_close(body->out);
    body->width = table_width;
}

/* Of a row that stays whole: a header, or one that is not too tall. */
static void row_properties_write(struct xml_writer *out, const struct row *row)
{
    xml_open(out, "w:trPr");
    xml_empty(out, "w:cantSplit", NULL, NULL);
    if (row->header)
        xml_empty(out, "w:tblHeader", NULL, NULL);
    xml_close(out);
}

static void row_write(struct body *body, const struct table *table, const struct row *row)
{
    xml_open(body->out, "w:tr");
    if (row->header ||
        row_height(body->docx->style, table, row, body->width) <= body->docx->style->table.keep_row)
        row_properties_write(body->out, row);
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        cell_write(body, table, cell, row->header ? ROLE_TABLE_HEADER : ROLE_TABLE_TEXT);
    xml_close(body->out);
}

void table_write(struct body *body, const struct table *table)
{
    xml_open(body->out, "w:tbl");
    table_properties_write(body, table);
    grid_write(body, table);
    for (const struct row *row = NULL; (row = table_next_row(table, row));)
        row_write(body, table, row);
    xml_close(body->out);
}
