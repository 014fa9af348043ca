/* What is missing or wrong in the forms that came back. */
#ifndef INTAKE_PROBLEM_H
#define INTAKE_PROBLEM_H

#include "data/rubric.h"

/* In the order in which they are told: what concerns whole files first. */
enum topic {
    TOPIC_FILE,    /* forms that cannot be read or assigned */
    TOPIC_SCHEME,  /* forms of an older scheme, or changed ones */
    TOPIC_MISSING, /* departments that have not answered */
    TOPIC_VETO,
    TOPIC_SCORE,  /* no number, or out of bounds */
    TOPIC_SHARED, /* one indicator, several departments, several scores */
    TOPIC_EMPTY,
    TOPIC_COUNT
};

enum problem_kind {
    PROBLEM_UNREADABLE, /* {0} why; the reader has reported it */
    PROBLEM_UNASSIGNED,
    PROBLEM_TWICE,   /* {0} the form that counts */
    PROBLEM_OLDER,   /* {0} the id of its scheme */
    PROBLEM_NOBODY,  /* {0} a department that the scheme does not have */
    PROBLEM_STRAY,   /* {0} names of fields */
    PROBLEM_EXTRA,   /* {0} words that have no place in the summary */
    PROBLEM_LACKING, /* no place for an indicator */
    PROBLEM_TEXT,    /* {0} the text in the form */
    PROBLEM_POINTS,  /* {0} the points in the form, {1} in the scheme */
    PROBLEM_MISSING,
    PROBLEM_VETO,      /* {0} the result */
    PROBLEM_NO_CHOICE, /* {0} what was typed, as in the following */
    PROBLEM_NO_NUMBER,
    PROBLEM_PLACES,
    PROBLEM_BELOW,
    PROBLEM_ABOVE,   /* {1} the most */
    PROBLEM_DIFFERS, /* {0} departments with their scores, {1} which one counts */
    PROBLEM_EMPTY,   /* {0} what is empty */
    PROBLEM_KINDS
};

struct problem {
    struct problem *next;
    enum problem_kind kind;
    const struct department *department; /* NULL: of none alone */
    const struct indicator *indicator;   /* NULL: of the whole form */
    const char *file;                    /* path of the form; NULL: there is none */
    const char *reason[LANGUAGE_COUNT];  /* not a sentence: “3”高于2分 */
};

struct problems {
    struct arena *arena;
    struct problem *first, **end; /* end NULL: none yet */
};

/* Adds one like `about`, with its reason from the kind and the values, which are made short. */
struct problem *problem_add(struct problems *problems, struct problem about, const char *value,
                            const char *more);

/* By topic, those of a topic by department, in the order of protocol. */
void problems_sort(struct problems *problems);

enum topic problem_topic(const struct problem *problem);
const char *topic_name(enum topic topic); /* file, scheme, …: in the collection's XML and JSON */

/* A text in one line, of at most so many characters. */
const char *one_line(struct arena *arena, const char *text, size_t most);

/* Makes findings of them. */
void problems_report(const struct problems *problems, struct findings *found);

#endif
