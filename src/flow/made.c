/* Documents that are made while they are written. */
#include "flow/made.h"

#include <errno.h>

#include "markdown/write.h"

/* What is told of the rows is all that needs to be told. */
static bool is_fine(const struct made *made, size_t before, bool written)
{
    if (made->findings->failures == before)
        return written;
    errno = 0;
    return false;
}

static bool make_docx(void *context, int out, int aside)
{
    struct made *made = context;
    struct package package;
    struct arena *arena = arena_new();
    size_t before = made->findings->failures;
    bool written = docx_write_to(arena, &made->document, made->style, made->options,
                                 (struct docx_files){out, aside}, &package);
    if (!written && !errno)
        REPORT(made->findings, RULE_OUTPUT_PACKAGE, ((struct place){0}), made->path, package.error);
    bool fine = is_fine(made, before, written);
    int reason = errno;
    arena_free(arena);
    errno = reason;
    return fine;
}

/* Bytes on their way to a file. */
struct stream {
    struct buffer bytes;
    int fd;
    int error; /* errno of the first failure; 0: none */
};

static void flush(struct stream *stream)
{
    if (!stream->error && !write_all(stream->fd, stream->bytes.text, stream->bytes.length))
        stream->error = errno;
    stream->bytes.length = 0;
}

static void add(void *context, const char *bytes, size_t length)
{
    enum { PIECE = 64 * 1024 };
    struct stream *stream = context;
    buffer_add_n(&stream->bytes, bytes, length);
    if (stream->bytes.length >= PIECE)
        flush(stream);
}

static bool make_markdown(void *context, int out, int aside)
{
    (void)aside;
    struct made *made = context;
    struct arena *arena = arena_new();
    struct stream stream = {.bytes = buffer_on(arena), .fd = out};
    size_t before = made->findings->failures;
    markdown_write_to(arena, &made->document, &(struct markdown_sink){add, &stream});
    flush(&stream);
    arena_free(arena);
    errno = stream.error;
    return is_fine(made, before, !stream.error);
}

static void add_made(struct outputs *outputs, struct made made, output_maker *make)
{
    struct made *copy = ARENA_NEW(outputs->arena, struct made);
    *copy = made;
    outputs_add_made(outputs, made.path, make, copy);
}

void made_add_docx(struct outputs *outputs, struct made made)
{
    add_made(outputs, made, make_docx);
}

void made_add_markdown(struct outputs *outputs, struct made made)
{
    add_made(outputs, made, make_markdown);
}
