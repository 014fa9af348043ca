/* The schemas, compiled into the program. */
#ifndef DATA_SCHEMAS_H
#define DATA_SCHEMAS_H

#include "xml/schema.h"

extern const struct schema notice_schema;
extern const struct schema rubric_schema;
extern const struct schema register_schema;
extern const struct schema diff_schema;
extern const struct schema collection_schema;

#endif
