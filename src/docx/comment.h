/* Word comments (ECMA-376 part 1, 17.13.4): their part, and the marks that anchor them in the text.
 */
#ifndef DOCX_COMMENT_H
#define DOCX_COMMENT_H

#include "doc/doc.h"
#include "xml/writer.h"

/* A list, in the order in which the comments are numbered. */
struct comment {
    struct comment *next;
    const struct block *block; /* of the document that is written */
    const char *path;          /* xml_path of a paragraph or table of the file that is annotated */
    const char *text;          /* valid for XML; each line becomes a paragraph */
};

#define COMMENTS_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

/* The root of the comments' part, its prefix w: bound to `namespace`; `number` is that of the first
 * comment. */
void comment_list_write(struct xml_writer *out, struct arena *arena, const char *namespace,
                        const struct comment *first, long number);

/* Ahead of the first run of a paragraph; and behind its last, with the run that refers to the
 * comment. */
void comment_start_write(struct xml_writer *out, long number);
void comment_end_write(struct xml_writer *out, long number);

#endif
