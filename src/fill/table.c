/* Tables of prose, in the style that the template has for tables. */
#include "base/text.h"
#include "docx/height.h"
#include "fill/play.h"

/* 100 per cent as w:type="pct" counts (ECMA-376 part 1, 17.18.90). */
enum { TABLE_WHOLE = 5000 };

/* In the order of CT_TblPr; as wide as the text around it. */
static void properties_play(struct player *player, const struct table *table)
{
    static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    const char *style = looks_table(player->filling->looks);
    struct buffer *out = &player->out;
    buffer_add(out, "<w:tblPr>");
    if (style && table->borders)
        buffer_printf(out, "<w:tblStyle w:val=\"%s\"/>", style);
    buffer_printf(out, "<w:tblW w:w=\"%d\" w:type=\"pct\"/>", TABLE_WHOLE);
    if (!style && table->borders) {
        buffer_add(out, "<w:tblBorders>");
        for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
            buffer_printf(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
                          sides[i]);
        buffer_add(out, "</w:tblBorders>");
    }
    buffer_add(out, "<w:tblLayout w:type=\"fixed\"/></w:tblPr>");
}

/* How the columns share the width. */
static void grid_play(struct player *player, const struct table *table)
{
    buffer_add(&player->out, "<w:tblGrid>");
    for (int i = 0; i < table->columns; i++)
        buffer_printf(&player->out, "<w:gridCol w:w=\"%d\"/>", table->width[i]);
    buffer_add(&player->out, "</w:tblGrid>");
}

/* Where the template has no style for it a paragraph is none of the text: it is not indented, and
 * in the header it stands in the middle. In the order of CT_PPr. */
static void paragraph_play(struct player *player, const struct op *op,
                           const struct paragraph *paragraph, const char *align)
{
    struct buffer *out = &player->out;
    const char *style = looks_style(player->filling->looks, paragraph->role);
    if (!align && !style && paragraph->role == ROLE_TABLE_HEADER)
        align = "center";
    buffer_add(out, "<w:p><w:pPr>");
    if (style)
        buffer_printf(out, "<w:pStyle w:val=\"%s\"/>", style);
    else
        buffer_add(out, "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>");
    if (align)
        buffer_printf(out, "<w:jc w:val=\"%s\"/>", text_equal(align, "justify") ? "both" : align);
    buffer_add(out, "</w:pPr>");
    runs_play(player, op, style != NULL, paragraph);
    buffer_add(out, "</w:p>");
}

static void merge_play(struct player *player, const struct cell *cell)
{
    if (cell->merge == MERGE_START)
        buffer_add(&player->out, "<w:vMerge w:val=\"restart\"/>");
    else if (cell->merge == MERGE_CONTINUED)
        buffer_add(&player->out, "<w:vMerge/>");
}

/* In the order of CT_TcPr. */
static void cell_of_table_play(struct player *player, const struct op *op,
                               const struct table *table, const struct cell *cell)
{
    struct buffer *out = &player->out;
    buffer_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%ld\" w:type=\"pct\"/>",
                  columns_width(table, TABLE_WHOLE, cell->column, cell->span));
    if (cell->span > 1)
        buffer_printf(out, "<w:gridSpan w:val=\"%d\"/>", cell->span);
    merge_play(player, cell);
    buffer_add(out, "<w:vAlign w:val=\"center\"/></w:tcPr>");
    for (const struct block *block = cell->first; block; block = block->next)
        paragraph_play(player, op, &block->paragraph, cell->align);
    buffer_add(out, cell->first ? "</w:tc>" : "<w:p/></w:tc>");
}

static void row_of_table_play(struct player *player, const struct op *op, const struct table *table,
                              const struct row *row)
{
    buffer_add(&player->out, "<w:tr>");
    if (row->header)
        buffer_add(&player->out, "<w:trPr><w:tblHeader/></w:trPr>");
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        cell_of_table_play(player, op, table, cell);
    buffer_add(&player->out, "</w:tr>");
}

void table_play(struct player *player, const struct op *op, const struct table *table)
{
    struct rows rows = rows_begin(table);
    if (ends_with_table(player))
        buffer_add(&player->out, "<w:p/>");
    buffer_add(&player->out, "<w:tbl>");
    properties_play(player, table);
    grid_play(player, table);
    for (const struct row *row; (row = rows_next(&rows));) {
        row_of_table_play(player, op, table, row);
        rows_pass(&rows, row);
    }
    rows_end(&rows);
    buffer_add(&player->out, "</w:tbl>");
}
