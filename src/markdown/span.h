/* A phrase as Markdown or HTML. */
#ifndef MARKDOWN_SPAN_H
#define MARKDOWN_SPAN_H

#include "base/buffer.h"
#include "markdown/phrase.h"

struct cmark_node;

/* Adds the phrase to a heading or paragraph: with asterisks if CommonMark reads them back as meant,
 * else (beside Chinese punctuation) with HTML tags. */
void span_add(struct cmark_node *block, const struct phrase *phrase);
/* The same as text of one line. */
const char *span_markdown(const struct phrase *phrase);
/* For a cell of an HTML table. */
void span_add_html(struct buffer *out, const struct phrase *phrase);

#endif
