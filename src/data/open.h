/* What a notice may leave open: written empty, as date="", it is not decided yet, prints as blanks
 * and is told by check; not written at all, the notice has none. */
#ifndef DATA_OPEN_H
#define DATA_OPEN_H

#include "base/message.h"
#include "xml/tree.h"

struct open_value {
    const char *element;   /* a child of <notice> */
    const char *attribute; /* NULL: the element's own text */
    enum rule rule;        /* that tells it */
    const char *words[LANGUAGE_COUNT];
};

const struct open_value *open_values(size_t *count);
/* Whether it stands in the node, an element of that name, and is empty. */
bool open_in(struct arena *arena, const struct open_value *value, const struct xml_node *node);

#endif
