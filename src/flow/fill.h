/* The job of `gongwen fill`: an office's Word file and data become a document. */
#ifndef FLOW_FILL_H
#define FLOW_FILL_H

#include "base/finding.h"

struct fill_job {
    const char *template; /* a Word file */
    const char *data;     /* a notice, or any XML */
    const char *output;   /* a Word file */
    const char *share;    /* the installed templates/ folder; NULL: none */
};

/* Writes the output, or nothing if anything is wrong; false then, and all is reported. */
bool flow_fill(struct findings *findings, const struct fill_job *job);

#endif
