/* word/footer1.xml to footer4.xml: page numbers, at the outer edge of odd and even pages (GB/T
 * 9704-2012, 7.5); nothing below landscape ones; on the first page of a letter a rule and no number
 * (10.1). */
#include "docx/footer.h"

#include "docx/format.h"
#include "docx/part.h"

/* Where the number stands on a page. */
static const struct {
    enum alignment align;
    const char *indent;
    const char *indent_chars;
} sides[] = {
    [PAGE_ODD] = {ALIGN_RIGHT, "w:right", "w:rightChars"},
    [PAGE_EVEN] = {ALIGN_LEFT, "w:left", "w:leftChars"},
};

static void text_run_write(struct xml_writer *out, const char *text)
{
    xml_open(out, "w:r");
    xml_open(out, "w:t");
    xml_attribute(out, "xml:space", "preserve");
    xml_text(out, text);
    xml_close(out);
    xml_close(out);
}

static void field_mark_write(struct xml_writer *out, const char *type)
{
    xml_open(out, "w:r");
    xml_empty(out, "w:fldChar", "w:fldCharType", type);
    xml_close(out);
}

static void instruction_write(struct xml_writer *out, const char *instruction)
{
    xml_open(out, "w:r");
    xml_open(out, "w:instrText");
    xml_attribute(out, "xml:space", "preserve");
    xml_text(out, instruction);
    xml_close(out);
    xml_close(out);
}

static void number_write(struct xml_writer *out)
{
    field_mark_write(out, "begin");
    instruction_write(out, " PAGE ");
    field_mark_write(out, "separate");
    text_run_write(out, "1");
    field_mark_write(out, "end");
}

static void place_write(struct xml_writer *out, const struct style *style, enum page_side side)
{
    long indent = style->page_number_indent;
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(ROLE_PAGE_NUMBER));
    xml_open(out, "w:ind");
    xml_attribute_number(out, sides[side].indent_chars, indent);
    xml_attribute_number(out, sides[side].indent,
                         role_chars(&style->role[ROLE_PAGE_NUMBER], indent));
    xml_close(out);
    xml_empty(out, "w:jc", "w:val", alignment_word(sides[side].align));
    xml_close(out);
}

void page_number_write(struct xml_writer *out, const struct style *style, enum page_side side)
{
    xml_open(out, "w:p");
    place_write(out, style, side);
    text_run_write(out, style->page_number_before);
    number_write(out);
    text_run_write(out, style->page_number_after);
    xml_close(out);
}

static void footer_open(struct xml_writer *out)
{
    xml_open(out, "w:ftr");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
}

void footer_odd_write(struct xml_writer *out, const struct docx *docx)
{
    footer_open(out);
    page_number_write(out, docx->style, PAGE_ODD);
    xml_close(out);
}

void footer_even_write(struct xml_writer *out, const struct docx *docx)
{
    footer_open(out);
    page_number_write(out, docx->style, PAGE_EVEN);
    xml_close(out);
}

static void empty_write(struct xml_writer *out)
{
    xml_open(out, "w:p");
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(ROLE_PAGE_NUMBER));
    xml_close(out);
    xml_close(out);
}

/* Without it the footer of the section before would go on. */
void footer_landscape_write(struct xml_writer *out, const struct docx *docx)
{
    (void)docx;
    footer_open(out);
    empty_write(out);
    xml_close(out);
}

enum { FRAME_HEIGHT = 20 }; /* 1 pt: less is shown as that */

/* A frame whose lower edge is the rule. */
static void frame_write(struct xml_writer *out, const struct style *style)
{
    const struct first_footer_style *footer = &style->first_footer;
    const struct page_style *page = &style->portrait;
    xml_open(out, "w:framePr");
    xml_attribute_number(out, "w:w", page_text_width(page) + 2 * footer->overhang);
    xml_attribute_number(out, "w:h", FRAME_HEIGHT);
    xml_attribute(out, "w:hRule", "exact");
    xml_attribute(out, "w:wrap", "around");
    xml_attribute(out, "w:vAnchor", "page");
    xml_attribute(out, "w:hAnchor", "page");
    xml_attribute_number(out, "w:x", page->left - footer->overhang);
    xml_attribute_number(out, "w:y", page->height - footer->distance - FRAME_HEIGHT);
    xml_close(out);
}

/* In the order of CT_PPr. */
static void rule_write(struct xml_writer *out, const struct style *style)
{
    xml_open(out, "w:p");
    xml_open(out, "w:pPr");
    frame_write(out, style);
    xml_open(out, "w:pBdr");
    border_write(out, "w:bottom", &style->first_footer.rule);
    xml_close(out);
    off_write(out, "w:snapToGrid");
    xml_open(out, "w:spacing");
    xml_attribute_number(out, "w:line", FRAME_HEIGHT);
    xml_attribute(out, "w:lineRule", "exact");
    xml_close(out);
    xml_close(out);
    xml_close(out);
}

void footer_first_write(struct xml_writer *out, const struct docx *docx)
{
    footer_open(out);
    if (docx->style->first_footer.rule.size)
        rule_write(out, docx->style);
    empty_write(out);
    xml_close(out);
}
