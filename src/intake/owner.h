/* Whose form it is that came back. */
#ifndef INTAKE_OWNER_H
#define INTAKE_OWNER_H

#include "intake/collection.h"

/* Whether a department has an indicator, by itself or (collective) among all departments. */
enum bearing { BEARS_NOT, BEARS_COLLECTIVELY, BEARS };
enum bearing department_bears(const struct department *department,
                              const struct indicator *indicator);

/* Sets owner[i] for each seat that the form stands for; false if it is none. Departments that the
 * scheme does not have are told as problems. */
bool form_owners(struct collection *collection, const struct form *form, bool *owner);

#endif
