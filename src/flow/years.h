/* The years that a notice names: its own and the one before are raised by one where they are told
 * as such (2022年, 2021年度), and every one that is not is told. */
#ifndef FLOW_YEARS_H
#define FLOW_YEARS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"

/* What became of a year. All but the first are left as they are. */
enum year_fate {
    YEAR_RAISED,
    YEAR_CITED,   /* in 《…》 of another document, or in the brackets behind it */
    YEAR_SINCE,   /* 自2021年以来 */
    YEAR_RANGE,   /* 2021—2025年 */
    YEAR_OTHER,   /* not followed by 年, or not in plain digits: a name, a number, a date */
    YEAR_COMMENT, /* of the file, not printed */
    YEAR_NAMED,   /* the name of a file, or why a rule is accepted */
    YEAR_COPIED   /* in a file that is copied as it is */
};

struct year_note {
    struct year_note *next;
    const char *file;
    long line;
    enum year_fate fate;
    const char *text; /* the whole file, raised */
    size_t at;        /* the year in it */
};

/* A title of the notice's own: 《…》 around it cites no other document. */
struct own_title {
    struct own_title *next;
    const char *text;
};

/* Goes over the texts of a notice, one after the other, each from its beginning to its end. */
struct years {
    struct arena *arena;
    int year; /* of the notice, with four digits, below 9999 */
    const struct own_title *titles;
    struct year_note *first, **end;
    const char *file;
    char *text;
    size_t counted; /* bytes whose lines are counted */
    long line;
    int quotes; /* 《 that are open */
    bool own;   /* the outermost holds a title of ours */
    bool aside; /* in brackets right behind 》 */
    size_t closed;
};

struct years years_of(struct arena *arena, int year, const struct own_title *titles);
/* The next text, NUL-terminated; it is changed in place and keeps its length. `file` is for the
 * notes. */
void years_begin(struct years *years, const char *file, char *text);
/* Goes on to the bytes from start to end. With fate YEAR_RAISED years are raised where they can be;
 * with another one they are left, and that is why. */
void years_in(struct years *years, size_t start, size_t end, enum year_fate fate);
/* What follows is no part of the sentence before. */
void years_break(struct years *years);
/* Raises the four digits that stand there, whatever is around them. */
void years_raise(struct years *years, size_t at);

/* The words around the year, of its line. */
const char *year_note_words(struct arena *arena, const struct year_note *note);
const char *year_fate_words(enum year_fate fate, enum language language);

#endif
