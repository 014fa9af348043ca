/* The page number (GB/T 9704-2012, 7.5), in footers and beside landscape pages. */
#ifndef DOCX_FOOTER_H
#define DOCX_FOOTER_H

#include "style/style.h"
#include "xml/writer.h"

enum page_side { PAGE_ODD, PAGE_EVEN };

/* Its paragraph: at the end of the line on odd pages, at the beginning on even ones. */
void page_number_write(struct xml_writer *out, const struct style *style, enum page_side side);

#endif
