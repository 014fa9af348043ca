/* Items in front of 等: A、B、C等3个领域. */
#ifndef CHECK_LISTED_H
#define CHECK_LISTED_H

#include <stddef.h>

/* How many items the list before the byte `end` seems to have, at least 1. */
long listed_items(const char *text, size_t end);

/* How many items are listed before the byte `end` of a text, if those are surely not as many as
 * announced; 0 if they agree, or if it cannot be told where the list begins, where an item ends or
 * whether all were to be listed. */
long listed_differs(const char *text, size_t end, long announced);

#endif
