/* Writing XML into memory, over xmlTextWriter. */
#include "xml/writer.h"

#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "xml/library.h"

struct xml_writer {
    struct arena *arena;
    xmlBuffer *bytes;
    xmlTextWriter *out;
};

/* Writing into memory fails on a wrong call only: elements closed twice, attributes after text. */
static void must(int result)
{
    if (result < 0)
        abort();
}

/* All input was checked when it was read, so a text that is no XML is a fault of this program. */
static const xmlChar *checked(const char *text)
{
    size_t length = strlen(text);
    if (text_first_invalid(text, length) != length)
        abort();
    return to_chars(text);
}

struct xml_writer *xml_writer_new(struct arena *arena)
{
    struct xml_writer *writer = ARENA_NEW(arena, struct xml_writer);
    writer->arena = arena;
    writer->bytes = xmlBufferCreate();
    writer->out = xmlNewTextWriterMemory(writer->bytes, 0);
    if (!writer->out)
        abort();
    must(xmlTextWriterStartDocument(writer->out, "1.0", "UTF-8", "yes"));
    return writer;
}

void xml_open(struct xml_writer *writer, const char *name)
{
    must(xmlTextWriterStartElement(writer->out, to_chars(name)));
}

void xml_close(struct xml_writer *writer)
{
    must(xmlTextWriterEndElement(writer->out));
}

void xml_attribute(struct xml_writer *writer, const char *name, const char *value)
{
    must(xmlTextWriterWriteAttribute(writer->out, to_chars(name), checked(value)));
}

void xml_attribute_number(struct xml_writer *writer, const char *name, long value)
{
    char text[32];
    snprintf(text, sizeof text, "%ld", value);
    xml_attribute(writer, name, text);
}

void xml_text(struct xml_writer *writer, const char *text)
{
    must(xmlTextWriterWriteString(writer->out, checked(text)));
}

void xml_empty(struct xml_writer *writer, const char *name, const char *attribute,
               const char *value)
{
    xml_open(writer, name);
    if (attribute)
        xml_attribute(writer, attribute, value);
    xml_close(writer);
}

void xml_empty_number(struct xml_writer *writer, const char *name, const char *attribute,
                      long value)
{
    xml_open(writer, name);
    xml_attribute_number(writer, attribute, value);
    xml_close(writer);
}

const char *xml_writer_finish(struct xml_writer *writer, size_t *length)
{
    must(xmlTextWriterEndDocument(writer->out));
    xmlFreeTextWriter(writer->out);
    *length = (size_t)xmlBufferLength(writer->bytes);
    const char *copy =
        arena_copy_n(writer->arena, from_chars(xmlBufferContent(writer->bytes)), *length);
    xmlBufferFree(writer->bytes);
    return copy;
}
