/* Paths, counted on from those that were asked for before. */
#include "xml/paths.h"

#include "base/buffer.h"
#include "xml/library.h"

/* An element and its place among its siblings of that name. */
struct counted {
    const xmlNode *node;
    long index; /* from 1 */
    const char *path;
};

enum { LEVELS = 32 }; /* the levels below share the last */

struct xml_paths {
    struct arena *arena;
    struct counted last[LEVELS];
};

struct xml_paths *xml_paths_new(struct arena *arena)
{
    struct xml_paths *paths = ARENA_NEW(arena, struct xml_paths);
    paths->arena = arena;
    return paths;
}

static bool same_name(const xmlNode *a, const xmlNode *b)
{
    return a->type == XML_ELEMENT_NODE && xmlStrEqual(a->name, b->name);
}

static long index_of(const struct counted *last, const xmlNode *node)
{
    long steps = 0;
    for (const xmlNode *n = node; n; n = n->prev) {
        if (n == last->node && same_name(n, node))
            return last->index + steps;
        steps += same_name(n, node);
    }
    return steps;
}

static bool is_alone(const xmlNode *first)
{
    const xmlNode *next = first->next;
    while (next && !same_name(next, first))
        next = next->next;
    return !next;
}

/* `index` 0: without a number. */
static const char *path_below(const struct xml_paths *paths, const char *above, const char *name,
                              long index)
{
    struct buffer path = buffer_on(paths->arena);
    buffer_add(&path, above);
    buffer_add_char(&path, '/');
    buffer_add(&path, name);
    if (index) {
        buffer_add_char(&path, '[');
        buffer_add_number(&path, index);
        buffer_add_char(&path, ']');
    }
    return buffer_text(&path);
}

static const char *element_path(struct xml_paths *paths, const xmlNode *node, int *level)
{
    if (!node || node->type != XML_ELEMENT_NODE)
        return "";
    const char *above = element_path(paths, node->parent, level);
    struct counted *last = &paths->last[*level];
    *level += *level < LEVELS - 1;
    if (last->node == node)
        return last->path;
    long index = index_of(last, node);
    bool is_numbered = index > 1 || !is_alone(node);
    *last = (struct counted){
        node, index, path_below(paths, above, from_chars(node->name), is_numbered ? index : 0)};
    return last->path;
}

const char *xml_paths_path(struct xml_paths *paths, const struct xml_node *node)
{
    const xmlNode *n = to_node(node);
    int level = 0;
    if (n->type == XML_ELEMENT_NODE && !n->ns)
        return element_path(paths, n, &level);
    if (n->type == XML_ATTRIBUTE_NODE && !n->ns)
        return arena_printf(paths->arena, "%s/@%s", element_path(paths, n->parent, &level),
                            from_chars(n->name));
    return xml_path(paths->arena, node);
}
