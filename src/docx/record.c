/* A table at the foot of the type area, wherever the text ends. */
#include "docx/record.h"

#include <string.h>

#include "base/text.h"
#include "docx/format.h"
#include "docx/height.h"

static bool is_record_block(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH &&
           (block->paragraph.role == ROLE_COPY_TO || block->paragraph.role == ROLE_PRINTING);
}

bool is_record(const struct section *section)
{
    for (const struct block *block = section->first; block; block = block->next)
        if (!is_record_block(block))
            return false;
    return section->first != NULL;
}

static const struct role_style *role_of(const struct body *body, const struct block *block)
{
    return &body->docx->style->role[block->paragraph.role];
}

/* How an organ and a date, with a tab between, get onto one line. */
enum way { WAY_PLAIN, WAY_NARROW, WAY_TWO_LINES };

/* Per cent of their width at which they fit. */
static long scale_of(const struct body *body, const struct block *block, const char *text)
{
    const struct role_style *role = role_of(body, block);
    long room = body->width - role_chars(role, role->left + role->right_tab);
    long halves = text_halves(text) - text_halves("\t");
    long need = role_chars(role, halves * 50 + body->docx->style->record.gap);
    return need > 0 ? room * 100 / need : 100;
}

static enum way way_of(const struct body *body, const struct block *block)
{
    const char *text = paragraph_text(body->docx->arena, &block->paragraph);
    if (!strchr(text, '\t') || role_of(body, block)->right_tab < 0)
        return WAY_PLAIN;
    long scale = scale_of(body, block, text);
    return scale >= 100                                   ? WAY_PLAIN
           : scale >= body->docx->style->record.narrowest ? WAY_NARROW
                                                          : WAY_TWO_LINES;
}

static struct fit fit_to_line(const struct body *body, const struct block *block)
{
    const struct role_style *role = role_of(body, block);
    const char *text = paragraph_text(body->docx->arena, &block->paragraph);
    if (way_of(body, block) != WAY_NARROW)
        return (struct fit){0};
    return (struct fit){role->size, scale_of(body, block, text), role_pitch(role), role->before,
                        role->after};
}

static void rules_write(struct xml_writer *out, const struct record_style *record)
{
    const struct rule_style outer = {.size = record->outer}, inner = {.size = record->inner};
    xml_open(out, "w:tblBorders");
    border_write(out, "w:top", &outer);
    border_write(out, "w:bottom", &outer);
    border_write(out, "w:insideH", &inner);
    xml_close(out);
}

static void no_margins_write(struct xml_writer *out)
{
    static const char *const sides[] = {"w:left", "w:right"};
    xml_open(out, "w:tblCellMar");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        width_write(out, sides[i], 0);
    xml_close(out);
}

/* The table floats: nothing but its position keeps it at the foot of the page, and it goes to the
 * next one together with the paragraph below it. LibreOffice 7 lets a table as wide as the type
 * area float only if its place is counted from the edge of the page. */
static void position_write(struct xml_writer *out, const struct style *style)
{
    xml_open(out, "w:tblpPr");
    xml_attribute_number(out, "w:topFromText", style->record.before);
    xml_attribute(out, "w:vertAnchor", "margin");
    xml_attribute(out, "w:horzAnchor", "page");
    xml_attribute_number(out, "w:tblpX", style->portrait.left);
    xml_attribute(out, "w:tblpYSpec", "bottom");
    xml_close(out);
    xml_empty(out, "w:tblOverlap", "w:val", "never");
}

/* In the order of CT_TblPr. */
static void table_open(struct body *body, bool floats)
{
    xml_open(body->out, "w:tbl");
    xml_open(body->out, "w:tblPr");
    if (floats)
        position_write(body->out, body->docx->style);
    width_write(body->out, "w:tblW", body->width);
    rules_write(body->out, &body->docx->style->record);
    xml_empty(body->out, "w:tblLayout", "w:type", "fixed");
    no_margins_write(body->out);
    xml_close(body->out);
    xml_open(body->out, "w:tblGrid");
    xml_empty_number(body->out, "w:gridCol", "w:w", body->width);
    xml_close(body->out);
}

static void line_write(struct body *body, const struct block *block)
{
    struct setting setting = {.fit = fit_to_line(body, block)};
    body->breaks_at_tab = way_of(body, block) == WAY_TWO_LINES;
    paragraph_write(body, &block->paragraph, setting);
    body->breaks_at_tab = false;
}

/* No rule stands between paragraphs of one role: those that get the notice and those that get a
 * copy. Returns what follows. */
static const struct block *row_write(struct body *body, const struct block *block)
{
    enum role role = block->paragraph.role;
    xml_open(body->out, "w:tr");
    xml_open(body->out, "w:tc");
    xml_open(body->out, "w:tcPr");
    width_write(body->out, "w:tcW", body->width);
    xml_close(body->out);
    for (; block && block->paragraph.role == role; block = block->next)
        line_write(body, block);
    xml_close(body->out);
    xml_close(body->out);
    return block;
}

/* A record that is taller than a page cannot float. */
static bool is_too_tall(const struct body *body, const struct section *section)
{
    const struct style *style = body->docx->style;
    long height = style->record.before;
    for (const struct block *block = section->first; block; block = block->next)
        height += block_height(style, NULL, block, body->width);
    return height > page_text_height(&style->portrait);
}

/* In LibreOffice 7 a floating table begins no page. */
void record_write(struct body *body, const struct section *section, const struct section *ends)
{
    if (!section->continues)
        filler_write(body, NULL);
    table_open(body, !is_too_tall(body, section));
    for (const struct block *block = section->first; block;)
        block = row_write(body, block);
    xml_close(body->out);
    filler_write(body, ends);
}
