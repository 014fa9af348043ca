/* The elements of an XML text, and where in its bytes each begins and ends: so that the text can be
 * written again with changes in a few places and every other byte as it was. */
#ifndef XML_OUTLINE_H
#define XML_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* An element. Its start tag is [start, inside), its end tag [outside, end); where it is written as
 * one tag, inside, outside and end are the same. */
struct outline {
    struct outline *parent, *first, *next;
    const char *text; /* the whole */
    size_t start, inside, outside, end;
    size_t name_length; /* of its name with prefix, which stands behind `start` */
    size_t index;       /* among all elements, from 0, in the order of the text */
    size_t last_index;  /* of the last element in it; its own if there is none */
};

/* Over a text that xml_parse accepts, which is borrowed; NULL if it holds no element. */
struct outline *outline_read(struct arena *arena, const char *text);

/* Whether it has that name, prefix included. NULL has none. */
bool outline_is(const struct outline *element, const char *name);
/* Whether it has one of the names, which a NULL ends. */
bool outline_is_any(const struct outline *element, const char *const *names);
struct outline *outline_first(const struct outline *parent, const char *name);
struct outline *outline_next(const struct outline *element, const char *name);
char *outline_name(struct arena *arena, const struct outline *element);

/* The value of an attribute, decoded; NULL if it is not there. */
const char *outline_get(struct arena *arena, const struct outline *element, const char *attribute);
/* Where an attribute stands in the text, with the blank before it; false if it is not there. */
bool outline_attribute(const struct outline *element, const char *attribute, size_t *start,
                       size_t *end);
/* The text of an element that holds no other, decoded. */
char *outline_content(struct arena *arena, const struct outline *element);

/* Adds a text as it is written between tags. */
void text_escape(struct buffer *out, const char *text, size_t length);

#endif
