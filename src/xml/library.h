/* What the files of this room share: libxml2's types under our names. Not included outside
 * src/xml. */
#ifndef XML_LIBRARY_H
#define XML_LIBRARY_H

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#include "xml/tree.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *xml_error;
#else
typedef xmlError *xml_error;
#endif

/* A struct xml_node is an xmlNode (or an xmlAttr, which begins alike), a struct xml_document an
 * xmlDoc. */
static inline xmlNode *to_node(const struct xml_node *node)
{
    return (xmlNode *)node;
}

static inline struct xml_node *from_node(const xmlNode *node)
{
    return (struct xml_node *)node;
}

static inline xmlDoc *to_doc(const struct xml_document *document)
{
    return (xmlDoc *)document;
}

static inline struct xml_document *from_doc(const xmlDoc *doc)
{
    return (struct xml_document *)doc;
}

static inline const xmlChar *to_chars(const char *text)
{
    return (const xmlChar *)text;
}

static inline const char *from_chars(const xmlChar *text)
{
    return (const char *)text;
}

/* Frees what schema_check compiled; xml_end calls it. */
void schema_end(void);

/* At the program's end: ends it as memory_ended does if libxml2 called exit in an expression. */
void xpath_exit(void);

#endif
