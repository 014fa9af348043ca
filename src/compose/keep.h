/* What comes out the same in one document after the other is composed once. Within the room. */
#ifndef COMPOSE_KEEP_H
#define COMPOSE_KEEP_H

#include "compose/run.h"

/* Adds to the section of the target what the piece gives, if it was kept, or is composed to be kept
 * now; false if it has to be composed for this document alone. */
bool keep_run(struct composer *composer, const struct piece *piece, struct scope scope,
              const struct target *target);

#endif
