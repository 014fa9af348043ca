/* A document tree as CommonMark, with front matter and tables as GitHub reads them. */
#ifndef MARKDOWN_WRITE_H
#define MARKDOWN_WRITE_H

#include "doc/doc.h"

/* Ends with a line break, unless the document is empty. */
char *markdown_write(struct arena *arena, const struct document *document);

#endif
