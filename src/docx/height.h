/* How tall a row of a table will be, near enough to decide whether it may be split over two pages.
 */
#ifndef DOCX_HEIGHT_H
#define DOCX_HEIGHT_H

#include "docx/part.h"

/* Twips. `width` is that of the table; cells that cover several rows do not count. */
long row_height(const struct style *style, const struct table *table, const struct row *row,
                long width);

#endif
