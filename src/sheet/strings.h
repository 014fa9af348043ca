/* Texts of a spreadsheet: shared by many cells, or in the cell itself. */
#ifndef SHEET_STRINGS_H
#define SHEET_STRINGS_H

#include <stddef.h>

#include "base/buffer.h"
#include "opc/input.h"

/* The text of an <si> or <is> (ECMA-376 part 1, 18.4.8): all runs, without phonetic readings, what
 * _x000D_ and the like stand for, and blanks at both ends left out. Its runs are put together in a
 * buffer that many texts share; the result is a copy. */
const char *string_read(struct buffer *runs, struct xml_node *node);

/* The texts of xl/sharedStrings.xml. */
struct strings {
    const char **items;
    size_t count, room;
    struct buffer runs; /* of the text that is read */
};
/* Reads the part of that name. False and reported if it cannot be read. */
bool strings_read(struct strings *strings, struct opc_input *input, const char *part);

/* A text of a file as a cell of a grid holds it: lines end with LF, no blanks at the ends. */
const char *string_of_cell(struct arena *arena, const char *stored);

#endif
