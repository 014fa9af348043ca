/* What an XSD declares, looked up by name. Within the room: enough for our schemas, where the name
 * of an element tells its type. */
#ifndef XML_DECLARED_H
#define XML_DECLARED_H

#include "xml/schema.h"

/* The XSD as a document. The caller frees it. */
struct xml_document *declared_open(struct arena *arena, const struct schema *schema);

/* The names of the attributes that an element may have. */
struct names declared_attributes(struct arena *arena, struct xml_document *xsd,
                                 const char *element);
/* The name of the type of an attribute, or of the text of an element where `attribute` is NULL;
 * NULL if it has no name. Valid as long as the XSD. */
const char *declared_type(struct xml_document *xsd, const char *element, const char *attribute);

#endif
