/* A self-assessment that came back from a department: what it says, indicator by indicator. */
#ifndef INTAKE_FORM_H
#define INTAKE_FORM_H

#include "data/rubric.h"
#include "base/file.h"

enum form_part { FORM_DONE, FORM_SCORE, FORM_VETO, FORM_REMARK, FORM_PARTS };
enum form_head {
    FORM_FILLER,
    FORM_PHONE,
    FORM_DATE,
    FORM_OVERVIEW, /* 质量工作总体情况 */
    FORM_HIGHLIGHTS,
    FORM_PROBLEMS,
    FORM_PLANS,
    FORM_OTHER, /* what was written below the scoring table */
    FORM_HEADS
};

struct form_item {
    const struct indicator *indicator;
    const char *value[FORM_PARTS]; /* NULL: the form has no place for it; "": not filled in */
    const char *other_text; /* that its row of the scoring table prints; NULL: its own, or no row */
    const char *points;     /* as that row prints them; NULL: it does not */
};

struct form_stray {
    struct form_stray *next;
    const char *text;
};

struct form {
    struct form *next;
    const char *path;
    const char *title;            /* "" if there is none */
    const char *scheme;           /* id of its rubric; NULL: it does not say */
    const char *departments;      /* ids, blanks between; NULL: it does not say */
    const char *head[FORM_HEADS]; /* never NULL */
    struct form_item *items;      /* one for each indicator, in the order of the rubric */
    struct form_stray *strays;    /* names of fields that the scheme does not know */
    struct form_stray *extras;    /* words that stand where no value is asked for */
};

/* The part that says whether an indicator is answered: the score, of a veto whether it happened,
 * of an indicator without points what was done. */
enum form_part form_answer_part(const struct indicator *indicator);

/* What forms of a scheme hold: made once, used for each of them. */
struct form_plan {
    const struct rubric *rubric;
    const struct indicator **indicators; /* in the order of the rubric */
    const char **keys;                   /* their texts, without blanks */
    const char **starts;                 /* those up to where the points are printed */
    size_t count;
    struct form_place *by_tag, *by_bookmark; /* sorted by name */
    size_t places;
};
struct form_plan *form_plan_new(struct arena *arena, const struct rubric *rubric);

/* Reads a returned Word file. In the scoring table and behind the labels that the form prints, a
 * value is all that people see there; tags of content controls and bookmarks tell of what, and are
 * a field's own value elsewhere. Different words for one place are put together, those for none
 * are extras. The form lives on `keep`,
 * which may outlive the findings. NULL and reported if the file cannot be read, or is no form. A
 * value of more than LIMIT_FORM_VALUE characters is cut, and reported. */
struct form *form_read(struct findings *findings, const struct file *file,
                       const struct form_plan *plan, struct arena *keep);

#endif
