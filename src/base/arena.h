/* Memory that lives as long as one run: taken piece by piece, given back whole. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* What to do when memory ends: called once, must not return. Installed by cli. */
typedef void (*out_of_memory_fn)(void);
void memory_set_handler(out_of_memory_fn handler);

/* Calls it; for libraries that have no hook and tell that memory ended by an error. */
void *memory_ended(void);

/* malloc and realloc that call the handler instead of returning NULL. */
void *memory_take(size_t size);
void *memory_resize(void *old, size_t size);

/* The caller frees the arena; everything taken from it goes with it. */
struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Gives back what was taken before `piece`, as far as whole chunks go: for things that come and go
 * in the same order. `piece` was taken from the arena and stays. */
void arena_release(struct arena *arena, const void *piece);

/* Zeroed and aligned for any type; never NULL. */
void *arena_take(struct arena *arena, size_t size);
#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_take_array((arena), sizeof(type), (count)))
void *arena_take_array(struct arena *arena, size_t size, size_t count);

/* The same for bytes that are written over at once: they are not zeroed, and pages of memory that
 * nobody comes to write cost nothing. */
void *arena_take_bytes(struct arena *arena, size_t size);

/* Room for one more behind `count` items of that size: the items, or a longer copy of them where
 * all *room is taken. Begin with NULL and no room. */
void *arena_make_room(struct arena *arena, void *items, size_t size, size_t count, size_t *room);

/* Copies of text, NUL-terminated. */
char *arena_copy(struct arena *arena, const char *text);
char *arena_copy_n(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
