/* How well a title breaks before each of its letters. Within the room. */
#ifndef COMPOSE_SEAM_H
#define COMPOSE_SEAM_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Widths are 1/10 character: a Han character is 10 wide. What is bad about a layout is counted in
 * the same unit, squared: the squares of its lines, so that equal lines are best, and its seams. */
enum {
    SEAM_BEST = 0,          /* before 关于 */
    SEAM_GOOD = 1500,       /* between phrases */
    SEAM_FAIR = 4000,       /* between words */
    SEAM_POOR = 7000,       /* one of the two words leans on the other */
    SEAM_QUOTED = 9000,     /* inside a quoted name that is longer than a line */
    SEAM_BAD = 20000,       /* the words belong together */
    SEAM_LAST = 200000,     /* worse than any shape of lines */
    SEAM_NEVER = 100000000, /* worse than any number of lines */
};

struct letter {
    uint32_t code;
    size_t at;    /* its offset in the text */
    long start;   /* the width of all letters before it */
    int64_t seam; /* of a break before it */
};

/* The letters of a text, and after them an empty one. */
struct letters {
    struct letter *letter;
    size_t count;
};

struct letters letters_read(struct arena *arena, const char *text);
/* Fills the seams; `most` is the width of a line. */
void seams_find(struct arena *arena, const char *text, struct letters letters, long most);

#endif
