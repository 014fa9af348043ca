/* Building and reading the document tree. */
#include "doc/doc.h"

#include "base/text.h"

struct section *document_add_section(struct arena *arena, struct document *document,
                                     const char *name)
{
    struct section *section = ARENA_NEW(arena, struct section);
    section->name = name;
    if (document->last)
        document->last->next = section;
    else
        document->first = section;
    return document->last = section;
}

struct block *section_add_block(struct section *section, struct block *block)
{
    if (section->last)
        section->last->next = block;
    else
        section->first = block;
    return section->last = block;
}

struct block *paragraph_new(struct arena *arena, enum role role, struct origin origin)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = BLOCK_PARAGRAPH;
    block->paragraph.role = role;
    block->origin = origin;
    return block;
}

struct run *paragraph_add_run(struct block *block, struct run *run)
{
    struct paragraph *paragraph = &block->paragraph;
    if (paragraph->last)
        paragraph->last->next = run;
    else
        paragraph->first = run;
    return paragraph->last = run;
}

struct run *paragraph_add_text(struct arena *arena, struct block *paragraph, enum role face,
                               unsigned marks, const char *text, struct origin origin)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){
        .kind = RUN_TEXT, .marks = marks, .face = face, .text = text, .origin = origin};
    return paragraph_add_run(paragraph, run);
}

struct block *table_new(struct arena *arena, struct origin origin)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = BLOCK_TABLE;
    block->table.borders = true;
    block->origin = origin;
    return block;
}

struct row *table_add_row(struct arena *arena, struct block *block, struct origin origin)
{
    struct table *table = &block->table;
    struct row *row = ARENA_NEW(arena, struct row);
    row->origin = origin;
    if (table->last)
        table->last->next = row;
    else
        table->first = row;
    return table->last = row;
}

struct cell *row_add_cell(struct arena *arena, struct row *row)
{
    struct cell *cell = ARENA_NEW(arena, struct cell);
    *cell = (struct cell){.span = 1, .rows = 1};
    if (row->last) {
        cell->column = row->last->column + row->last->span;
        row->last->next = cell;
    } else {
        row->first = cell;
    }
    return row->last = cell;
}

void cell_add_block(struct cell *cell, struct block *block)
{
    if (cell->last)
        cell->last->next = block;
    else
        cell->first = block;
    cell->last = block;
}

struct block *chart_new(struct arena *arena, struct origin origin)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = BLOCK_CHART;
    block->origin = origin;
    return block;
}

struct category *chart_add_category(struct arena *arena, struct block *block, const char *name,
                                    struct origin origin)
{
    struct chart *chart = &block->chart;
    struct category *category = ARENA_NEW(arena, struct category);
    *category = (struct category){.name = name, .origin = origin};
    chart->count++;
    if (chart->last)
        chart->last->next = category;
    else
        chart->first = category;
    return chart->last = category;
}

const struct row *table_next_row(const struct table *table, const struct row *previous)
{
    return previous ? previous->next : table->first;
}

struct rows rows_begin(const struct table *table)
{
    return (struct rows){.table = table};
}

const struct row *rows_next(struct rows *rows)
{
    const struct row_source *source = rows->table->source;
    const struct row *held = rows->ahead ? NULL : table_next_row(rows->table, rows->held);
    if (held)
        rows->held = held;
    if (held || !source)
        return held;
    if (!rows->ahead)
        rows->ahead = source->begin(source);
    return source->next(rows->ahead);
}

void rows_pass(struct rows *rows, const struct row *row)
{
    if (rows->ahead)
        rows->table->source->pass(rows->ahead, row);
}

void rows_end(struct rows *rows)
{
    if (rows->ahead)
        rows->table->source->end(rows->ahead);
}

bool row_is_apart(const struct row *row)
{
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        if (cell->merge == MERGE_CONTINUED)
            return false;
    return true;
}

bool document_has_source(const struct document *document)
{
    for (const struct section *section = document->first; section; section = section->next)
        for (const struct block *block = section->first; block; block = block->next)
            if (block->kind == BLOCK_TABLE && block->table.source)
                return true;
    return false;
}

const char *bar_text(struct arena *arena, struct bar bar)
{
    return bar.known ? points_print(arena, bar.length) : "";
}

const char *property_named(const struct property *properties, const char *name)
{
    for (const struct property *p = properties; p; p = p->next)
        if (text_equal(p->name, name))
            return p->value;
    return NULL;
}

void paragraph_add_words(struct buffer *out, const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next) {
        if (run->kind == RUN_TEXT)
            buffer_add(out, run->text);
        else if (run->kind == RUN_BREAK)
            buffer_add_char(out, '\n');
    }
}

char *paragraph_text(struct arena *arena, const struct paragraph *paragraph)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "");
    paragraph_add_words(&out, paragraph);
    return out.text;
}
