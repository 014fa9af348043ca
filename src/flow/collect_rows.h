/* A collection as rows for spreadsheets and other programs. */
#ifndef FLOW_COLLECT_ROWS_H
#define FLOW_COLLECT_ROWS_H

#include "base/buffer.h"
#include "intake/collection.h"

/* Adds a header and a row for each indicator and department. */
void collection_csv(const struct collection *collection, struct buffer *out);

/* Adds an object a line, each with a `type`: the departments, the domains with their sums, the
 * answers, the problems; docs/collect.md lists what stands in them. */
void collection_json(const struct collection *collection, struct buffer *out);

#endif
