/* Manifests, bag-info.txt: their lines, written and read. */
#include "archive/manifest.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "archive/digest.h"
#include "base/text.h"

enum { LINE_CHARACTERS = 79 };

void manifest_add(struct buffer *out, const struct manifest_line *line)
{
    buffer_printf(out, "%s  ", line->digest);
    for (const char *c = line->path; *c; c++)
        if (*c == '\n' || *c == '\r' || *c == '%')
            buffer_printf(out, "%%%02X", (unsigned)(unsigned char)*c);
        else
            buffer_add_char(out, *c);
    buffer_add(out, "\n");
}

/* The character that the text begins with in percent-encoding; 0 if it does not. */
static char escaped(const char *text)
{
    static const char codes[] = "%0A\n%0D\r%25%";
    for (const char *code = codes; *code; code += 4)
        if (strncasecmp(text, code, 3) == 0)
            return code[3];
    return '\0';
}

static const char *decode(struct arena *arena, const char *text)
{
    struct buffer out = buffer_on(arena);
    while (*text) {
        char c = escaped(text);
        buffer_add_n(&out, c ? &c : text, 1);
        text += c ? 3 : 1;
    }
    return buffer_text(&out);
}

/* No part of the path is empty, "." or "..". */
static bool stays_inside(const char *path)
{
    for (;;) {
        size_t length = strcspn(path, "/");
        if (length == 0 || strncmp(path, "..", length) == 0)
            return false;
        if (!path[length])
            return true;
        path += length + 1;
    }
}

static size_t count_digits(const char *text)
{
    size_t count = 0;
    while (isxdigit((unsigned char)text[count]))
        count++;
    return count;
}

static char *in_small_letters(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_copy_n(arena, text, length);
    for (char *c = copy; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return copy;
}

enum manifest_fault manifest_read(struct arena *arena, const char *text, struct manifest_line *line)
{
    size_t digits = count_digits(text);
    size_t gap = strspn(text + digits, " \t");
    if (digits != DIGEST_CHARACTERS || gap == 0 || !text[digits + gap])
        return MANIFEST_MALFORMED;
    line->digest = in_small_letters(arena, text, digits);
    line->path = decode(arena, text + digits + gap);
    return stays_inside(line->path) ? MANIFEST_FINE : MANIFEST_LEADS_OUT;
}

/* A line may end behind a blank, and before or behind a wide character. */
static bool may_break(uint32_t before, uint32_t code)
{
    return before == ' ' || (code != ' ' && (code_is_wide(before) || code_is_wide(code)));
}

void info_add(struct buffer *out, const struct bag_tag *tag)
{
    buffer_printf(out, "%s: ", tag->label);
    size_t column = text_count(tag->label) + 2;
    uint32_t before = 0;
    for (const char *next = tag->value; *next;) {
        const char *at = next;
        uint32_t code = text_next(&next);
        if (column >= LINE_CHARACTERS && may_break(before, code)) {
            buffer_add(out, "\n ");
            column = 1;
        }
        buffer_add_n(out, at, (size_t)(next - at));
        column++;
        before = code;
    }
    buffer_add(out, "\n");
}

const char *info_value(struct arena *arena, const char *text, const char *label)
{
    const char *value = NULL;
    size_t length = strlen(label);
    for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
        if (strncasecmp(text, label, length) != 0 || text[length] != ':')
            continue;
        if (value)
            return NULL;
        const char *start = text + length + 1;
        value = text_trim(arena, arena_copy_n(arena, start, strcspn(start, "\n")));
    }
    return value;
}

const char *payload_oxum(const struct bag *bag)
{
    size_t octets = 0, count = 0;
    for (const struct bag_file *file = bag->first; file; file = file->next) {
        if (!bag_is_payload(file->path))
            continue;
        octets += file->length;
        count++;
    }
    return arena_printf(bag->arena, "%zu.%zu", octets, count);
}
