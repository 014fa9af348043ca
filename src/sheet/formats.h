/* Formats of numbers: which of them show a share or a day. */
#ifndef SHEET_FORMATS_H
#define SHEET_FORMATS_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/tree.h"

/* What of a number a format shows; none of these: the number itself. */
enum {
    SHOWS_PERCENT = 1,
    SHOWS_YEAR = 2,
    SHOWS_MONTH = 4,
    SHOWS_DAY = 8,
    SHOWS_TIME = 16,    /* hours and minutes */
    SHOWS_ELAPSED = 32, /* hours beyond 24 */
    SHOWS_DATE = SHOWS_YEAR | SHOWS_MONTH | SHOWS_DAY,
};

/* Of a format code, as 0.00% or yyyy"年"m"月" (ECMA-376 part 1, 18.8.31). */
unsigned format_shows(const char *code);

/* What each row of cellXfs in xl/styles.xml shows; *count is set. */
const unsigned *formats_read(struct arena *arena, struct xml_document *styles, size_t *count);

#endif
