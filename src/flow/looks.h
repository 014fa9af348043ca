/* The style of a project's documents. */
#ifndef FLOW_LOOKS_H
#define FLOW_LOOKS_H

#include "data/project.h"
#include "style/style.h"

/* The style of that name with its bases; `asked` is where it is named. NULL, and all reported, if
 * anything is wrong. It lives on the arena of the project's findings. */
const struct style *looks_load(struct project *project, const char *name, struct place asked);

#endif
