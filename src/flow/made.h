/* Documents that are made while they are written, as rows of their tables come from files. */
#ifndef FLOW_MADE_H
#define FLOW_MADE_H

#include "base/file.h"
#include "docx/docx.h"

struct made {
    struct findings *findings; /* told what is wrong with rows; then nothing is written */
    struct document document;
    const struct style *style;
    struct docx_options options;
    const char *path;
};

/* Adds it to the outputs. Its blocks are borrowed until outputs_write, with the composer that makes
 * the rows. */
void made_add_docx(struct outputs *outputs, struct made made);
void made_add_markdown(struct outputs *outputs, struct made made);

#endif
