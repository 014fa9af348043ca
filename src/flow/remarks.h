/* Findings as comments of a Word file. */
#ifndef FLOW_REMARKS_H
#define FLOW_REMARKS_H

#include "base/finding.h"
#include "docx/comment.h"

/* Comments with severity, message, rule, remedy and source of each finding: at the block that is
 * its node, else at the paragraph that its path names. NULL if there are none. */
const struct comment *remarks_of(struct arena *arena, const struct findings *findings,
                                 enum language language);

#endif
