/* The parts of a package: what is known before the first is printed, and a writer for each. */
#ifndef DOCX_PART_H
#define DOCX_PART_H

#include "doc/doc.h"
#include "docx/comment.h"
#include "docx/ids.h"
#include "docx/letterhead.h"
#include "style/style.h"
#include "xml/writer.h"

/* A form field's number and the name of its bookmark. */
struct field {
    const struct run *run;
    const char *bookmark;
};

/* A chart, and how large it is on its page. Twips. */
struct drawing {
    const struct chart *chart;
    long width, height;
};

/* A comment, and the paragraph that it stands at. */
struct anchor {
    const struct comment *comment;
    const struct paragraph *paragraph;
    bool is_due; /* its block was met */
};

/* Made by docx_prepare; printing only reads it. */
struct docx {
    struct arena *arena;
    const struct document *document;
    const struct style *style;
    const struct field *fields; /* in the order of the document */
    size_t field_count;
    struct drawing *drawings; /* in the order of the document */
    size_t drawing_count, drawing_room;
    struct anchor *anchors; /* of the comments, by their number */
    size_t anchor_count;
    const struct paragraph *first_paragraph; /* of the body; NULL if there is none */
    bool is_face[ROLE_COUNT]; /* roles whose face a run has inside a paragraph of another role */
    bool has_portrait, has_landscape;    /* sections */
    const char *draft;                   /* the word across every page; NULL: none */
    const struct block *first_header;    /* first of the blocks in the first page's header, NULL if
                                            none; they are followed by */
    const struct block *first_body;      /* the first of those in its body; NULL: nothing */
    const struct letterhead *letterhead; /* NULL: none */
    struct common_parts *common;         /* with other documents; NULL: nothing */
    struct ids taken;                    /* in it */
};

/* The first block of a section's body; NULL if there is none. */
const struct block *section_body(const struct docx *docx, const struct section *section);

/* Whether sections have headers. If one has, all have: headers go on into sections without. */
bool has_headers(const struct docx *docx);

/* Whether our header or footer stands on those pages, as the letterhead has none for them. */
bool is_ours(const struct docx *docx, enum letterhead_place place, enum letterhead_pages pages);

/* The n-th number from 1 that is no id in the letterhead. */
long free_number(const struct docx *docx, size_t n);

/* Which paragraphs the comments stand at is known then too; without paragraphs there are none. */
struct docx docx_prepare(struct arena *arena, const struct document *document,
                         const struct style *style, const struct comment *comments);

#define NAMESPACE_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NAMESPACE_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NAMESPACE_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define NAMESPACE_C "http://schemas.openxmlformats.org/drawingml/2006/chart"

/* Relationships of word/document.xml that its text refers to. */
#define RELATIONSHIP_HEADER_PORTRAIT "rIdHeaderPortrait"
#define RELATIONSHIP_HEADER_FIRST "rIdHeaderFirst"
#define RELATIONSHIP_HEADER_LANDSCAPE_ODD "rIdHeaderLandscapeOdd"
#define RELATIONSHIP_HEADER_LANDSCAPE_EVEN "rIdHeaderLandscapeEven"
#define RELATIONSHIP_FOOTER_FIRST "rIdFooterFirst"
#define RELATIONSHIP_FOOTER_ODD "rIdFooterOdd"
#define RELATIONSHIP_FOOTER_EVEN "rIdFooterEven"
#define RELATIONSHIP_FOOTER_LANDSCAPE "rIdFooterLandscape"

/* Writers of whole parts, each in its own file. */
void document_write(struct xml_writer *out, const struct docx *docx);
void styles_write(struct xml_writer *out, const struct docx *docx);
void settings_write(struct xml_writer *out, const struct docx *docx);
void fonts_write(struct xml_writer *out, const struct docx *docx);
void header_portrait_write(struct xml_writer *out, const struct docx *docx);
void header_first_write(struct xml_writer *out, const struct docx *docx);
void header_landscape_odd_write(struct xml_writer *out, const struct docx *docx);
void header_landscape_even_write(struct xml_writer *out, const struct docx *docx);
void footer_first_write(struct xml_writer *out, const struct docx *docx);
void footer_odd_write(struct xml_writer *out, const struct docx *docx);
void footer_even_write(struct xml_writer *out, const struct docx *docx);
void footer_landscape_write(struct xml_writer *out, const struct docx *docx);
void core_properties_write(struct xml_writer *out, const struct docx *docx);
void app_properties_write(struct xml_writer *out, const struct docx *docx);
void custom_properties_write(struct xml_writer *out, const struct docx *docx);
bool custom_properties_any(const struct docx *docx);
void comments_write(struct xml_writer *out, const struct docx *docx);
void chart_write(struct xml_writer *out, const struct docx *docx, const struct drawing *drawing);

#endif
