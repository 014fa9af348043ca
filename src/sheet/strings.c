/* Runs and escapes. */
#include "sheet/strings.h"

#include <stdlib.h>
#include <string.h>

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

/* ST_Xstring (ECMA-376 part 1, 22.9.2.19), in place: _xHHHH_ stands for a character that XML does
 * not hold, and for the _ of what would look like that. What is no text becomes a blank. */
static void unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from;) {
        if (!is_escape(from)) {
            *to++ = *from++;
            continue;
        }
        unsigned long code = strtoul(from + 2, NULL, 16);
        to += text_encode(is_text(code) ? (uint32_t)code : ' ', to);
        from += ESCAPE;
    }
    *to = '\0';
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
    char *text = arena_copy(arena, stored);
    unescape(text);
    end_lines(text);
    return text_strip(arena, text);
}

/* <t>, or a run <r> with <t>; <rPh> tells how to read the text aloud. */
static void add_runs(struct buffer *out, struct xml_node *node)
{
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        if (xml_is(child, "t"))
            buffer_add(out, xml_raw_content(out->arena, child));
        else if (xml_is(child, "r") && xml_first_named(child, "t"))
            buffer_add(out, xml_raw_content(out->arena, xml_first_named(child, "t")));
}

const char *string_read(struct buffer *runs, struct xml_node *node)
{
    runs->length = 0;
    buffer_add(runs, "");
    add_runs(runs, node);
    return string_of_cell(runs->arena, runs->text);
}

static void add_string(void *context, struct xml_node *node)
{
    struct strings *strings = context;
    strings->items = arena_make_room(strings->runs.arena, strings->items, sizeof *strings->items,
                                     strings->count, &strings->room);
    strings->items[strings->count++] = string_read(&strings->runs, node);
}

bool strings_read(struct strings *strings, struct opc_input *input, const char *part)
{
    static const char *const names[] = {"si", NULL};
    const struct xml_visitor visitor = {names, add_string, strings};
    return opc_input_visit(input, part, &visitor);
}
