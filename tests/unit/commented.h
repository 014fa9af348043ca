/* What tests of comments share: parts of a package, and the paragraphs of a document as a line of
 * text. Included after cmocka.h. */
#ifndef COMMENTED_H
#define COMMENTED_H

#include "support.h"
#include "zip/archive.h"
#include "zip/package.h"

/* The text of a part; NULL if there is none. */
static inline const char *part_of(struct findings *findings, struct package package,
                                  const char *name)
{
    struct file file = {"made.docx", package.bytes, package.length}, part = {0};
    struct archive *archive = archive_open(findings, &file);
    assert_non_null(archive);
    if (archive_has(archive, name))
        assert_true(archive_read(archive, name, &part));
    archive_free(archive);
    return part.bytes;
}

/* The names of all parts, with a blank after each. */
static inline const char *parts_of(struct findings *findings, struct package package)
{
    struct buffer out = buffer_on(findings->arena);
    struct file file = {"made.docx", package.bytes, package.length};
    struct archive *archive = archive_open(findings, &file);
    assert_non_null(archive);
    for (size_t i = 0; i < archive_count(archive); i++)
        buffer_printf(&out, "%s ", archive_name(archive, i));
    archive_free(archive);
    return buffer_text(&out);
}

static inline void add_marks(struct buffer *out, struct xml_node *node)
{
    static const struct {
        const char *element, *before, *after;
    } marks[] = {{"commentRangeStart", "<", " "},
                 {"commentRangeEnd", " ", ">"},
                 {"commentReference", "@", ""}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (xml_is(node, marks[i].element))
            buffer_printf(out, "%s%s%s", marks[i].before, xml_get_local(node, "id"),
                          marks[i].after);
    if (xml_is(node, "t"))
        buffer_add(out, xml_raw_content(out->arena, node));
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        add_marks(out, child);
    if (xml_is(node, "p"))
        buffer_add_char(out, '|');
}

/* The paragraphs of a part, each with a | at its end, and the marks of comments in it: <0 where
 * comment 0 starts, 0> where it ends, @0 where it is referred to. */
static inline const char *marks_of(struct findings *findings, struct package package,
                                   const char *name)
{
    struct buffer out = buffer_on(findings->arena);
    struct xml_document *document = parse_text(findings, part_of(findings, package, name));
    assert_non_null(document);
    add_marks(&out, xml_root(document));
    xml_document_free(document);
    return buffer_text(&out);
}

#endif
