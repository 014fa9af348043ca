/* The job of `gongwen render`: a notice becomes its documents. */
#ifndef FLOW_RENDER_H
#define FLOW_RENDER_H

#include "base/buffer.h"
#include "base/file.h"

enum { FORMAT_DOCX = 1, FORMAT_MARKDOWN = 2, FORMAT_TREE = 4 };

struct render {
    const char *notice; /* path */
    const char *folder; /* where the documents go */
    unsigned formats;
    const char *style;     /* NULL: the notice's own */
    const char *reference; /* a Word file whose styles are taken over; NULL: none */
    long annex;            /* only this annex; 0: everything */
    bool on_letterhead;    /* the paper has mark and rule already */
    const char *draft;     /* the word across every page; NULL: none */
    const char *depfile;   /* NULL: none */
    const char *share;     /* the installed templates/ folder; NULL: none */
};

/* Writes the documents, or nothing if anything is wrong; FORMAT_TREE adds the tree of the whole to
 * `tree`. False if something was reported. */
bool flow_render(struct findings *findings, const struct render *render, struct buffer *tree);

#endif
