/* Text tables: comma separated values (RFC 4180), with ; or tabs too. */
#ifndef SHEET_CSV_H
#define SHEET_CSV_H

#include "base/file.h"
#include "doc/grid.h"

/* The table of a file read by file_read as one settled grid, or none if it has no text. The
 * separator is that of , ; and tab which stands most often in the first line that has any, or the
 * one that a first line like sep=; names. The place of a cell is the line and column where it
 * begins. False and reported if the file cannot be read. */
bool csv_grids(struct findings *findings, const struct file *file, struct grids *grids);

#endif
