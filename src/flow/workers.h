/* Work that is shared out among processes: forked ones, so that what was read before is there in
 * each of them. Within the room. */
#ifndef FLOW_WORKERS_H
#define FLOW_WORKERS_H

#include "base/buffer.h"
#include "base/finding.h"

struct workers_job {
    size_t count;   /* items of work */
    long processes; /* from 1 to LIMIT_JOBS */
    void *context;
    /* In a worker: does an item and adds the answer. */
    void (*work)(void *context, size_t item, struct buffer *answer);
    /* In the caller, in the order of the items: an answer, which lives no longer than the call.
     * NULL: the process that had the item ended, with a status as waitpid gives it. False if it
     * makes no sense to go on. */
    bool (*take)(void *context, size_t item, const char *answer, int status);
};

/* Does all items; after a signal that ends the program, or when an answer was not taken, those that
 * were begun only, and then gives false. The caller holds the signals (base/signals.h). A worker
 * goes when its caller is gone. False and reported if there can be no worker. */
bool workers_run(struct findings *findings, const struct workers_job *job);

#endif
