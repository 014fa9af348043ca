/* Text, piece by piece. */
#include "sheet/feed.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"

enum { PIECE = 64 * 1024 };

static bool read_piece(struct feed *feed, size_t *length)
{
    return pieces_read(feed->findings, &feed->file, feed->offset, feed->piece, PIECE, length);
}

static bool is_last(const struct feed *feed, size_t length)
{
    return feed->offset + (off_t)length >= feed->file.size;
}

/* Whether the bytes from `used` on may be the beginning of a character that goes on in the next
 * piece. */
static bool is_tail(const char *bytes, size_t used, size_t length)
{
    enum { LONGEST = 4 };
    size_t left = length - used;
    return used > 0 && left > 0 && left < LONGEST && (unsigned char)bytes[used] >= 0x80;
}

/* Of a file that has hardly more than ASCII, as much is looked at as it takes. */
static bool find_encoding(struct feed *feed)
{
    for (size_t length = 1; length > 0; feed->offset += (off_t)length) {
        if (!read_piece(feed, &length))
            return false;
        size_t invalid = text_first_invalid(feed->piece, length);
        bool cut = !is_last(feed, length) && is_tail(feed->piece, invalid, length);
        feed->encoding = cut ? NULL : encoding_of(feed->piece, length, invalid);
        if (feed->encoding || (!cut && invalid < length) || encoding_is_utf8(feed->piece, invalid))
            break;
        length = invalid;
    }
    return true;
}

bool feed_look(struct findings *findings, const char *path, struct place asked, struct feed *feed)
{
    *feed = (struct feed){.findings = findings};
    if (!pieces_begin(findings, path, asked, &feed->file))
        return false;
    feed->piece = arena_take(findings->arena, PIECE);
    return find_encoding(feed);
}

struct feed feed_begin(const struct feed *looked, struct findings *findings, struct arena *arena)
{
    struct feed feed = {
        .findings = findings,
        .file = looked->file,
        .encoding = looked->encoding,
        .most = findings->failures + LIMIT_FINDINGS->now,
        .offset = looked->encoding ? (off_t)strlen(looked->encoding->mark) : 0,
        .piece = arena_take(arena, PIECE),
        .text = buffer_on(arena),
        .line = 1,
    };
    buffer_add(&feed.text, "");
    return feed;
}

const char *feed_text(const struct feed *feed)
{
    return feed->text.text + feed->taken;
}

void feed_take(struct feed *feed, size_t length)
{
    feed->taken += length;
}

/* What is left of the text moves to where it began. */
static void drop_taken(struct feed *feed)
{
    feed->text.length -= feed->taken;
    memmove(feed->text.text, feed->text.text + feed->taken, feed->text.length + 1);
    feed->taken = 0;
}

/* CR LF and CR become LF. */
static void add_lines(struct feed *feed, const char *text, size_t length)
{
    while (length > 0) {
        size_t skip = feed->after_return && *text == '\n';
        const char *end = memchr(text, '\r', length);
        size_t whole = end ? (size_t)(end - text) : length;
        buffer_add_n(&feed->text, text + skip, whole - skip);
        if (end)
            buffer_add_char(&feed->text, '\n');
        feed->after_return = end;
        whole += end != NULL;
        text += whole;
        length -= whole;
    }
}

static void count_lines(struct feed *feed, size_t from)
{
    const char *at = feed->text.text + from, *end = feed->text.text + feed->text.length;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        feed->line++;
        at++;
    }
}

static void add_valid(struct feed *feed, const char *text, size_t length)
{
    size_t before = feed->text.length;
    if (length == 0)
        return;
    add_lines(feed, text, length);
    count_lines(feed, before);
}

static struct place here(const struct feed *feed)
{
    return (struct place){feed->file.path, feed->line, 0};
}

static void replace(struct feed *feed)
{
    add_valid(feed, "?", 1);
    feed->ended = feed->findings->failures >= feed->most;
}

/* Behind a byte that is no text, and those that would go on with it. */
static size_t behind(const char *bytes, size_t used, size_t length)
{
    for (used++; used < length && ((unsigned char)bytes[used] & 0xC0) == 0x80;)
        used++;
    return used;
}

/* Bytes of UTF-8; how many of them were used: a character that is cut off is left. */
static size_t add_utf8(struct feed *feed, const char *bytes, size_t length, bool cut)
{
    size_t used = 0;
    while (used < length && !feed->ended) {
        size_t valid = text_first_invalid(bytes + used, length - used);
        add_valid(feed, bytes + used, valid);
        used += valid;
        if (used == length || (cut && is_tail(bytes, used, length)))
            break;
        file_report_character(feed->findings, here(feed), bytes + used);
        replace(feed);
        used = behind(bytes, used, length);
    }
    return used;
}

static size_t convert_some(struct feed *feed, struct arena *arena, size_t used, size_t length)
{
    struct converted done;
    struct file bytes = {feed->file.path, feed->piece + used, length - used};
    feed->ended = !encoding_convert(feed->findings, arena, feed->encoding, bytes, &done);
    if (feed->ended)
        return length;
    add_utf8(feed, done.text, done.length, false);
    return used + done.read;
}

/* The same for another encoding. */
static size_t add_converted(struct feed *feed, size_t length, bool cut)
{
    struct arena *arena = arena_new();
    size_t used = 0;
    while (used < length && !feed->ended) {
        used = convert_some(feed, arena, used, length);
        if (used == length || (cut && is_tail(feed->piece, used, length)))
            break;
        encoding_report(feed->findings, feed->encoding, here(feed), feed->piece[used]);
        replace(feed);
        used += feed->encoding->unit;
    }
    arena_free(arena);
    return used < length ? used : length;
}

static size_t skip_mark(const struct feed *feed, size_t length)
{
    bool has_mark = feed->offset == 0 && length >= 3 && memcmp(feed->piece, "\xEF\xBB\xBF", 3) == 0;
    return has_mark ? 3 : 0;
}

bool feed_more(struct feed *feed)
{
    size_t length;
    drop_taken(feed);
    if (feed->ended || feed->offset >= feed->file.size || !read_piece(feed, &length))
        return false;
    bool cut = !is_last(feed, length);
    size_t mark = skip_mark(feed, length);
    size_t used = feed->encoding ? add_converted(feed, length, cut)
                                 : mark + add_utf8(feed, feed->piece + mark, length - mark, cut);
    feed->offset += (off_t)used;
    return used > 0;
}
