/* Nodes of cmark. */
#include "markdown/node.h"

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *take_zeroed(size_t count, size_t size)
{
    size_t bytes = size && count > SIZE_MAX / size ? SIZE_MAX : count * size;
    return memset(memory_take(bytes), 0, bytes);
}

static cmark_mem memory = {take_zeroed, memory_resize, free};

struct cmark_node *node_parse(const char *text)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
    cmark_parser_feed(parser, text, strlen(text));
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

struct cmark_node *node_new(int type)
{
    return cmark_node_new_with_mem((cmark_node_type)type, &memory);
}

/* cmark refuses what its grammar does not allow, and then returns 0: never here, but by a bug. */
static void must(int done)
{
    if (!done)
        abort();
}

struct cmark_node *node_add(struct cmark_node *parent, struct cmark_node *child)
{
    must(cmark_node_append_child(parent, child));
    return child;
}

void node_add_text(struct cmark_node *parent, int type, const char *text)
{
    must(cmark_node_set_literal(node_add(parent, node_new(type)), text));
}

void node_add_verbatim(struct cmark_node *parent, int type, const char *text)
{
    must(cmark_node_set_on_enter(node_add(parent, node_new(type)), text));
}

char *node_render(struct arena *arena, struct cmark_node *root)
{
    char *text = cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0);
    char *copy = arena_copy(arena, text);
    memory.free(text);
    return copy;
}
