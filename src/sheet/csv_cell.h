/* Cells of separated values, one after another, out of a text. Within the room. */
#ifndef SHEET_CSV_CELL_H
#define SHEET_CSV_CELL_H

#include "base/finding.h"

struct csv_cells {
    struct findings *findings;
    const char *at;     /* what comes: NUL-terminated, with LF between the rows */
    struct place place; /* of it */
    char ends[3];       /* of a cell without quotes: the separator and LF */
};

/* Before the first cell: that of , ; and tab which stands most often in the first line that has
 * any, or the one that a first line like sep=; names, which is passed. */
void csv_find_separator(struct csv_cells *cells);

/* The text of the next cell, as it stands in the file, on the arena; `at` is then the separator, LF
 * or NUL behind it. NULL and reported if it is quoted and not closed. */
const char *csv_cell(struct csv_cells *cells, struct arena *arena);

/* Passes what ends a cell; whether it ends a row. */
bool csv_cell_pass(struct csv_cells *cells);

/* The LF that ends a row, or the NUL; NULL if that stands in quotes. */
const char *csv_row_end(const struct csv_cells *cells);

#endif
