/* Tables with the headers of a self-assessment. */
#include "intake/form_table.h"

#include "base/text.h"

static const char *const headers[FORM_COLUMNS] = {
    [COLUMN_TEXT] = "考核内容",
    [COLUMN_POINTS] = "分值",
    [COLUMN_SCORE] = "自评得分",
    [COLUMN_REMARK] = "备注",
};

/* Which grid column has which meaning; -1: none. */
struct columns {
    int at[FORM_COLUMNS];
};

static const char *cell_text(struct arena *arena, const struct cell *cell)
{
    struct buffer text = buffer_on(arena);
    for (const struct block *block = cell->first; block; block = block->next)
        if (block->kind == BLOCK_PARAGRAPH)
            buffer_printf(&text, "%s%s", text.length ? "\n" : "",
                          paragraph_text(arena, &block->paragraph));
    return text_strip(arena, buffer_text(&text));
}

static struct columns columns_of(struct arena *arena, const struct row *row)
{
    struct columns columns = {{-1, -1, -1, -1}};
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        for (int i = 0; i < FORM_COLUMNS; i++)
            if (text_equal(cell_text(arena, cell), headers[i]))
                columns.at[i] = cell->column;
    return columns;
}

static bool is_header(struct columns columns)
{
    return columns.at[COLUMN_TEXT] >= 0 && columns.at[COLUMN_SCORE] >= 0;
}

static struct form_row *row_of(struct arena *arena, const struct row *row, struct columns columns)
{
    struct form_row *found = ARENA_NEW(arena, struct form_row);
    found->path = row->origin.path;
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        for (int i = 0; i < FORM_COLUMNS; i++)
            if (columns.at[i] == cell->column)
                found->cell[i] = cell_text(arena, cell);
    return found;
}

static struct form_row **add_rows(struct arena *arena, const struct table *table,
                                  struct form_row **end)
{
    struct columns columns = {{-1, -1, -1, -1}};
    for (const struct row *row = NULL; (row = table_next_row(table, row));) {
        struct columns own = columns_of(arena, row);
        if (is_header(own)) {
            columns = own;
        } else if (is_header(columns)) {
            *end = row_of(arena, row, columns);
            end = &(*end)->next;
        }
    }
    return end;
}

struct form_row *form_rows(struct arena *arena, const struct document *document)
{
    struct form_row *rows = NULL, **end = &rows;
    for (const struct section *section = document->first; section; section = section->next)
        for (const struct block *block = section->first; block; block = block->next)
            if (block->kind == BLOCK_TABLE)
                end = add_rows(arena, &block->table, end);
    return rows;
}
