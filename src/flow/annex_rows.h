/* Files that hold the rows of annexes. */
#ifndef FLOW_ANNEX_ROWS_H
#define FLOW_ANNEX_ROWS_H

#include "data/project.h"
#include "doc/list_file.h"
#include "xml/tree.h"

struct annex_rows;
struct annex_rows *annex_rows_new(struct project *project);

/* What composer_lend takes: the context is a struct annex_rows, the file that which the attribute
 * rows of the annex names. The first few are looked through once. */
const struct list_file *annex_list(void *context, const struct xml_node *annex);

#endif
