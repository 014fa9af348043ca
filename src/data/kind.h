/* The kinds of document that templates run over: a joined notice, and what the program itself puts
 * together. */
#ifndef DATA_KIND_H
#define DATA_KIND_H

#include "xml/schema.h"

/* A property of the printed document, and the expression from the root that gives it. Of several
 * with one name the first that finds something counts. */
struct property_source {
    const char *name; /* as in struct property */
    const char *xpath;
};

struct data_kind {
    const char *words[LANGUAGE_COUNT]; /* what a message calls it: "a notice" */
    const char *where[LANGUAGE_COUNT]; /* where all its names can be read: a hint */
    const struct schema *schemas[3]; /* whose names stand in it; NULL ends, the first is its own */
    struct names added[2];           /* names that joining adds, by enum name_kind */
    const struct property_source *properties; /* a name NULL ends */
};

extern const struct data_kind notice_kind;     /* as notice_read joins it */
extern const struct data_kind register_kind;   /* built as data/register.xsd says */
extern const struct data_kind diff_kind;       /* built as data/diff.xsd says */
extern const struct data_kind collection_kind; /* built as data/collection.xsd says */

/* All names that stand in a document of the kind. Owned by the arena. */
struct vocabulary vocabulary_of(struct arena *arena, const struct data_kind *kind);
/* Adds names of elements, which live as long. */
void vocabulary_add(struct arena *arena, struct vocabulary *vocabulary, struct names elements);

#endif
