/* The numbers of headings and lists (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）. */
#ifndef COMPOSE_LABEL_H
#define COMPOSE_LABEL_H

#include <stdbool.h>

#include "base/arena.h"

enum { LABEL_LEVELS = 4 };

struct labels {
    long heading[LABEL_LEVELS + 1]; /* the last number given, by level */
    bool continues[LABEL_LEVELS + 1];
    long list[3]; /* the last number of the list that is open, by level 1 and 2; 0: none is open */
};

/* The label of the next heading; deeper levels begin again unless they run on. */
const char *label_heading(struct arena *arena, struct labels *labels, int level);
/* The label of the next numbered paragraph. A list that meets one of its kind goes on; else it
 * begins with `start`. */
const char *label_list(struct arena *arena, struct labels *labels, int level, int start);
bool labels_equal(const struct labels *a, const struct labels *b);
/* Something else than a list was written. */
void label_close_lists(struct labels *labels);

#endif
