/* Things of two rubrics that are called the same. */
#ifndef SCHEME_NAMESAKES_H
#define SCHEME_NAMESAKES_H

#include <stddef.h>

struct named {
    const char *name;
    size_t index;
};

struct names_list {
    struct named *named;
    size_t count;
};

/* Sorts both lists, and calls `found` for the first of a name with the first of that name, for the
 * second with the second, … */
void each_namesake(struct names_list old, struct names_list new,
                   void (*found)(void *context, size_t old, size_t new), void *context);

#endif
