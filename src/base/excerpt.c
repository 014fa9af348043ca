/* Lines of a file, to show where something is, and to find where. */
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/text.h"

/* Characters of a line that are shown, and of those how many at least before the column. */
enum { SHOWN = 120, SHOWN_BEFORE = 40 };

/* Start of line `line` of a text; NULL if it has fewer. */
static const char *line_start(const char *text, long line)
{
    for (long i = 1; i < line && text; i++) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return text;
}

/* Who reads the file in earnest says what is wrong with it. */
static bool read_quietly(struct arena *arena, const char *path, struct file *file)
{
    struct findings ignored = findings_on(arena);
    return path && file_read(&ignored, path, (struct place){0}, file);
}

static const char *skip(const char *text, long characters)
{
    while (characters-- > 0 && text_next(&text))
        continue;
    return text;
}

static char *cut(struct arena *arena, const char *from, bool more_before)
{
    const char *end = skip(from, SHOWN);
    return arena_printf(arena, "%s%.*s", more_before ? "…" : "", (int)(end - from), from);
}

/* NULL if there is no such line, or it is no text. The file is not kept. */
static const char *read_line(struct arena *arena, struct place place)
{
    struct file file;
    struct arena *scratch = arena_new();
    const char *start = NULL, *line = NULL;
    if (place.line > 0 && read_quietly(scratch, place.file, &file))
        start = line_start(file.bytes, place.line);
    size_t length = start ? strcspn(start, "\r\n") : 0;
    if (start && text_first_invalid(start, length) == length)
        line = arena_copy_n(arena, start, length);
    arena_free(scratch);
    return line;
}

struct excerpt file_excerpt(struct arena *arena, struct place place)
{
    const char *line = read_line(arena, place);
    if (!line)
        return (struct excerpt){0};
    const char *column = skip(line, place.column - 1);
    const char *shown = line + strspn(line, " \t");
    bool far = column > skip(shown, SHOWN - SHOWN_BEFORE);
    if (far)
        shown = skip(line, place.column - 1 - SHOWN_BEFORE);
    char *text = text_trim(arena, cut(arena, shown, far));
    if (column < shown)
        column = shown;
    char *before = arena_copy_n(arena, shown, (size_t)(column - shown));
    return (struct excerpt){text, text_halves(before) + (far ? text_halves("…") : 0)};
}

static long column_of(struct arena *arena, const char *start, const char *at)
{
    return 1 + (long)text_count(arena_copy_n(arena, start, (size_t)(at - start)));
}

/* searching */

struct source {
    struct source *next;
    const char *path;
    const char **lines;
    long count;
};

struct sources {
    struct arena *arena;
    struct source *first;
};

struct sources *sources_new(struct arena *arena)
{
    struct sources *sources = ARENA_NEW(arena, struct sources);
    sources->arena = arena;
    return sources;
}

/* Without their line feeds. */
static void cut_lines(struct arena *arena, char *text, struct source *source)
{
    size_t room = 0;
    for (char *next; text; text = next) {
        next = strchr(text, '\n');
        if (next)
            *next++ = '\0';
        source->lines = arena_make_room(arena, source->lines, sizeof *source->lines,
                                        (size_t)source->count, &room);
        source->lines[source->count++] = text;
    }
}

/* A file that cannot be read has no lines. */
static const struct source *source_at(struct sources *sources, const char *path)
{
    struct file file;
    struct source *source = sources->first;
    while (source && !text_equal(source->path, path))
        source = source->next;
    if (source)
        return source;
    source = ARENA_NEW(sources->arena, struct source);
    *source = (struct source){.next = sources->first, .path = path};
    sources->first = source;
    if (read_quietly(sources->arena, path, &file))
        cut_lines(sources->arena, arena_copy_n(sources->arena, file.bytes, file.length), source);
    return source;
}

struct place sources_find(struct sources *sources, struct place from, long lines, const char *words)
{
    const struct source *source = source_at(sources, from.file);
    long end = from.line + lines;
    for (long line = from.line; source->lines && line < end && line <= source->count; line++) {
        const char *start = source->lines[line - 1], *at = strstr(start, words);
        if (at)
            return (struct place){from.file, line, column_of(sources->arena, start, at)};
    }
    return (struct place){from.file, 0, 0};
}
