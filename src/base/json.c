/* Objects of JSON. */
#include "base/json.h"

#include "base/text.h"

struct json json_object(struct arena *arena)
{
    struct json json = {buffer_on(arena)};
    buffer_add(&json.out, "{");
    return json;
}

/* Controls are escaped, those too that JSON would let stand: a terminal may act on them. */
static void add_character(struct buffer *out, uint32_t code)
{
    if (code == '"' || code == '\\')
        buffer_printf(out, "\\%c", (int)code);
    else if (code_is_control(code))
        buffer_printf(out, "\\u%04x", (unsigned)code);
    else
        buffer_add_code(out, code);
}

static void add_text(struct buffer *out, const char *text)
{
    buffer_add(out, "\"");
    for (uint32_t code; (code = text_next(&text));)
        add_character(out, code);
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

void json_list(struct json *json, const char *name, const char *const *texts)
{
    if (!*texts)
        return;
    add_name(json, name);
    for (const char *const *text = texts; *text; text++) {
        buffer_add(&json->out, text == texts ? "[" : ",");
        add_text(&json->out, *text);
    }
    buffer_add(&json->out, "]");
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
