/* The inlines of one heading or paragraph. */
#ifndef MARKDOWN_INLINE_H
#define MARKDOWN_INLINE_H

#include "markdown/read.h"

struct cmark_node;

/* Sets *unsupported, if there is one, to what the inlines hold that no document can. */
struct markdown_inline *inlines_read(struct arena *arena, struct cmark_node *block,
                                     const char **unsupported);

#endif
