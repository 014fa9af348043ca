/* How tall text will be, near enough to know where a page ends: by counting characters, so that it
 * rather comes out too tall than too low. Twips. */
#ifndef DOCX_HEIGHT_H
#define DOCX_HEIGHT_H

#include "docx/part.h"

/* Width of `count` grid columns from `first` of a table; what rounding leaves over goes to its last
 * column. */
long columns_width(const struct table *table, long width, int first, int count);

/* A block of a section or cell that is `width` wide, with the space above it and below; `previous`
 * is the block above or NULL. */
long block_height(const struct style *style, const struct block *previous,
                  const struct block *block, long width);
/* The text of a cell; `width` is that of the table. An empty cell is a line high. */
long cell_height(const struct style *style, const struct table *table, const struct cell *cell,
                 long width);

#endif
