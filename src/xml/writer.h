/* Writing XML, without white space of its own. Refuses what could not be read again. */
#ifndef XML_WRITER_H
#define XML_WRITER_H

#include <stddef.h>

#include "base/arena.h"

struct xml_writer;

/* Begins with the XML declaration (UTF-8, standalone). */
struct xml_writer *xml_writer_new(struct arena *arena);
/* The same, but what is written is handed on in pieces, and none of it is kept. */
typedef void xml_sink(void *context, const char *bytes, size_t length);
struct xml_writer *xml_writer_to(struct arena *arena, xml_sink *sink, void *context);
/* The name is not copied: it stays until the element is closed. */
void xml_open(struct xml_writer *writer, const char *name);
void xml_close(struct xml_writer *writer);
void xml_attribute(struct xml_writer *writer, const char *name, const char *value);
void xml_attribute_number(struct xml_writer *writer, const char *name, long value);
void xml_text(struct xml_writer *writer, const char *text);
/* <name attribute="value"/>; attribute NULL for none. */
void xml_empty(struct xml_writer *writer, const char *name, const char *attribute,
               const char *value);
void xml_empty_number(struct xml_writer *writer, const char *name, const char *attribute,
                      long value);

/* Bytes of whole elements that a writer of ours printed. */
void xml_verbatim(struct xml_writer *writer, const char *bytes, size_t length);

/* Closes what is open; the bytes, which are the arena's; of a writer with a sink there are none, as
 * it was handed the last. */
const char *xml_writer_finish(struct xml_writer *writer, size_t *length);

/* A writer of whole elements that will stand in the text of another: no declaration begins it, and
 * everything is closed before it is finished. */
struct xml_writer *xml_fragment_new(struct arena *arena);
const char *xml_fragment_finish(struct xml_writer *writer, size_t *length);

#endif
