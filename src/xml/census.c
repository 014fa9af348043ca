/* Counting out names. */
#include "xml/census.h"

#include <stdlib.h>
#include <string.h>

#include "xml/library.h"

/* Names of the library's dictionary: equal ones are mostly one pointer. */
struct census {
    struct arena *arena;
    struct names names;
    size_t room;
    enum name_kind kind;
};

static void count_name(struct census *census, const xmlChar *name)
{
    struct names *names = &census->names;
    if (names->count && names->name[names->count - 1] == from_chars(name))
        return;
    names->name = arena_make_room(census->arena, names->name, sizeof *names->name, names->count,
                                  &census->room);
    names->name[names->count++] = from_chars(name);
}

static void count_element(struct census *census, const xmlNode *element)
{
    const xmlAttr *attribute = census->kind == NAME_ATTRIBUTE ? element->properties : NULL;
    if (census->kind == NAME_ELEMENT)
        count_name(census, element->name);
    for (; attribute; attribute = attribute->next)
        count_name(census, attribute->name);
}

/* The next element in the order of the document, without the depth of a call for each level. */
static struct xml_node *after(struct xml_node *node)
{
    struct xml_node *next = xml_first(node);
    while (node && !next) {
        next = xml_next(node);
        node = xml_parent(node);
    }
    return next;
}

static int compare(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

struct names census_names(struct arena *arena, struct xml_document *document, enum name_kind kind)
{
    struct census census = {.arena = arena, .kind = kind};
    struct names *names = &census.names;
    for (struct xml_node *node = xml_root(document); node; node = after(node))
        count_element(&census, to_node(node));
    if (names->count)
        qsort(names->name, names->count, sizeof *names->name, compare);
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!kept || strcmp(names->name[kept - 1], names->name[i]) != 0)
            names->name[kept++] = names->name[i];
    names->count = kept;
    return *names;
}
