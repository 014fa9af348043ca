/* XML documents as trees: read under our rules (UTF-8, no DOCTYPE, no network), walk, build.
 * libxml2 stays behind this header. */
#ifndef XML_TREE_H
#define XML_TREE_H

#include <stdbool.h>

#include "base/file.h"

struct xml_document;
struct xml_node; /* an element, an attribute or a text */

/* Once, before anything else: memory hooks, no catalogs, no external entities. xml_end frees what
 * the library keeps. */
void xml_begin(void);
void xml_end(void);
const char *xml_version(void); /* of the library, like 2.9.14 */

/* Parses a text read by file_read_text. Reports every reason that libxml2 gives; NULL if the
 * document is not well formed or has a DOCTYPE. The caller frees it. */
struct xml_document *xml_parse(struct findings *findings, const struct file *file);
/* The same for a document whose nodes go over to another one: xml_move then takes them there. */
struct xml_document *xml_parse_for(struct findings *findings, const struct file *file,
                                   struct xml_document *other);
/* For large files, whose tree would take forty times their room: every element below the root that
 * has one of the names is handed to `visit` when it is complete, and is empty from then on. It has
 * no place. */
struct xml_visitor {
    const char *const *names; /* NULL-terminated */
    void (*visit)(void *context, struct xml_node *node);
    void *context;
};
/* Reads a file by the rules of xml_parse. False and reported, maybe after some visits, if they
 * refuse it. */
bool xml_visit(struct findings *findings, const struct file *file,
               const struct xml_visitor *visitor);
/* A document with an empty root element. The caller frees it. */
struct xml_document *xml_document_new(const char *root);
void xml_document_free(struct xml_document *document);

/* Walking sees elements only. All texts are valid as long as the document. */
struct xml_node *xml_root(struct xml_document *document);
struct xml_node *xml_first(struct xml_node *node); /* first child */
struct xml_node *xml_next(struct xml_node *node);  /* next sibling */
struct xml_node *xml_first_named(struct xml_node *node, const char *name);
struct xml_node *xml_next_named(struct xml_node *node, const char *name);
struct xml_node *xml_parent(struct xml_node *node); /* NULL above the root */
const char *xml_name(const struct xml_node *node);
bool xml_is(const struct xml_node *node, const char *name);
bool xml_is_element(const struct xml_node *node);                        /* no attribute, no text */
const char *xml_get(const struct xml_node *node, const char *attribute); /* NULL if not there */
/* The attribute of that name whatever its namespace, as w:val of OOXML; NULL if not there. */
const char *xml_get_local(const struct xml_node *node, const char *attribute);
bool xml_is_attribute(const struct xml_node *node);
struct xml_node *xml_first_attribute(const struct xml_node *node); /* in the order of the file */
struct xml_node *xml_next_attribute(const struct xml_node *attribute);
/* Of an attribute, and of a built node, that of the element that it was added to; 0 if there is
 * none in its file. */
long xml_line(const struct xml_node *node);
/* The string value: all text below, blanks at both ends dropped and runs of blanks made one. */
char *xml_content(struct arena *arena, const struct xml_node *node);
/* The same as it stands in the file. */
char *xml_raw_content(struct arena *arena, const struct xml_node *node);
/* /notice/deadline[2]/@date */
char *xml_path(struct arena *arena, const struct xml_node *node);

/* Children of mixed content, texts included, in order: returns NULL at the end. For a text *text is
 * set, for an element it is NULL. */
struct xml_node *xml_next_part(struct xml_node *parent, struct xml_node *previous,
                               const char **text);

/* Whether an element may have that name, without prefix. */
bool xml_is_plain_name(const char *text);

/* Building. */
struct xml_node *xml_add(struct xml_node *parent, const char *name);
struct xml_node *xml_add_with_text(struct xml_node *parent, const char *name, const char *text);
/* A deep copy, of any document. */
struct xml_node *xml_add_copy(struct xml_node *parent, struct xml_node *node);
/* A deep copy that stands nowhere in the document yet, for xml_exchange_root or xml_remove. */
struct xml_node *xml_copy(struct xml_node *node);
/* Puts such a copy in place of the root, which is taken out and returned. */
struct xml_node *xml_exchange_root(struct xml_document *document, struct xml_node *root);
/* Behind the children of another element, of the same document or of the one that its own was
 * parsed for. */
void xml_move(struct xml_node *parent, struct xml_node *node);
void xml_add_text(struct xml_node *parent, const char *text);
void xml_set(struct xml_node *node, const char *attribute, const char *value);
/* The text that is all of an element from now on, or the value of an attribute. */
void xml_set_value(struct xml_node *node, const char *text);
void xml_set_number(struct xml_node *node, const char *attribute, long value);
void xml_clear(struct xml_node *node);  /* removes all children */
void xml_remove(struct xml_node *node); /* with all that is in it */
/* Where a copied or built node comes from; inherited by its children. Copies keep the place of
 * their original. Lines beyond 65535 become that. */
void xml_set_file(struct xml_node *node, const char *file);
void xml_set_line(struct xml_node *node, long line);
const char *xml_file(const struct xml_node *node);
struct place xml_place(const struct xml_node *node);

#endif
