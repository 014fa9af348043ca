/* A document tree as CommonMark, with front matter and tables as GitHub reads them. */
#ifndef MARKDOWN_WRITE_H
#define MARKDOWN_WRITE_H

#include "doc/doc.h"

/* Takes what is written, part by part. */
struct markdown_sink {
    void (*add)(void *context, const char *bytes, size_t length);
    void *context;
};

/* Ends with a line break, unless the document is empty. Rows of a source are handed on one by one:
 * none is kept. */
void markdown_write_to(struct arena *arena, const struct document *document,
                       const struct markdown_sink *sink);
/* The same as one text. */
char *markdown_write(struct arena *arena, const struct document *document);

#endif
