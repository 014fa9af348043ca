/* Where pages end, by an estimate of heights, so that merged cells start again with their text on
 * each page of a table. */
#ifndef DOCX_PAGES_H
#define DOCX_PAGES_H

#include "docx/part.h"

/* A page being filled. Twips. */
struct page {
    long height; /* of the type area; 0: no page, as inside a cell */
    long used;
    long kept; /* at the end of what is used: goes along if what follows needs a new page */
};

void page_begin(struct page *page, long height);
/* Text of a section, which flows on to the next page. `stays` with what follows. */
void page_add(struct page *page, long height, bool stays);

/* A row and what becomes of it. */
struct placed_row {
    const struct row *row; /* NULL: the table has ended */
    bool begins;           /* a page: merged cells start again */
    bool stays;            /* on the page of the next row */
    bool splits;           /* over pages, as it is taller than one */
};

/* The rows of one table, in order; at most those of a page are held. When the last was handed out,
 * `page` is filled as far as the table goes. */
struct table_pages;
struct table_pages *table_pages_new(struct arena *arena, const struct style *style,
                                    const struct table *table, long width, struct page *page);
struct placed_row table_pages_next(struct table_pages *pages);

/* The cell whose text stands in `cell` of the row handed out last: where its merge started. */
const struct cell *table_pages_start(const struct table_pages *pages, const struct cell *cell);

#endif
