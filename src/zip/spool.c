/* Deflating with zlib's stream (RFC 1951): the same bytes whatever pieces the part comes in. */
#include "zip/spool.h"

#include <errno.h>
#include <libdeflate.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/buffer.h"
#include "base/file.h"
#include "zip/deflated.h"

enum { ROOM = 64 * 1024 };

struct spool {
    struct arena *arena;
    int fd;
    struct buffer kept; /* the part, as long as it is short; then what it deflates to in memory */
    bool deflates;
    z_stream stream;
    unsigned char *room;  /* for what comes out of it */
    size_t whole, length; /* bytes that came in, and out */
    uint32_t crc;
    int error; /* errno of what could not be written */
};

struct spool *spool_new(struct arena *arena, int fd)
{
    struct spool *spool = ARENA_NEW(arena, struct spool);
    *spool = (struct spool){.arena = arena, .fd = fd, .kept = buffer_on(arena)};
    return spool;
}

static void put(struct spool *spool, size_t length)
{
    const char *bytes = (const char *)spool->room;
    spool->length += length;
    if (spool->fd < 0)
        buffer_add_n(&spool->kept, bytes, length);
    else if (!spool->error && !write_all(spool->fd, bytes, length))
        spool->error = errno;
}

/* Until all that came in is taken, or with Z_FINISH until all is out. */
static void push(struct spool *spool, int flush)
{
    int result = Z_OK;
    do {
        spool->stream.next_out = spool->room;
        spool->stream.avail_out = ROOM;
        result = deflate(&spool->stream, flush);
        put(spool, ROOM - spool->stream.avail_out);
    } while (spool->stream.avail_out == 0 || (flush == Z_FINISH && result == Z_OK));
}

static void deflate_more(struct spool *spool, const char *bytes, size_t length)
{
    enum { MOST = 1 << 30 };
    spool->crc = libdeflate_crc32(spool->crc, bytes, length);
    while (length > 0) {
        uInt step = length < MOST ? (uInt)length : MOST;
        spool->stream.next_in = (const Bytef *)bytes;
        spool->stream.avail_in = step;
        push(spool, Z_NO_FLUSH);
        bytes += step;
        length -= step;
    }
}

/* zlib has nothing to refuse but that there is no memory. */
static void begin_stream(struct spool *spool)
{
    enum { RAW = -15, MEMORY = 9 };
    if (deflateInit2(&spool->stream, PACKAGE_LONG_LEVEL, Z_DEFLATED, RAW, MEMORY,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        memory_ended();
    struct buffer part = spool->kept;
    spool->deflates = true;
    spool->room = arena_take(spool->arena, ROOM);
    spool->kept = buffer_on(spool->arena);
    deflate_more(spool, part.text, part.length);
}

void spool_add(void *context, const char *bytes, size_t length)
{
    struct spool *spool = context;
    spool->whole += length;
    if (spool->deflates)
        deflate_more(spool, bytes, length);
    else
        buffer_add_n(&spool->kept, bytes, length);
    if (!spool->deflates && spool->whole > PACKAGE_WHOLE_BYTES)
        begin_stream(spool);
}

bool spool_end(struct spool *spool, struct spooled *spooled)
{
    *spooled = (struct spooled){.whole = spool->whole};
    if (!spool->deflates) {
        spooled->bytes = buffer_text(&spool->kept);
        return true;
    }
    push(spool, Z_FINISH);
    deflateEnd(&spool->stream);
    spooled->deflated =
        (struct deflated){spool->fd < 0 ? spool->kept.text : NULL, spool->length, spool->crc};
    errno = spool->error;
    return !spool->error;
}
