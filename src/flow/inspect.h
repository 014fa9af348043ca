/* The job of `gongwen inspect`: what a Word file asks of the data. */
#ifndef FLOW_INSPECT_H
#define FLOW_INSPECT_H

#include "flow/fill.h"
#include "flow/unused.h"

/* As for flow_fill; without output. */
struct inspection {
    const struct fill_tag *tags;
    const struct unused *unused;
    struct findings found; /* what is wrong with the tags */
};

/* The data may be NULL. False if what keeps the template from being read was reported. */
bool flow_inspect(struct findings *findings, const struct fill_job *job,
                  struct inspection *inspection);

#endif
