/* The names in an expression, held against those that its document can have. */
#ifndef TAG_CHECK_H
#define TAG_CHECK_H

#include "base/finding.h"
#include "xml/schema.h"

/* Reports every element, attribute and function of the expression that does not exist; without a
 * vocabulary, functions alone. False if there was one; of an open vocabulary a name that is not
 * there is a warning if another is like it, else a note. */
bool check_names(struct findings *findings, const char *expression, struct place place,
                 const struct vocabulary *vocabulary);

#endif
