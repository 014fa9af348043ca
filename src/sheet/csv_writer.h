/* Tables as CSV (RFC 4180), for people who open them in Excel. */
#ifndef SHEET_CSV_WRITER_H
#define SHEET_CSV_WRITER_H

#include "base/buffer.h"

/* Excel reads a CSV file as UTF-8 only behind a byte order mark. */
void csv_begin(struct buffer *out);

/* Adds a row. A cell that a spreadsheet would take for a formula, as it begins with = + - @, also
 * wide, or white space, stands behind an apostrophe; NULL is an empty cell. */
void csv_row(struct buffer *out, const char *const *cells, size_t count);

#endif
