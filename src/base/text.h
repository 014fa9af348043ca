/* UTF-8 text: walking, classes of characters, likeness of words. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Whether a byte goes on with a character that began before it. */
static inline bool byte_follows(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

uint32_t text_next_rare(const char **text);

/* The code point at *text, which moves past it; 0 at the end. The text must be valid UTF-8. What is
 * of one byte or of three, as most is, is read in place. */
static inline uint32_t text_next(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    if (at[0] < 0x80) {
        *text += at[0] != 0;
        return at[0];
    }
    if ((at[0] & 0xF0) != 0xE0 || !byte_follows(at[1]) || !byte_follows(at[2]))
        return text_next_rare(text);
    *text += 3;
    return (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
}

/* The start of the code point before `at`; `start` at the start. */
const char *text_back(const char *start, const char *at);
/* The code point before `at`; 0 at `start`. */
uint32_t text_before(const char *start, const char *at);
/* Writes code as UTF-8 and returns the number of bytes, 1 to 4. */
size_t text_encode(uint32_t code, char bytes[4]);
size_t text_count(const char *text); /* code points */
/* Width in half cells: what is wide takes two, everything else one. */
long text_halves(const char *text);

size_t text_character_rare(const char *text, size_t left);

/* Bytes of the character of XML 1.0 at `text`, of which so many are left, as UTF-8; 0 for none. All
 * printable ASCII is one, and all that E1 to EC lead (Unicode, table 3-7). */
static inline size_t text_character(const char *text, size_t left)
{
    const unsigned char *at = (const unsigned char *)text;
    unsigned char lead = left ? at[0] : 0;
    if (lead >= ' ' && lead < 0x80)
        return 1;
    if (lead > 0xE0 && lead < 0xED && left >= 3 && byte_follows(at[1]) && byte_follows(at[2]))
        return 3;
    return text_character_rare(text, left);
}

/* Offset of the first byte that is no UTF-8 or no character of XML 1.0; length if all are. */
size_t text_first_invalid(const char *text, size_t length);

/* A copy with ? for each byte that is no text: what a hostile file says is printed. */
const char *text_printable(struct arena *arena, const char *text);
/* Whether a terminal acts on it instead of showing it: the controls of ISO 646 and ISO 6429 (C0,
 * DEL, C1), and what turns the direction of writing (Unicode's property Bidi_Control). */
bool code_is_control(uint32_t code);
/* A copy in one line with ? for each byte that is no text and each control; tabs stay. */
const char *text_shown(struct arena *arena, const char *text);

/* Han characters, and what stands in a full cell beside them: CJK punctuation, full-width forms,
 * “”‘’—…. */
static inline bool code_is_han(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF) || code == 0x3007;
}
bool code_is_wide(uint32_t code);
bool code_is_white(uint32_t code); /* blanks and line ends of ASCII, U+00A0, U+3000 */
bool code_is_one_of(uint32_t code, const char *set); /* a character of that text */
bool code_is_digit(uint32_t code);                   /* 0 to 9 */
bool code_is_latin(uint32_t code);                   /* a letter or digit of ASCII */

bool text_has_digit(const char *text); /* 0 to 9 */
bool text_is_blank(const char *text);  /* empty, or white space of ASCII or U+3000 */
bool text_starts(const char *text, const char *prefix);
bool text_ends(const char *text, const char *ending);
bool text_equal(const char *a, const char *b); /* NULL equals NULL */

/* Whether one of the words, which a NULL ends, stands at the beginning, at the end, anywhere. */
bool text_starts_any(const char *text, const char *const *words);
bool text_ends_any(const char *text, const char *const *words);
bool text_has_any(const char *text, const char *const *words);

/* A copy in which runs of white space of ASCII are a blank, or nothing where a line ends beside a
 * wide character. */
const char *text_in_one_line(struct arena *arena, const char *text);
/* A copy without any white space of ASCII or U+3000. */
const char *text_without_blanks(struct arena *arena, const char *text);

/* A copy without white space at both ends. */
char *text_trim(struct arena *arena, const char *text);
/* A copy without U+3000 and blanks that do not break either. */
char *text_strip(struct arena *arena, const char *text);
/* Behind so many characters, or at the end if there are fewer. */
const char *text_after(const char *text, size_t count);

/* The first `most` characters, and … if there are more. */
char *text_cut(struct arena *arena, const char *text, size_t most);

/* FNV-1a, 64 bits: the same everywhere. */
uint64_t text_hash(const char *text);

/* The candidate most like `word`, or NULL if none is near enough to be meant. */
const char *text_nearest(const char *word, const char *const *candidates, size_t count);

#endif
