/* What of a notice concerns one recipient. Within the room. */
#ifndef DATA_PORTION_H
#define DATA_PORTION_H

#include "data/recipient.h"

/* Whether it bears an indicator, itself or with all. */
bool portion_any(const struct notice *notice, const struct recipient *recipient);

/* Adds to a node what the recipient bears of the rubric, the tasks that it takes part in and the
 * deadlines that hold for it. */
void portion_add(struct arena *arena, const struct notice *notice,
                 const struct recipient *recipient, struct xml_node *node);

#endif
