/* The text of a file that may be larger than memory, as it is read: UTF-8 with LF, whatever the
 * file is in. Within the room. */
#ifndef SHEET_FEED_H
#define SHEET_FEED_H

#include "base/buffer.h"
#include "base/pieces.h"
#include "sheet/encoding.h"

struct feed {
    struct findings *findings;
    struct pieces file;
    const struct encoding *encoding; /* NULL: UTF-8 */
    size_t most;                     /* problems that are reported before reading ends */
    off_t offset;                    /* of the byte that is read next */
    char *piece;                     /* bytes of the file */
    struct buffer text;              /* made of them */
    size_t taken;                    /* bytes of the text that are done with */
    long line;                       /* at the end of the text */
    bool after_return;               /* a carriage return was its last character */
    bool ended;
};

/* Looks at a file that is to be fed, and finds out what it is in; false and reported if it cannot
 * be read. */
bool feed_look(struct findings *findings, const char *path, struct place asked, struct feed *feed);

/* Begins at the beginning of a file that was looked at. What is read lies on the arena. */
struct feed feed_begin(const struct feed *looked, struct findings *findings, struct arena *arena);

/* The text that was read and not taken: NUL-terminated, until the next feed_more. */
const char *feed_text(const struct feed *feed);
void feed_take(struct feed *feed, size_t length);

/* Reads on, behind the text; false where the file ends. Bytes that are no text are reported, and
 * become ?. */
bool feed_more(struct feed *feed);

#endif
