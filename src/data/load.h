/* One file of data: read and held against its schema. */
#ifndef DATA_LOAD_H
#define DATA_LOAD_H

#include "data/project.h"
#include "xml/schema.h"

/* For the caller to free; NULL and reported if anything is wrong with it. */
struct xml_document *data_load(struct project *project, const char *path, struct place asked,
                               const struct schema *schema);
/* The same for what becomes a part of another document, by xml_move. */
struct xml_document *data_load_for(struct project *project, const char *path, struct place asked,
                                   const struct schema *schema, struct xml_document *other);

#endif
