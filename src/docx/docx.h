/* A document tree as a DOCX package (ECMA-376, WordprocessingML). */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H

#include <stdbool.h>

#include "doc/doc.h"
#include "docx/comment.h"
#include "docx/letterhead.h"
#include "style/style.h"
#include "zip/package.h"

struct docx_options {
    const char *draft; /* a word across every page, behind the text; NULL: none */
    /* NULL: none. One whose block is NULL, not in the document or in the header of its first page
     * stands at the first paragraph of the body, one of a table at the first in its cells. A
     * document without paragraphs has none. */
    const struct comment *comments;
    const struct letterhead *letterhead; /* in place of our headers and footers; NULL: none */
    struct common_parts *common;         /* NULL: none */
};

/* What documents have in common: parts that follow from the style are printed once, and what is the
 * same in several is deflated once. Lives on the arena, for as many documents as there are, and
 * their styles as long; what it keeps is bounded. */
struct common_parts *common_parts_new(struct arena *arena);

/* The bytes are the arena's. False if they could not be packed; package->error says why. */
bool docx_write(struct arena *arena, const struct document *document, const struct style *style,
                struct docx_options options, struct package *package);

/* The same into files, for a document with rows of a source, of which as little is kept as can be.
 * False with errno set, or 0 where package->error says why; the caller closes both. */
struct docx_files {
    int out;   /* empty, to be read and written, as is the other */
    int aside; /* for what is put together at the end */
};
bool docx_write_to(struct arena *arena, const struct document *document, const struct style *style,
                   struct docx_options options, struct docx_files files, struct package *package);

#endif
