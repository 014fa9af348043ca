/* What must be known before printing: names of bookmarks, faces in use, where comments stand. */
#include "docx/bookmark.h"
#include "docx/drawing.h"
#include "docx/part.h"

struct field_list {
    struct field *fields;
    size_t count;
    size_t room;
};

static void add_field(struct arena *arena, struct field_list *list, const struct run *run)
{
    list->fields =
        arena_make_room(arena, list->fields, sizeof *list->fields, list->count, &list->room);
    struct field *field = &list->fields[list->count++];
    *field = (struct field){run, field_bookmark(arena, run->field)};
}

static void prepare_faces(struct docx *docx, const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->face != paragraph->role)
            docx->is_face[run->face] = true;
}

static void prepare_paragraph(struct docx *docx, struct field_list *list,
                              const struct paragraph *paragraph)
{
    prepare_faces(docx, paragraph);
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (run->kind == RUN_FIELD)
            add_field(docx->arena, list, run);
}

/* A comment on a table stands at the first paragraph that is met in it. */
static void prepare_anchors(struct docx *docx, const struct block *block)
{
    const struct paragraph *paragraph = block->kind == BLOCK_PARAGRAPH ? &block->paragraph : NULL;
    if (!docx->first_paragraph)
        docx->first_paragraph = paragraph;
    for (struct anchor *a = docx->anchors; a < docx->anchors + docx->anchor_count; a++) {
        a->is_due |= a->comment->block == block;
        if (a->is_due && !a->paragraph)
            a->paragraph = paragraph;
    }
}

static void prepare_blocks(struct docx *docx, struct field_list *list, const struct block *block);

static void prepare_table(struct docx *docx, struct field_list *list, const struct table *table)
{
    for (const struct row *row = NULL; (row = table_next_row(table, row));)
        for (const struct cell *cell = row->first; cell; cell = cell->next)
            if (cell->merge != MERGE_CONTINUED)
                prepare_blocks(docx, list, cell->first);
}

static void prepare_blocks(struct docx *docx, struct field_list *list, const struct block *block)
{
    for (; block; block = block->next) {
        prepare_anchors(docx, block);
        if (block->kind == BLOCK_TABLE)
            prepare_table(docx, list, &block->table);
        else if (block->kind == BLOCK_PARAGRAPH)
            prepare_paragraph(docx, list, &block->paragraph);
    }
}

static bool is_in_header(const struct style *style, const struct block *block)
{
    return block && block->kind == BLOCK_PARAGRAPH &&
           style->role[block->paragraph.role].first_header;
}

/* Of a document that begins across the page there is no such header. */
static void prepare_first_page(struct docx *docx, const struct section *first)
{
    const struct block *block = first && !first->landscape ? first->first : NULL;
    if (!is_in_header(docx->style, block))
        return;
    docx->first_header = block;
    for (; is_in_header(docx->style, block); block = block->next)
        prepare_faces(docx, &block->paragraph);
    docx->first_body = block;
}

const struct block *section_body(const struct docx *docx, const struct section *section)
{
    bool is_first = section == docx->document->first && docx->first_header;
    return is_first ? docx->first_body : section->first;
}

static void add_anchors(struct docx *docx, const struct comment *first)
{
    for (const struct comment *comment = first; comment; comment = comment->next)
        docx->anchor_count++;
    docx->anchors = ARENA_ARRAY(docx->arena, struct anchor, docx->anchor_count);
    for (struct anchor *anchor = docx->anchors; first; first = first->next)
        *anchor++ = (struct anchor){.comment = first};
}

static void settle_anchors(struct docx *docx)
{
    if (!docx->first_paragraph)
        docx->anchor_count = 0;
    for (size_t i = 0; i < docx->anchor_count; i++)
        if (!docx->anchors[i].paragraph)
            docx->anchors[i].paragraph = docx->first_paragraph;
}

struct docx docx_prepare(struct arena *arena, const struct document *document,
                         const struct style *style, const struct comment *comments)
{
    struct docx docx = {.arena = arena, .document = document, .style = style};
    struct field_list list = {0};
    add_anchors(&docx, comments);
    prepare_first_page(&docx, document->first);
    for (const struct section *section = document->first; section; section = section->next) {
        docx.has_landscape |= section->landscape;
        docx.has_portrait |= !section->landscape;
        prepare_blocks(&docx, &list, section_body(&docx, section));
    }
    docx.fields = list.fields;
    docx.field_count = list.count;
    settle_anchors(&docx);
    drawings_prepare(&docx);
    return docx;
}

bool is_ours(const struct docx *docx, enum letterhead_place place, enum letterhead_pages pages)
{
    return !docx->letterhead || !docx->letterhead->id[place][pages];
}

bool has_headers(const struct docx *docx)
{
    return docx->has_landscape || docx->draft || docx->first_header ||
           !is_ours(docx, LETTERHEAD_HEADER, LETTERHEAD_ODD) ||
           !is_ours(docx, LETTERHEAD_HEADER, LETTERHEAD_EVEN);
}

long free_number(const struct docx *docx, size_t n)
{
    long number = (long)n;
    const struct ids *taken = &docx->taken;
    for (size_t i = 0; i < taken->count && taken->number[i] <= number; i++)
        number += taken->number[i] > 0;
    return number;
}
