/* Counting out names. */
#include "xml/census.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
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

/* The next element behind this one and all that is in it, without the depth of a call for each
 * level. */
static struct xml_node *behind(struct xml_node *node)
{
    struct xml_node *next = NULL;
    while (node && !next) {
        next = xml_next(node);
        node = xml_parent(node);
    }
    return next;
}

/* The next element in the order of the document. */
static struct xml_node *after(struct xml_node *node)
{
    struct xml_node *first = xml_first(node);
    return first ? first : behind(node);
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

/* values */

static bool has_text(struct xml_node *element)
{
    const char *text = NULL;
    struct xml_node *part = NULL;
    while ((part = xml_next_part(element, part, &text)))
        if (text && !text_is_blank(text))
            return true;
    return false;
}

static void count_value(struct census_values *values, xmlNode *node)
{
    const struct names *names = &values->names;
    const char *name = from_chars(node->name);
    const char *const *at = bsearch(&name, names->name, names->count, sizeof *names->name, compare);
    size_t index = (size_t)(at - names->name);
    if (!values->count[index]++)
        values->first[index] = from_node(node);
}

static void count_attributes(struct census_values *values, const struct xml_node *element)
{
    for (xmlAttr *attribute = to_node(element)->properties; attribute; attribute = attribute->next)
        count_value(values, (xmlNode *)attribute);
}

struct census_values census_values(struct arena *arena, struct xml_document *document,
                                   enum name_kind kind, const struct names *whole)
{
    struct census_values values = {.names = census_names(arena, document, kind)};
    values.count = ARENA_ARRAY(arena, size_t, values.names.count);
    values.first = ARENA_ARRAY(arena, struct xml_node *, values.names.count);
    struct xml_node *node = values.names.count ? xml_root(document) : NULL;
    while (node) {
        bool is_text = kind == NAME_ELEMENT && has_text(node);
        bool is_whole = kind == NAME_ELEMENT && names_have(whole, xml_name(node));
        if (is_text)
            count_value(&values, to_node(node));
        if (kind == NAME_ATTRIBUTE)
            count_attributes(&values, node);
        node = is_text || is_whole ? behind(node) : after(node);
    }
    return values;
}
