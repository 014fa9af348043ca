/* Emphasis beside Chinese punctuation. CommonMark (0.30, 6.2, flanking delimiter runs) expects
 * blanks between words, so that in 开展**“质量月”**活动 no asterisk opens or closes. A stand-in for
 * a letter, put between the asterisks and the punctuation, lets cmark read them as meant. */
#ifndef MARKDOWN_ASTERISK_H
#define MARKDOWN_ASTERISK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* U+FFFE: a noncharacter, which no input can hold, as XML 1.0 does not allow it. */
#define STAND_IN "\xEF\xBF\xBE"

/* Han characters, what is as wide, and the composer's placeholders, which mostly are for Han. */
bool code_fills_cell(uint32_t code);

/* The text with stand-ins; its lines are the same. */
const char *asterisks_prepared(struct arena *arena, const char *text);

#endif
