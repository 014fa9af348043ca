/* The names of the issuers and the date below them (GB/T 9704-2012, 7.3.5): where they stand
 * depends on how wide the others are. Widths and indents are twips. */
#ifndef DOCX_CLOSING_H
#define DOCX_CLOSING_H

#include "doc/doc.h"
#include "style/style.h"

/* Walking over blocks: the first of the names that `block` is one of, or is the date of; NULL if it
 * is neither. `names` is what this gave for `previous`. */
const struct block *closing_names(const struct style *style, const struct block *names,
                                  const struct block *previous, const struct block *block);

/* For readers that take the one or the other: in 1/100 character, never 0, and in twips. */
struct right_indent {
    long chars, twips;
};

/* The right indent of a name or of the date in a line of `width`. False: its role's own. */
bool closing_right(const struct style *style, const struct block *names, const struct block *block,
                   long width, struct right_indent *right);

/* How wide the longest name is in the column of `cell`, which has room for `width`; 0 if names are
 * not spread there. */
long closing_column(const struct style *style, const struct table *table, const struct cell *cell,
                    long width);

/* What stands over a cell that is not in the first row; NULL over others. */
const struct block *closing_above(const struct table *table, const struct cell *cell);

/* What comes between the characters of a short name, so that it is `width` wide; 0 for others. */
long closing_gap(const struct role_style *role, const struct paragraph *name, long width);

#endif
