/* The properties of paragraphs and runs, as a style gives them, in the order of CT_PPr and CT_RPr
 * (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28). */
#ifndef DOCX_FORMAT_H
#define DOCX_FORMAT_H

#include "style/style.h"
#include "xml/writer.h"

/* <name w:val="0"/>, for a property that is otherwise on. */
void off_write(struct xml_writer *out, const char *name);

/* <name w:w="width" w:type="dxa"/>: of tables, cells and their margins. */
void width_write(struct xml_writer *out, const char *name, long width);

/* One edge of a border; nothing if its size is 0. */
void border_write(struct xml_writer *out, const char *name, const struct rule_style *rule);

/* <w:rFonts> with a face for every kind of character, so that no reader takes one of its own; hint
 * or font NULL: without. */
void font_write(struct xml_writer *out, const struct font *font, const char *hint);

const char *alignment_word(enum alignment alignment);

/* <w:pPr> of a role's paragraph style; text_width places its right tab. outline is 0 for none. */
void role_paragraph_write(struct xml_writer *out, const struct role_style *role, long text_width,
                          int outline);
/* <w:rPr> of a role's style. */
void role_run_write(struct xml_writer *out, const struct role_style *role);

/* The style ids of a role: of its paragraphs, and of runs with its face in other paragraphs. */
const char *role_style_id(enum role role);
const char *role_face_id(struct arena *arena, enum role role);

#endif
