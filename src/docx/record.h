/* The record (GB/T 9704-2012, 7.4): copy-to and printing office, at the foot of the last page. */
#ifndef DOCX_RECORD_H
#define DOCX_RECORD_H

#include "docx/body.h"

/* Whether a section is nothing but a record. */
bool is_record(const struct section *section);
void record_write(struct body *body, const struct section *section, const struct section *ends);

#endif
