/* What the writers of word/document.xml share. */
#ifndef DOCX_BODY_H
#define DOCX_BODY_H

#include "docx/closing.h"
#include "docx/fit.h"
#include "docx/pages.h"

struct body {
    struct xml_writer *out;
    const struct docx *docx;
    size_t fields; /* printed so far */
    size_t drawings;
    struct page page;   /* that is being filled */
    bool stays;         /* the row that is being written, on the page of the next */
    bool repeats;       /* what stands before too: fields in it are there to read */
    struct fit fit;     /* of the paragraph that is being written */
    bool breaks_at_tab; /* what follows a tab stands on a line of its own */
    bool in_cell;
    long width;  /* of the column that is being filled: the type area or a cell */
    long spread; /* width to which short names are spread in the cell; 0: as they are */
    long gap;    /* more room after each character of the run that is being written */
    const struct block *above; /* over the first block of the cell, in the row before */
};

/* Whether a paragraph stays on the page of the one below. */
enum keep { KEEP_AS_ROLE, KEEP_NEXT, KEEP_NOTHING };

/* How a paragraph differs from its role, by where it stands. */
struct setting {
    const char *align;   /* NULL: the role's */
    bool joins_previous; /* no space and rule above */
    bool is_joined;      /* no space below */
    enum keep keep;
    bool is_placed; /* has a right indent of its own */
    struct right_indent right;
    struct fit fit;
    struct table_space space;
    const struct section *ends; /* the section whose last paragraph it is; NULL: none */
};

void paragraph_write(struct body *body, const struct paragraph *paragraph, struct setting setting);
/* An empty paragraph where the format asks for one and the document has none, as small as can be.
 */
void filler_write(struct body *body, const struct section *ends);
/* An empty paragraph of a height. */
void spacer_write(struct body *body, long height);
void table_write(struct body *body, const struct table *table);
/* Paragraphs and tables, at least one, ending in a paragraph. */
void blocks_write(struct body *body, const struct block *first, const char *align,
                  const struct section *ends);
/* <w:sectPr> */
void section_write(struct body *body, const struct section *section);

#endif
