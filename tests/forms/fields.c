/* fields FILE.docx: what docx/read.h finds in it, a field a line: tag, bookmark, value and what
 * stands behind it, with tabs between, - where there is none, line ends as |; then its properties,
 * name and value. */
#include <stdio.h>

#include "docx/read.h"
#include "xml/tree.h"

static const char *find_style(void *arena, const char *name)
{
    return arena_printf(arena, "templates/styles/%s.xml", name);
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static void print_lines(const char *text, char end)
{
    for (; *text; text++)
        putchar(*text == '\n' ? '|' : *text);
    putchar(end);
}

static void print_field(const struct read_field *field)
{
    printf("%s\t%s\t", or_dash(field->id), or_dash(field->bookmark));
    print_lines(field->value, '\t');
    print_lines(field->after, '\n');
}

static bool print_file(struct arena *arena, const char *path)
{
    struct findings findings = findings_on(arena);
    const struct style *style =
        style_load(&findings, "gbt9704", (struct place){0}, find_style, arena);
    struct docx_read read;
    struct file file;
    if (!style || !file_read(&findings, path, (struct place){0}, &file) ||
        !docx_read(&findings, &file, style, &read))
        return false;
    for (size_t i = 0; i < read.field_count; i++)
        print_field(&read.fields[i]);
    for (const struct property *p = read.properties; p; p = p->next)
        printf("%s\t%s\n", p->name, p->value);
    return true;
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    xml_begin();
    struct arena *arena = arena_new();
    bool is_read = print_file(arena, arguments[1]);
    arena_free(arena);
    xml_end();
    return is_read ? 0 : 2;
}
