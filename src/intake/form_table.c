/* Tables with the headers of a self-assessment. */
#include "base/text.h"
#include "intake/form_seen.h"

enum form_column { COLUMN_TEXT, COLUMN_POINTS, COLUMN_SCORE, COLUMN_REMARK, FORM_COLUMNS };

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
            buffer_join(&text, "\n", paragraph_text(arena, &block->paragraph));
    return text_strip(arena, buffer_text(&text));
}

static struct columns columns_of(struct arena *arena, const struct row *row)
{
    struct columns columns = {{-1, -1, -1, -1}};
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        for (int i = 0; i < FORM_COLUMNS; i++)
            if (text_equal(text_without_blanks(arena, cell_text(arena, cell)), headers[i]))
                columns.at[i] = cell->column;
    return columns;
}

static bool is_header(struct columns columns)
{
    return columns.at[COLUMN_TEXT] >= 0 && columns.at[COLUMN_SCORE] >= 0;
}

static int column_of(struct columns columns, const struct cell *cell)
{
    int i = 0;
    while (i < FORM_COLUMNS && columns.at[i] != cell->column)
        i++;
    return i;
}

static void add_row(struct form_view *view, const struct row *row, struct columns columns)
{
    struct form_seen *seen = form_view_add(view, SEEN_ROW, row->origin.path);
    struct buffer rest = buffer_on(view->arena);
    const char *texts[FORM_COLUMNS + 1] = {0};
    for (const struct cell *cell = row->first; cell; cell = cell->next) {
        int column = column_of(columns, cell);
        texts[column] = cell_text(view->arena, cell);
        if (column == FORM_COLUMNS && *texts[column])
            buffer_join(&rest, " ", texts[column]);
    }
    seen->text = texts[COLUMN_TEXT];
    seen->points = texts[COLUMN_POINTS];
    seen->answer = texts[COLUMN_SCORE];
    seen->remark = texts[COLUMN_REMARK];
    seen->rest = buffer_text(&rest);
}

bool form_table_read(struct form_view *view, const struct table *table)
{
    bool found = false;
    struct columns columns = {{-1, -1, -1, -1}};
    for (const struct row *row = NULL; (row = table_next_row(table, row));) {
        struct columns own = columns_of(view->arena, row);
        if (is_header(own))
            columns = own;
        else if (is_header(columns))
            add_row(view, row, columns);
        found |= is_header(own);
    }
    view->has_table |= found;
    return found;
}
