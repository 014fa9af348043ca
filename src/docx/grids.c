/* From tables of the document tree to grids. */
#include "docx/grids.h"

#include "base/text.h"
#include "docx/read.h"
#include "docx/wording.h"

/* What stands above the next table and may be its title. */
struct above {
    const char *label; /* 附件2 */
    const char *title;
    const char *nearest; /* line that is neither */
};

struct taking {
    struct findings *findings;
    const char *path;
    struct grids *grids;
    struct buffer words; /* of the cell that is read */
};

/* words */

static void add_blocks(struct buffer *out, const struct block *first, const char *between);

/* A row a line, as it is read. */
static void add_table(struct buffer *out, const struct table *table)
{
    for (const struct row *row = NULL; (row = table_next_row(table, row));) {
        if (row != table->first)
            buffer_add_char(out, '\n');
        for (const struct cell *cell = row->first; cell; cell = cell->next) {
            buffer_add(out, cell == row->first ? "" : " ");
            add_blocks(out, cell->first, " ");
        }
    }
}

static void add_blocks(struct buffer *out, const struct block *first, const char *between)
{
    for (const struct block *block = first; block; block = block->next) {
        buffer_add(out, block == first ? "" : between);
        if (block->kind == BLOCK_TABLE)
            add_table(out, &block->table);
        else
            paragraph_add_words(out, &block->paragraph);
    }
}

static const char *text_of(struct taking *taking, const struct block *first)
{
    taking->words.length = 0;
    buffer_add(&taking->words, "");
    add_blocks(&taking->words, first, "\n");
    return text_strip(taking->findings->arena, taking->words.text);
}

/* titles */

/* Running text and headings end what stood above them. */
static void note_paragraph(struct arena *arena, struct above *above,
                           const struct paragraph *paragraph)
{
    const char *text = text_in_one_line(arena, text_strip(arena, paragraph_text(arena, paragraph)));
    if (!*text)
        return;
    if (paragraph->role == ROLE_ANNEX_LABEL)
        *above = (struct above){.label = text};
    else if (sentence_length(text))
        *above = (struct above){0};
    else if (paragraph->role == ROLE_TITLE)
        above->title = text;
    else if (role_info(paragraph->role)->outline)
        *above = (struct above){.nearest = text};
    else
        above->nearest = text;
}

/* In one line; NULL: there are no words. */
static const char *title_of(struct arena *arena, const struct above *above)
{
    const char *title = above->title ? above->title : above->nearest;
    if (!above->label || !title)
        return above->label ? above->label : title;
    return arena_printf(arena, "%s %s", above->label, title);
}

/* tables */

static void take_blocks(struct taking *taking, const struct block *first, struct above *above);

static size_t header_rows_of(const struct table *table)
{
    size_t count = 0;
    const struct row *row = NULL;
    while ((row = table_next_row(table, row)) && row->header)
        count++;
    return count;
}

static void put_cell(struct taking *taking, struct grid *grid, const struct cell *cell, size_t row)
{
    struct arena *arena = taking->findings->arena;
    bool is_hidden = cell->merge == MERGE_CONTINUED;
    struct grid_cell put = {.row = row,
                            .column = (size_t)cell->column,
                            .rows = (size_t)cell->rows,
                            .columns = (size_t)cell->span,
                            .text = text_of(taking, is_hidden ? cell->hidden : cell->first),
                            .place = grid->place};
    if (!is_hidden)
        grid_put(arena, grid, put);
    else if (*put.text)
        grid_hide(arena, grid, put);
}

static void take_inner_tables(struct taking *taking, const struct table *table)
{
    for (const struct row *row = NULL; (row = table_next_row(table, row));)
        for (const struct cell *cell = row->first; cell; cell = cell->next) {
            struct above above = {0};
            take_blocks(taking, cell->first, &above);
        }
}

static void take_table(struct taking *taking, const struct table *table, const char *title)
{
    struct grid *grid = grids_add(taking->findings->arena, taking->grids);
    size_t number = 0;
    grid->title = title;
    grid->header_rows = header_rows_of(table);
    grid->place = (struct place){taking->path, 0, 0};
    for (const struct row *row = NULL; (row = table_next_row(table, row)); number++)
        for (const struct cell *cell = row->first; cell; cell = cell->next)
            put_cell(taking, grid, cell, number);
    take_inner_tables(taking, table);
}

static void take_blocks(struct taking *taking, const struct block *first, struct above *above)
{
    for (const struct block *block = first; block; block = block->next)
        if (block->kind == BLOCK_TABLE) {
            take_table(taking, &block->table, title_of(taking->findings->arena, above));
            *above = (struct above){0};
        } else {
            note_paragraph(taking->findings->arena, above, &block->paragraph);
        }
}

bool docx_document_grids(struct findings *findings, const struct document *document,
                         const char *path, struct grids *grids)
{
    struct taking taking = {findings, path, grids, buffer_on(findings->arena)};
    struct above above = {0};
    *grids = (struct grids){0};
    for (const struct section *section = document->first; section; section = section->next)
        take_blocks(&taking, section->first, &above);
    return grids_settle(findings, grids);
}

bool docx_grids(struct findings *findings, const struct file *file, struct grids *grids)
{
    struct docx_read word;
    return docx_read(findings, file, NULL, &word) &&
           docx_document_grids(findings, word.document, file->path, grids);
}
