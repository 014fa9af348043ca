/* Walking and building XML trees. */
#include "xml/tree.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "xml/library.h"

static struct xml_node *element_from(xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return from_node(node);
}

static struct xml_node *named_from(struct xml_node *node, const char *name)
{
    while (node && !xml_is(node, name))
        node = xml_next(node);
    return node;
}

struct xml_document *xml_document_new(const char *root)
{
    xmlDoc *doc = xmlNewDoc(to_chars("1.0"));
    xmlDocSetRootElement(doc, xmlNewDocNode(doc, NULL, to_chars(root), NULL));
    return from_doc(doc);
}

void xml_document_free(struct xml_document *document)
{
    xmlFreeDoc(to_doc(document));
}

struct xml_node *xml_root(struct xml_document *document)
{
    return from_node(xmlDocGetRootElement(to_doc(document)));
}

struct xml_node *xml_first(struct xml_node *node)
{
    return element_from(to_node(node)->children);
}

struct xml_node *xml_next(struct xml_node *node)
{
    return element_from(to_node(node)->next);
}

struct xml_node *xml_first_named(struct xml_node *node, const char *name)
{
    return named_from(xml_first(node), name);
}

struct xml_node *xml_next_named(struct xml_node *node, const char *name)
{
    return named_from(xml_next(node), name);
}

static bool is_element(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE;
}

struct xml_node *xml_parent(struct xml_node *node)
{
    xmlNode *parent = to_node(node)->parent;
    return is_element(parent) ? from_node(parent) : NULL;
}

const char *xml_name(const struct xml_node *node)
{
    return from_chars(to_node(node)->name);
}

bool xml_is_attribute(const struct xml_node *node)
{
    return to_node(node)->type == XML_ATTRIBUTE_NODE;
}

bool xml_is(const struct xml_node *node, const char *name)
{
    return text_equal(xml_name(node), name);
}

bool xml_is_element(const struct xml_node *node)
{
    return is_element(to_node(node));
}

static const char *value_of(const xmlAttr *attr)
{
    if (!attr)
        return NULL;
    return attr->children && attr->children->content ? from_chars(attr->children->content) : "";
}

const char *xml_get(const struct xml_node *node, const char *attribute)
{
    return value_of(xmlHasNsProp(to_node(node), to_chars(attribute), NULL));
}

const char *xml_get_local(const struct xml_node *node, const char *attribute)
{
    const xmlAttr *attr = to_node(node)->properties;
    while (attr && !xmlStrEqual(attr->name, to_chars(attribute)))
        attr = attr->next;
    return value_of(attr);
}

struct xml_node *xml_first_attribute(const struct xml_node *node)
{
    return (struct xml_node *)to_node(node)->properties;
}

struct xml_node *xml_next_attribute(const struct xml_node *attribute)
{
    return from_node(to_node(attribute)->next);
}

/* Of what was built, the nearest line above in the same file. */
long xml_line(const struct xml_node *node)
{
    const xmlNode *n = to_node(node);
    if (n->type == XML_ATTRIBUTE_NODE)
        n = n->parent;
    while (is_element(n->parent) && !n->line && !n->_private)
        n = n->parent;
    long line = xmlGetLineNo(n);
    return line > 0 ? line : 0;
}

/* White space around and between becomes single blanks, in place; U+3000 is no white space. */
static char *squeeze(char *text)
{
    char *end = text;
    for (const char *at = text; *at;) {
        size_t blanks = strspn(at, " \t\r\n"), length = strcspn(at + blanks, " \t\r\n");
        if (blanks && length && end > text)
            *end++ = ' ';
        memmove(end, at + blanks, length);
        end += length;
        at += blanks + length;
    }
    *end = '\0';
    return text;
}

/* The text of a node that holds just one; NULL if it holds anything else. */
static const xmlChar *only_text(const xmlNode *node)
{
    const xmlNode *child = node->type == XML_TEXT_NODE ? node : node->children;
    bool is_alone = child && child->type == XML_TEXT_NODE && (child == node || !child->next);
    return is_alone ? child->content : NULL;
}

char *xml_raw_content(struct arena *arena, const struct xml_node *node)
{
    const xmlChar *text = only_text(to_node(node));
    if (text)
        return arena_copy(arena, from_chars(text));
    xmlChar *content = xmlNodeGetContent(to_node(node));
    char *copy = arena_copy(arena, content ? from_chars(content) : "");
    xmlFree(content);
    return copy;
}

char *xml_content(struct arena *arena, const struct xml_node *node)
{
    return squeeze(xml_raw_content(arena, node));
}

char *xml_path(struct arena *arena, const struct xml_node *node)
{
    xmlChar *path = xmlGetNodePath(to_node(node));
    char *copy = arena_copy(arena, path ? from_chars(path) : "");
    xmlFree(path);
    return copy;
}

static bool is_part(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE ||
           node->type == XML_CDATA_SECTION_NODE;
}

struct xml_node *xml_next_part(struct xml_node *parent, struct xml_node *previous,
                               const char **text)
{
    xmlNode *node = previous ? to_node(previous)->next : to_node(parent)->children;
    while (node && !is_part(node))
        node = node->next;
    *text = node && node->type != XML_ELEMENT_NODE ? from_chars(node->content) : NULL;
    return from_node(node);
}

bool xml_is_plain_name(const char *text)
{
    return xmlValidateNCName(to_chars(text), 0) == 0;
}

struct xml_node *xml_add(struct xml_node *parent, const char *name)
{
    xmlNode *child = xmlNewDocNode(to_node(parent)->doc, NULL, to_chars(name), NULL);
    return from_node(xmlAddChild(to_node(parent), child));
}

struct xml_node *xml_add_with_text(struct xml_node *parent, const char *name, const char *text)
{
    struct xml_node *child = xml_add(parent, name);
    xml_add_text(child, text);
    return child;
}

/* The library's tree copies lines but not what we keep beside a node. */
struct xml_node *xml_add_copy(struct xml_node *parent, struct xml_node *node)
{
    xmlNode *copy = xmlDocCopyNode(to_node(node), to_node(parent)->doc, 1);
    xmlAddChild(to_node(parent), copy);
    xml_set_file(from_node(copy), xml_file(node));
    return from_node(copy);
}

struct xml_node *xml_copy(struct xml_node *node)
{
    xmlNode *copy = xmlDocCopyNode(to_node(node), to_node(node)->doc, 1);
    xml_set_file(from_node(copy), xml_file(node));
    return from_node(copy);
}

struct xml_node *xml_exchange_root(struct xml_document *document, struct xml_node *root)
{
    return from_node(xmlDocSetRootElement(to_doc(document), to_node(root)));
}

void xml_move(struct xml_node *parent, struct xml_node *node)
{
    xmlUnlinkNode(to_node(node));
    xmlAddChild(to_node(parent), to_node(node));
}

void xml_add_text(struct xml_node *parent, const char *text)
{
    xmlAddChild(to_node(parent), xmlNewDocText(to_node(parent)->doc, to_chars(text)));
}

void xml_set(struct xml_node *node, const char *attribute, const char *value)
{
    xmlSetProp(to_node(node), to_chars(attribute), to_chars(value));
}

void xml_set_value(struct xml_node *node, const char *text)
{
    if (xml_is_attribute(node)) {
        xml_set(xml_parent(node), xml_name(node), text);
        return;
    }
    xml_clear(node);
    xml_add_text(node, text);
}

void xml_set_number(struct xml_node *node, const char *attribute, long value)
{
    char text[32];
    snprintf(text, sizeof text, "%ld", value);
    xml_set(node, attribute, text);
}

static void remove_node(xmlNode *node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

void xml_remove(struct xml_node *node)
{
    remove_node(to_node(node));
}

void xml_clear(struct xml_node *node)
{
    while (to_node(node)->children)
        remove_node(to_node(node)->children);
}

void xml_set_file(struct xml_node *node, const char *file)
{
    to_node(node)->_private = (void *)file;
}

void xml_set_line(struct xml_node *node, long line)
{
    to_node(node)->line = line < USHRT_MAX ? (unsigned short)line : USHRT_MAX;
}

const char *xml_file(const struct xml_node *node)
{
    for (const xmlNode *n = to_node(node); n; n = n->parent)
        if (n->_private && n->type == XML_ELEMENT_NODE)
            return n->_private;
    return NULL;
}

struct place xml_place(const struct xml_node *node)
{
    return (struct place){xml_file(node), xml_line(node), 0};
}
