/* word/document.xml: sections and their blocks. */
#include "docx/body.h"
#include "docx/format.h"

static const struct page_style *page_of(const struct style *style, const struct section *section)
{
    return section->landscape ? &style->landscape : &style->portrait;
}

static void footer_reference_write(struct xml_writer *out, const char *type, const char *id)
{
    xml_open(out, "w:footerReference");
    xml_attribute(out, "w:type", type);
    xml_attribute(out, "r:id", id);
    xml_close(out);
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
    footer_reference_write(body->out, "default", RELATIONSHIP_FOOTER_ODD);
    footer_reference_write(body->out, "even", RELATIONSHIP_FOOTER_EVEN);
    xml_empty(body->out, "w:type", "w:val", section->continues ? "continuous" : "nextPage");
    page_size_write(body->out, page);
    page_margins_write(body->out, page);
    page_grid_write(body->out, page);
    xml_close(body->out);
}

/* The style of a paragraph's role; NULL if the block is none. */
static const struct role_style *role_of(const struct style *style, const struct block *block)
{
    return block && block->kind == BLOCK_PARAGRAPH ? &style->role[block->paragraph.role] : NULL;
}

/* Whether `next` follows `block` as its role wants to: without anything between. */
static bool joins(const struct style *style, const struct block *block, const struct block *next)
{
    return role_of(style, block) && role_of(style, next) &&
           role_of(style, next)->joins == block->paragraph.role;
}

/* A heading that runs in ends in text of its own and needs no paragraph below on its page. */
static enum keep keep_of(const struct style *style, const struct block *block)
{
    const struct role_style *next = role_of(style, block->next);
    const struct paragraph *paragraph = &block->paragraph;
    if (next && next->keep_previous)
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
    if (block->kind == BLOCK_PARAGRAPH)
        paragraph_write(body, &block->paragraph, setting);
    else if (table_next_row(&block->table, NULL))
        table_write(body, &block->table);
    if (needs_filler(block))
        filler_write(body, setting.ends);
}

void blocks_write(struct body *body, const struct block *first, const char *align,
                  const struct section *ends)
{
    const struct block *previous = NULL;
    for (const struct block *block = first; block; previous = block, block = block->next) {
        struct setting setting = setting_of(body->docx->style, previous, block);
        setting.align = align;
        setting.ends = block->next ? NULL : ends;
        block_write(body, block, setting);
    }
}

/* The properties of the last section stand in the body itself, those of others in their last
 * paragraph. */
static void section_blocks_write(struct body *body, const struct section *section)
{
    const struct section *ends = section->next ? section : NULL;
    body->width = page_text_width(page_of(body->docx->style, section));
    if (section->first)
        blocks_write(body, section->first, NULL, ends);
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
