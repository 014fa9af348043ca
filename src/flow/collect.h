/* The job of `gongwen collect`: forms that came back, put together into one summary. */
#ifndef FLOW_COLLECT_H
#define FLOW_COLLECT_H

#include "base/finding.h"

struct collect {
    const char *rubric;
    char *const *forms; /* paths of the Word files that came back */
    size_t form_count;  /* at least 1 */
    const char *folder; /* where the summary is written */
    const char *share;  /* the installed templates/ folder; NULL: none */
};

struct collected {
    size_t forms;                 /* that could be read */
    size_t departments, answered; /* that have to answer, that have */
};

/* Writes collection.docx, collection.md, collection.csv and collection.json. What is missing or
 * wrong goes to `found`: a form that cannot be read does not keep the others from being put
 * together. What keeps the summary from being written goes to `trouble`, and false; that no form
 * at all can be read does, too. */
bool flow_collect(struct findings *trouble, const struct collect *collect, struct findings *found,
                  struct collected *collected);

#endif
