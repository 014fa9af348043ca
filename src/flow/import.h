/* The job of `gongwen import`: from a scheme's tables to a rubric. */
#ifndef FLOW_IMPORT_H
#define FLOW_IMPORT_H

#include "doc/grid.h"

/* The tables of a Word document, a spreadsheet or a CSV file, which its content tells apart; at
 * least one. With numbers, which a 0 ends, only those, in the order of the file. Reports and
 * returns false if the file cannot be read or has no such table. */
bool import_tables(struct findings *findings, const char *path, const size_t *numbers,
                   struct grids *grids);

#endif
