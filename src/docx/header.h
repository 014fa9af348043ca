/* The header of the first page: in a letter it holds the issuer mark and the rule below it (GB/T
 * 9704-2012, 10.1). */
#ifndef DOCX_HEADER_H
#define DOCX_HEADER_H

#include "docx/part.h"

/* By how much it pushes the text of the first page down. */
long first_header_push(const struct docx *docx);

#endif
