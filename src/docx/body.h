/* What the writers of word/document.xml share. */
#ifndef DOCX_BODY_H
#define DOCX_BODY_H

#include "docx/part.h"

struct body {
    struct xml_writer *out;
    const struct docx *docx;
    size_t fields; /* printed so far */
    long width;    /* of the column that is being filled: the type area or a cell */
};

/* Whether a paragraph stays on the page of the one below. */
enum keep { KEEP_AS_ROLE, KEEP_NEXT, KEEP_NOTHING };

/* How a paragraph differs from its role, by where it stands. */
struct setting {
    const char *align;   /* NULL: the role's */
    bool joins_previous; /* no space and rule above */
    bool is_joined;      /* no space below */
    enum keep keep;
    const struct section *ends; /* the section whose last paragraph it is; NULL: none */
};

void paragraph_write(struct body *body, const struct paragraph *paragraph, struct setting setting);
/* An empty paragraph where the format asks for one and the document has none, as small as can be.
 */
void filler_write(struct body *body, const struct section *ends);
void table_write(struct body *body, const struct table *table);
/* Paragraphs and tables, at least one, ending in a paragraph. */
void blocks_write(struct body *body, const struct block *first, const char *align,
                  const struct section *ends);
/* <w:sectPr> */
void section_write(struct body *body, const struct section *section);

#endif
