/* The names that occur in a document that has no schema. */
#ifndef XML_CENSUS_H
#define XML_CENSUS_H

#include "xml/schema.h"

/* Of all elements or of all attributes, each once, sorted. Owned by the arena. */
struct names census_names(struct arena *arena, struct xml_document *document, enum name_kind kind);

#endif
