/* The families of rules, a file each. A family that lacks what it looks at says nothing. */
#ifndef CHECK_FAMILIES_H
#define CHECK_FAMILIES_H

#include "check/subject.h"

void check_points(struct subject *subject);
void check_forms(struct subject *subject);
void check_departments(struct subject *subject);
void check_counts(struct subject *subject);
void check_dates(struct subject *subject);
void check_number(struct subject *subject);
void check_annexes(struct subject *subject);
void check_organs(struct subject *subject);
void check_headings(struct subject *subject);
void check_characters(struct subject *subject);
void check_contacts(struct subject *subject);
void check_slogans(struct subject *subject);
void check_layout(struct subject *subject);
void check_open(struct subject *subject);

#endif
