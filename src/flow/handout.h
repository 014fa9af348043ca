/* What each department gets: its responsibilities, its evidence, its self-assessment. Within the
 * room. */
#ifndef FLOW_HANDOUT_H
#define FLOW_HANDOUT_H

#include "flow/assemble.h"

/* Composes a document of each kind for each recipient of the notice. NULL and reported if there is
 * none. */
struct handout *handouts_compose(struct findings *findings, struct composer *composer,
                                 const struct notice *notice);

struct property *handout_properties(struct arena *arena, const struct handout *handout);

#endif
