/* Paragraphs, runs and form fields. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "docx/body.h"
#include "docx/control.h"
#include "docx/format.h"

static enum alignment cell_alignment(const char *word)
{
    return text_equal(word, "center")       ? ALIGN_CENTER
           : text_equal(word, "justify")    ? ALIGN_JUSTIFY
           : text_equal(word, "distribute") ? ALIGN_DISTRIBUTE
                                            : ALIGN_LEFT;
}

static void no_rule_above_write(struct xml_writer *out)
{
    xml_open(out, "w:pBdr");
    xml_empty(out, "w:top", "w:val", "nil");
    xml_close(out);
}

/* What differs from the role's own spacing. */
static void spacing_write(struct xml_writer *out, struct setting setting)
{
    if (!setting.joins_previous && !setting.is_joined && !setting.fit.size)
        return;
    xml_open(out, "w:spacing");
    if (setting.joins_previous || setting.fit.size)
        xml_attribute_number(out, "w:before", setting.joins_previous ? 0 : setting.fit.before);
    if (setting.is_joined || setting.fit.size)
        xml_attribute_number(out, "w:after", setting.is_joined ? 0 : setting.fit.after);
    if (setting.fit.size)
        xml_attribute_number(out, "w:line", setting.fit.line);
    if (setting.fit.size)
        xml_attribute(out, "w:lineRule", "exact");
    xml_close(out);
}

static void right_write(struct xml_writer *out, struct setting setting)
{
    if (!setting.is_placed)
        return;
    xml_open(out, "w:ind");
    xml_attribute_number(out, "w:rightChars", setting.right.chars);
    xml_attribute_number(out, "w:right", setting.right.twips);
    xml_close(out);
}

/* In a cell LibreOffice wants it of the paragraph itself, or the last row leaves what follows. */
static bool keeps_next(const struct body *body, enum role role, struct setting setting)
{
    bool as_role = setting.keep == KEEP_AS_ROLE && body->docx->style->role[role].keep_next;
    return setting.keep == KEEP_NEXT || body->stays || (body->in_cell && as_role);
}

/* In the order of CT_PPr. */
static void paragraph_properties_write(struct body *body, enum role role, struct setting setting)
{
    struct xml_writer *out = body->out;
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(role));
    if (keeps_next(body, role, setting))
        xml_empty(out, "w:keepNext", NULL, NULL);
    else if (setting.keep == KEEP_NOTHING)
        off_write(out, "w:keepNext");
    if (setting.joins_previous && body->docx->style->role[role].above.size)
        no_rule_above_write(out);
    spacing_write(out, setting);
    right_write(out, setting);
    if (setting.align)
        xml_empty(out, "w:jc", "w:val", alignment_word(cell_alignment(setting.align)));
    if (setting.ends)
        section_write(body, setting.ends);
    xml_close(out);
}

/* For Western and for complex scripts. */
static void marks_write(struct xml_writer *out, bool on, const char *name, const char *complex_name)
{
    if (on)
        xml_empty(out, name, NULL, NULL);
    if (on)
        xml_empty(out, complex_name, NULL, NULL);
}

static void fit_write(struct xml_writer *out, struct fit fit)
{
    if (!fit.size)
        return;
    xml_empty_number(out, "w:w", "w:val", fit.scale);
    xml_empty_number(out, "w:sz", "w:val", fit.size);
    xml_empty_number(out, "w:szCs", "w:val", fit.size);
}

/* A character style cannot take back what the paragraph's style says (ECMA-376 part 1, 17.7.3): a
 * face that is not bold says so itself. */
static void weight_write(struct xml_writer *out, const struct role_style *own,
                         const struct role_style *face, const struct run *run)
{
    bool is_bold = run->marks & RUN_BOLD;
    marks_write(out, is_bold, "w:b", "w:bCs");
    if (is_bold || !own->bold || face->bold)
        return;
    off_write(out, "w:b");
    off_write(out, "w:bCs");
}

/* In the order of CT_RPr. */
static void run_properties_write(struct body *body, const struct run *run, enum role role)
{
    struct xml_writer *out = body->out;
    const struct role_style *own = &body->docx->style->role[role];
    const struct role_style *face = &body->docx->style->role[run->face];
    bool is_emphasis = run->marks & RUN_ITALIC;
    xml_open(out, "w:rPr");
    if (run->face != role)
        xml_empty(out, "w:rStyle", "w:val", role_face_id(body->docx->arena, run->face));
    /* The hint makes Word take quotation marks, dashes and dots for East Asian ones. */
    font_write(out, is_emphasis ? own->emphasis : NULL, "eastAsia");
    weight_write(out, own, face, run);
    marks_write(out, is_emphasis && !own->emphasis, "w:i", "w:iCs");
    if (run->marks & RUN_DELETED)
        xml_empty(out, "w:strike", NULL, NULL);
    if (own->color && !face->color)
        xml_empty(out, "w:color", "w:val", "auto");
    if (body->gap)
        xml_empty_number(out, "w:spacing", "w:val", face->spacing + body->gap);
    fit_write(out, body->fit);
    if (run->marks & RUN_INSERTED)
        xml_empty(out, "w:u", "w:val", "single");
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
        if (body->breaks_at_tab)
            xml_empty(body->out, "w:br", NULL, NULL);
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
    else if (!body->docx->style->role[role].is_blank)
        tabbed_text_write(body, text);
    xml_close(body->out);
}

/* A name with more room between its characters. The last one has none after it, so that the name
 * stays in the middle. */
static void spread_write(struct body *body, const struct run *run, enum role role, long gap)
{
    const char *last = run->text;
    for (const char *next = last; text_next(&next) && *next;)
        last = next;
    size_t length = (size_t)(last - run->text);
    body->gap = gap;
    run_write(body, run, role, arena_copy_n(body->docx->arena, run->text, length));
    body->gap = 0;
    run_write(body, run, role, last);
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
    long number = free_number(body->docx, body->fields);
    if (body->fields > body->docx->field_count || field->run != run)
        abort();
    bookmark_start_write(body, field->bookmark, number);
    xml_open(body->out, "w:sdt");
    control_properties_write(body->out, body->docx->arena, run, number);
    xml_open(body->out, "w:sdtContent");
    run_write(body, run, role, blank_text(body, role));
    xml_close(body->out);
    xml_close(body->out);
    xml_empty_number(body->out, "w:bookmarkEnd", "w:id", number);
}

/* A text that repeats one before has the comments there; headers can hold none. */
static void anchors_write(struct body *body, const struct paragraph *paragraph,
                          void (*write)(struct xml_writer *out, long number))
{
    const struct docx *docx = body->docx;
    for (size_t i = 0; !body->repeats && i < docx->anchor_count; i++)
        if (docx->anchors[i].paragraph == paragraph)
            write(body->out, (long)i);
}

static void runs_write(struct body *body, const struct paragraph *paragraph)
{
    long gap = closing_gap(&body->docx->style->role[paragraph->role], paragraph, body->spread);
    for (const struct run *run = paragraph->first; run; run = run->next) {
        if (run->kind == RUN_FIELD && body->repeats)
            run_write(body, run, paragraph->role, blank_text(body, paragraph->role));
        else if (run->kind == RUN_FIELD)
            field_write(body, run, paragraph->role);
        else if (gap)
            spread_write(body, run, paragraph->role, gap);
        else
            run_write(body, run, paragraph->role, run->text);
    }
}

void paragraph_write(struct body *body, const struct paragraph *paragraph, struct setting setting)
{
    xml_open(body->out, "w:p");
    paragraph_properties_write(body, paragraph->role, setting);
    body->fit = setting.fit;
    anchors_write(body, paragraph, comment_start_write);
    runs_write(body, paragraph);
    anchors_write(body, paragraph, comment_end_write);
    xml_close(body->out);
}

static void height_write(struct xml_writer *out, long height)
{
    xml_open(out, "w:spacing");
    xml_attribute_number(out, "w:line", height);
    xml_attribute(out, "w:lineRule", "exact");
    xml_close(out);
}

static void empty_write(struct body *body, long height, const struct section *ends)
{
    struct xml_writer *out = body->out;
    xml_open(out, "w:p");
    xml_open(out, "w:pPr");
    off_write(out, "w:snapToGrid");
    height_write(out, height);
    xml_open(out, "w:rPr");
    xml_empty(out, "w:sz", "w:val", "2");
    xml_close(out);
    if (ends)
        section_write(body, ends);
    xml_close(out);
    xml_close(out);
}

void filler_write(struct body *body, const struct section *ends)
{
    enum { LEAST = 20 }; /* 1 pt: less is shown as that */
    empty_write(body, LEAST, ends);
}

void spacer_write(struct body *body, long height)
{
    empty_write(body, height, NULL);
}
