/* The front matter. */
#include "markdown/front.h"

#include "base/text.h"

/* YAML 1.2.2, 5.1: what is not printable is escaped; line separators too, which would be folded. */
static bool needs_number(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ||
           code == 0xFEFF;
}

static void add_quoted(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (uint32_t code; (code = text_next(&text));) {
        if (code == '"' || code == '\\')
            buffer_add_char(out, '\\');
        if (needs_number(code))
            buffer_printf(out, "\\u%04X", (unsigned)code);
        else
            buffer_add_code(out, code);
    }
    buffer_add_char(out, '"');
}

static void add_line(struct buffer *out, const char *name, const char *value)
{
    buffer_printf(out, "%s: ", name);
    add_quoted(out, value);
    buffer_add_char(out, '\n');
}

void front_add(struct buffer *out, const struct document *document)
{
    if (!document->properties && !document->lang)
        return;
    buffer_add(out, "---\n");
    for (const struct property *p = document->properties; p; p = p->next)
        add_line(out, p->name, p->value);
    if (document->lang)
        add_line(out, "lang", document->lang);
    buffer_add(out, "---\n");
}
