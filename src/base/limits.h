/* Caps over input. Each is said in the manual and tested at the cap and one past it. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

#ifndef TURNS_MOST /* where it is fuzzed no short input may take long */
#define TURNS_MOST 1000000
#endif

#define KIB ((size_t)1024)
#define MIB (1024 * KIB)
#define GIB (1024 * MIB)

struct arena;
struct findings;

enum limit_unit { IN_NUMBER, IN_BYTES };

/* A cap that --limit may set: once for a run, before anything is read; limits.def has them all. */
struct limit {
    const char *name; /* table-rows */
    enum limit_unit unit;
    size_t most, now;
};

#define LIMIT(NAME, name, unit, standard, most) extern const struct limit *const LIMIT_##NAME;
#include "base/limits.def"
#undef LIMIT

/* "20000", "32 MiB", "1000 B" */
char *limit_words(struct arena *arena, size_t value, const struct limit *limit);

const struct limit *limit_named(const char *name); /* NULL if there is none */

/* Sets what "table-rows=50000" or "file-bytes=256M" says. False and reported if there is no such
 * limit, or if the number is not between 1 and the most. */
bool limits_set(struct findings *findings, const char *asked);

/* Those that nothing sets: they bound recursion, are the size of an array, or follow from another
 * program or from a page. */
enum {
    LIMIT_ATTRIBUTES = 256,      /* of one element of XML */
    LIMIT_GROUP_DEPTH = 16,      /* nested groups of a rubric */
    LIMIT_FOLDER_NAME = 100,     /* bytes of an id that names a folder */
    LIMIT_INDICATOR_ID = 48,     /* characters: with an ending it is a form field's */
    LIMIT_LIKELY = 12,           /* indicators that one of the other scheme may have been */
    LIMIT_SECTION_DEPTH = 32,    /* nested sections and partials of a template */
    LIMIT_LIST_DEPTH = 8,        /* nested lists and quotes of Markdown */
    LIMIT_CHART_CATEGORIES = 40, /* more have no room for their names on a page */
    LIMIT_CHART_SERIES = 2,
    LIMIT_FIELD_ID = 64,      /* characters of a form field's id: Word's own limit */
    LIMIT_STYLE_CHAIN = 32,   /* styles of a Word file, each based on the next */
    LIMIT_TABLE_DEPTH = 8,    /* tables inside tables of a Word file whose text is read */
    LIMIT_GRID_COLUMNS = 256, /* of a table that is read, whatever the file */
    LIMIT_BAG_DEPTH = 64,     /* folders of a bag, one inside the other */
    LIMIT_JOBS = 256,         /* processes that write a batch: the size of an array */
};

#endif
