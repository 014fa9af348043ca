/* What the rules over departments share. */
#ifndef CHECK_DEPARTMENTS_H
#define CHECK_DEPARTMENTS_H

#include "check/subject.h"

/* Whether a department is declared with that name or <short>, whatever place stands before it. */
bool department_named(const struct subject *subject, const struct department *department,
                      const char *name);

/* The first of a list that is; NULL if none. */
const struct department *department_with_name(const struct subject *subject,
                                              const struct department *list, const char *name);

/* Whether the attribute `rubric` of a department of the notice names that one. */
bool department_maps_to(const struct department *own, const struct department *of_rubric);

/* Departments of the notice and of the rubric; NULL if there are none. */
const struct department *departments_of_notice(const struct subject *subject);
const struct department *departments_of_rubric(const struct subject *subject);

/* Departments in the table against those that are addressed or listed. */
void check_lists_of_departments(struct subject *subject);

/* Indicators without a department. */
void check_indicators_without(struct subject *subject);

#endif
