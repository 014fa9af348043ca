/* What in one rubric is what in the other: departments, indicators, groups. */
#ifndef SCHEME_MATCH_H
#define SCHEME_MATCH_H

#include "data/rubric.h"

enum side { SIDE_OLD, SIDE_NEW, SIDES };

/* Things of one kind, by their index in each rubric. */
struct pairing {
    size_t count[SIDES];
    long *partner[SIDES]; /* the index on the other side; -1: none */
};

/* An indicator, with its wording at hand. */
struct leaf {
    const struct indicator *indicator;
    const char *text; /* in one line */
    const char *key;  /* as wording_key gives it */
};

struct match {
    const struct rubric *rubric[SIDES];
    const struct department **departments[SIDES];
    struct leaf *leaves[SIDES];
    const struct group **groups[SIDES];
    struct pairing of_departments, of_leaves, of_groups;
};

/* Owned by the arena; the rubrics must live as long. */
struct match scheme_match(struct arena *arena, const struct rubric *old, const struct rubric *new);

/* The same department in the new rubric, or -1. */
long department_in_new(const struct match *match, enum side side,
                       const struct department *department);
/* Whether the references name the same departments in the same order. */
bool same_departments(const struct match *match, const struct department_ref *old,
                      const struct department_ref *new);

#endif
