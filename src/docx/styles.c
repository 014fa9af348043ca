/* word/styles.xml: the defaults, a paragraph style for each role, a character style for each face,
 * tables. */
#include <string.h>

#include "docx/format.h"
#include "docx/part.h"

#define NORMAL "Normal"
#define PLAIN_FACE "DefaultParagraphFont"
#define PLAIN_TABLE "TableNormal"

/* East Asian text in the document's language; digits and letters as English, so that no reader
 * takes them for errors. */
static void language_write(struct xml_writer *out, const struct docx *docx)
{
    xml_open(out, "w:lang");
    xml_attribute(out, "w:val", "en-US");
    xml_attribute(out, "w:eastAsia", docx->document->lang);
    xml_attribute(out, "w:bidi", "ar-SA");
    xml_close(out);
}

/* The grid counts its lines and characters in the size of the defaults, so these are the body's. */
static void default_run_write(struct xml_writer *out, const struct docx *docx)
{
    const struct role_style *body = &docx->style->role[ROLE_BODY];
    xml_open(out, "w:rPrDefault");
    xml_open(out, "w:rPr");
    font_write(out, body->font, NULL);
    xml_empty_number(out, "w:sz", "w:val", body->size);
    xml_empty_number(out, "w:szCs", "w:val", body->size);
    language_write(out, docx);
    xml_close(out);
    xml_close(out);
}

/* Widows and orphans stay, else pages would not hold 22 lines (GB/T 9704-2012, 5.2.3). No blank is
 * set between Han characters and digits, else lines would not hold 28 characters. w:overflowPunct
 * is left out: it is on by default, and LibreOffice 7 takes it for off when it is named. */
static void default_paragraph_write(struct xml_writer *out)
{
    static const char *const switched_off[] = {"w:autoSpaceDE", "w:autoSpaceDN",
                                               "w:adjustRightInd"};
    xml_open(out, "w:pPrDefault");
    xml_open(out, "w:pPr");
    off_write(out, "w:widowControl");
    xml_empty(out, "w:kinsoku", NULL, NULL);
    for (size_t i = 0; i < sizeof switched_off / sizeof *switched_off; i++)
        off_write(out, switched_off[i]);
    xml_close(out);
    xml_close(out);
}

static void defaults_write(struct xml_writer *out, const struct docx *docx)
{
    xml_open(out, "w:docDefaults");
    default_run_write(out, docx);
    default_paragraph_write(out);
    xml_close(out);
}

/* A style that Word has by itself and other styles are based on. */
static void base_style_open(struct xml_writer *out, const char *type, const char *id,
                            const char *name)
{
    xml_open(out, "w:style");
    xml_attribute(out, "w:type", type);
    xml_attribute(out, "w:default", "1");
    xml_attribute(out, "w:styleId", id);
    xml_empty(out, "w:name", "w:val", name);
}

static void plain_table_write(struct xml_writer *out, const struct table_style *table)
{
    base_style_open(out, "table", PLAIN_TABLE, "Normal Table");
    xml_open(out, "w:tblPr");
    width_write(out, "w:tblInd", 0);
    xml_open(out, "w:tblCellMar");
    width_write(out, "w:top", 0);
    width_write(out, "w:left", table->margin);
    width_write(out, "w:bottom", 0);
    width_write(out, "w:right", table->margin);
    xml_close(out);
    xml_close(out);
    xml_close(out);
}

static void base_styles_write(struct xml_writer *out, const struct docx *docx)
{
    base_style_open(out, "paragraph", NORMAL, "Normal");
    xml_close(out);
    base_style_open(out, "character", PLAIN_FACE, "Default Paragraph Font");
    xml_close(out);
    plain_table_write(out, &docx->style->table);
}

/* Headings and titles have names that Word knows; the others are ours. */
static bool is_custom(enum role role)
{
    return role_info(role)->outline == 0 && role != ROLE_TITLE;
}

static void style_open(struct xml_writer *out, const char *type, const char *id, bool custom)
{
    xml_open(out, "w:style");
    xml_attribute(out, "w:type", type);
    if (custom)
        xml_attribute(out, "w:customStyle", "1");
    xml_attribute(out, "w:styleId", id);
}

static bool has_face(const struct docx *docx, enum role role)
{
    return docx->is_face[role] || role_info(role)->outline > 0;
}

static void role_write(struct xml_writer *out, const struct docx *docx, enum role role)
{
    const struct role_style *style = &docx->style->role[role];
    style_open(out, "paragraph", role_style_id(role), is_custom(role));
    xml_empty(out, "w:name", "w:val", style->name);
    xml_empty(out, "w:basedOn", "w:val", NORMAL);
    if (!is_custom(role))
        xml_empty(out, "w:next", "w:val", role_style_id(ROLE_BODY));
    if (has_face(docx, role))
        xml_empty(out, "w:link", "w:val", role_face_id(docx->arena, role));
    xml_empty(out, "w:qFormat", NULL, NULL);
    role_paragraph_write(out, style, page_text_width(&docx->style->portrait),
                         role_info(role)->outline);
    role_run_write(out, style);
    xml_close(out);
}

/* The words of a heading that runs in: Word links such a style to the heading's own. */
static void face_write(struct xml_writer *out, const struct docx *docx, enum role role)
{
    const struct role_style *style = &docx->style->role[role];
    style_open(out, "character", role_face_id(docx->arena, role), true);
    xml_empty(out, "w:name", "w:val", arena_printf(docx->arena, "%s Char", style->name));
    xml_empty(out, "w:basedOn", "w:val", PLAIN_FACE);
    xml_empty(out, "w:link", "w:val", role_style_id(role));
    role_run_write(out, style);
    xml_close(out);
}

static void table_style_write(struct xml_writer *out, const struct table_style *table)
{
    static const char *const sides[] = {"w:top",   "w:left",    "w:bottom",
                                        "w:right", "w:insideH", "w:insideV"};
    style_open(out, "table", "TableGrid", false);
    xml_empty(out, "w:name", "w:val", "Table Grid");
    xml_empty(out, "w:basedOn", "w:val", PLAIN_TABLE);
    xml_open(out, "w:tblPr");
    xml_open(out, "w:tblBorders");
    struct rule_style rule = {.size = table->border};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        border_write(out, sides[i], &rule);
    xml_close(out);
    xml_close(out);
    xml_close(out);
}

static void letterhead_namespaces_write(struct xml_writer *out, const struct letterhead *letterhead)
{
    for (size_t i = 0; i < letterhead->namespace_count; i++)
        xml_attribute(out, letterhead->namespaces[i].name, letterhead->namespaces[i].value);
}

void styles_write(struct xml_writer *out, const struct docx *docx)
{
    xml_open(out, "w:styles");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
    if (docx->letterhead)
        letterhead_namespaces_write(out, docx->letterhead);
    defaults_write(out, docx);
    base_styles_write(out, docx);
    for (int i = 0; i < ROLE_COUNT; i++)
        role_write(out, docx, (enum role)i);
    for (int i = 0; i < ROLE_COUNT; i++)
        if (has_face(docx, (enum role)i))
            face_write(out, docx, (enum role)i);
    table_style_write(out, &docx->style->table);
    if (docx->letterhead)
        xml_verbatim(out, docx->letterhead->styles, strlen(docx->letterhead->styles));
    xml_close(out);
}
