/* References to cells as spreadsheets write them: C4, A1:B3, $1:$2. */
#ifndef SHEET_RANGE_H
#define SHEET_RANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The largest sheet of Excel. */
enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 16384 };

/* Row and column count from 0; one cell is a range of 1 × 1. */
struct cell_range {
    size_t row, column;
    size_t rows, columns;
};

/* Reads C4 or A1:B3; false if the text is none, or lies outside that sheet. */
bool cell_range_read(const char *text, struct cell_range *range);

/* C4 */
char *cell_name(struct arena *arena, size_t row, size_t column);

/* The rows that are printed on every page: 2 for Sheet1!$1:$2, 0 if they do not begin with the
 * first row. `titles` is the content of the defined name _xlnm.Print_Titles. */
size_t printed_rows(const char *titles);

#endif
