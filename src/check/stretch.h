/* Paragraphs of one role in a row: a title that takes several paragraphs of a Word file is one. */
#ifndef CHECK_STRETCH_H
#define CHECK_STRETCH_H

#include "check/subject.h"

struct stretch {
    const struct passage *first, *last;
    const char *text; /* of all of them */
};

/* The stretch of that role that begins at or after `from`; false, and `first` NULL, if there is
 * none. It ends with its section and its table cell. */
bool stretch_find(const struct subject *subject, const struct passage *from, enum role role,
                  struct stretch *stretch);

/* The next stretch of that role outside annexes: start with {0}. */
bool stretch_next(const struct subject *subject, struct stretch *stretch, enum role role);

/* Where the bytes from start to end of its text come from; they lie in one paragraph. */
struct spot stretch_spot(const struct subject *subject, const struct stretch *stretch, size_t start,
                         size_t end);

#endif
