/* Memory that lives as long as one run. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of a sanitized build only the pieces may be touched: behind each one a stretch stays forbidden,
 * so that the sanitizer sees what runs over its end. */
#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
enum { GUARD_BYTES = 16 };
#define FORBID(bytes, size) __asan_poison_memory_region(bytes, size)
#define ALLOW(bytes, size) __asan_unpoison_memory_region(bytes, size)
#else
enum { GUARD_BYTES = 0 };
#define FORBID(bytes, size) ((void)(bytes), (void)(size))
#define ALLOW(bytes, size) ((void)(bytes), (void)(size))
#endif

enum { CHUNK_BYTES = 65536 };

struct chunk {
    struct chunk *previous;
    size_t used; /* a multiple of the alignment, or all of it */
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *last;
};

static out_of_memory_fn memory_handler;

void memory_set_handler(out_of_memory_fn handler)
{
    memory_handler = handler;
}

void *memory_ended(void)
{
    if (memory_handler)
        memory_handler();
    abort();
}

void *memory_take(size_t size)
{
    void *memory = malloc(size ? size : 1);
    return memory ? memory : memory_ended();
}

void *memory_resize(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    return memory ? memory : memory_ended();
}

struct arena *arena_new(void)
{
    struct arena *arena = memory_take(sizeof *arena);
    arena->last = NULL;
    return arena;
}

static void chunks_free(struct chunk *chunk)
{
    while (chunk) {
        struct chunk *previous = chunk->previous;
        free(chunk);
        chunk = previous;
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    chunks_free(arena->last);
    free(arena);
}

static bool chunk_has(const struct chunk *chunk, const void *piece)
{
    uintptr_t first = (uintptr_t)chunk->bytes, at = (uintptr_t)piece;
    return at >= first && at <= first + chunk->used;
}

void arena_release(struct arena *arena, const void *piece)
{
    struct chunk *chunk = arena->last;
    while (chunk && !chunk_has(chunk, piece))
        chunk = chunk->previous;
    if (!chunk)
        return;
    FORBID(chunk->bytes, (size_t)((const unsigned char *)piece - chunk->bytes));
    chunks_free(chunk->previous);
    chunk->previous = NULL;
}

static struct chunk *chunk_add(struct arena *arena, size_t least)
{
    size_t size = least > CHUNK_BYTES ? least : CHUNK_BYTES;
    struct chunk *chunk = memory_take(sizeof *chunk + size);
    *chunk = (struct chunk){.previous = arena->last, .size = size};
    FORBID(chunk->bytes, size);
    arena->last = chunk;
    return chunk;
}

void *arena_take_bytes(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        return memory_ended();
    struct chunk *chunk = arena->last;
    if (!chunk || chunk->size - chunk->used < size + !size)
        chunk = chunk_add(arena, size + GUARD_BYTES);
    void *memory = chunk->bytes + chunk->used;
    size_t used = chunk->used + (size + GUARD_BYTES + align - 1) / align * align;
    chunk->used = used < chunk->size ? used : chunk->size;
    ALLOW(memory, size);
    return memory;
}

void *arena_take(struct arena *arena, size_t size)
{
    return memset(arena_take_bytes(arena, size), 0, size);
}

void *arena_take_array(struct arena *arena, size_t size, size_t count)
{
    if (count && size > SIZE_MAX / 2 / count)
        return memory_ended();
    return arena_take(arena, size * count);
}

void *arena_make_room(struct arena *arena, void *items, size_t size, size_t count, size_t *room)
{
    enum { ROOM_FIRST = 8 };
    if (count < *room)
        return items;
    *room = count ? 2 * count : ROOM_FIRST;
    void *longer = arena_take_array(arena, size, *room);
    return count ? memcpy(longer, items, count * size) : longer;
}

char *arena_copy_n(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_take_bytes(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
    return arena_copy_n(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    enum { SHORT = 256 }; /* most are, and need not be printed twice */
    char brief[SHORT];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(brief, sizeof brief, format, args);
    va_end(args);
    if (length < SHORT)
        return arena_copy_n(arena, brief, length < 0 ? 0 : (size_t)length);
    char *text = arena_take_bytes(arena, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)length + 1, format, args);
    va_end(args);
    return text;
}
