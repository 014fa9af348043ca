/* How tall a row of a table will be: the tallest of its cells, by counting characters. */
#include "docx/height.h"

#include "base/text.h"

/* A wide character takes a whole cell, every other half of one. */
static long half_characters(const char *text)
{
    long halves = 0;
    for (uint32_t code; (code = text_next(&text));)
        halves += code_is_wide(code) ? 2 : 1;
    return halves;
}

static long lines_of(long halves, const struct role_style *role, long width)
{
    long in_line = 2 * width / role_chars(role, 100);
    return in_line > 0 ? (halves + in_line - 1) / in_line : halves;
}

static long paragraph_height(const struct role_style *role, const struct paragraph *paragraph,
                             long width)
{
    long lines = 0, halves = 0;
    for (const struct run *run = paragraph->first; run; run = run->next) {
        if (run->kind == RUN_TEXT)
            halves += half_characters(run->text);
        if (run->kind != RUN_BREAK)
            continue;
        lines += lines_of(halves, role, width);
        halves = 0;
    }
    lines += lines_of(halves, role, width);
    return (lines > 0 ? lines : 1) * role->line;
}

static long cell_height(const struct style *style, const struct cell *cell, long width)
{
    long height = 0;
    for (const struct block *block = cell->first; block; block = block->next)
        if (block->kind == BLOCK_PARAGRAPH)
            height += paragraph_height(&style->role[block->paragraph.role], &block->paragraph,
                                       width - 2 * style->table.margin);
    return height;
}

static long cell_width(const struct table *table, const struct cell *cell, long width)
{
    enum { WHOLE = 10000 };
    long sum = 0;
    for (int i = cell->column; i < cell->column + cell->span && i < table->columns; i++)
        sum += table->width[i];
    return sum * width / WHOLE;
}

long row_height(const struct style *style, const struct table *table, const struct row *row,
                long width)
{
    long tallest = 0;
    for (const struct cell *cell = row->first; cell; cell = cell->next) {
        long height = cell_height(style, cell, cell_width(table, cell, width));
        if (cell->merge == MERGE_NONE && height > tallest)
            tallest = height;
    }
    return tallest;
}
