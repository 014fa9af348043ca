/* What is compared of a scheme, its departments, groups and indicators: a table for each. */
#ifndef SCHEME_FIELDS_H
#define SCHEME_FIELDS_H

#include "scheme/marking.h"
#include "scheme/match.h"

enum thing { THING_SCHEME, THING_DEPARTMENT, THING_GROUP, THING_INDICATOR, THINGS };

struct comparison {
    struct arena *arena;
    struct match match;
    struct pairing pairing[THINGS];
    /* Of the new side: whether it stands elsewhere among what it stood beside; NULL of a scheme. */
    const bool *displaced[THINGS];
    const long *number[THINGS][SIDES]; /* the position there, from 1 */
    long *counts;                      /* on departments, 0 in between */
};

struct comparison comparison_of(struct arena *arena, const struct rubric *old,
                                const struct rubric *new);

/* Whether the group above the old thing is the one above the new thing. */
bool is_below_same(const struct comparison *comparison, enum thing thing, size_t old, size_t new);

/* When a field is told: if it differs; also of what was added or removed; of all that is told. */
enum telling { TOLD_CHANGED, TOLD_WHOLE, TOLD_ALWAYS };

struct field {
    const char *name;
    const char *change, *words; /* what it is called if it differs, for programs and for people */
    const char *label;          /* printed before it; NULL: it speaks for itself */
    enum telling told;
    enum grain grain;
    /* As printed; NULL or "" if there is none. */
    const char *(*value)(const struct comparison *comparison, enum side side, size_t index);
    /* Whether both mean the same; NULL: if they are printed the same. */
    bool (*same)(const struct comparison *comparison, size_t old, size_t new);
    bool technical; /* of concern to the file only: nothing that the scheme says */
};

struct thing_kind {
    const char *name;
    const struct field *fields; /* ends with name NULL */
    struct xml_node *(*node)(const struct comparison *comparison, enum side side, size_t index);
};

extern const struct thing_kind thing_kinds[THINGS];

#endif
