/* Two versions of a text in one, with what was deleted and inserted marked. */
#ifndef SCHEME_MARKING_H
#define SCHEME_MARKING_H

#include "xml/tree.h"

/* What is kept or replaced whole. */
enum grain { GRAIN_WORD, GRAIN_NAME /* of a list with 、 */, GRAIN_ALL };

/* Adds both texts to the node: what they have in common as text, the rest as <del> and <ins>. Of
 * two texts with more than LIMIT_WORDS_COMPARED words between their first and last difference all
 * these are marked. */
void mark_versions(struct xml_node *node, enum grain grain, const char *old, const char *new);

#endif
