/* The header of the first page: in a letter it holds the issuer mark and the rule below it (GB/T
 * 9704-2012, 10.1). */
#ifndef DOCX_HEADER_H
#define DOCX_HEADER_H

#include "docx/part.h"

/* By how much it pushes the text of the first page down. */
long first_header_push(const struct docx *docx);

/* The bytes of a header of the letterhead with the draft's word added, as the number-th header. */
const char *header_with_draft(const struct docx *docx, const struct file *header, int number,
                              size_t *length);

#endif
