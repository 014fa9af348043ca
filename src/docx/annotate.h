/* Comments added to a Word file that is there already. */
#ifndef DOCX_ANNOTATE_H
#define DOCX_ANNOTATE_H

#include "base/file.h"
#include "docx/comment.h"
#include "zip/package.h"

/* The file with a comment at each paragraph, or at the first paragraph of each table, whose path is
 * named; a path that the main document does not have means its first paragraph. Comments that it
 * holds already stay, and so does every other part, byte for byte. A document without paragraphs
 * gets no comments. `file` was read by file_read; the bytes of the package are the arena's of the
 * findings. False and reported if the file is none that opc_input_open takes, or cannot be packed.
 */
bool docx_annotate(struct findings *findings, const struct file *file,
                   const struct comment *comments, struct package *package);

#endif
