/* How a package names its parts: content types and relationships (ECMA-376 part 2). Each list is
 * opened here, filled, and closed by the caller. */
#ifndef OPC_WRITE_H
#define OPC_WRITE_H

#include "xml/writer.h"

/* What the names of these lists and of the types of relationships begin with. */
#define OPC "http://schemas.openxmlformats.org/package/2006/"
#define OPC_RELATIONSHIPS OPC "relationships"

#define OPC_TYPES_PART "[Content_Types].xml"

void types_open(struct xml_writer *out);
/* The content type of all parts whose names end so. */
void type_default_write(struct xml_writer *out, const char *extension, const char *type);
/* That of one part. */
void type_write(struct xml_writer *out, struct arena *arena, const char *name, const char *type);

void relationships_open(struct xml_writer *out);
/* `target` is relative to the folder of the part that refers to it. */
void relationship_write(struct xml_writer *out, const char *id, const char *type,
                        const char *target);
/* One that leads out of the package. */
void relationship_external_write(struct xml_writer *out, const char *id, const char *type,
                                 const char *target);

#endif
