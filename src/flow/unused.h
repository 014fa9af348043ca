/* Data that a Word file has no tags for. */
#ifndef FLOW_UNUSED_H
#define FLOW_UNUSED_H

#include "fill/fill.h"

/* A name of elements with text, or of attributes, that no tag asks for. */
struct unused {
    struct unused *next;
    const char *name;   /* of an attribute with its @ */
    size_t count;       /* that there are in the data */
    struct place place; /* of the first */
};
/* All in a data file that was read before, those that come first ahead. */
struct unused *unused_in(struct findings *findings, const char *path, const struct fill_tag *tags);

#endif
