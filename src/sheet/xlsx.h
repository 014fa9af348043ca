/* Spreadsheets of Office Open XML: .xlsx. */
#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H

#include "base/file.h"
#include "doc/grid.h"

/* The sheets of a file read by file_read as settled grids, in their order. Hidden sheets are left
 * out with a note, those without a text silently. The place of a cell is its sheet, FILE/NAME, and
 * its row and column as Excel counts them. False and reported if the file cannot be read. */
bool xlsx_grids(struct findings *findings, const struct file *file, struct grids *grids);

#endif
