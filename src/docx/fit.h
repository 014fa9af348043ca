/* A text that must stay on one line, at a distance from the type area's top: the issuer mark. */
#ifndef DOCX_FIT_H
#define DOCX_FIT_H

#include "docx/part.h"

/* What a paragraph has in place of its role's measures; size 0: nothing. */
struct fit {
    long size;   /* half-points */
    long scale;  /* per cent of the width */
    long line;   /* twips */
    long before; /* twips */
    long after;  /* twips */
};

/* `width` is that of the line; `top` the first block of the section, what stands between it and
 * `block` counts for a distance from the type area's top; NULL inside a cell. */
struct fit fit_of(const struct style *style, const struct block *top, const struct block *block,
                  long width);

/* Twips above and below a table whose text keeps a distance from the type area's top; else 0. */
struct table_space {
    long above, below;
};
struct table_space table_space_of(const struct style *style, const struct block *top,
                                  const struct block *table);

#endif
