/* gongwen render --batch. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "cli/cli.h"
#include "flow/render.h"

/* As the user wrote them; NULL: not given. */
struct batch_options {
    const char *jobs, *shard, *resume;
};

/* Writes the documents of all records of the list; the folder is that of all. Gives the exit
 * status. */
int run_batch(struct session *session, struct render render, const char *list,
              struct batch_options options);

#endif
