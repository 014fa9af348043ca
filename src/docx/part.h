/* The parts of a package: what is known before the first is printed, and a writer for each. */
#ifndef DOCX_PART_H
#define DOCX_PART_H

#include "doc/doc.h"
#include "style/style.h"
#include "xml/writer.h"

/* A form field's number and the name of its bookmark. */
struct field {
    const struct run *run;
    const char *bookmark;
};

/* Made by docx_prepare; printing only reads it. */
struct docx {
    struct arena *arena;
    const struct document *document;
    const struct style *style;
    const struct field *fields; /* in the order of the document */
    size_t field_count;
    bool is_face[ROLE_COUNT]; /* roles whose face a run has inside a paragraph of another role */
};

struct docx docx_prepare(struct arena *arena, const struct document *document,
                         const struct style *style);

#define NAMESPACE_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NAMESPACE_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Relationships of word/document.xml that its text refers to. */
#define RELATIONSHIP_FOOTER_ODD "rIdFooterOdd"
#define RELATIONSHIP_FOOTER_EVEN "rIdFooterEven"

/* Writers of whole parts, each in its own file. */
void document_write(struct xml_writer *out, const struct docx *docx);
void styles_write(struct xml_writer *out, const struct docx *docx);
void settings_write(struct xml_writer *out, const struct docx *docx);
void fonts_write(struct xml_writer *out, const struct docx *docx);
void footer_odd_write(struct xml_writer *out, const struct docx *docx);
void footer_even_write(struct xml_writer *out, const struct docx *docx);
void core_properties_write(struct xml_writer *out, const struct docx *docx);
void app_properties_write(struct xml_writer *out, const struct docx *docx);
void custom_properties_write(struct xml_writer *out, const struct docx *docx);
bool custom_properties_any(const struct docx *docx);

#endif
