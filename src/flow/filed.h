/* The places of files in a bag: what was issued, what was rendered, what it was rendered from. */
#ifndef FLOW_FILED_H
#define FLOW_FILED_H

#include "archive/bag.h"
#include "data/project.h"

#define FILED_ISSUED "data/issued"
#define FILED_RENDERED "data/rendered"
#define FILED_SOURCE "data/source"

/* Adds the files that the project read. Those under its root keep their places; templates, styles
 * and rest days of the share folder go into templates/, where the root has none of that name. False
 * and reported if one lies elsewhere, or has a name that cannot be filed. */
bool filed_sources(struct findings *findings, const struct project *project, struct bag *bag);
/* Where a file under the root lies in FILED_SOURCE; NULL if it does not lie under the root. */
const char *filed_place(struct arena *arena, const struct project *project, const char *path);
/* Adds a file, if its name can be filed; false and reported otherwise. */
bool filed_add(struct findings *findings, struct bag *bag, const char *folder, const char *name,
               const char *bytes, size_t length);

#endif
