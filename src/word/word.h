/* The words of Chinese text, simplified and traditional. */
#ifndef WORD_WORD_H
#define WORD_WORD_H

#include <stdbool.h>

#include "base/arena.h"

/* Before any other use of ICU, libxml2's included: ICU then takes its memory as base does. */
void word_begin(void);
void word_end(void);
const char *word_version(struct arena *arena); /* of the library */

/* A flag for each byte of the text: whether a word, or a mark between words, starts there. */
const bool *word_starts(struct arena *arena, const char *text);

#endif
