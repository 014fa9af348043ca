/* What is wrong, and where. */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"

struct limit;

/* A place in a file. line and column count from 1; 0 where unknown. */
struct place {
    const char *file;
    long line;
    long column;
};

/* Where and of what a finding speaks, where a file and a line do not say it all. */
struct spot {
    struct place place;
    const char *path;  /* of the element: /notice/deadline[2]; NULL if unknown */
    const char *quote; /* the words as printed, shown where the file has no lines; place.column is
                          in it then; NULL: none */
    const char *const *where; /* "table 2, row 3", for each language; NULL: the place says it */
    const void *node; /* a node of the document that is checked, for those who mark it; NULL */
    long rank;        /* position in that document, for the order where lines are unknown */
    const struct limit *limit; /* that was passed: the report says how to raise it; NULL */
};

struct finding {
    struct finding *next;
    enum rule rule;
    struct place place;
    const char *const *values; /* NULL-terminated */
    const char *path, *quote;  /* as in struct spot */
    const char *const *where;
    const void *node;
    long rank;
    const struct limit *limit;
};

/* All findings of a run, in the order they were made; those beyond LIMIT_FINDINGS are counted
 * only. */
struct findings {
    struct arena *arena;
    struct finding *first;
    struct finding *last;
    size_t count;
    size_t errors;
    size_t warnings;
    size_t failures; /* errors with their repetitions: whether a step failed shows in these, as what
                        it found may be known from an earlier one */
};

struct findings findings_on(struct arena *arena);

/* Copies the values, with ? for what is no text. An exact repetition of an earlier finding is
 * dropped. */
void finding_add_spot(struct findings *findings, enum rule rule, const struct spot *spot,
                      const char *const *values);
void finding_add(struct findings *findings, enum rule rule, struct place place,
                 const char *const *values);
#define REPORT(findings, rule, place, ...)                                                         \
    finding_add((findings), (rule), (place), (const char *const[]){__VA_ARGS__, NULL})

/* What lies beyond a limit: {0} is the limit, {1} the subject (NULL: none). */
void finding_add_limit(struct findings *findings, enum rule rule, struct place place,
                       const struct limit *limit, const char *subject);

/* How many were only counted. */
size_t findings_unlisted(const struct findings *findings);
/* Adds what others found, all of it at one spot. */
void findings_settle(const struct findings *from, const struct spot *spot, struct findings *to);

/* Adds what others found, with copies of its places; what they only counted stays counted. */
void findings_hand_on(const struct findings *from, struct findings *to);

/* By file, in the order in which files first appear, and in it by line; those of one place stay as
 * they are. */
void findings_sort(struct findings *findings);

/* "did you mean "x"?" for {1} and {2} of a message, "" where nothing is near. */
struct suggestion {
    const char *words[LANGUAGE_COUNT];
};
struct suggestion suggestion_near(struct arena *arena, const char *word,
                                  const char *const *candidates, size_t count);

/* The remedy, and how to raise the limit that was passed; "" if there is none. */
char *finding_hint(struct arena *arena, const struct finding *finding, enum language language);

/* How findings are printed. */
struct printing {
    enum language language;
    bool color; /* with the escape sequences of a terminal */
};

/* "file:line:column: error: message [rule-id]" and, indented, the line of source with a caret under
 * the column, or the words it speaks of, and the hint. Reads the file for its line. */
char *finding_print(struct arena *arena, const struct finding *finding, struct printing printing);

/* One object of JSON and a line end; docs/finding.schema.json describes it. */
char *finding_json(struct arena *arena, const struct finding *finding, enum language language);

#endif
