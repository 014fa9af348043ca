/* What the program itself put together (a register, …), printed through a template: the same road
 * as a notice takes. */
#ifndef FLOW_TYPESET_H
#define FLOW_TYPESET_H

#include "data/kind.h"
#include "data/project.h"
#include "doc/doc.h"
#include "flow/render.h"
#include "style/style.h"

struct typesetting {
    struct xml_document *data;    /* the caller's; findings name the places that its nodes have */
    const struct data_kind *kind; /* the schema that it must obey, the names in templates */
    const char *template, *style; /* names; the project says where they are looked for */
};

/* A document that was composed, and how it looks. It lives on the arena of the project's findings,
 * and no longer than the data. */
struct typeset {
    struct document document;
    const struct style *style;
    const char *name; /* of its template, for findings */
};

/* Runs the template with the root of the data as context. False, and all reported, if anything is
 * wrong. Default values of the schema are added to the data. */
bool typeset(struct project *project, const struct typesetting *job, struct typeset *out);

/* Adds the document in one format (FORMAT_…); false and reported if it cannot be packed. */
bool typeset_add(struct findings *findings, const struct typeset *set, unsigned format,
                 struct buffer *out);

#endif
