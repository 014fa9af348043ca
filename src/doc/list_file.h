/* A list that is read row by row out of a file, which may be larger than memory. */
#ifndef DOC_LIST_FILE_H
#define DOC_LIST_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"

struct list_row {
    const char *const *value; /* of each column; "" if the cell is empty */
    struct place place;       /* where it begins */
};

struct list_reader;

/* The file was read once and is in order: each row has all columns. */
struct list_file {
    const char *path;
    const char *const *name; /* of each column, all different: its heading as a name of XML */
    size_t columns;
    size_t count; /* of rows, as far as they were read once */
    /* A reader at the first row, on the arena. */
    struct list_reader *(*begin)(const struct list_file *list, struct findings *findings,
                                 struct arena *arena);
    /* The next row, on the arena; false at the end, and told to the findings of the reader if the
     * file is another than it was. */
    bool (*next)(struct list_reader *reader, struct arena *arena, struct list_row *row);
};

#endif
