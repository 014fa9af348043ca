/* What a content control says of itself (ECMA-376 part 1, 17.5.2). */
#ifndef DOCX_CONTROL_H
#define DOCX_CONTROL_H

#include "doc/doc.h"
#include "xml/writer.h"

/* <w:sdtPr> of a form field: its tag is the field's id, its title the prompt. `number` is unique in
 * the document. */
void control_properties_write(struct xml_writer *out, struct arena *arena, const struct run *field,
                              long number);

#endif
