/* Plain paths, as most expressions are: . @name name ../name /notice/@lang a/b/@c self::a/@b,
 * worked out without the evaluator of XPath. Within the room. */
#ifndef XML_STEPS_H
#define XML_STEPS_H

#include "xml/xpath.h"

struct steps;

/* NULL if the expression is no plain path. */
const struct steps *steps_read(struct arena *arena, const char *expression);

/* What XPath gives for it; the nodes are on the arena. False if more nodes than `most` were looked
 * at; 0: there may be any number. */
bool steps_run(struct arena *arena, const struct steps *steps, const struct xml_node *context,
               size_t most, struct xpath_value *value);

#endif
