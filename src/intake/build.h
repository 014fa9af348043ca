/* The tree of a rubric, from its indicators. */
#ifndef INTAKE_BUILD_H
#define INTAKE_BUILD_H

#include "intake/leaves.h"
#include "xml/tree.h"

/* What is told about the whole scheme. */
struct scheme_head {
    const char *id; /* an NCName */
    const char *title;
    const char *year; /* four digits; NULL: unknown */
    bool has_serials; /* its tables have a column of serial numbers */
};

/* A <rubric> as rubric.xsd says. The caller frees it. */
struct xml_document *build_rubric(const struct reading *reading, const struct scheme_head *head,
                                  const struct leaves *leaves);

#endif
