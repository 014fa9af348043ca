/* Finding by path, copying between documents, printing. */
#include "xml/edit.h"

#include <stdlib.h>
#include <string.h>

#include "xml/library.h"

static bool is_word(const char *text, size_t length, const xmlChar *word)
{
    return strlen(from_chars(word)) == length && memcmp(text, word, length) == 0;
}

/* An element that has a namespace but no prefix is a * in a path, which counts all elements. */
static bool is_step(const xmlNode *node, const char *name, size_t length)
{
    if (node->type != XML_ELEMENT_NODE)
        return false;
    if (is_word(name, length, to_chars("*")))
        return true;
    const xmlChar *prefix = node->ns ? node->ns->prefix : NULL;
    const char *colon = memchr(name, ':', length);
    size_t before = colon ? (size_t)(colon - name) : 0;
    if (!prefix || !colon)
        return !prefix && is_word(name, length, node->name);
    return is_word(name, before, prefix) && is_word(colon + 1, length - before - 1, node->name);
}

/* From the first of siblings to the one that a step as w:p[3] leads to. */
static xmlNode *step_to(xmlNode *node, const char *step)
{
    size_t length = strcspn(step, "[/");
    size_t number = step[length] == '[' ? strtoul(step + length + 1, NULL, 10) : 1;
    for (; node; node = node->next)
        if (is_step(node, step, length) && --number == 0)
            return node;
    return NULL;
}

struct xml_node *xml_at(struct xml_document *document, const char *path)
{
    xmlNode *first = to_doc(document)->children, *found = NULL;
    while (path && *path == '/' && (found = step_to(first, path + 1))) {
        first = found->children;
        path = strchr(path + 1, '/');
    }
    return from_node(found);
}

const char *xml_namespace(const struct xml_node *node)
{
    const xmlNs *ns = to_node(node)->ns;
    return ns && ns->href ? from_chars(ns->href) : "";
}

/* The copy declares its namespaces itself, until those go that its new place declares alike. */
void xml_insert_copy(struct xml_node *parent, struct xml_node *before, struct xml_node *node)
{
    enum { DEEP = 1, REMOVE_REDUNDANT = 1 };
    xmlNode *copy = xmlDocCopyNode(to_node(node), to_node(parent)->doc, DEEP);
    if (before)
        xmlAddPrevSibling(to_node(before), copy);
    else
        xmlAddChild(to_node(parent), copy);
    xmlDOMWrapReconcileNamespaces(NULL, copy, REMOVE_REDUNDANT);
}

static const char *print(struct arena *arena, struct xml_document *document, bool indented,
                         size_t *length)
{
    xmlChar *bytes = NULL;
    int size = 0;
    xmlDocDumpFormatMemoryEnc(to_doc(document), &bytes, &size, "UTF-8", indented);
    if (!bytes)
        abort();
    *length = (size_t)size;
    const char *copy = arena_copy_n(arena, from_chars(bytes), *length);
    xmlFree(bytes);
    return copy;
}

const char *xml_print(struct arena *arena, struct xml_document *document, size_t *length)
{
    return print(arena, document, false, length);
}

const char *xml_print_indented(struct arena *arena, struct xml_document *document, size_t *length)
{
    return print(arena, document, true, length);
}
