/* Texts of a spreadsheet: shared by many cells, or in the cell itself. */
#ifndef SHEET_STRINGS_H
#define SHEET_STRINGS_H

#include <stddef.h>

#include "xml/tree.h"

/* The text of an <si> or <is> (ECMA-376 part 1, 18.4.8): all runs, without phonetic readings, what
 * _x000D_ and the like stand for, and blanks at both ends left out. */
const char *string_read(struct arena *arena, struct xml_node *node);

/* All texts of xl/sharedStrings.xml; *count is set. */
const char *const *strings_read(struct arena *arena, struct xml_document *shared, size_t *count);

/* A text of a file as a cell of a grid holds it: lines end with LF, no blanks at the ends. */
const char *string_of_cell(struct arena *arena, const char *stored);

#endif
