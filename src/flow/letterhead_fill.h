/* The letterhead of a reference document, for one notice. */
#ifndef FLOW_LETTERHEAD_FILL_H
#define FLOW_LETTERHEAD_FILL_H

#include "compose/compose.h"
#include "data/notice.h"
#include "docx/letterhead.h"

/* The letterhead with its tags worked out, the notice as context; `path` is that of the document
 * that has it. The same where it has none. NULL if there is none, or if anything is wrong, which is
 * reported. What differs lives on the findings' arena. */
const struct letterhead *letterhead_fill(struct findings *findings,
                                         const struct letterhead *letterhead, const char *path,
                                         const struct notice *notice, struct composer *composer);

#endif
