/* What documents have in common, within the room; docx/docx.h makes it. */
#ifndef DOCX_COMMON_H
#define DOCX_COMMON_H

#include "docx/docx.h"
#include "docx/part.h"

struct package_store *common_parts_store(struct common_parts *common);

typedef void part_writer(struct xml_writer *out, const struct docx *docx);

/* The bytes of a part that depends on nothing but the style, the styles of the letterhead, the
 * language, the draft's word and the faces in use, of a document with docx->common: as they were
 * printed for another such document, or printed now. */
struct package_part common_part(const struct docx *docx, const char *name, part_writer *write);

#endif
