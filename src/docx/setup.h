/* The page setup of a Word file: paper, margins and grid of its sections. */
#ifndef DOCX_SETUP_H
#define DOCX_SETUP_H

#include "style/style.h"
#include "xml/tree.h"

/* Lays the last portrait and the last landscape section of word/document.xml over the pages of
 * `style`; where the file has one kind only, the other is that one turned. Reports what cannot be
 * understood, and margins that leave no room. */
void setup_read(struct findings *findings, struct xml_document *document, struct style *style);

/* The <w:sectPr> that a block of the body is, or that ends a section with it; NULL: none. */
struct xml_node *setup_section(struct xml_node *block);

/* What a <w:sectPr> says of its page, over what *page says; without a grid where it has none. False
 * and reported if a value cannot be understood. */
bool setup_read_page(struct findings *findings, struct xml_node *section, struct page_style *page);

#endif
