/* Where a chart stands: a drawing in a paragraph of its own, as wide as the type area. */
#ifndef DOCX_DRAWING_H
#define DOCX_DRAWING_H

#include "docx/body.h"

/* Finds the charts of the document and how tall each may become on its pages. */
void drawings_prepare(struct docx *docx);

/* The next chart of the document; fills the page. */
void drawing_write(struct body *body, struct setting setting);

/* The id of its relationship, and the name of its part, by its number from 1. */
const char *drawing_relationship(struct arena *arena, size_t number);
const char *drawing_part(struct arena *arena, size_t number);

#endif
