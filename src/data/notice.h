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

/* Whether its template is a Word file, one that ends with .docx, of an annex: it is filled and
 * stands in a file of its own. */
bool part_is_form(const struct part *part);

struct notice {
    const char *lang;
    const char *style;
    struct department *departments;
    struct rubric *rubric;   /* NULL if it names none */
    struct xml_node *record; /* its <record>; NULL if it has none */
    struct part *parts; /* the notice, the issued document with its annexes, the notice's annexes */
    struct xml_document *joined; /* its root is <notice>; docs/data.md tells what joining adds */
};

/* Reads the notice and everything that it names. Reports all that is wrong; NULL if anything is.
 * The caller gives the result to notice_free; the rest lives on the findings' arena. */
struct notice *notice_read(struct project *project, const char *path);

/* The same in two steps, of which the second may be done again and again with other values: a
 * document that was read and checked, for the caller to free, is joined. `known` is what its rubric
 * was read as before, and stands in the document still, anywhere; NULL: it was not. False and
 * reported if anything is wrong. */
struct xml_document *notice_load(struct project *project, const char *path);
bool notice_join(struct project *project, struct xml_document *document, struct rubric *known,
                 struct notice *notice);
void notice_free(struct notice *notice);

#endif
