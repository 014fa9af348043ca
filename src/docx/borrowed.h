/* Styles of another Word file that come into documents of ours: with other ids and names where ours
 * have these, and on the ground that they had there. Within the room. */
#ifndef DOCX_BORROWED_H
#define DOCX_BORROWED_H

#include "docx/letterhead.h"

struct borrowed;

/* `styles` is the text of their word/styles.xml, whose root is <w:styles>; `style` is what ours
 * look like. Both stay. */
struct borrowed *borrowed_new(struct arena *arena, const char *styles, const struct style *style);

/* A part with the styles' new ids; paragraphs and tables without a style get the one that they have
 * there by default. Where nothing changes it is the part itself. */
struct file borrowed_part(struct borrowed *borrowed, struct file part);

/* Fills in the styles that those parts use, with those that they refer to. */
void borrowed_print(struct borrowed *borrowed, struct letterhead *letterhead);

#endif
