/* Numbers as a clerk reads them. */
#ifndef SHEET_NUMBER_H
#define SHEET_NUMBER_H

#include <stdbool.h>

#include "base/arena.h"

/* A number that a file stores, by what its format shows (sheet/formats.h): 0.1, 30%, 2026年3月1日,
 * 14:30; NULL if it is none. Days count from 1900, with the 29 February that Excel gives that year,
 * or from 1904. Of other formats nothing is taken over: a rounded number keeps its places. */
const char *number_shown(struct arena *arena, const char *stored, unsigned shows, bool from_1904);

/* A day as ISO 8601 writes it, 2026-03-01T14:30:00, which Strict workbooks store: 2026年3月1日
 * 14:30, or 2026年3月1日 at midnight. What is no such day stays as it is. */
const char *day_shown(struct arena *arena, const char *stored);

#endif
