/* A tree over the bytes of an XML text. */
#include "xml/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define BLANKS " \t\r\n"

/* reading */

struct reading {
    struct arena *arena;
    const char *text;
    struct outline *root;
    struct outline *open; /* NULL above the root */
    struct outline *last; /* the last that closed in it; NULL: none yet */
    size_t count;
};

/* Behind the first `close` at or after `at`, or at the end of the text. */
static const char *behind(const char *at, const char *close)
{
    const char *found = strstr(at, close);
    return found ? found + strlen(close) : at + strlen(at);
}

/* Of a tag whose name is passed: values may hold the sign that ends it. */
static const char *tag_end(const char *at)
{
    while (*at && *at != '>') {
        const char *value = *at == '"' || *at == '\'' ? strchr(at + 1, *at) : NULL;
        at = value ? value + 1 : at + 1;
    }
    return *at ? at + 1 : at;
}

static void hang(struct reading *reading, struct outline *element)
{
    element->parent = reading->open;
    if (reading->last)
        reading->last->next = element;
    else if (reading->open)
        reading->open->first = element;
    else
        reading->root = element;
}

static const char *open_element(struct reading *reading, const char *at)
{
    struct outline *element = ARENA_NEW(reading->arena, struct outline);
    const char *end = tag_end(at);
    element->text = reading->text;
    element->start = (size_t)(at - reading->text);
    element->name_length = strcspn(at + 1, BLANKS "/>");
    element->inside = element->outside = element->end = (size_t)(end - reading->text);
    element->index = element->last_index = reading->count++;
    hang(reading, element);
    bool is_empty = end - at >= 2 && end[-2] == '/';
    reading->last = is_empty ? element : NULL;
    reading->open = is_empty ? reading->open : element;
    return end;
}

static const char *close_element(struct reading *reading, const char *at)
{
    struct outline *element = reading->open;
    const char *end = behind(at, ">");
    if (!element)
        return end;
    element->outside = (size_t)(at - reading->text);
    element->end = (size_t)(end - reading->text);
    element->last_index = reading->count - 1;
    reading->last = element;
    reading->open = element->parent;
    return end;
}

static const char *read_markup(struct reading *reading, const char *at)
{
    static const char *const passed[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
        if (text_starts(at, passed[i][0]))
            return behind(at, passed[i][1]);
    return at[1] == '/' ? close_element(reading, at) : open_element(reading, at);
}

struct outline *outline_read(struct arena *arena, const char *text)
{
    struct reading reading = {.arena = arena, .text = text};
    const char *at = text;
    while ((at = strchr(at, '<')))
        at = read_markup(&reading, at);
    return reading.root;
}

/* names */

bool outline_is(const struct outline *element, const char *name)
{
    return element && strlen(name) == element->name_length &&
           memcmp(element->text + element->start + 1, name, element->name_length) == 0;
}

bool outline_is_any(const struct outline *element, const char *const *names)
{
    while (*names && !outline_is(element, *names))
        names++;
    return *names != NULL;
}

static struct outline *named_from(struct outline *element, const char *name)
{
    while (element && !outline_is(element, name))
        element = element->next;
    return element;
}

struct outline *outline_first(const struct outline *parent, const char *name)
{
    return parent ? named_from(parent->first, name) : NULL;
}

struct outline *outline_next(const struct outline *element, const char *name)
{
    return named_from(element->next, name);
}

char *outline_name(struct arena *arena, const struct outline *element)
{
    return arena_copy_n(arena, element->text + element->start + 1, element->name_length);
}

/* texts */

static void add_entity(struct buffer *out, const char *name, size_t length)
{
    static const struct {
        const char *name;
        char sign;
    } known[] = {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    if (*name == '#') {
        bool is_hex = name[1] == 'x';
        buffer_add_code(out, (uint32_t)strtoul(name + 1 + is_hex, NULL, is_hex ? 16 : 10));
        return;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i].name) == length && strncmp(known[i].name, name, length) == 0)
            buffer_add_char(out, known[i].sign);
}

static void add_decoded(struct buffer *out, const char *text, const char *end)
{
    while (text < end) {
        const char *sign = memchr(text, '&', (size_t)(end - text));
        const char *close = sign ? memchr(sign, ';', (size_t)(end - sign)) : NULL;
        if (!close) {
            buffer_add_n(out, text, (size_t)(end - text));
            return;
        }
        buffer_add_n(out, text, (size_t)(sign - text));
        add_entity(out, sign + 1, (size_t)(close - sign - 1));
        text = close + 1;
    }
}

static const char *before(const char *at, const char *end)
{
    return at < end ? at : end;
}

char *outline_content(struct arena *arena, const struct outline *element)
{
    static const char cdata[] = "<![CDATA[";
    struct buffer out = buffer_on(arena);
    const char *at = element->text + element->inside, *end = element->text + element->outside;
    while (at < end) {
        const char *markup = memchr(at, '<', (size_t)(end - at));
        add_decoded(&out, at, markup ? markup : end);
        if (!markup)
            break;
        bool is_text = text_starts(markup, cdata);
        at = before(behind(markup, is_text ? "]]>" : ">"), end);
        if (is_text)
            buffer_add_n(&out, markup + strlen(cdata), (size_t)(at - markup) - strlen(cdata) - 3);
    }
    return arena_copy(arena, buffer_text(&out));
}

void text_escape(struct buffer *out, const char *text, size_t length)
{
    static const char *const written[] = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"};
    for (const char *end = text + length, *stop; text < end; text = stop) {
        for (stop = text; stop < end && *stop != '&' && *stop != '<' && *stop != '>'; stop++)
            continue;
        buffer_add_n(out, text, (size_t)(stop - text));
        if (stop < end)
            buffer_add(out, written[(unsigned char)*stop++]);
    }
}

/* attributes */

struct attribute {
    const char *blank, *name, *value, *end; /* of the blank, the name, the value in its quotes */
};

/* The one behind `at`; false if there is no more. */
static bool next_attribute(const char *at, const char *end, struct attribute *attribute)
{
    attribute->blank = at;
    attribute->name = at + strspn(at, BLANKS);
    const char *value = attribute->name + strcspn(attribute->name, "\"'>");
    if (value >= end || *value == '>')
        return false;
    attribute->value = value + 1;
    attribute->end = strchr(value + 1, *value);
    return attribute->end != NULL;
}

static bool find_attribute(const struct outline *element, const char *name,
                           struct attribute *attribute)
{
    const char *at = element->text + element->start + 1 + element->name_length;
    const char *end = element->text + element->inside;
    size_t length = strlen(name);
    for (; next_attribute(at, end, attribute); at = attribute->end + 1)
        if (strcspn(attribute->name, BLANKS "=") == length &&
            memcmp(attribute->name, name, length) == 0)
            return true;
    return false;
}

const char *outline_get(struct arena *arena, const struct outline *element, const char *attribute)
{
    struct attribute found;
    if (!element || !find_attribute(element, attribute, &found))
        return NULL;
    struct buffer out = buffer_on(arena);
    add_decoded(&out, found.value, found.end);
    return buffer_text(&out);
}

bool outline_attribute(const struct outline *element, const char *attribute, size_t *start,
                       size_t *end)
{
    struct attribute found;
    if (!find_attribute(element, attribute, &found))
        return false;
    *start = (size_t)(found.blank - element->text);
    *end = (size_t)(found.end + 1 - element->text);
    return true;
}
