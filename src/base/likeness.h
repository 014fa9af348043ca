/* Whether two wordings are meant to be the same. */
#ifndef BASE_LIKENESS_H
#define BASE_LIKENESS_H

#include <stdbool.h>

#include "base/arena.h"

enum { WORDING_MOST = 200 }; /* characters of a wording that is compared */

/* Letters, digits and Han characters of a text, without marks and blanks: equal for two texts that
 * differ in these alone. */
const char *wording_key(struct arena *arena, const char *text);

/* How much of two keys is common to both and in the same order, in per cent of both; 0 if one is
 * longer than WORDING_MOST. */
int wording_likeness(const char *a, const char *b);

/* Whether two texts are one sentence, or one name, in two versions: not the same, but most of it;
 * and not a name beside a sentence that says more. */
bool wording_is_variant(struct arena *arena, const char *a, const char *b);

#endif
