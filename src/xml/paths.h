/* The paths of many nodes, one after another. */
#ifndef XML_PATHS_H
#define XML_PATHS_H

#include "xml/tree.h"

/* On an arena; of one document, which does not change while it is in use. */
struct xml_paths;
struct xml_paths *xml_paths_new(struct arena *arena);

/* What xml_path() gives, which counts all siblings before an element: here it is counted on from
 * the one that was asked for before on its level. */
const char *xml_paths_path(struct xml_paths *paths, const struct xml_node *node);

#endif
