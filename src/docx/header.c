/* word/header1.xml to header4.xml: what stands outside the running text and below it: the draft
 * mark of every page, the page number of landscape ones, the head of a letter. */
#include "docx/header.h"

#include "base/text.h"
#include "docx/body.h"
#include "docx/footer.h"
#include "docx/format.h"
#include "docx/height.h"
#include "docx/shape.h"
#include "xml/outline.h"

/* Beside the left edge of the type area, along the whole of it: that is the foot of the sheet when
 * it is bound (GB/T 9704-2012, clause 8). */
static const char *number_place(struct arena *arena, const struct style *style)
{
    const struct page_style *page = &style->landscape;
    long line = role_pitch(&style->role[ROLE_PAGE_NUMBER]);
    return arena_printf(
        arena,
        "position:absolute;margin-left:%s;margin-top:%s;width:%s;height:%s;z-index:1;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page",
        shape_length(arena, page->left - style->page_number_distance - line / 2),
        shape_length(arena, page->top), shape_length(arena, line),
        shape_length(arena, page_text_height(page)));
}

static void number_box_write(struct xml_writer *out, const struct docx *docx, enum page_side side)
{
    const char *id = side == PAGE_ODD ? "page-number-odd" : "page-number-even";
    xml_open(out, "w:r");
    text_box_open(out, id, number_place(docx->arena, docx->style), "layout-flow:vertical");
    page_number_write(out, docx->style, side);
    text_box_close(out);
    xml_close(out);
}

/* Width for a height of `size`: Han characters are square, others half as wide. */
static long draft_length(const char *word, long size)
{
    return text_halves(word) * size / 2;
}

static const char *draft_place(struct arena *arena, const struct draft_style *draft,
                               const char *word)
{
    enum { FULL_TURN = 360 };
    long length = draft_length(word, draft->size), size = draft->size;
    if (length > draft->longest) {
        size = size * draft->longest / length;
        length = draft->longest;
    }
    return arena_printf(
        arena,
        "position:absolute;margin-left:0;margin-top:0;width:%s;height:%s;rotation:%ld;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin",
        shape_length(arena, length), shape_length(arena, size), FULL_TURN - draft->angle);
}

/* Word and LibreOffice know a watermark by the name of its shape. */
static void draft_write(struct xml_writer *out, const struct docx *docx, int number)
{
    const struct draft_style *draft = &docx->style->draft;
    struct text_path path = {
        .id = arena_printf(docx->arena, "PowerPlusWaterMarkObject%d", number),
        .place = draft_place(docx->arena, draft, docx->draft),
        .color = draft->color,
        .font = draft->font->name,
        .text = docx->draft,
    };
    xml_open(out, "w:r");
    text_path_write(out, docx->arena, &path);
    xml_close(out);
}

/* In a paragraph that is open: a line that is as good as none carries the mark. */
static void draft_line_write(struct xml_writer *out, const struct docx *docx, int number)
{
    xml_open(out, "w:pPr");
    off_write(out, "w:snapToGrid");
    xml_open(out, "w:spacing");
    xml_attribute(out, "w:line", "20");
    xml_attribute(out, "w:lineRule", "exact");
    xml_close(out);
    xml_close(out);
    draft_write(out, docx, number);
}

const char *header_with_draft(const struct docx *docx, const struct file *header, int number,
                              size_t *length)
{
    struct xml_writer *out = xml_fragment_new(docx->arena);
    struct buffer all = buffer_on(docx->arena);
    const struct outline *root = outline_read(docx->arena, header->bytes);
    xml_open(out, "w:p");
    shape_namespaces_write(out);
    draft_line_write(out, docx, number);
    xml_close(out);
    buffer_add_n(&all, header->bytes, root->outside);
    buffer_add(&all, xml_fragment_finish(out, length));
    buffer_add(&all, header->bytes + root->outside);
    *length = all.length;
    return all.text;
}

static void part_open(struct xml_writer *out)
{
    xml_open(out, "w:hdr");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
    shape_namespaces_write(out);
}

static void header_open(struct xml_writer *out)
{
    part_open(out);
    xml_open(out, "w:p");
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(ROLE_PAGE_NUMBER));
    xml_close(out);
}

static void header_close(struct xml_writer *out, const struct docx *docx, int number)
{
    if (docx->draft)
        draft_write(out, docx, number);
    xml_close(out);
    xml_close(out);
}

void header_portrait_write(struct xml_writer *out, const struct docx *docx)
{
    header_open(out);
    header_close(out, docx, 1);
}

void header_landscape_odd_write(struct xml_writer *out, const struct docx *docx)
{
    header_open(out);
    number_box_write(out, docx, PAGE_ODD);
    header_close(out, docx, 2);
}

void header_landscape_even_write(struct xml_writer *out, const struct docx *docx)
{
    header_open(out);
    number_box_write(out, docx, PAGE_EVEN);
    header_close(out, docx, 3);
}

/* Its distance from the top is from the paper's. */
static struct fit first_fit(const struct docx *docx, const struct block *block)
{
    const struct page_style *page = &docx->style->portrait;
    struct fit fit = fit_of(docx->style, docx->first_header, block, page_text_width(page));
    if (docx->style->role[block->paragraph.role].from_top)
        fit.before = fit.before > page->header ? fit.before - page->header : 0;
    return fit;
}

/* Form fields in it are there to read: their place is in the running text. */
void header_first_write(struct xml_writer *out, const struct docx *docx)
{
    struct body body = {.out = out, .docx = docx, .repeats = true};
    part_open(out);
    for (const struct block *block = docx->first_header; block != docx->first_body;
         block = block->next) {
        struct setting setting = {.fit = first_fit(docx, block)};
        paragraph_write(&body, &block->paragraph, setting);
    }
    if (docx->draft) {
        xml_open(out, "w:p");
        draft_line_write(out, docx, 4);
        xml_close(out);
    }
    xml_close(out);
}

/* How tall a letterhead is nobody knows before it is shown. */
long first_header_push(const struct docx *docx)
{
    const struct page_style *page = &docx->style->portrait;
    const struct block *previous = NULL;
    if (!is_ours(docx, LETTERHEAD_HEADER, LETTERHEAD_FIRST))
        return 0;
    long bottom = page->header;
    for (const struct block *block = docx->first_header; block && block != docx->first_body;
         previous = block, block = block->next) {
        struct fit fit = first_fit(docx, block);
        bottom += block_height(docx->style, previous, block, page_text_width(page));
        if (fit.size)
            bottom += fit.before - docx->style->role[block->paragraph.role].before;
    }
    return bottom > page->top ? bottom - page->top : 0;
}
