/* The tables of a Word file as grids. */
#ifndef DOCX_GRIDS_H
#define DOCX_GRIDS_H

#include "base/file.h"
#include "doc/doc.h"
#include "doc/grid.h"

/* All tables of a file read by file_read, settled, in the order in which they begin. A table that
 * stands in a cell is one of its own as well: its words belong to the cell that holds it, a row a
 * line. Reports and returns false if the file cannot be read or exceeds a limit. */
bool docx_grids(struct findings *findings, const struct file *file, struct grids *grids);

/* The same of a document that docx_read read from the file of that path. */
bool docx_document_grids(struct findings *findings, const struct document *document,
                         const char *path, struct grids *grids);

#endif
