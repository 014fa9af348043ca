/* Nodes of cmark, on memory that never ends silently. */
#ifndef MARKDOWN_NODE_H
#define MARKDOWN_NODE_H

#include "base/arena.h"

struct cmark_node;

/* A document node, which the caller frees with cmark_node_free. */
struct cmark_node *node_parse(const char *text);
/* `type` is a cmark_node_type. The caller frees a root; what was added goes with its parent. */
struct cmark_node *node_new(int type);
struct cmark_node *node_add(struct cmark_node *parent, struct cmark_node *child);
void node_add_text(struct cmark_node *parent, int type, const char *text);
/* Text that is written as it is; `type` is CMARK_NODE_CUSTOM_BLOCK or CMARK_NODE_CUSTOM_INLINE. */
void node_add_verbatim(struct cmark_node *parent, int type, const char *text);
char *node_render(struct arena *arena, struct cmark_node *root);

#endif
