/* Tables in Markdown: pipe tables as GitHub reads them, HTML where cells span or hold lines. */
#include "markdown/table.h"

#include "base/buffer.h"
#include "markdown/span.h"

static void html_table(struct buffer *out, const struct table *table);

static struct phrase paragraph_phrase(struct arena *arena, const struct paragraph *paragraph)
{
    struct phrase phrase = phrase_on(arena);
    phrase_add_runs(&phrase, paragraph->first, NULL);
    phrase_tidy(&phrase);
    return phrase;
}

static bool is_one_line(const struct block *block)
{
    if (!block)
        return true;
    if (block->next || block->kind != BLOCK_PARAGRAPH)
        return false;
    const struct run *run = block->paragraph.first;
    while (run && run->kind != RUN_BREAK)
        run = run->next;
    return !run;
}

static bool row_is_flat(const struct row *row, int columns)
{
    for (const struct cell *cell = row->first; cell; cell = cell->next, columns--)
        if (cell->span != 1 || cell->merge != MERGE_NONE || !is_one_line(cell->first))
            return false;
    return columns == 0;
}

/* A pipe table has one row of headers and cells of one line. */
static bool is_flat(const struct table *table)
{
    const struct row *first = table_next_row(table, NULL);
    if (table->source)
        return table->source->is_flat;
    if (!first || !first->header)
        return false;
    for (const struct row *row = NULL; (row = table_next_row(table, row));)
        if ((row->header && row != first) || !row_is_flat(row, table->columns))
            return false;
    return true;
}

static void pipe_cell(struct buffer *out, const struct cell *cell)
{
    if (cell->first) {
        struct phrase phrase = paragraph_phrase(out->arena, &cell->first->paragraph);
        phrase_join_lines(&phrase);
        buffer_printf(out, " %s", span_markdown(&phrase));
    }
    buffer_add(out, " |");
}

static void pipe_row(struct buffer *out, const struct table *table, const struct row *row)
{
    buffer_add_char(out, '|');
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        pipe_cell(out, cell);
    buffer_add_char(out, '\n');
    if (!row->header)
        return;
    buffer_add_char(out, '|');
    for (int i = 0; i < table->columns; i++)
        buffer_add(out, " --- |");
    buffer_add_char(out, '\n');
}

static void html_blocks(struct buffer *out, const struct cell *cell)
{
    for (const struct block *block = cell->first; block; block = block->next) {
        if (block->kind == BLOCK_TABLE) {
            html_table(out, &block->table);
            continue;
        }
        struct phrase phrase = paragraph_phrase(out->arena, &block->paragraph);
        span_add_html(out, &phrase);
        if (block->next && block->next->kind == BLOCK_PARAGRAPH)
            buffer_add(out, "<br>");
    }
}

static void html_cell(struct buffer *out, const struct cell *cell, bool header)
{
    const char *tag = header ? "th" : "td";
    buffer_printf(out, "<%s", tag);
    if (cell->merge == MERGE_START && cell->rows > 1)
        buffer_printf(out, " rowspan=\"%d\"", cell->rows);
    if (cell->span > 1)
        buffer_printf(out, " colspan=\"%d\"", cell->span);
    buffer_add_char(out, '>');
    html_blocks(out, cell);
    buffer_printf(out, "</%s>", tag);
}

static void html_row(struct buffer *out, const struct row *row)
{
    buffer_add(out, "<tr>");
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        if (cell->merge != MERGE_CONTINUED)
            html_cell(out, cell, row->header);
    buffer_add(out, "</tr>\n");
}

static const char *part_of(const struct row *row)
{
    return row->header ? "thead" : "tbody";
}

/* A table being written row by row. */
struct sheet {
    const struct table *table;
    bool is_flat;
    const char *part; /* of an HTML table that is open */
};

/* Without blank lines: at one CommonMark would end the HTML (0.30, 4.6). */
static void html_next_row(struct buffer *out, struct sheet *sheet, const struct row *row)
{
    const char *part = part_of(row);
    if (!sheet->part)
        buffer_add(out, "<table>\n");
    else if (sheet->part != part)
        buffer_printf(out, "</%s>\n", sheet->part);
    if (sheet->part != part)
        buffer_printf(out, "<%s>\n", part);
    sheet->part = part;
    html_row(out, row);
}

static void add_row(struct buffer *out, struct sheet *sheet, const struct row *row)
{
    if (sheet->is_flat)
        pipe_row(out, sheet->table, row);
    else
        html_next_row(out, sheet, row);
}

static void end_table(struct buffer *out, const struct sheet *sheet)
{
    if (sheet->is_flat)
        return;
    if (sheet->part)
        buffer_printf(out, "</%s>\n", sheet->part);
    buffer_add(out, sheet->part ? "</table>\n" : "<table>\n</table>\n");
}

static void add_table(struct buffer *out, struct sheet sheet)
{
    for (const struct row *row = NULL; (row = table_next_row(sheet.table, row));)
        add_row(out, &sheet, row);
    end_table(out, &sheet);
}

static void html_table(struct buffer *out, const struct table *table)
{
    add_table(out, (struct sheet){.table = table});
}

const char *table_markdown(struct arena *arena, const struct table *table)
{
    struct buffer out = buffer_on(arena);
    add_table(&out, (struct sheet){.table = table, .is_flat = is_flat(table)});
    return buffer_text(&out);
}

static void hand_on(struct buffer *out, const struct markdown_sink *sink)
{
    sink->add(sink->context, buffer_text(out), out->length);
    arena_release(out->arena, arena_take(out->arena, 1));
    *out = buffer_on(out->arena);
}

void table_markdown_to(const struct table *table, const struct markdown_sink *sink)
{
    struct arena *arena = arena_new();
    struct buffer out = buffer_on(arena);
    struct sheet sheet = {.table = table, .is_flat = is_flat(table)};
    struct rows rows = rows_begin(table);
    for (const struct row *row; (row = rows_next(&rows));) {
        rows_pass(&rows, row);
        add_row(&out, &sheet, row);
        hand_on(&out, sink);
    }
    rows_end(&rows);
    end_table(&out, &sheet);
    hand_on(&out, sink);
    arena_free(arena);
}

static void add_beside(struct phrase *phrase, const struct block *block)
{
    if (block->kind != BLOCK_PARAGRAPH || !block->paragraph.first)
        return;
    if (phrase->count)
        phrase_add(phrase, 0x3000, 0);
    phrase_add_runs(phrase, block->paragraph.first, NULL);
}

struct phrase row_phrase(struct arena *arena, const struct row *row)
{
    struct phrase phrase = phrase_on(arena);
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        for (const struct block *block = cell->first; block; block = block->next)
            add_beside(&phrase, block);
    phrase_tidy(&phrase);
    return phrase;
}

static void add_text_cell(struct arena *arena, struct row *row, const char *text)
{
    struct cell *cell = row_add_cell(arena, row);
    struct block *paragraph = paragraph_new(arena, ROLE_TABLE_TEXT, row->origin);
    paragraph_add_text(arena, paragraph, ROLE_TABLE_TEXT, 0, text, row->origin);
    if (*text)
        cell_add_block(cell, paragraph);
}

const struct table *chart_table(struct arena *arena, const struct block *block)
{
    const struct chart *chart = &block->chart;
    struct block *table = table_new(arena, block->origin);
    struct row *row = table_add_row(arena, table, block->origin);
    table->table.columns = (int)chart->series_count + 1;
    row->header = true;
    add_text_cell(arena, row, "");
    for (size_t i = 0; i < chart->series_count; i++)
        add_text_cell(arena, row, chart->series[i]);
    for (const struct category *category = chart->first; category; category = category->next) {
        row = table_add_row(arena, table, category->origin);
        add_text_cell(arena, row, category->name);
        for (size_t i = 0; i < chart->series_count; i++)
            add_text_cell(arena, row, bar_text(arena, category->bars[i]));
    }
    return &table->table;
}
