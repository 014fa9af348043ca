/* Paragraphs, runs and form fields. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "docx/body.h"
#include "docx/format.h"

static enum alignment cell_alignment(const char *word)
{
    return text_equal(word, "center")    ? ALIGN_CENTER
           : text_equal(word, "justify") ? ALIGN_JUSTIFY
                                         : ALIGN_LEFT;
}

static void no_rule_above_write(struct xml_writer *out)
{
    xml_open(out, "w:pBdr");
    xml_empty(out, "w:top", "w:val", "nil");
    xml_close(out);
}

static void no_space_write(struct xml_writer *out, struct setting setting)
{
    xml_open(out, "w:spacing");
    if (setting.joins_previous)
        xml_attribute(out, "w:before", "0");
    if (setting.is_joined)
        xml_attribute(out, "w:after", "0");
    xml_close(out);
}

/* In the order of CT_PPr. */
static void paragraph_properties_write(struct body *body, enum role role, struct setting setting)
{
    struct xml_writer *out = body->out;
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(role));
    if (setting.keep == KEEP_NEXT)
        xml_empty(out, "w:keepNext", NULL, NULL);
    else if (setting.keep == KEEP_NOTHING)
        off_write(out, "w:keepNext");
    if (setting.joins_previous && body->docx->style->role[role].above.size)
        no_rule_above_write(out);
    if (setting.joins_previous || setting.is_joined)
        no_space_write(out, setting);
    if (setting.align)
        xml_empty(out, "w:jc", "w:val", alignment_word(cell_alignment(setting.align)));
    if (setting.ends)
        section_write(body, setting.ends);
    xml_close(out);
}

/* The hint makes Word take quotation marks, dashes and dots for East Asian ones. In the order of
 * CT_RPr. */
static void run_properties_write(struct body *body, const struct run *run, enum role role)
{
    struct xml_writer *out = body->out;
    xml_open(out, "w:rPr");
    if (run->face != role)
        xml_empty(out, "w:rStyle", "w:val", role_face_id(body->docx->arena, run->face));
    xml_empty(out, "w:rFonts", "w:hint", "eastAsia");
    if (run->marks & RUN_BOLD) {
        xml_empty(out, "w:b", NULL, NULL);
        xml_empty(out, "w:bCs", NULL, NULL);
    }
    if (run->marks & RUN_ITALIC) {
        xml_empty(out, "w:i", NULL, NULL);
        xml_empty(out, "w:iCs", NULL, NULL);
    }
    xml_close(out);
}

static void text_write(struct xml_writer *out, const char *text)
{
    xml_open(out, "w:t");
    xml_attribute(out, "xml:space", "preserve");
    xml_text(out, text);
    xml_close(out);
}

/* Text between tabs; a tab is an element of its own. */
static void tabbed_text_write(struct body *body, const char *text)
{
    for (const char *tab; (tab = strchr(text, '\t')); text = tab + 1) {
        if (tab > text)
            text_write(body->out, arena_copy_n(body->docx->arena, text, (size_t)(tab - text)));
        xml_empty(body->out, "w:tab", NULL, NULL);
    }
    if (*text)
        text_write(body->out, text);
}

static void run_write(struct body *body, const struct run *run, enum role role, const char *text)
{
    xml_open(body->out, "w:r");
    run_properties_write(body, run, role);
    if (run->kind == RUN_BREAK)
        xml_empty(body->out, "w:br", NULL, NULL);
    else
        tabbed_text_write(body, text);
    xml_close(body->out);
}

/* Ideographic spaces: room to write on paper, which a placeholder's words would spoil. */
static const char *blank_text(struct body *body, enum role role)
{
    long count = body->docx->style->role[role].blank / 100;
    struct buffer out = buffer_on(body->docx->arena);
    do
        buffer_add(&out, "\u3000");
    while (--count > 0);
    return out.text;
}

/* Word refuses longer titles and tags of content controls. */
static const char *short_text(struct arena *arena, const char *text)
{
    enum { CONTROL_TEXT_MOST = 64 };
    const char *end = text;
    for (int i = 0; i < CONTROL_TEXT_MOST && text_next(&end); i++)
        ;
    return arena_copy_n(arena, text, (size_t)(end - text));
}

static void control_properties_write(struct body *body, const struct run *run, long number)
{
    struct arena *arena = body->docx->arena;
    xml_open(body->out, "w:sdtPr");
    xml_empty(body->out, "w:alias", "w:val", short_text(arena, run->text));
    xml_empty(body->out, "w:tag", "w:val", short_text(arena, run->field));
    xml_empty_number(body->out, "w:id", "w:val", number);
    xml_close(body->out);
}

static void bookmark_start_write(struct body *body, const char *name, long number)
{
    xml_open(body->out, "w:bookmarkStart");
    xml_attribute_number(body->out, "w:id", number);
    xml_attribute(body->out, "w:name", name);
    xml_close(body->out);
}

/* A content control without w:text, inside a bookmark: LibreOffice, when it saves, drops the tag of
 * the one and multiplies text controls, but keeps the other. */
static void field_write(struct body *body, const struct run *run, enum role role)
{
    const struct field *field = &body->docx->fields[body->fields++];
    long number = (long)body->fields;
    if (body->fields > body->docx->field_count || field->run != run)
        abort();
    bookmark_start_write(body, field->bookmark, number);
    xml_open(body->out, "w:sdt");
    control_properties_write(body, run, number);
    xml_open(body->out, "w:sdtContent");
    run_write(body, run, role, blank_text(body, role));
    xml_close(body->out);
    xml_close(body->out);
    xml_empty_number(body->out, "w:bookmarkEnd", "w:id", number);
}

void paragraph_write(struct body *body, const struct paragraph *paragraph, struct setting setting)
{
    xml_open(body->out, "w:p");
    paragraph_properties_write(body, paragraph->role, setting);
    for (const struct run *run = paragraph->first; run; run = run->next) {
        if (run->kind == RUN_FIELD)
            field_write(body, run, paragraph->role);
        else
            run_write(body, run, paragraph->role, run->text);
    }
    xml_close(body->out);
}

static void smallest_spacing_write(struct xml_writer *out)
{
    xml_open(out, "w:spacing");
    xml_attribute(out, "w:line", "20"); /* 1 pt, less is shown as that */
    xml_attribute(out, "w:lineRule", "exact");
    xml_close(out);
}

void filler_write(struct body *body, const struct section *ends)
{
    struct xml_writer *out = body->out;
    xml_open(out, "w:p");
    xml_open(out, "w:pPr");
    off_write(out, "w:snapToGrid");
    smallest_spacing_write(out);
    xml_open(out, "w:rPr");
    xml_empty(out, "w:sz", "w:val", "2");
    xml_close(out);
    if (ends)
        section_write(body, ends);
    xml_close(out);
    xml_close(out);
}
