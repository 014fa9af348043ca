/* The properties of a Word file that is read. */
#ifndef DOCX_PROPERTIES_H
#define DOCX_PROPERTIES_H

#include "doc/doc.h"
#include "xml/tree.h"

/* What the roots of docProps/core.xml and docProps/custom.xml hold, of which each may be NULL:
 * title, issuer, … of the one, everything of the other, without what is empty. */
struct property *properties_read(struct arena *arena, struct xml_node *core_root,
                                 struct xml_node *custom_root);

#endif
