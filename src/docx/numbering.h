/* Word's automatic numbers (ECMA-376 part 1, 17.9), as the text that Word shows. */
#ifndef DOCX_NUMBERING_H
#define DOCX_NUMBERING_H

#include "xml/tree.h"

struct numbering;

/* `root` is that of word/numbering.xml, which stays until the last use; NULL: a file without lists.
 */
struct numbering *numbering_new(struct arena *arena, struct xml_node *root);

/* Counts a paragraph of the list `id` (w:numId) at `level` (w:ilvl; NULL: the first) and gives its
 * number; "" for bullets, for no list and for one that the file does not have. */
const char *numbering_next(struct numbering *numbering, const char *id, const char *level);

#endif
