/* The self-assessments of all departments of a scheme, put together. Everything lives on one arena.
 */
#ifndef INTAKE_COLLECTION_H
#define INTAKE_COLLECTION_H

#include "intake/form.h"
#include "intake/problem.h"
#include "intake/returned.h"

struct sums {
    long indicators;
    points full;            /* shared indicators in full for each department */
    points score, deducted; /* of answers that count */
};

/* A department that has to answer: one that the scheme gives indicators. */
struct seat {
    const struct department *department;
    const struct form *form;  /* that counts; NULL: none has come */
    const struct form *older; /* of another scheme, which does not count; NULL: none */
    struct sums sums;
    long empty; /* indicators where something is not filled in */
};

/* What a department says of an indicator. */
struct answer {
    struct answer *next; /* of the same indicator, by protocol */
    struct seat *seat;
    const struct form_item *item; /* NULL: no form has come */
    bool counts;                  /* the value is a number within bounds */
    points value;                 /* the score, or the deduction */
    const char *fault;            /* in Chinese; "" if nothing is wrong */
};

struct entry {
    const struct indicator *indicator;
    struct answer *answers; /* of each department that has the indicator */
    bool counts;            /* one answer at least */
    points value;           /* of those that count: the lowest score, the largest deduction */
};

/* A group of the first level. */
struct domain {
    const struct group *group;
    struct sums all;   /* each indicator once, by its entry */
    struct sums *each; /* of each seat, by its own answers */
};

struct collection {
    const struct rubric *rubric;
    struct returned returned;
    struct seat *seats; /* by protocol */
    struct entry *entries;
    struct domain *domains;
    size_t seat_count, entry_count, domain_count;
    size_t forms;    /* that could be read */
    size_t answered; /* seats with a form */
    struct sums all; /* of the domains */
    struct problems problems;
};

/* The group of the first level that an indicator stands in. */
const struct group *indicator_domain(const struct indicator *indicator);

/* Puts the forms of the returned files together, in their order; `problems` holds what reading them
 * found. Whose form one is: what its properties say; else the only department with exactly its
 * indicators; else the only one with the longest name in its title. Of two forms of one department
 * the one with the later date counts, else the one named last. */
struct collection *collection_new(struct arena *arena, const struct form_plan *plan,
                                  struct returned returned, const struct form *forms,
                                  struct problems problems);

#endif
