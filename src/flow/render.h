/* The job of `gongwen render`: a notice becomes its documents. */
#ifndef FLOW_RENDER_H
#define FLOW_RENDER_H

#include "base/buffer.h"
#include "base/file.h"
#include "flow/assemble.h"

enum { FORMAT_DOCX = 1, FORMAT_MARKDOWN = 2, FORMAT_TREE = 4 };

struct render {
    struct source source;
    const char *folder; /* where the documents go */
    unsigned formats;
    long annex;                  /* only this annex; 0: everything */
    bool strict;                 /* write nothing if check finds an error */
    const char *draft;           /* the word across every page; NULL: none */
    const char *depfile;         /* NULL: none */
    struct common_parts *common; /* of the documents of many runs; NULL: of this one's alone */
};

/* Writes the documents, or nothing if anything is wrong; FORMAT_TREE adds the tree of the whole to
 * `tree`. What check finds in them is added to `found`, and hinders only if render->strict; with
 * NULL nothing is looked for. False if something was reported. */
bool flow_render(struct findings *findings, const struct render *render, struct findings *found,
                 struct buffer *tree);

/* The same for a notice that is assembled: adds what is to be written to the outputs, if nothing is
 * wrong. `found` NULL: it is not checked. */
void render_assembly(struct findings *findings, const struct render *render,
                     const struct assembly *assembly, struct findings *found, struct buffer *tree,
                     struct outputs *outputs);

/* Adds the documents of an assembled notice to the outputs, as DOCX and Markdown. */
void render_documents(struct findings *findings, const struct assembly *assembly,
                      const char *folder, struct outputs *outputs);

#endif
