/* What is filed as a Word file: the 归档文件目录 of an archive. */
#ifndef FLOW_ARCHIVE_REGISTER_H
#define FLOW_ARCHIVE_REGISTER_H

#include "archive/store.h"
#include "base/buffer.h"

/* Adds the bytes of a DOCX with these entries, by the template `register` of the archive's project
 * or of the share folder. False and reported if anything is wrong. */
bool archive_register(struct findings *findings, const struct store *store, const char *share,
                      const struct entries *entries, struct buffer *out);

#endif
