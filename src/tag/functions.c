/* The functions of the tag language. */
#include "tag/functions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/date.h"
#include "base/ordinal.h"
#include "base/points.h"
#include "base/text.h"

/* The text of a number; none of what was reckoned from what is no number. */
static const char *number_text(struct arena *arena, const struct xpath_value *value)
{
    bool is_none = value->kind == VALUE_NUMBER && !isfinite(value->number);
    return is_none ? "" : xpath_string(arena, value);
}

static const char *numeral_function(struct arena *arena, const struct xpath_value *arguments,
                                    int count)
{
    enum { DIGITS = 9 }; /* that fit into a long everywhere */
    (void)count;
    const char *text = number_text(arena, arguments);
    bool is_whole = *text && strlen(text) <= DIGITS && !text[strspn(text, "0123456789")];
    return is_whole ? number_print(arena, strtol(text, NULL, 10), true) : text;
}

/* A day that is there but empty is still open. */
static const char *print_date(struct arena *arena, const char *text)
{
    struct date date;
    if (!*text)
        return "　年　月　日";
    return date_read(text, &date) ? date_print(arena, date) : text;
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

/* Day, part of day and time; or what stands in place of a day. */
static const char *print_deadline(struct arena *arena, const struct xml_node *deadline)
{
    const char *day = xml_get(deadline, "date");
    if (!day)
        return or_empty(xml_get(deadline, "vague"));
    return arena_printf(arena, "%s%s%s", print_date(arena, day),
                        or_empty(xml_get(deadline, "part")), or_empty(xml_get(deadline, "time")));
}

static const char *date_function(struct arena *arena, const struct xpath_value *arguments,
                                 int count)
{
    (void)count;
    if (arguments->kind == VALUE_NODES && !arguments->count)
        return "";
    if (arguments->kind == VALUE_NODES && xml_is(arguments->nodes[0], "deadline"))
        return print_deadline(arena, arguments->nodes[0]);
    return print_date(arena, xpath_string(arena, arguments));
}

static const char *points_function(struct arena *arena, const struct xpath_value *arguments,
                                   int count)
{
    (void)count;
    points value;
    const char *text = number_text(arena, arguments);
    return points_read(text, &value) ? points_print(arena, value) : text;
}

static const char *join_texts(struct arena *arena, const struct xpath_value *value,
                              const char *separator)
{
    if (value->kind != VALUE_NODES)
        return xpath_string(arena, value);
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < value->count; i++)
        buffer_printf(&out, "%s%s", i ? separator : "", xml_content(arena, value->nodes[i]));
    return buffer_text(&out);
}

static const char *names_function(struct arena *arena, const struct xpath_value *arguments,
                                  int count)
{
    (void)count;
    return join_texts(arena, arguments, "、");
}

static const char *join_function(struct arena *arena, const struct xpath_value *arguments,
                                 int count)
{
    (void)count;
    return join_texts(arena, arguments, xpath_string(arena, arguments + 1));
}

const struct xpath_function_entry tag_functions[] = {
    {"date", 1, 1, date_function},     {"numeral", 1, 1, numeral_function},
    {"points", 1, 1, points_function}, {"names", 1, 1, names_function},
    {"join", 2, 2, join_function},     {NULL, 0, 0, NULL},
};
