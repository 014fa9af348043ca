/* Measures as a style file writes them: a decimal and its unit. */
#ifndef STYLE_MEASURE_H
#define STYLE_MEASURE_H

#include <stdbool.h>

#include "base/message.h"

enum measure_kind {
    MEASURE_LENGTH,   /* twips: mm, pt */
    MEASURE_SPACING,  /* twips, may be negative */
    MEASURE_SIZE,     /* half-points: pt */
    MEASURE_CHARS,    /* 1/100 character: 字 */
    MEASURE_BORDER,   /* 1/8 pt: mm, pt */
    MEASURE_DISTANCE, /* whole points: pt */
    MEASURE_PERCENT,  /* whole per cent: % */
    MEASURE_ANGLE,    /* whole degrees: ° */
    MEASURE_COUNT
};

/* Reads "37mm" into the measure's own unit; false if the text is no such measure or out of its
 * range. */
bool measure_read(enum measure_kind kind, const char *text, long *value);

/* What may be written, for a message. */
const char *measure_hint(enum measure_kind kind, enum language language);

#endif
