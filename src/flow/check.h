/* The job of `gongwen check`: what is wrong in a file, and where. */
#ifndef FLOW_CHECK_H
#define FLOW_CHECK_H

#include "flow/assemble.h"

struct check_job {
    const char *file;     /* a notice, a rubric or a Word file */
    const char *share;    /* the installed templates/ folder; NULL: none */
    const char *annotate; /* a Word file with the findings as comments; NULL: none */
    enum language language;
    const bool *off; /* RULE_COUNT flags: rules switched off by the user */
};

/* Adds what is wrong in the file to `found`, sorted. What keeps it from being checked goes to
 * `trouble`, and false. */
bool flow_check(struct findings *trouble, const struct check_job *job, struct findings *found);

/* The same for a notice that is assembled; its <accept> elements are heeded. With `found` NULL it
 * only says whether it could be checked, and `whole` is not looked at. */
void check_assembly(struct findings *trouble, struct assembly *assembly,
                    const struct document *whole, const bool *off, struct findings *found);

#endif
