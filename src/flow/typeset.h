/* What the program itself put together (a register, …), printed through a template: the same road
 * as a notice takes. */
#ifndef FLOW_TYPESET_H
#define FLOW_TYPESET_H

#include "data/kind.h"
#include "data/project.h"
#include "flow/render.h"

struct typesetting {
    struct xml_document *data;    /* the caller's; findings name the places that its nodes have */
    const struct data_kind *kind; /* the schema that it must obey, the names in templates */
    const char *template, *style; /* names; the project says where they are looked for */
};

/* Runs the template with the root of the data as context. Gives the document in one format
 * (FORMAT_…), its bytes owned by the arena of the project's findings; NULL, and all reported, if
 * anything is wrong. Default values of the schema are added to the data. */
const char *typeset(struct project *project, const struct typesetting *job, unsigned format,
                    size_t *length);

#endif
