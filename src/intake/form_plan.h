/* Which fields the forms of a scheme have: within the room, for form.c. */
#ifndef INTAKE_FORM_PLAN_H
#define INTAKE_FORM_PLAN_H

#include "intake/form.h"

enum { FORM_HEAD = -1 };

/* A field: a part of an indicator, or of the head. */
struct form_place {
    const char *name;
    long item; /* position of the indicator, or FORM_HEAD */
    int part;  /* enum form_part, or enum form_head */
};

/* NULL if no form of the scheme has it, or the name is NULL. */
const struct form_place *form_place_tagged(const struct form_plan *plan, const char *tag);
const struct form_place *form_place_marked(const struct form_plan *plan, const char *bookmark);

/* The id of the field, for people. */
const char *form_place_name(const struct form_plan *plan, struct arena *arena, long item, int part);

/* Whether the name is one for a part of an indicator, be it of another scheme. */
bool form_part_is_named(const char *name);

#endif
