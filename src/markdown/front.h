/* The front matter: the properties of a document as YAML. */
#ifndef MARKDOWN_FRONT_H
#define MARKDOWN_FRONT_H

#include "base/buffer.h"
#include "doc/doc.h"

/* Nothing if there is no property. */
void front_add(struct buffer *out, const struct document *document);

#endif
