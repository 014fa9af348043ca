/* Encodings of text tables. */
#ifndef SHEET_ENCODING_H
#define SHEET_ENCODING_H

#include "base/file.h"

/* Makes UTF-8 with LF of a file read by file_read: of UTF-8, of UTF-16 with a byte order mark, and
 * of what is no UTF-8, from GB 18030. False and reported if it is none of these, or holds
 * characters that XML forbids. */
bool encoding_to_text(struct findings *findings, struct file *file);

#endif
