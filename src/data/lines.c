/* Text files with one entry a line. */
#include "data/lines.h"

#include <string.h>

#include "base/text.h"

struct lines lines_of(struct arena *arena, const struct file *file)
{
    return (struct lines){{file->path, 0, 0}, arena_copy(arena, file->bytes)};
}

/* Ends the line at its line feed. */
static char *cut_line(struct lines *lines)
{
    char *line = lines->next, *end = strchr(line, '\n');
    if (end)
        *end = '\0';
    lines->next = end ? end + 1 : NULL;
    lines->place.line++;
    return line;
}

char *lines_next(struct lines *lines)
{
    while (lines->next) {
        char *line = cut_line(lines);
        if (!text_is_blank(line) && line[0] != '#')
            return line;
    }
    return NULL;
}

char *line_word(struct arena *arena, const char **line)
{
    *line += strspn(*line, " \t");
    size_t length = strcspn(*line, " \t");
    char *word = arena_copy_n(arena, *line, length);
    *line += length;
    return word;
}
