/* Separated values of a file that may be larger than memory, row by row. */
#ifndef SHEET_CSV_LIST_H
#define SHEET_CSV_LIST_H

#include "doc/list_file.h"

/* Reads the file through, whatever csv_grids reads too: its first row holds the headings of the
 * columns; rows without text are none. White space at the ends of a cell is dropped, line ends in
 * it go as in text_in_one_line. What is wrong is reported, all of it; NULL then. The list lies on
 * the findings' arena. `asked` is where the file is named. */
const struct list_file *csv_list(struct findings *findings, const char *path, struct place asked);

#endif
