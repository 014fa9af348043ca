/* Text files with one entry a line: words that tabs or blanks part; what begins with # is a note.
 */
#ifndef DATA_LINES_H
#define DATA_LINES_H

#include "base/file.h"

struct lines {
    struct place place; /* of the line handed out last */
    char *next;         /* NULL behind the last */
};

struct lines lines_of(struct arena *arena, const struct file *file);
/* The next line that is neither blank nor a note; NULL at the end. */
char *lines_next(struct lines *lines);

/* The next word of a line; *line moves behind it. "" at the end. */
char *line_word(struct arena *arena, const char **line);

#endif
