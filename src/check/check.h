/* What is wrong in a notice, a rubric or a finished document: all rules over what is printed and
 * over the data behind it. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "data/notice.h"
#include "data/rest_days.h"
#include "doc/doc.h"
#include "docx/read.h"
#include "style/style.h"

/* What is checked. A rule that lacks what it looks at says nothing. */
struct checking {
    const struct document *document;   /* NULL: a rubric alone */
    const struct notice *notice;       /* NULL: a Word file, or a rubric alone */
    const struct rubric *rubric;       /* NULL if there is none */
    const struct rest_days *rest_days; /* NULL: weekends alone */
    const struct docx_read *word;      /* how a Word file looks; NULL if it is none */
    const struct style *style;         /* how a document should look; NULL without a Word file */
    const bool *off;                   /* RULE_COUNT flags: rules switched off; NULL: none */
};

/* Adds what it finds to `found`, and sorts it; their nodes are blocks of the document. What keeps
 * it from looking goes to `trouble`. */
void check(struct findings *trouble, struct findings *found, const struct checking *checking);

/* Marks in RULE_COUNT flags the rules that <accept> elements of a notice switch off, each with a
 * reason. Unknown rules are reported. */
void check_accepted(struct findings *trouble, const struct notice *notice, bool *off);

#endif
