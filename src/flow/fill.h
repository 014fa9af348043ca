/* The job of `gongwen fill`: an office's Word file and data become a document. */
#ifndef FLOW_FILL_H
#define FLOW_FILL_H

#include "flow/filling.h"

struct fill_job {
    const char *template; /* a Word file */
    const char *data;     /* a notice, or any XML */
    const char *output;   /* a Word file */
    const char *annotate; /* a copy of the template with all errors as comments; NULL: none */
    const char *share;    /* the installed templates/ folder; NULL: none */
    enum language language;
};

/* Writes the output, or no output if anything is wrong; false then, and all is reported. */
bool flow_fill(struct findings *findings, const struct fill_job *job);

/* Adds the template, with what was found in it as comments, to the outputs; nothing if it cannot be
 * read, which is reported. */
void annotation_add(struct findings *findings, const struct file *template,
                    const struct findings *found, const char *path, enum language language,
                    struct outputs *outputs);

#endif
