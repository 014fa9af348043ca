/* A notice: read, checked and joined with its rubric and prose into one document. */
#ifndef DATA_NOTICE_H
#define DATA_NOTICE_H

#include "data/project.h"
#include "data/rubric.h"

enum part_kind { PART_NOTICE, PART_ISSUED, PART_ANNEX, PART_COUNT };

/* A piece of the notice that has a template of its own. */
struct part {
    struct part *next;
    enum part_kind kind;
    const char *name; /* notice, issued, annex-1, annex-2, … */
    const char *template;
    bool of_issued; /* an annex of the issued document */
    struct xml_node *node;
};

struct notice {
    const char *lang;
    const char *style;
    struct department *departments;
    struct rubric *rubric; /* NULL if it names none */
    struct part *parts; /* the notice, the issued document with its annexes, the notice's annexes */
    struct xml_document *joined; /* its root is <notice>; docs/data.md tells what joining adds */
};

/* Reads the notice and everything that it names. Reports all that is wrong; NULL if anything is.
 * The caller gives the result to notice_free; the rest lives on the findings' arena. */
struct notice *notice_read(struct project *project, const char *path);
void notice_free(struct notice *notice);

#endif
