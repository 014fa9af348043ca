/* Changing a document that was read, and printing it again with all that was in it. */
#ifndef XML_EDIT_H
#define XML_EDIT_H

#include "xml/tree.h"

/* The element that xml_path gives this path of; NULL if there is none. */
struct xml_node *xml_at(struct xml_document *document, const char *path);

const char *xml_namespace(const struct xml_node *node); /* its URI; "" if it has none */

/* A deep copy of an element of any document, ahead of a child of `parent`, or behind the last where
 * `before` is NULL. It keeps its prefixes and declares those that its new place does not. */
void xml_insert_copy(struct xml_node *parent, struct xml_node *before, struct xml_node *node);

/* The document as UTF-8, with the white space that it was read with. The bytes are the arena's. */
const char *xml_print(struct arena *arena, struct xml_document *document, size_t *length);
/* The same for a document that was built: each element in a line of its own, two blanks a level,
 * but for those that stand beside text. */
const char *xml_print_indented(struct arena *arena, struct xml_document *document, size_t *length);

#endif
