/* Runs and escapes. */
#include "sheet/strings.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

enum { ESCAPE = 7 }; /* characters of _x000D_ */

static bool is_escape(const char *text)
{
    return text[0] == '_' && text[1] == 'x' &&
           strspn(text + 2, "0123456789abcdefABCDEF") >= ESCAPE - 3 && text[ESCAPE - 1] == '_';
}

static bool is_text(unsigned long code)
{
    bool is_control = code < ' ' && code != '\t' && code != '\n' && code != '\r';
    return !is_control && (code < 0xD800 || code > 0xDFFF) && code < 0xFFFE;
}

/* ST_Xstring (ECMA-376 part 1, 22.9.2.19): _xHHHH_ stands for a character that XML does not hold,
 * and for the _ of what would look like that. What is no text becomes a blank. */
static void add_unescaped(struct buffer *out, const char *text)
{
    while (*text) {
        size_t plain = is_escape(text) ? 0 : 1 + strcspn(text + 1, "_");
        unsigned long code = plain ? 0 : strtoul(text + 2, NULL, 16);
        buffer_add_n(out, text, plain);
        if (!plain)
            buffer_add_code(out, is_text(code) ? (uint32_t)code : ' ');
        text += plain ? plain : ESCAPE;
    }
}

/* CR LF and CR become LF, in place. */
static void end_lines(char *text)
{
    char *to = text;
    for (; *text; text++)
        if (*text != '\r')
            *to++ = *text;
        else if (text[1] != '\n')
            *to++ = '\n';
    *to = '\0';
}

const char *string_of_cell(struct arena *arena, const char *stored)
{
    if (text_is_blank(stored))
        return "";
    struct buffer out = buffer_on(arena);
    add_unescaped(&out, stored);
    end_lines(out.text);
    return text_strip(arena, out.text);
}

/* <t>, or a run <r> with <t>; <rPh> tells how to read the text aloud. */
static void add_runs(struct arena *arena, struct buffer *out, struct xml_node *node)
{
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        if (xml_is(child, "t"))
            buffer_add(out, xml_raw_content(arena, child));
        else if (xml_is(child, "r") && xml_first_named(child, "t"))
            buffer_add(out, xml_raw_content(arena, xml_first_named(child, "t")));
}

const char *string_read(struct arena *arena, struct xml_node *node)
{
    struct buffer out = buffer_on(arena);
    add_runs(arena, &out, node);
    return string_of_cell(arena, buffer_text(&out));
}

const char *const *strings_read(struct arena *arena, struct xml_document *shared, size_t *count)
{
    struct xml_node *first = xml_first_named(xml_root(shared), "si");
    *count = 0;
    for (struct xml_node *node = first; node; node = xml_next_named(node, "si"))
        ++*count;
    const char **strings = ARENA_ARRAY(arena, const char *, *count), **next = strings;
    for (struct xml_node *node = first; node; node = xml_next_named(node, "si"))
        *next++ = string_read(arena, node);
    return strings;
}
