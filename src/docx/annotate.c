/* Adding comments to a Word file. What is new is written as a part of its own, and its elements are
 * copied into the part that the file has, if it has one. */
#include "docx/annotate.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "docx/part.h"
#include "docx/property.h"
#include "opc/input.h"
#include "opc/write.h"
#include "xml/edit.h"

/* The main document, its comments, its relationships, the content types. */
enum { CHANGED_MOST = 4 };

/* The names of things in a kind of file. */
struct kind {
    const char *word;     /* the namespace of its text */
    const char *comments; /* the type of the relationship */
};
static const struct kind transitional = {NAMESPACE_W, NAMESPACE_R "/comments"};
static const struct kind strict = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
};

struct annotation {
    struct findings *findings;
    struct opc_input *input;
    struct archive *archive;
    const char *owner; /* the name of the main document's part */
    struct xml_document *document;
    const struct kind *kind;
    const struct comment *comments;
    struct package_part changed[CHANGED_MOST]; /* or added */
    size_t count;
};

static struct arena *arena_of(const struct annotation *annotation)
{
    return annotation->findings->arena;
}

static const struct kind *kind_of(struct xml_document *document)
{
    const char *namespace = xml_namespace(xml_root(document));
    return text_equal(namespace, strict.word) ? &strict : &transitional;
}

static void change(struct annotation *annotation, struct package_part part)
{
    annotation->changed[annotation->count++] = part;
}

/* paragraphs */

/* The first one, from a node on downward. */
static struct xml_node *paragraph_below(struct xml_node *node)
{
    if (xml_is(node, "p"))
        return node;
    struct xml_node *found = NULL;
    for (struct xml_node *child = xml_first(node); child && !found; child = xml_next(child))
        found = paragraph_below(child);
    return found;
}

/* No comment can stand in a text box: it goes to the paragraph that the box hangs on. */
static struct xml_node *paragraph_above(struct xml_node *node)
{
    struct xml_node *found = NULL;
    for (; node; node = xml_parent(node)) {
        if (xml_is(node, "txbxContent"))
            found = NULL;
        else if (!found && xml_is(node, "p"))
            found = node;
    }
    return found;
}

/* Where a comment stands; NULL if the document has no paragraph. */
static struct xml_node *paragraph_at(const struct annotation *annotation, const char *path)
{
    struct xml_node *body = xml_first_named(xml_root(annotation->document), "body");
    struct xml_node *node = path ? xml_at(annotation->document, path) : NULL;
    struct xml_node *found = node ? paragraph_above(node) : NULL;
    if (!found && node)
        found = paragraph_below(node);
    return found || !body ? found : paragraph_below(body);
}

/* numbers */

static long number_of(const struct xml_node *node)
{
    enum { DIGITS_MOST = 9 };
    const char *id = text_starts(xml_name(node), "comment") ? xml_get_local(node, "id") : NULL;
    bool is_number = id && *id && strspn(id, "0123456789") == strlen(id);
    return is_number && strlen(id) <= DIGITS_MOST ? strtol(id, NULL, 10) : -1;
}

/* The greatest number of a comment, or of a mark that anchors one; -1 if there is none. */
static long greatest_number(struct xml_node *node)
{
    long greatest = number_of(node);
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child)) {
        long number = greatest_number(child);
        if (number > greatest)
            greatest = number;
    }
    return greatest;
}

static struct xml_document *read_comments(const struct annotation *annotation, const char *part)
{
    struct xml_document *comments = opc_input_part(annotation->input, part);
    if (!comments || xml_is(xml_root(comments), "comments"))
        return comments;
    REPORT(annotation->findings, RULE_PACKAGE_PART, xml_place(xml_root(comments)), "<comments>");
    xml_document_free(comments);
    return NULL;
}

/* `part` is that of the comments, NULL if there is none. */
static bool next_number(const struct annotation *annotation, const char *part, long *number)
{
    *number = greatest_number(xml_root(annotation->document)) + 1;
    if (!part)
        return true;
    struct xml_document *comments = read_comments(annotation, part);
    long after = comments ? greatest_number(xml_root(comments)) + 1 : 0;
    if (after > *number)
        *number = after;
    xml_document_free(comments);
    return comments != NULL;
}

/* what is new */

static struct xml_document *parse_written(const struct annotation *annotation,
                                          struct xml_writer *out)
{
    struct file file = {.path = ""};
    file.bytes = xml_writer_finish(out, &file.length);
    return xml_parse(annotation->findings, &file);
}

static void add_anchor(const struct annotation *annotation, struct xml_node *paragraph, long number)
{
    struct xml_writer *out = xml_writer_new(arena_of(annotation));
    xml_open(out, "w:p");
    xml_attribute(out, "xmlns:w", annotation->kind->word);
    comment_start_write(out, number);
    comment_end_write(out, number);
    struct xml_document *written = parse_written(annotation, out);
    struct xml_node *mark = xml_first(xml_root(written)), *first = xml_first(paragraph);
    if (first && xml_is(first, "pPr"))
        first = xml_next(first);
    xml_insert_copy(paragraph, first, mark);
    while ((mark = xml_next(mark)))
        xml_insert_copy(paragraph, NULL, mark);
    xml_document_free(written);
}

/* Adds what was written to the part of that name: to the end of its root, if there is such a part.
 */
static bool extend(struct annotation *annotation, const char *name, struct xml_writer *out)
{
    struct package_part part = {.name = name};
    if (!archive_has(annotation->archive, name)) {
        part.bytes = xml_writer_finish(out, &part.length);
        change(annotation, part);
        return true;
    }
    struct xml_document *written = parse_written(annotation, out);
    struct xml_document *document = opc_input_part(annotation->input, name);
    if (document) {
        struct xml_node *node = xml_first(xml_root(written));
        for (; node; node = xml_next(node))
            xml_insert_copy(xml_root(document), NULL, node);
        part.bytes = xml_print(arena_of(annotation), document, &part.length);
        change(annotation, part);
    }
    xml_document_free(document);
    xml_document_free(written);
    return document != NULL;
}

/* a part for the comments */

/* A name beside the main document that no part has: comments.xml, comments2.xml, … */
static const char *new_part_name(const struct annotation *annotation)
{
    struct arena *arena = arena_of(annotation);
    int folder = (int)(path_base(annotation->owner) - annotation->owner);
    const char *name = arena_printf(arena, "%.*scomments.xml", folder, annotation->owner);
    for (int i = 2; archive_has(annotation->archive, name); i++)
        name = arena_printf(arena, "%.*scomments%d.xml", folder, annotation->owner, i);
    return name;
}

static bool has_id(struct xml_node *relationships, const char *id)
{
    struct xml_node *node = xml_first(relationships);
    while (node && !text_equal(xml_get(node, "Id"), id))
        node = xml_next(node);
    return node != NULL;
}

/* An id that no relationship of the main document has; NULL if they cannot be read. */
static const char *new_id(const struct annotation *annotation, const char *relationships)
{
    const char *id = "rIdComments";
    if (!archive_has(annotation->archive, relationships))
        return id;
    struct xml_document *document = opc_input_part(annotation->input, relationships);
    for (int i = 2; document && has_id(xml_root(document), id); i++)
        id = arena_printf(arena_of(annotation), "rIdComments%d", i);
    xml_document_free(document);
    return document ? id : NULL;
}

static bool relate(struct annotation *annotation, const char *part)
{
    const char *name = opc_input_relationships(annotation->input, annotation->owner);
    const char *id = new_id(annotation, name);
    if (!id)
        return false;
    struct xml_writer *out = xml_writer_new(arena_of(annotation));
    relationships_open(out);
    relationship_write(out, id, annotation->kind->comments, path_base(part));
    xml_close(out);
    return extend(annotation, name, out);
}

static bool declare(struct annotation *annotation, const char *part)
{
    struct xml_writer *out = xml_writer_new(arena_of(annotation));
    types_open(out);
    type_write(out, arena_of(annotation), part, COMMENTS_TYPE);
    xml_close(out);
    return extend(annotation, OPC_TYPES_PART, out);
}

/* the whole */

static void add_anchors(struct annotation *annotation, long number)
{
    struct package_part part = {.name = annotation->owner};
    const struct comment *comment = annotation->comments;
    for (; comment; comment = comment->next)
        add_anchor(annotation, paragraph_at(annotation, comment->path), number++);
    part.bytes = xml_print(arena_of(annotation), annotation->document, &part.length);
    change(annotation, part);
}

static bool add_comments(struct annotation *annotation)
{
    if (!annotation->comments || !paragraph_at(annotation, NULL))
        return true;
    const char *there = opc_input_target(annotation->input, annotation->owner, "comments");
    const char *part = there ? there : new_part_name(annotation);
    long number;
    if (!next_number(annotation, there, &number))
        return false;
    add_anchors(annotation, number);
    struct xml_writer *out = xml_writer_new(arena_of(annotation));
    comment_list_write(out, arena_of(annotation), annotation->kind->word, annotation->comments,
                       number);
    return extend(annotation, part, out) &&
           (there || (relate(annotation, part) && declare(annotation, part)));
}

static const struct package_part *changed(const struct annotation *annotation, const char *name)
{
    for (size_t i = 0; i < annotation->count; i++)
        if (strcasecmp(annotation->changed[i].name, name) == 0)
            return &annotation->changed[i];
    return NULL;
}

static bool take_part(const struct annotation *annotation, const char *name,
                      struct package_part *part)
{
    struct file file = {0};
    const struct package_part *own = changed(annotation, name);
    bool fine = own || archive_read(annotation->archive, name, &file);
    *part = own ? *own : (struct package_part){name, file.bytes, file.length};
    part->name = name;
    return fine;
}

static bool is_folder(const char *name)
{
    return text_ends(name, "/");
}

/* In the order of the file; what it did not have comes last. */
static bool pack(const struct annotation *annotation, const struct file *file,
                 struct package *package)
{
    struct archive *archive = annotation->archive;
    size_t count = 0, most = archive_count(archive) + CHANGED_MOST;
    struct package_part *parts = ARENA_ARRAY(arena_of(annotation), struct package_part, most);
    for (size_t i = 0; i < archive_count(archive); i++) {
        const char *name = archive_name(archive, i);
        if (!is_folder(name) && !take_part(annotation, name, &parts[count++]))
            return false;
    }
    for (size_t i = 0; i < annotation->count; i++)
        if (!archive_has(archive, annotation->changed[i].name))
            parts[count++] = annotation->changed[i];
    if (package_pack(arena_of(annotation), parts, count, NULL, package))
        return true;
    REPORT(annotation->findings, RULE_OUTPUT_PACKAGE, ((struct place){file->path, 0, 0}),
           file->path, package->error);
    return false;
}

bool docx_annotate(struct findings *findings, const struct file *file,
                   const struct comment *comments, struct package *package)
{
    *package = (struct package){0};
    struct annotation annotation = {.findings = findings, .comments = comments};
    annotation.input = opc_input_open(findings, file);
    if (!annotation.input)
        return false;
    annotation.archive = opc_input_archive(annotation.input);
    annotation.document =
        opc_input_main(annotation.input, DOCX_MAIN, "document", &annotation.owner);
    annotation.kind = annotation.document ? kind_of(annotation.document) : NULL;
    bool fine =
        annotation.document && add_comments(&annotation) && pack(&annotation, file, package);
    xml_document_free(annotation.document);
    opc_input_free(annotation.input);
    return fine;
}
