/* The names that occur in a document that has no schema. */
#ifndef XML_CENSUS_H
#define XML_CENSUS_H

#include "xml/schema.h"

/* Of all elements or of all attributes, each once, sorted. Owned by the arena. */
struct names census_names(struct arena *arena, struct xml_document *document, enum name_kind kind);

/* The values that stand under each name: attributes, or elements with a text of their own. */
struct census_values {
    struct names names;
    size_t *count;
    struct xml_node **first; /* in the order of the document */
};
/* Elements in the midst of a text are left out, and those inside the elements named in `whole`, as
 * these are taken with all text that is in them. */
struct census_values census_values(struct arena *arena, struct xml_document *document,
                                   enum name_kind kind, const struct names *whole);

#endif
