/* What each department gets: its responsibilities, its evidence, its self-assessment. Within the
 * room. */
#ifndef FLOW_HANDOUT_H
#define FLOW_HANDOUT_H

#include "flow/assemble.h"

/* Adds the recipients to the joined document and composes a document of each kind for each. NULL
 * and reported if there is no recipient. */
struct handout *handouts_compose(struct findings *findings, struct composer *composer,
                                 struct notice *notice);

struct property *handout_properties(struct arena *arena, const struct handout *handout);

#endif
