/* An office's own Word file as a template: tags in its text are worked out, everything else stays
 * as it is. */
#ifndef FILL_FILL_H
#define FILL_FILL_H

#include "compose/compose.h"
#include "base/file.h"
#include "tag/needs.h"
#include "tag/tag.h"
#include "xml/schema.h"
#include "zip/package.h"

/* What a template is filled with. */
struct fill_data {
    struct xml_document *document;
    struct xml_node *context;            /* of every tag; NULL: the root */
    const struct vocabulary *vocabulary; /* the names that may stand in a tag */
    struct composer *composer;           /* of the prose of a notice; NULL: there is none */
};

/* The template with its tags worked out: in the body, headers, footers, notes and properties.
 * `template` was read by file_read; the bytes of the package are the arena's of the findings. Every
 * error is reported with its place in the template, and then it gives false. */
bool fill_docx(struct findings *findings, const struct file *template, struct fill_data data,
               struct package *package);

/* A text of a Word file: a header, a footer. */
struct fill_part {
    const char *name; /* in that file */
    struct file text; /* XML that is fit to be parsed */
};
/* The same for parts that go into documents of ours, each in its place; none may have a form field.
 * `path` is that of the file that they come from. */
bool fill_parts(struct findings *findings, const char *path, struct fill_part *parts, size_t count,
                struct fill_data data);

/* A tag of a template, and where it stands. */
struct fill_tag {
    struct fill_tag *next;
    enum tag_kind kind;
    const char *source;       /* as written, {{ and }} included */
    const struct need *needs; /* what it asks of the data; NULL of a comment or an end */
    const char *const *where; /* for each language */
    const char *path;         /* of its paragraph in its part */
    const char *part;         /* word/document.xml */
    bool is_tried;            /* on the data; otherwise what follows says nothing */
    size_t found;             /* nodes or texts that it found in the data, however often */
    const char *first;        /* the text of the first of them; NULL: none */
};
/* All tags, in the order of the parts. The template is filled for nothing, so that every error in
 * it is found; without data (document NULL) it is only read. False and reported if it is no Word
 * file that fill_docx takes. */
bool fill_tags(struct findings *findings, const struct file *template, struct fill_data data,
               struct findings *found, struct fill_tag **tags);

#endif
