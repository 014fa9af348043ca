/* What of a notice concerns one recipient. Within the room. */
#ifndef DATA_PORTION_H
#define DATA_PORTION_H

#include "data/recipient.h"

/* Adds to the recipient's node what it bears of the rubric, the tasks that it takes part in and the
 * deadlines that hold for it. False if it bears no indicator. */
bool portion_join(struct arena *arena, const struct notice *notice,
                  const struct recipient *recipient);

#endif
