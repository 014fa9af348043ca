/* What the limits are unless they are set, as constants. */
#ifndef UNIT_STANDARD_H
#define UNIT_STANDARD_H

#include "base/limits.h"

enum {
#define LIMIT(NAME, name, unit, standard, most) STANDARD_##NAME = standard,
#include "base/limits.def"
#undef LIMIT
};

#endif
