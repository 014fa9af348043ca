/* The sections of a Word file: their pages, and whether these are numbered. */
#ifndef DOCX_PAPER_H
#define DOCX_PAPER_H

#include "docx/reader.h"
#include "opc/input.h"

struct paper;

/* `owner` is the name of word/document.xml. The input is borrowed. */
struct paper *paper_new(struct findings *findings, struct opc_input *input, const char *owner);

/* A section without properties of its own, as Word takes it. */
struct part paper_default(void);

/* What a <w:sectPr> says; sections are read in their order, as headers and footers go on. */
void paper_read(struct paper *paper, struct xml_node *section, struct part *part);

/* The header of the first page, if it is one of its own, for the caller to free; NULL if there is
 * none. `section` is the first <w:sectPr>. */
struct xml_document *paper_first_header(struct paper *paper, struct xml_node *section);

/* The <w:headerReference> or <w:footerReference> of a section that is of a type; NULL: none. */
struct xml_node *paper_reference(struct xml_node *section, const char *element, const char *type);

/* Whether a page number stands in it. */
bool has_page_number(struct xml_node *node);

#endif
