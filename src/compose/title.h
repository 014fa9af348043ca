/* Titles in lines (GB/T 9704-2012, 7.3.1): broken between words, balanced. Within the room. */
#ifndef COMPOSE_TITLE_H
#define COMPOSE_TITLE_H

#include <stddef.h>

#include "doc/doc.h"

/* Where the lines of a text begin: offsets, the first is 0. */
struct title_lines {
    size_t count;
    const size_t *start;
};

/* As few lines of at most `most` characters as there can be; one line of what is longer than
 * LIMIT_TITLE, or cannot be broken so. */
struct title_lines title_lines(struct arena *arena, const char *text, long most);

/* Adds the breaks to a title; those that it has stay, and what stands between them is broken by
 * itself. */
void title_break(struct arena *arena, struct paragraph *title, long most);

#endif
