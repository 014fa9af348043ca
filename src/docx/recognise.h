/* What the paragraphs of a Word file are. */
#ifndef DOCX_RECOGNISE_H
#define DOCX_RECOGNISE_H

#include "docx/reader.h"

/* Gives every paragraph its role: that of its style, or else one that its words, place and look
 * show; body text rather than a guess. The lines of a title become one paragraph, a table that is
 * nothing but the record becomes its paragraphs. */
void recognise(struct reader *reader, struct flow *flow);

#endif
