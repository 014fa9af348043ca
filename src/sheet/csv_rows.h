/* Rows of separated values, one after another, out of a file that may be larger than memory. */
#ifndef SHEET_CSV_ROWS_H
#define SHEET_CSV_ROWS_H

#include <stdbool.h>

#include "base/finding.h"

struct csv_row {
    const char **value; /* without blanks at the ends, in one line */
    long *column;       /* where each begins: in the line of the place, if the row has only that */
    size_t count, room; /* values that the row has, empty ones too */
    struct place place; /* where it begins */
};

/* How many values there are up to the last that is not empty. */
size_t csv_row_filled(const struct csv_row *row);

/* A reader at the first row of the file, whatever csv_grids reads too. It lives on the arena. NULL
 * and reported if the file cannot be read; `asked` is where it is named. */
struct csv_rows;
struct csv_rows *csv_rows_open(struct findings *findings, const char *path, struct place asked,
                               struct arena *arena);

/* Another reader at the first row of the same file, which must not have changed since. */
struct csv_rows *csv_rows_again(const struct csv_rows *rows, struct findings *findings,
                                struct arena *arena);

/* The next row that has a text, its values on the arena, the row good until the next. False at the
 * end of the file; and reported if reading on makes no sense. */
bool csv_rows_next(struct csv_rows *rows, struct arena *arena, struct csv_row *row);

/* Within the room. */
struct feed;
struct csv_rows *csv_rows_begin(struct findings *findings, const struct feed *looked,
                                struct arena *arena);

#endif
