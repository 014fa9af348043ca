/* A table that is read record by record out of a file, which may be larger than memory. */
#ifndef DOC_RECORDS_H
#define DOC_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"

struct record {
    const char *const *value; /* of each column; "" if the cell is empty */
    struct place place;       /* where it begins */
};

struct record_reader;

/* The file was read once and is in order: each record has all columns. */
struct records {
    const char *path;
    const char *const *name; /* of each column, all different: its heading as a name of XML */
    size_t columns;
    size_t count; /* of records, as far as they were read once */
    /* A reader at the first record, on the arena. */
    struct record_reader *(*begin)(const struct records *records, struct arena *arena);
    /* The next record, on the arena; false at the end, and reported if the file is another than it
     * was. */
    bool (*next)(struct record_reader *reader, struct arena *arena, struct record *record);
};

#endif
