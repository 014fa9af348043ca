/* Objects of JSON. */
#include "base/json.h"

struct json json_object(struct arena *arena)
{
    struct json json = {buffer_on(arena)};
    buffer_add(&json.out, "{");
    return json;
}

static void add_character(struct buffer *out, char c)
{
    if (c == '"' || c == '\\')
        buffer_printf(out, "\\%c", c);
    else if ((unsigned char)c < ' ')
        buffer_printf(out, "\\u%04x", (unsigned)(unsigned char)c);
    else
        buffer_add_char(out, c);
}

static void add_text(struct buffer *out, const char *text)
{
    buffer_add(out, "\"");
    for (; *text; text++)
        add_character(out, *text);
    buffer_add(out, "\"");
}

static void add_name(struct json *json, const char *name)
{
    if (json->out.length > 1)
        buffer_add(&json->out, ",");
    add_text(&json->out, name);
    buffer_add(&json->out, ":");
}

void json_string(struct json *json, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    add_name(json, name);
    add_text(&json->out, text);
}

void json_number(struct json *json, const char *name, long number)
{
    if (!number)
        return;
    add_name(json, name);
    buffer_printf(&json->out, "%ld", number);
}

char *json_line(struct json *json)
{
    buffer_add(&json->out, "}\n");
    return json->out.text;
}
