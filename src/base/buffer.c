/* A growing text on an arena. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/text.h"

struct buffer buffer_on(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

void buffer_grow(struct buffer *buffer, size_t length)
{
    size_t needed = buffer->length + length + 1;
    size_t room = buffer->room ? buffer->room * 2 : 64;
    while (room < needed)
        room *= 2;
    char *text = arena_take(buffer->arena, room);
    if (buffer->length)
        memcpy(text, buffer->text, buffer->length);
    buffer->text = text;
    buffer->room = room;
}

void buffer_add_code(struct buffer *buffer, uint32_t code)
{
    char bytes[4];
    buffer_add_n(buffer, bytes, text_encode(code, bytes));
}

void buffer_join(struct buffer *buffer, const char *between, const char *text)
{
    if (buffer->length)
        buffer_add(buffer, between);
    buffer_add(buffer, text);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length > 0) {
        if (buffer->length + (size_t)length >= buffer->room)
            buffer_grow(buffer, (size_t)length);
        vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->text ? buffer->text : "";
}
