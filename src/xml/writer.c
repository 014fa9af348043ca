/* Writing XML into a growing text, of which a sink takes pieces. */
#include "xml/writer.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

struct xml_writer {
    struct buffer bytes;
    const char **open; /* names of the elements that are, outermost first */
    size_t depth;
    size_t room;
    bool in_tag;    /* its > is not written yet: an attribute may come, or nothing at all */
    xml_sink *sink; /* NULL: all is kept */
    void *context;
};

enum { PIECE = 64 * 1024 }; /* bytes that a sink is handed at once, or more */

struct xml_writer *xml_fragment_new(struct arena *arena)
{
    struct xml_writer *writer = ARENA_NEW(arena, struct xml_writer);
    writer->bytes = buffer_on(arena);
    return writer;
}

struct xml_writer *xml_writer_new(struct arena *arena)
{
    struct xml_writer *writer = xml_fragment_new(arena);
    buffer_add(&writer->bytes, declaration);
    return writer;
}

struct xml_writer *xml_writer_to(struct arena *arena, xml_sink *sink, void *context)
{
    struct xml_writer *writer = xml_writer_new(arena);
    writer->sink = sink;
    writer->context = context;
    return writer;
}

static void hand_on(struct xml_writer *writer)
{
    writer->sink(writer->context, writer->bytes.text, writer->bytes.length);
    writer->bytes.length = 0;
}

/* Elements closed twice, attributes after text: faults of this program. */
static void must(bool holds)
{
    if (!holds)
        abort();
}

static void end_tag(struct xml_writer *writer)
{
    if (writer->in_tag)
        buffer_add_char(&writer->bytes, '>');
    writer->in_tag = false;
}

static void begin_tag(struct xml_writer *writer, const char *name)
{
    end_tag(writer);
    buffer_add_char(&writer->bytes, '<');
    buffer_add(&writer->bytes, name);
    writer->in_tag = true;
}

void xml_open(struct xml_writer *writer, const char *name)
{
    begin_tag(writer, name);
    writer->open = arena_make_room(writer->bytes.arena, writer->open, sizeof *writer->open,
                                   writer->depth, &writer->room);
    writer->open[writer->depth++] = name;
}

static void end_empty(struct xml_writer *writer)
{
    buffer_add(&writer->bytes, "/>");
    writer->in_tag = false;
}

void xml_close(struct xml_writer *writer)
{
    must(writer->depth > 0);
    const char *name = writer->open[--writer->depth];
    if (writer->in_tag) {
        end_empty(writer);
    } else {
        buffer_add(&writer->bytes, "</");
        buffer_add(&writer->bytes, name);
        buffer_add_char(&writer->bytes, '>');
    }
    if (writer->sink && writer->bytes.length >= PIECE)
        hand_on(writer);
}

/* What stands for a byte of a text. White space other than a blank would not come back out of an
 * attribute (XML 1.0, 3.3.3), nor a carriage return out of a text (2.11). */
struct escapes {
    const char *of[0x80];
};

static const struct escapes in_text = {
    {['\r'] = "&#13;", ['"'] = "&quot;", ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"},
};
static const struct escapes in_attribute = {
    {['\t'] = "&#9;",
     ['\n'] = "&#10;",
     ['\r'] = "&#13;",
     ['"'] = "&quot;",
     ['&'] = "&amp;",
     ['<'] = "&lt;",
     ['>'] = "&gt;"},
};

/* The end of what can be written as it stands. All input was checked when it was read, so a text
 * that is no XML is a fault of this program. */
static const char *plain_end(const char *text, const char *end, const struct escapes *escapes)
{
    for (size_t length; text < end; text += length) {
        unsigned char byte = (unsigned char)*text;
        if (byte < 0x80 && escapes->of[byte])
            break;
        length = text_character(text, (size_t)(end - text));
        must(length > 0);
    }
    return text;
}

static void add_escaped(struct xml_writer *writer, const char *text, const struct escapes *escapes)
{
    const char *end = text + strlen(text);
    while (text < end) {
        const char *stop = plain_end(text, end, escapes);
        buffer_add_n(&writer->bytes, text, (size_t)(stop - text));
        if (stop == end)
            break;
        buffer_add(&writer->bytes, escapes->of[(unsigned char)*stop]);
        text = stop + 1;
    }
}

static void begin_attribute(struct xml_writer *writer, const char *name)
{
    must(writer->in_tag);
    buffer_add_char(&writer->bytes, ' ');
    buffer_add(&writer->bytes, name);
    buffer_add(&writer->bytes, "=\"");
}

void xml_attribute(struct xml_writer *writer, const char *name, const char *value)
{
    begin_attribute(writer, name);
    add_escaped(writer, value, &in_attribute);
    buffer_add_char(&writer->bytes, '"');
}

void xml_attribute_number(struct xml_writer *writer, const char *name, long value)
{
    begin_attribute(writer, name);
    buffer_add_number(&writer->bytes, value);
    buffer_add_char(&writer->bytes, '"');
}

void xml_text(struct xml_writer *writer, const char *text)
{
    must(writer->depth > 0);
    end_tag(writer);
    add_escaped(writer, text, &in_text);
}

void xml_verbatim(struct xml_writer *writer, const char *bytes, size_t length)
{
    must(writer->depth > 0);
    end_tag(writer);
    buffer_add_n(&writer->bytes, bytes, length);
}

void xml_empty(struct xml_writer *writer, const char *name, const char *attribute,
               const char *value)
{
    begin_tag(writer, name);
    if (attribute)
        xml_attribute(writer, attribute, value);
    end_empty(writer);
}

void xml_empty_number(struct xml_writer *writer, const char *name, const char *attribute,
                      long value)
{
    begin_tag(writer, name);
    xml_attribute_number(writer, attribute, value);
    end_empty(writer);
}

const char *xml_fragment_finish(struct xml_writer *writer, size_t *length)
{
    must(writer->depth == 0);
    *length = writer->bytes.length;
    return buffer_text(&writer->bytes);
}

const char *xml_writer_finish(struct xml_writer *writer, size_t *length)
{
    while (writer->depth)
        xml_close(writer);
    buffer_add_char(&writer->bytes, '\n');
    if (writer->sink)
        hand_on(writer);
    *length = writer->bytes.length;
    return writer->sink ? NULL : writer->bytes.text;
}
