/* Encodings of text tables. */
#ifndef SHEET_ENCODING_H
#define SHEET_ENCODING_H

#include "base/file.h"

/* One that is not UTF-8. */
struct encoding {
    const char *name;                  /* for iconv */
    const char *words[LANGUAGE_COUNT]; /* what the bytes may be */
    const char *mark;                  /* at the beginning; "" if there is none */
    size_t unit;                       /* bytes at least of a character */
};

/* What the bytes from the beginning of a file are in; NULL: UTF-8. `invalid` is the first that is
 * none, or the length. */
const struct encoding *encoding_of(const char *bytes, size_t length, size_t invalid);
/* Whether valid UTF-8 is so long that it is nothing else. */
bool encoding_is_utf8(const char *bytes, size_t length);

/* Bytes that became UTF-8. */
struct converted {
    const char *text;
    size_t length;
    size_t read; /* bytes; the others are not of the encoding, or cut off */
};
/* On the arena; false and reported if this system does not know the encoding. */
bool encoding_convert(struct findings *findings, struct arena *arena,
                      const struct encoding *encoding, struct file bytes, struct converted *done);
/* That a byte is not of the encoding. */
void encoding_report(struct findings *findings, const struct encoding *encoding, struct place place,
                     char byte);

/* Makes UTF-8 with LF of a file read by file_read: of UTF-8, of UTF-16 with a byte order mark, and
 * of what is no UTF-8, from GB 18030. False and reported if it is none of these, or holds
 * characters that XML forbids. */
bool encoding_to_text(struct findings *findings, struct file *file);

#endif
