/* word/footer1.xml and word/footer2.xml: page numbers, at the outer edge of odd and even pages
 * (GB/T 9704-2012, 7.5). */
#include "docx/format.h"
#include "docx/part.h"

/* Where the number stands on a page. */
struct side {
    enum alignment align;
    const char *indent;
    const char *indent_chars;
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

static void place_write(struct xml_writer *out, const struct style *style, const struct side *side)
{
    long indent = style->page_number_indent;
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(ROLE_PAGE_NUMBER));
    xml_open(out, "w:ind");
    xml_attribute_number(out, side->indent_chars, indent);
    xml_attribute_number(out, side->indent, role_chars(&style->role[ROLE_PAGE_NUMBER], indent));
    xml_close(out);
    xml_empty(out, "w:jc", "w:val", alignment_word(side->align));
    xml_close(out);
}

static void footer_write(struct xml_writer *out, const struct style *style, const struct side *side)
{
    xml_open(out, "w:ftr");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
    xml_open(out, "w:p");
    place_write(out, style, side);
    text_run_write(out, style->page_number_before);
    number_write(out);
    text_run_write(out, style->page_number_after);
    xml_close(out);
    xml_close(out);
}

void footer_odd_write(struct xml_writer *out, const struct docx *docx)
{
    static const struct side right = {ALIGN_RIGHT, "w:right", "w:rightChars"};
    footer_write(out, docx->style, &right);
}

void footer_even_write(struct xml_writer *out, const struct docx *docx)
{
    static const struct side left = {ALIGN_LEFT, "w:left", "w:leftChars"};
    footer_write(out, docx->style, &left);
}
