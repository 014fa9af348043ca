/* Shapes that float over a page, in VML: LibreOffice 7 keeps no others in their place in the
 * headers of even pages, and Word itself writes its watermarks so. */
#ifndef DOCX_SHAPE_H
#define DOCX_SHAPE_H

#include "base/arena.h"
#include "xml/writer.h"

/* Namespaces for the root of a part with shapes. */
void shape_namespaces_write(struct xml_writer *out);

/* 1332 twips as 66.60pt, as VML and CSS write lengths. */
const char *shape_length(struct arena *arena, long twips);

/* A transparent text box without margins; what is written before it is closed is its content.
 * `place` is the style of the shape, `flow` that of its text. */
void text_box_open(struct xml_writer *out, const char *id, const char *place, const char *flow);
void text_box_close(struct xml_writer *out);

/* Text stretched over a shape. */
struct text_path {
    const char *id;
    const char *place;
    const char *color; /* RRGGBB */
    const char *font;
    const char *text;
};
void text_path_write(struct xml_writer *out, struct arena *arena, const struct text_path *path);

#endif
