/* On which files the outputs depend, in make's syntax. */
#ifndef FLOW_DEPFILE_H
#define FLOW_DEPFILE_H

#include "data/project.h"

/* Adds a file to the outputs: a rule from all outputs so far to the dependencies, and an empty rule
 * for each of these, so that make goes on when one is deleted. */
void depfile_add(struct outputs *outputs, const char *path, const struct dependency *dependencies);

#endif
