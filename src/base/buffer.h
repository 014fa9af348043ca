/* A growing text on an arena. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* text is NUL-terminated once something was added; NULL before. */
struct buffer {
    struct arena *arena;
    char *text;
    size_t length;
    size_t room;
};

struct buffer buffer_on(struct arena *arena);
void buffer_grow(struct buffer *buffer, size_t length); /* by so many bytes and a NUL at least */

/* In place, as documents are made of millions of short pieces. */
static inline void buffer_add_n(struct buffer *buffer, const char *text, size_t length)
{
    if (buffer->length + length >= buffer->room)
        buffer_grow(buffer, length);
    memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

static inline void buffer_add(struct buffer *buffer, const char *text)
{
    buffer_add_n(buffer, text, strlen(text));
}

static inline void buffer_add_char(struct buffer *buffer, char c)
{
    buffer_add_n(buffer, &c, 1);
}

void buffer_add_number(struct buffer *buffer, long number);
void buffer_add_code(struct buffer *buffer, uint32_t code); /* one code point, as UTF-8 */
/* A text, behind `between` unless it is the first. */
void buffer_join(struct buffer *buffer, const char *between, const char *text);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The text so far, never NULL; owned by the arena. */
const char *buffer_text(const struct buffer *buffer);

#endif
