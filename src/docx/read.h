/* A finished Word file read back as a document tree, with how it really looks. */
#ifndef DOCX_READ_H
#define DOCX_READ_H

#include "base/file.h"
#include "doc/doc.h"
#include "style/style.h"

/* How a paragraph looks, with styles and defaults followed: as most of its characters do; of a
 * heading that runs in, those of the heading. */
struct paragraph_look {
    const struct block *block;
    const char *font;  /* of Han characters; NULL: the file names none */
    const char *color; /* RRGGBB; NULL: automatic */
    long size;         /* half-points */
    bool bold;
    long line; /* twips from line to line; 0: as tall as the text */
    bool line_exact;
    long first_line; /* 1/100 character; typed blanks are counted in; negative hangs */
    enum alignment align;
};

struct page_look {
    const struct section *section;
    struct page_style page;
    bool page_number; /* one stands in a header or a footer */
};

/* A form field, empty or filled in: a content control, or a bookmark that stands for one. A control
 * and the bookmark of its tag (bookmark.h) are one field, wherever they stand. */
struct read_field {
    const char *id;       /* w:tag; NULL where only the bookmark is left */
    const char *bookmark; /* its name; NULL: none */
    const char *value;    /* without blanks at its ends, \n between paragraphs and for breaks; "" if
                             not filled in */
    struct origin origin;
    const char *after; /* what stands behind it up to the next field, in its paragraph and in those
                          below of the same style without a field: printed there, or typed where the
                          field ends, which LibreOffice does not take into it */
};

/* Everything lives on the findings' arena. */
struct docx_read {
    struct document *document;
    struct page_look *pages; /* of each section */
    size_t page_count;
    struct paragraph_look *looks; /* of each paragraph outside tables */
    size_t look_count;
    struct read_field *fields; /* of the body, in its order; of one tag or name there may be many */
    size_t field_count;
    struct property *properties; /* as they are written: title, issuer, …, then the custom ones */
};

/* Reads a file that file_read read. A paragraph's role is that of the style with its name in
 * `style`, which may be NULL, else what its words, place and look show (recognise.h).
 * Sections are named as composed ones: notice, then annex-1 … below an annex label, record,
 * issued where another title stands. Origins have the file's path, line 0 and the path of the
 * element. What was deleted under revision, notes, pictures and text boxes are left out.
 * Reports and returns false if the file cannot be read or exceeds a limit. */
bool docx_read(struct findings *findings, const struct file *file, const struct style *style,
               struct docx_read *out);

#endif
