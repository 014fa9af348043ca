/* The issuer in mark, title and signature. */
#ifndef CHECK_ISSUER_H
#define CHECK_ISSUER_H

#include "check/subject.h"

void check_issuer(struct subject *subject);

/* Whether the two may be the full and the short name of one organ: the characters of the one stand
 * in the other in the same order, and both end alike (委 for 委员会, 办 for 办公室). */
bool is_same_organ(struct arena *arena, const char *a, const char *b);

#endif
