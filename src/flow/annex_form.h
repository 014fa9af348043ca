/* An annex whose template is a Word file of the office's own. */
#ifndef FLOW_ANNEX_FORM_H
#define FLOW_ANNEX_FORM_H

#include "compose/compose.h"
#include "data/notice.h"
#include "zip/package.h"

/* The template of a part, filled with the data of the notice, the annex as context. Without bytes,
 * and all is reported to the findings of the project, if anything is wrong. */
struct package annex_form_fill(struct project *project, struct composer *composer,
                               const struct notice *notice, const struct part *part);

#endif
