/* Compares two rubrics. */
#ifndef SCHEME_SCHEME_H
#define SCHEME_SCHEME_H

#include "data/rubric.h"

/* What differs, as a <diff> that data/diff.xsd describes: no <item> in it says that nothing does.
 * The caller frees it; it does not need the rubrics any more. */
struct xml_document *scheme_compare(struct arena *arena, const struct rubric *old,
                                    const struct rubric *new);

#endif
