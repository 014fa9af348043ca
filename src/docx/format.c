/* Properties of paragraphs and runs. */
#include "docx/format.h"

#include <stdio.h>
#include <stdlib.h>

enum { TWIPS_PER_POINT = 20 };

void off_write(struct xml_writer *out, const char *name)
{
    xml_empty(out, name, "w:val", "0");
}

void width_write(struct xml_writer *out, const char *name, long width)
{
    xml_open(out, name);
    xml_attribute_number(out, "w:w", width);
    xml_attribute(out, "w:type", "dxa");
    xml_close(out);
}

static void if_write(struct xml_writer *out, bool on, const char *name)
{
    if (on)
        xml_empty(out, name, NULL, NULL);
}

const char *alignment_word(enum alignment alignment)
{
    static const char *const words[] = {
        [ALIGN_LEFT] = "left",    [ALIGN_CENTER] = "center",         [ALIGN_RIGHT] = "right",
        [ALIGN_JUSTIFY] = "both", [ALIGN_DISTRIBUTE] = "distribute",
    };
    return words[alignment];
}

void border_write(struct xml_writer *out, const char *name, const struct rule_style *rule)
{
    static const char *const kinds[] = {
        [RULE_KIND_SINGLE] = "single",
        [RULE_KIND_THICK_THIN] = "thickThinSmallGap",
        [RULE_KIND_THIN_THICK] = "thinThickSmallGap",
    };
    if (!rule->size)
        return;
    xml_open(out, name);
    xml_attribute(out, "w:val", kinds[rule->kind]);
    xml_attribute_number(out, "w:sz", rule->size);
    xml_attribute_number(out, "w:space", rule->space);
    xml_attribute(out, "w:color", rule->color ? rule->color : "auto");
    xml_close(out);
}

/* A rule is as wide as the paragraph between its indents, but must be as wide as the type area
 * (GB/T 9704-2012, 7.4.1). A white rule at the side, as far out as the indent is wide, takes it
 * there. */
static void side_write(struct xml_writer *out, const char *name, const struct role_style *role,
                       long indent)
{
    struct rule_style side = {
        .size = 2, .space = role_chars(role, indent) / TWIPS_PER_POINT, .color = "FFFFFF"};
    if (indent > 0)
        border_write(out, name, &side);
}

static long hanging(const struct role_style *role)
{
    return role->first_line < 0 ? -role->first_line : 0;
}

static void borders_write(struct xml_writer *out, const struct role_style *role)
{
    if (!role->above.size && !role->below.size)
        return;
    xml_open(out, "w:pBdr");
    border_write(out, "w:top", &role->above);
    side_write(out, "w:left", role, role->left - hanging(role));
    border_write(out, "w:bottom", &role->below);
    side_write(out, "w:right", role, role->right);
    xml_close(out);
}

static void tabs_write(struct xml_writer *out, const struct role_style *role, long text_width)
{
    if (role->right_tab < 0)
        return;
    xml_open(out, "w:tabs");
    xml_open(out, "w:tab");
    xml_attribute(out, "w:val", "right");
    xml_attribute_number(out, "w:pos", text_width - role_chars(role, role->right_tab));
    xml_close(out);
    xml_close(out);
}

static void spacing_write(struct xml_writer *out, const struct role_style *role)
{
    enum { SINGLE = 240 }; /* 1/240 of a line */
    xml_open(out, "w:spacing");
    xml_attribute_number(out, "w:before", role->before);
    xml_attribute_number(out, "w:after", role->after);
    xml_attribute_number(out, "w:line", role->line ? role->line : SINGLE);
    xml_attribute(out, "w:lineRule", role->line ? "exact" : "auto");
    xml_close(out);
}

/* An indent in characters, which Word takes, and in twips, for readers that know only these. */
static void indent_attributes(struct xml_writer *out, const struct role_style *role,
                              const char *name, long chars, long twips_chars)
{
    char in_chars[32];
    if (!twips_chars)
        return;
    snprintf(in_chars, sizeof in_chars, "%sChars", name);
    xml_attribute_number(out, in_chars, chars);
    xml_attribute_number(out, name, role_chars(role, twips_chars));
}

static void overhang_write(struct xml_writer *out, long overhang)
{
    xml_open(out, "w:ind");
    xml_attribute_number(out, "w:left", -overhang);
    xml_attribute_number(out, "w:right", -overhang);
    xml_close(out);
}

/* In the files that Word writes leftChars is where a hanging first line begins, w:left where the
 * other lines do. */
static void indents_write(struct xml_writer *out, const struct role_style *role)
{
    if (role->overhang) {
        overhang_write(out, role->overhang);
        return;
    }
    if (!role->left && !role->right && !role->first_line)
        return;
    const char *first = hanging(role) ? "w:hanging" : "w:firstLine";
    long by = labs(role->first_line);
    xml_open(out, "w:ind");
    indent_attributes(out, role, "w:left", role->left - hanging(role), role->left);
    indent_attributes(out, role, "w:right", role->right, role->right);
    indent_attributes(out, role, first, by, by);
    xml_close(out);
}

void role_paragraph_write(struct xml_writer *out, const struct role_style *role, long text_width,
                          int outline)
{
    xml_open(out, "w:pPr");
    if_write(out, role->keep_next, "w:keepNext");
    borders_write(out, role);
    tabs_write(out, role, text_width);
    if (!role->snap_to_grid)
        off_write(out, "w:snapToGrid");
    spacing_write(out, role);
    indents_write(out, role);
    if_write(out, role->before || role->after, "w:contextualSpacing");
    xml_empty(out, "w:jc", "w:val", alignment_word(role->align));
    if (outline)
        xml_empty_number(out, "w:outlineLvl", "w:val", outline - 1);
    xml_close(out);
}

void font_write(struct xml_writer *out, const struct font *font, const char *hint)
{
    xml_open(out, "w:rFonts");
    if (hint)
        xml_attribute(out, "w:hint", hint);
    if (font) {
        const char *latin = font->latin ? font->latin : font->name;
        xml_attribute(out, "w:ascii", latin);
        xml_attribute(out, "w:hAnsi", latin);
        xml_attribute(out, "w:eastAsia", font->name);
        xml_attribute(out, "w:cs", latin);
    }
    xml_close(out);
}

void role_run_write(struct xml_writer *out, const struct role_style *role)
{
    xml_open(out, "w:rPr");
    font_write(out, role->font, NULL);
    if_write(out, role->bold, "w:b");
    if_write(out, role->bold, "w:bCs");
    if (role->color)
        xml_empty(out, "w:color", "w:val", role->color);
    if (role->spacing)
        xml_empty_number(out, "w:spacing", "w:val", role->spacing);
    xml_empty_number(out, "w:sz", "w:val", role->size);
    xml_empty_number(out, "w:szCs", "w:val", role->size);
    xml_close(out);
}

const char *role_style_id(enum role role)
{
    return role_info(role)->id;
}

const char *role_face_id(struct arena *arena, enum role role)
{
    return arena_printf(arena, "%s-face", role_info(role)->id);
}
