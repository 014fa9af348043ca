/* The form fields of a Word file, whatever filled them in. */
#ifndef DOCX_FIELDS_H
#define DOCX_FIELDS_H

#include "docx/read.h"
#include "xml/tree.h"

/* All fields below the root of word/document.xml; `path` is the file's. Texts that were deleted
 * under revision or only say what to fill in are none. Reports, and gives none, if they hold more
 * than LIMIT_FIELD_BYTES. */
struct read_field *fields_read(struct findings *findings, const char *path, struct xml_node *root,
                               size_t *count);

#endif
