/* Numbers that no two elements of a Word file may share. */
#ifndef DOCX_IDS_H
#define DOCX_IDS_H

#include <stdbool.h>

#include "base/arena.h"

/* Numbers that are in use, each once, from the smallest on once ids_sort was called. */
struct ids {
    struct arena *arena;
    long *number;
    size_t count, room;
};

/* Adds each number that an element of the part has as its id: drawings, bookmarks, comments,
 * content controls. */
void ids_note(struct ids *ids, const char *part);
void ids_sort(struct ids *ids);
bool ids_have(const struct ids *ids, long number);

#endif
