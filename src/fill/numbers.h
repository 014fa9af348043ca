/* Numbers that no two elements of a Word file may share, and lists that begin anew. Within the
 * room. */
#ifndef FILL_NUMBERS_H
#define FILL_NUMBERS_H

#include "base/buffer.h"

struct numbers;
struct numbers *numbers_new(struct arena *arena);
/* Remembers all numbers that the ids of a part have. */
void numbers_note(struct numbers *numbers, const char *part);
/* One that no id had so far. */
long numbers_take(struct numbers *numbers);

/* Lists of word/numbering.xml (w:num). */
struct restarts;
/* `part` is that part; NULL if there is none. */
struct restarts *restarts_new(struct arena *arena, const char *part);
/* What a list's number is now. */
long restarts_number(struct restarts *restarts, long number);
/* The next paragraph of the list begins it anew. Gives what is to be handed to restarts_resume when
 * the list goes on as it was. */
long restarts_begin(struct restarts *restarts, long number);
void restarts_resume(struct restarts *restarts, long number, long before);
/* The part with the lists that were added; NULL if none was. */
const char *restarts_part(struct restarts *restarts, size_t *length);

#endif
