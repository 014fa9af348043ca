/* word/document.xml: sections and their blocks. */
#include "docx/body.h"
#include "docx/drawing.h"
#include "docx/format.h"
#include "docx/header.h"
#include "docx/height.h"
#include "docx/printed.h"
#include "docx/record.h"

static const struct page_style *page_of(const struct style *style, const struct section *section)
{
    return section->landscape ? &style->landscape : &style->portrait;
}

/* Our headers and footers, by how a section lies. */
static const char *const references[][LETTERHEAD_PLACES][LETTERHEAD_PAGES] = {
    {{RELATIONSHIP_HEADER_PORTRAIT, RELATIONSHIP_HEADER_PORTRAIT, RELATIONSHIP_HEADER_FIRST},
     {RELATIONSHIP_FOOTER_ODD, RELATIONSHIP_FOOTER_EVEN, RELATIONSHIP_FOOTER_FIRST}},
    {{RELATIONSHIP_HEADER_LANDSCAPE_ODD, RELATIONSHIP_HEADER_LANDSCAPE_EVEN, NULL},
     {RELATIONSHIP_FOOTER_LANDSCAPE, RELATIONSHIP_FOOTER_LANDSCAPE, NULL}},
};

/* Whether the first page of a section is unlike the others. */
static bool has_first_page(const struct body *body, const struct section *section)
{
    const struct docx *docx = body->docx;
    bool has = docx->first_header || (docx->letterhead && docx->letterhead->has_first_page);
    return has && section == docx->document->first && !section->landscape;
}

/* NULL: none. A first page without a header of its own has that of odd ones. */
static const char *reference_of(const struct docx *docx, bool landscape,
                                enum letterhead_place place, enum letterhead_pages pages)
{
    if (!landscape && !is_ours(docx, place, pages))
        return docx->letterhead->id[place][pages];
    if (place == LETTERHEAD_HEADER && !has_headers(docx))
        return NULL;
    if (pages == LETTERHEAD_FIRST && !docx->first_header)
        pages = LETTERHEAD_ODD;
    return references[landscape][place][pages];
}

static void reference_write(struct body *body, bool landscape, enum letterhead_place place,
                            enum letterhead_pages pages)
{
    static const char *const names[] = {"w:headerReference", "w:footerReference"};
    static const char *const types[] = {"default", "even", "first"};
    const char *id = reference_of(body->docx, landscape, place, pages);
    if (!id)
        return;
    xml_open(body->out, names[place]);
    xml_attribute(body->out, "w:type", types[pages]);
    xml_attribute(body->out, "r:id", id);
    xml_close(body->out);
}

static void references_write(struct body *body, const struct section *section)
{
    static const enum letterhead_place places[] = {LETTERHEAD_HEADER, LETTERHEAD_FOOTER};
    for (int i = 0; i < LETTERHEAD_PLACES; i++) {
        reference_write(body, section->landscape, places[i], LETTERHEAD_ODD);
        reference_write(body, section->landscape, places[i], LETTERHEAD_EVEN);
    }
    for (int i = 0; i < LETTERHEAD_PLACES && has_first_page(body, section); i++)
        reference_write(body, false, places[i], LETTERHEAD_FIRST);
}

static void page_size_write(struct xml_writer *out, const struct page_style *page)
{
    xml_open(out, "w:pgSz");
    xml_attribute_number(out, "w:w", page->width);
    xml_attribute_number(out, "w:h", page->height);
    if (page->landscape)
        xml_attribute(out, "w:orient", "landscape");
    xml_close(out);
}

static void page_margins_write(struct xml_writer *out, const struct page_style *page)
{
    xml_open(out, "w:pgMar");
    xml_attribute_number(out, "w:top", page->top);
    xml_attribute_number(out, "w:right", page->right);
    xml_attribute_number(out, "w:bottom", page->bottom);
    xml_attribute_number(out, "w:left", page->left);
    xml_attribute_number(out, "w:header", page->header);
    xml_attribute_number(out, "w:footer", page->footer);
    xml_attribute(out, "w:gutter", "0");
    xml_close(out);
}

/* Lines only: a grid of characters too would be set as 14 a line by LibreOffice. */
static void page_grid_write(struct xml_writer *out, const struct page_style *page)
{
    if (!page->grid)
        return;
    xml_open(out, "w:docGrid");
    xml_attribute(out, "w:type", "lines");
    xml_attribute_number(out, "w:linePitch", page->grid);
    xml_close(out);
}

/* In the order of CT_SectPr. w:type says how this section begins, although it stands at its end. */
void section_write(struct body *body, const struct section *section)
{
    const struct page_style *page = page_of(body->docx->style, section);
    xml_open(body->out, "w:sectPr");
    references_write(body, section);
    xml_empty(body->out, "w:type", "w:val", section->continues ? "continuous" : "nextPage");
    page_size_write(body->out, page);
    page_margins_write(body->out, page);
    if (has_first_page(body, section))
        xml_empty(body->out, "w:titlePg", NULL, NULL);
    page_grid_write(body->out, page);
    xml_close(body->out);
}

/* The style of a paragraph's role; NULL if the block is none. */
static const struct role_style *role_of(const struct style *style, const struct block *block)
{
    return block && block->kind == BLOCK_PARAGRAPH ? &style->role[block->paragraph.role] : NULL;
}

/* What a block is to its neighbours: a table is what its first cell is; ROLE_COUNT if it is no
 * text. */
static enum role role_at(const struct block *block)
{
    while (block && block->kind == BLOCK_TABLE) {
        const struct row *row = table_next_row(&block->table, NULL);
        block = row && row->first ? row->first->first : NULL;
    }
    return block && block->kind == BLOCK_PARAGRAPH ? block->paragraph.role : ROLE_COUNT;
}

/* Whether `next` follows `block` as its role wants to: without anything between. */
static bool joins(const struct style *style, const struct block *block, const struct block *next)
{
    enum role role = role_at(block);
    return role != ROLE_COUNT && role_of(style, next) && role_of(style, next)->joins == role;
}

/* A heading that runs in ends in text of its own and needs no paragraph below on its page. */
static enum keep keep_of(const struct style *style, const struct block *block)
{
    enum role next = role_at(block->next);
    const struct paragraph *paragraph = &block->paragraph;
    if (next != ROLE_COUNT && style->role[next].keep_previous)
        return KEEP_NEXT;
    if (block->kind == BLOCK_PARAGRAPH && role_info(paragraph->role)->outline && paragraph->last &&
        paragraph->last->face != paragraph->role)
        return KEEP_NOTHING;
    return KEEP_AS_ROLE;
}

static struct setting setting_of(const struct style *style, const struct block *previous,
                                 const struct block *block)
{
    return (struct setting){.joins_previous = joins(style, previous, block),
                            .is_joined = joins(style, block, block->next),
                            .keep = keep_of(style, block)};
}

/* Tables that meet would become one, and a section or a cell cannot end with a table. */
static bool needs_filler(const struct block *block)
{
    return block->kind == BLOCK_TABLE && (!block->next || block->next->kind == BLOCK_TABLE);
}

static void block_write(struct body *body, const struct block *block, struct setting setting)
{
    if (setting.space.above)
        spacer_write(body, setting.space.above);
    page_add(&body->page, setting.space.above, true);
    if (block->kind == BLOCK_PARAGRAPH)
        paragraph_write(body, &block->paragraph, setting);
    else if (block->kind == BLOCK_CHART)
        drawing_write(body, setting);
    else if (table_next_row(&block->table, NULL))
        table_write(body, &block->table);
    if (setting.space.below)
        spacer_write(body, setting.space.below);
    if (needs_filler(block))
        filler_write(body, setting.ends);
}

static bool stays(const struct role_style *role, enum keep keep)
{
    return keep == KEEP_NEXT || (keep == KEEP_AS_ROLE && role->keep_next);
}

/* Tables fill it row by row, and charts whole. In a cell there is none to fill. */
static void fill_page(struct body *body, const struct block *previous, const struct block *block,
                      struct setting setting)
{
    const struct style *style = body->docx->style;
    const struct role_style *role = role_of(style, block);
    if (role && body->page.height)
        page_add(&body->page, block_height(style, previous, block, body->width),
                 stays(role, setting.keep));
}

static void block_place(struct body *body, const struct block *previous, const struct block *block,
                        struct setting setting)
{
    block_write(body, block, setting);
    fill_page(body, previous, block, setting);
}

static long line_width(const struct body *body)
{
    return body->in_cell ? body->width - 2 * body->docx->style->table.margin : body->width;
}

void blocks_write(struct body *body, const struct block *first, const char *align,
                  const struct section *ends)
{
    const struct block *previous = body->above, *names = NULL;
    for (const struct block *block = first; block; previous = block, block = block->next) {
        struct setting setting = setting_of(body->docx->style, previous, block);
        names = closing_names(body->docx->style, names, previous, block);
        setting.is_placed =
            closing_right(body->docx->style, names, block, body->width, &setting.right);
        setting.align = align;
        setting.fit =
            fit_of(body->docx->style, body->in_cell ? NULL : first, block, line_width(body));
        setting.space = table_space_of(body->docx->style, first, block);
        setting.ends = block->next ? NULL : ends;
        printed_write(body, previous, block, setting, block_place);
    }
}

/* The properties of the last section stand in the body itself, those of others in their last
 * paragraph. */
static void section_blocks_write(struct body *body, const struct section *section)
{
    const struct section *ends = section->next ? section : NULL;
    body->width = page_text_width(page_of(body->docx->style, section));
    if (!section->continues)
        page_begin(&body->page, page_text_height(page_of(body->docx->style, section)));
    if (has_first_page(body, section))
        page_add(&body->page, first_header_push(body->docx), true);
    if (is_record(section))
        record_write(body, section, ends);
    else if (section_body(body->docx, section))
        blocks_write(body, section_body(body->docx, section), NULL, ends);
    else
        filler_write(body, ends);
    if (!section->next)
        section_write(body, section);
}

void document_write(struct xml_writer *out, const struct docx *docx)
{
    struct body body = {.out = out, .docx = docx};
    xml_open(out, "w:document");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
    xml_attribute(out, "xmlns:r", NAMESPACE_R);
    xml_open(out, "w:body");
    for (const struct section *section = docx->document->first; section; section = section->next)
        section_blocks_write(&body, section);
    xml_close(out);
    xml_close(out);
}
