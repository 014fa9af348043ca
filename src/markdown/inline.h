/* The inlines of one heading or paragraph. */
#ifndef MARKDOWN_INLINE_H
#define MARKDOWN_INLINE_H

#include "markdown/read.h"

struct cmark_node;

/* Sets the inlines of a heading or paragraph, and `unpaired`; with `marked`, <ins> and <del> are
 * marks. Returns what they hold that no document can, or NULL. */
const char *inlines_read(struct arena *arena, struct cmark_node *node, bool marked,
                         struct markdown_block *block);

#endif
