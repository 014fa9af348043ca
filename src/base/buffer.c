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
    char *text = arena_take_bytes(buffer->arena, room);
    if (buffer->length)
        memcpy(text, buffer->text, buffer->length);
    text[buffer->length] = '\0';
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

void buffer_add_number(struct buffer *buffer, long number)
{
    char digits[24];
    char *at = digits + sizeof digits;
    unsigned long left = number < 0 ? 0 - (unsigned long)number : (unsigned long)number;
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (number < 0)
        *--at = '-';
    buffer_add_n(buffer, at, (size_t)(digits + sizeof digits - at));
}

/* Printed where it goes, and once more if there was no room for it. */
void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t room = buffer->room - buffer->length;
    int printed = vsnprintf(room ? buffer->text + buffer->length : NULL, room, format, args);
    va_end(args);
    size_t length = printed > 0 ? (size_t)printed : 0;
    if (length >= room) {
        buffer_grow(buffer, length);
        vsnprintf(buffer->text + buffer->length, length + 1, format, again);
    }
    buffer->length += length;
    va_end(again);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->text ? buffer->text : "";
}
