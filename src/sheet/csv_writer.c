/* Tables as CSV. */
#include "sheet/csv_writer.h"

#include <string.h>

#include "base/text.h"

void csv_begin(struct buffer *out)
{
    buffer_add(out, "\xEF\xBB\xBF");
}

static void add_quoted(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (; *text; text++)
        buffer_printf(out, *text == '"' ? "\"\"" : "%c", *text);
    buffer_add_char(out, '"');
}

/* East Asian versions of Excel take the wide signs as they take the others. */
static bool is_formula(const char *text)
{
    static const char *const signs[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                        "\n", "＝", "＋", "－", "＠", NULL};
    return text_starts_any(text, signs);
}

/* Quotation marks stand around what holds a comma, a quotation mark or a line end. */
static void add_cell(struct buffer *out, const char *text)
{
    if (is_formula(text))
        text = arena_printf(out->arena, "'%s", text);
    if (strpbrk(text, ",\"\r\n"))
        add_quoted(out, text);
    else
        buffer_add(out, text);
}

void csv_row(struct buffer *out, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add(out, i ? "," : "");
        add_cell(out, cells[i] ? cells[i] : "");
    }
    buffer_add(out, "\r\n");
}
