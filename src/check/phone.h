/* Telephone numbers of China as they are printed. */
#ifndef CHECK_PHONE_H
#define CHECK_PHONE_H

#include "pattern/pattern.h"

/* A local number is a landline without its area code. */
enum phone { PHONE_WHOLE, PHONE_LOCAL, PHONE_WRONG };

/* One number, or several with blanks between them: digits, blanks, dashes, brackets around the area
 * code, a plus sign and an extension. Whatever may be a number is one: extensions alone, short
 * numbers and those of other countries count as whole. */
enum phone phone_of(struct arena *arena, struct patterns *patterns, const char *number);

#endif
