/* What an XSD declares, looked up by name. */
#include "xml/declared.h"

#include <string.h>

#include "base/text.h"

enum { NAMES_MOST = 256 };

struct xml_document *declared_open(struct arena *arena, const struct schema *schema)
{
    struct findings findings = findings_on(arena);
    struct file file = {schema->name, schema->rules, strlen(schema->rules)};
    return xml_parse(&findings, &file);
}

/* The first element `kind` with name="`name`" at or below `node`. */
static struct xml_node *find(struct xml_node *node, const char *kind, const char *name)
{
    if (xml_is(node, kind) && text_equal(xml_get(node, "name"), name))
        return node;
    struct xml_node *found = NULL;
    for (struct xml_node *child = xml_first(node); child && !found; child = xml_next(child))
        found = find(child, kind, name);
    return found;
}

/* The complex type of an element: in its declaration, or by name; NULL if it holds text only. */
static struct xml_node *complex_type(struct xml_document *xsd, const char *element)
{
    struct xml_node *declaration = find(xml_root(xsd), "element", element);
    const char *type = declaration ? xml_get(declaration, "type") : NULL;
    if (type)
        return find(xml_root(xsd), "complexType", type);
    return declaration ? xml_first_named(declaration, "complexType") : NULL;
}

struct names declared_attributes(struct arena *arena, struct xml_document *xsd, const char *element)
{
    struct names names = {.name = ARENA_ARRAY(arena, const char *, NAMES_MOST)};
    struct xml_node *type = complex_type(xsd, element);
    struct xml_node *attribute = type ? xml_first_named(type, "attribute") : NULL;
    for (; attribute; attribute = xml_next_named(attribute, "attribute"))
        names.name[names.count++] = arena_copy(arena, xml_get(attribute, "name"));
    return names;
}

const char *declared_type(struct xml_document *xsd, const char *element, const char *attribute)
{
    struct xml_node *declaration =
        attribute ? complex_type(xsd, element) : find(xml_root(xsd), "element", element);
    if (declaration && attribute)
        declaration = find(declaration, "attribute", attribute);
    return declaration ? xml_get(declaration, "type") : NULL;
}

/* Our schemas write the name first, so that they need not be read as XML for it. */
struct names schema_names(struct arena *arena, const struct schema *schema, enum name_kind kind)
{
    const char *mark = kind == NAME_ELEMENT ? "<xs:element name=" : "<xs:attribute name=";
    struct names names = {.name = ARENA_ARRAY(arena, const char *, NAMES_MOST)};
    for (const char *at = schema->rules; (at = strstr(at, mark));) {
        at += strlen(mark) + 1;
        const char *name = arena_copy_n(arena, at, strcspn(at, "\"'"));
        if (!names_have(&names, name))
            names.name[names.count++] = name;
    }
    return names;
}

bool names_have(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (*names->name[i] == *name && strcmp(names->name[i], name) == 0)
            return true;
    return false;
}
