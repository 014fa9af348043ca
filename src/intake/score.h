/* A number of points as people type it into a form. */
#ifndef INTAKE_SCORE_H
#define INTAKE_SCORE_H

#include "base/points.h"

enum score_state {
    SCORE_GOOD,
    SCORE_EMPTY,
    SCORE_NO_NUMBER,
    SCORE_PLACES, /* more than two, which points do not have */
    SCORE_BELOW,  /* less than 0 */
    SCORE_ABOVE   /* more than `most` */
};

/* Reads 2, 2.0, ２．５, “2 分”: full-width signs, blanks around, a plus and a trailing 分 do not
 * matter. *value is set where the state is SCORE_GOOD. */
enum score_state score_read(struct arena *arena, const char *text, points most, points *value);

/* A copy with full-width forms as those of ASCII, every blank as one of it, none at the ends. */
const char *score_narrow(struct arena *arena, const char *text);

#endif
