/* Points of an indicator: exact decimals, held as integers of 1/100. */
#ifndef BASE_POINTS_H
#define BASE_POINTS_H

#include <stdbool.h>

#include "base/arena.h"

typedef long points; /* 1/100 point */

/* Reads 3, 0.5, 29.50; false if the text is no decimal, has more than two places or is over
 * 100000. */
bool points_read(const char *text, points *value);

/* Without trailing zeros: 3, 0.5, 29.5. */
char *points_print(struct arena *arena, points value);

#endif
