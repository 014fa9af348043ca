/* The job of `gongwen diff`: what differs between two rubrics. */
#ifndef FLOW_DIFF_H
#define FLOW_DIFF_H

#include "base/buffer.h"
#include "base/finding.h"

enum diff_format { DIFF_TEXT, DIFF_MARKDOWN, DIFF_DOCX, DIFF_JSON };

struct diff {
    const char *old, *new; /* files */
    enum diff_format format;
    enum language language; /* of the words of DIFF_TEXT */
    const char *share;      /* the installed templates/ folder; NULL: none */
};

/* Adds the result to `out`; *differ tells whether there is a difference. False if something was
 * reported. */
bool flow_diff(struct findings *trouble, const struct diff *diff, bool *differ, struct buffer *out);

#endif
