/* The styles of a Word file, by their ids: which role each one has, and how it looks. */
#ifndef DOCX_STYLING_H
#define DOCX_STYLING_H

#include "docx/look.h"

struct styling;

/* A paragraph style. */
struct paragraph_style {
    enum role role;           /* ROLE_COUNT: none of ours */
    struct look look;         /* with the styles it is based on, and the defaults */
    const char *number;       /* w:numId of the list that it belongs to; NULL: none */
    const char *number_level; /* w:ilvl; NULL: the first */
};

/* `styles` is the root of word/styles.xml, which stays until the last use; NULL: a file without
 * styles. What Word would not understand says nothing here either. */
struct styling *styling_new(struct arena *arena, struct xml_node *styles, const struct theme *theme,
                            const struct style *style);

/* The style of that id; what holds without a style if the id is NULL or unknown. */
const struct paragraph_style *styling_paragraph(struct styling *styling, const char *id);

/* The role whose face a character style is; ROLE_COUNT: none. */
enum role styling_face(const struct styling *styling, const char *id);

/* Lays over *look what a paragraph or a run says itself, and before it the character style of a
 * run. */
void styling_overlay(struct styling *styling, struct xml_node *node, struct look *look);

/* Whether a table style draws lines. */
bool styling_has_borders(const struct styling *styling, const char *id);
/* Whether <w:tblBorders> or <w:tcBorders> draws a line; NULL draws none. */
bool borders_draw(struct xml_node *borders);

#endif
