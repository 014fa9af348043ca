/* A bag as the register knows it, and the archive code of what is in it (档号, DA/T 22-2015). */
#ifndef ARCHIVE_ENTRY_H
#define ARCHIVE_ENTRY_H

#include <stdbool.h>

#include "base/arena.h"

/* fonds-category·year-retention-organ-item, as J001-WS·2024-D10-BGS-0007. */
struct code {
    const char *fonds, *category;
    long year;
    const char *retention; /* Y, D30 or D10: for good, 30 or 10 years */
    const char *organ;     /* "": the level is left out */
    long item;             /* counted in the year, retention and organ */
};

struct entry {
    long number; /* of the bag, from 1 */
    struct code code;
    const char *document_number, *issuer, *title, *date; /* "" where the notice has none */
    long replaces;    /* the number of the bag that this one corrects; 0: none */
    const char *seal; /* SHA-256 of the bag's tag manifest, which seals all of it */
};

char *code_print(struct arena *arena, const struct code *code);
/* Whether both count their items together. */
bool code_same_series(const struct code *a, const struct code *b);
/* Y, D30, D10. */
bool retention_is_known(const char *retention);
const char *retention_words(const char *retention); /* 永久, 30年, 10年 */

/* The name of a bag's folder: its number with at least six digits. */
char *entry_folder(struct arena *arena, long number);

/* A line of the register, without its end: the fields of an entry with tabs between them. */
char *entry_print(struct arena *arena, const struct entry *entry);
/* False if it is no such line. */
bool entry_read(struct arena *arena, const char *line, struct entry *entry);

#endif
