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

struct excerpt file_excerpt(struct arena *arena, struct place place)
{
    struct file file;
    const char *start = NULL;
    if (place.line > 0 && read_quietly(arena, place.file, &file))
        start = line_start(file.bytes, place.line);
    size_t length = start ? strcspn(start, "\r\n") : 0;
    if (!start || text_first_invalid(start, length) < length)
        return (struct excerpt){0};
    const char *line = arena_copy_n(arena, start, length);
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

struct place file_find(struct arena *arena, const char *path, long from, long lines,
                       const char *words)
{
    struct file file;
    struct place place = {path, 0, 0};
    const char *start = read_quietly(arena, path, &file) ? line_start(file.bytes, from) : NULL;
    for (long i = 0; i < lines && start; i++) {
        const char *end = start + strcspn(start, "\n");
        const char *at = strstr(start, words);
        if (at && at < end)
            return (struct place){path, from + i, column_of(arena, start, at)};
        start = *end ? end + 1 : NULL;
    }
    return place;
}
