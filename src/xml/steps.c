/* A plain path begins at an element that may have to have a name, or goes up, then down by names,
 * and may end in an attribute: so its nodes come in document order, each once. */
#include "xml/steps.h"

#include <string.h>

#include "base/text.h"
#include "xml/library.h"

#define SELF "self::"
enum { NAMES_MOST = 8 };

struct steps {
    bool from_root;
    const char *self;             /* the name that the context must have; NULL: any */
    int up;                       /* steps to the parent */
    const char *name[NAMES_MOST]; /* of children, then of theirs */
    int names;
    const char *attribute; /* NULL: none */
};

/* Reads one step at *at, which moves behind it; false if it is none of a plain path. */
static bool read_step(struct arena *arena, struct steps *steps, const char **at)
{
    size_t length = strcspn(*at, "/");
    const char *step = arena_copy_n(arena, *at, length);
    *at += length;
    if (steps->attribute)
        return false;
    if (text_equal(step, "..")) {
        steps->up++;
        return !steps->self && !steps->names && !steps->from_root;
    }
    if (text_starts(step, SELF)) {
        bool is_first = !steps->self && !steps->up && !steps->names && !steps->from_root;
        steps->self = step + strlen(SELF);
        return is_first && xml_is_plain_name(steps->self);
    }
    if (*step == '@')
        steps->attribute = step + 1;
    else if (steps->names < NAMES_MOST)
        steps->name[steps->names++] = step;
    else
        return false;
    return xml_is_plain_name(step + (*step == '@'));
}

const struct steps *steps_read(struct arena *arena, const char *expression)
{
    struct steps *steps = ARENA_NEW(arena, struct steps);
    const char *at = expression;
    if (text_equal(expression, "."))
        return steps;
    steps->from_root = *at == '/';
    at += steps->from_root;
    while (read_step(arena, steps, &at)) {
        if (!*at)
            return steps;
        if (*at++ != '/')
            return NULL;
    }
    return NULL;
}

/* running */

struct found {
    struct arena *arena;
    struct xml_node **nodes;
    size_t count, room;
    size_t seen; /* nodes that were looked at */
};

static void add(struct found *found, const void *node)
{
    found->nodes =
        arena_make_room(found->arena, found->nodes, sizeof(void *), found->count, &found->room);
    found->nodes[found->count++] = from_node(node);
}

static void add_attribute(struct found *found, const xmlNode *node, const char *name)
{
    if (node->type != XML_ELEMENT_NODE)
        return;
    const xmlAttr *attr = node->properties;
    while (attr && (attr->ns || strcmp(from_chars(attr->name), name) != 0))
        attr = attr->next;
    if (attr)
        add(found, attr);
}

static bool has_children(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !node->ns && strcmp(from_chars(node->name), name) == 0;
}

static void go_down(struct found *found, const struct steps *steps, const xmlNode *node, int depth)
{
    if (depth == steps->names) {
        if (steps->attribute)
            add_attribute(found, node, steps->attribute);
        else
            add(found, node);
        return;
    }
    for (const xmlNode *n = has_children(node) ? node->children : NULL; n; n = n->next) {
        found->seen++;
        if (is_named(n, steps->name[depth]))
            go_down(found, steps, n, depth + 1);
    }
}

bool steps_run(struct arena *arena, const struct steps *steps, const struct xml_node *context,
               size_t most, struct xpath_value *value)
{
    struct found found = {.arena = arena};
    const xmlNode *node = to_node(context);
    if (steps->from_root)
        node = (const xmlNode *)node->doc;
    for (int i = 0; node && i < steps->up; i++)
        node = node->parent;
    if (node && (!steps->self || is_named(node, steps->self)))
        go_down(&found, steps, node, 0);
    *value = (struct xpath_value){
        .kind = VALUE_NODES,
        .nodes = found.nodes,
        .count = found.count,
        .from = found.count ? found.nodes[0] : NULL,
    };
    return !most || found.seen <= most;
}
