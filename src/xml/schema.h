/* Checking a document against an XSD, with reasons in our words; and the names that a schema
 * knows. */
#ifndef XML_SCHEMA_H
#define XML_SCHEMA_H

#include "xml/tree.h"

/* What a value must look like: the name of a simple type, and words for people. */
struct value_form {
    const char *type;
    const char *words[LANGUAGE_COUNT];
};

struct schema {
    const char *name;               /* of the root element */
    const char *text;               /* the XSD, for people */
    const char *rules;              /* the same without documentation, which is half as long */
    const struct value_form *forms; /* ends with type NULL */
};

/* Reports everything that the schema forbids, the first reason of each node; adds the attributes'
 * default values. False if anything was reported. */
bool schema_check(struct findings *findings, const struct schema *schema,
                  struct xml_document *document);

/* The names of all elements or attributes that the schema declares. Owned by the arena. */
struct names {
    const char **name;
    size_t count;
};
enum name_kind { NAME_ELEMENT, NAME_ATTRIBUTE };
struct names schema_names(struct arena *arena, const struct schema *schema, enum name_kind kind);
bool names_have(const struct names *names, const char *name);

/* What may be named in an expression over a document, and the words for its kind; each with a text
 * for every language. */
struct vocabulary {
    const char *const *kind;  /* "a notice" */
    const char *const *where; /* where all the names can be read: a hint */
    struct names elements, attributes;
    bool is_open; /* names that are not there may stand in other documents of the kind */
};

#endif
