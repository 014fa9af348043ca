/* What is wrong, and where. */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include <stddef.h>

#include "base/message.h"

/* A place in a file. line and column count from 1; 0 where unknown. */
struct place {
    const char *file;
    long line;
    long column;
};

struct finding {
    struct finding *next;
    enum rule rule;
    struct place place;
    const char *const *values; /* NULL-terminated */
};

/* All findings of a run, in the order they were made; those beyond LIMIT_FINDINGS are counted
 * only. */
struct findings {
    struct arena *arena;
    struct finding *first;
    struct finding *last;
    size_t count;
    size_t errors;
};

struct findings findings_on(struct arena *arena);

/* Copies the values. An exact repetition of an earlier finding is dropped. */
void finding_add(struct findings *findings, enum rule rule, struct place place,
                 const char *const *values);
#define REPORT(findings, rule, place, ...)                                                         \
    finding_add((findings), (rule), (place), (const char *const[]){__VA_ARGS__, NULL})

/* By file, in the order in which files first appear, and in it by line; those of one place stay as
 * they are. */
void findings_sort(struct findings *findings);

/* "did you mean "x"?" for {1} and {2} of a message, "" where nothing is near. */
struct suggestion {
    const char *words[LANGUAGE_COUNT];
};
struct suggestion suggestion_near(struct arena *arena, const char *word,
                                  const char *const *candidates, size_t count);

/* "file:line:column: error: message [rule-id]" and, indented, the line of source (NULL: none) and
 * the hint. */
char *finding_print(struct arena *arena, const struct finding *finding, const char *source,
                    enum language language);

#endif
