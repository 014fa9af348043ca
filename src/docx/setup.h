/* The page setup of a Word file: paper, margins and grid of its sections. */
#ifndef DOCX_SETUP_H
#define DOCX_SETUP_H

#include "style/style.h"
#include "xml/tree.h"

/* Lays the last portrait and the last landscape section of word/document.xml over the pages of
 * `style`; where the file has one kind only, the other is that one turned. Reports what cannot be
 * understood, and margins that leave no room. */
void setup_read(struct findings *findings, struct xml_document *document, struct style *style);

#endif
