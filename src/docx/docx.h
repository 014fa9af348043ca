/* A document tree as a DOCX package (ECMA-376, WordprocessingML). */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H

#include <stdbool.h>

#include "doc/doc.h"
#include "docx/comment.h"
#include "style/style.h"
#include "zip/package.h"

struct docx_options {
    const char *draft; /* a word across every page, behind the text; NULL: none */
    /* NULL: none. One whose block is NULL, not in the document or in the header of its first page
     * stands at the first paragraph of the body, one of a table at the first in its cells. A
     * document without paragraphs has none. */
    const struct comment *comments;
    struct package_store *store; /* of parts that come in many documents; NULL: none */
};

/* The bytes are the arena's. False if they could not be packed; package->error says why. */
bool docx_write(struct arena *arena, const struct document *document, const struct style *style,
                struct docx_options options, struct package *package);

#endif
