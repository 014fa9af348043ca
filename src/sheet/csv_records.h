/* Separated values of a file that may be larger than memory, record by record. */
#ifndef SHEET_CSV_RECORDS_H
#define SHEET_CSV_RECORDS_H

#include "doc/records.h"

/* Reads the file through, whatever csv_grids reads too: its first row holds the headings of the
 * columns; rows without text are none. White space at the ends of a cell is dropped, line ends in
 * it go as in text_in_one_line. What is wrong is reported, all of it; NULL then. The records lie on
 * the findings' arena. `asked` is where the file is named. */
const struct records *csv_records(struct findings *findings, const char *path, struct place asked);

#endif
