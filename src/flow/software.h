/* What makes documents here: the program and its libraries, with their versions. */
#ifndef FLOW_SOFTWARE_H
#define FLOW_SOFTWARE_H

#include "archive/metadata.h"

/* `version` is that of the program. */
struct metadata_pair *software_here(struct arena *arena, const char *version);
/* "gongwen 1.0, libxml2 2.9" */
const char *software_print(struct arena *arena, const struct metadata_pair *software);

#endif
