/* The two schemas, compiled into the program. */
#ifndef DATA_SCHEMAS_H
#define DATA_SCHEMAS_H

#include "xml/schema.h"

extern const struct schema notice_schema;
extern const struct schema rubric_schema;

/* All names that stand in a joined document: those of both schemas and those that joining adds. */
struct names joined_names(struct arena *arena, enum name_kind kind);

#endif
