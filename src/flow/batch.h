/* The job of `gongwen render --batch`: one notice, its documents once for each record of a list. */
#ifndef FLOW_BATCH_H
#define FLOW_BATCH_H

#include "flow/records.h"
#include "flow/render.h"

/* How far it is. */
struct batch_counts {
    size_t all; /* records of the shard */
    size_t written;
    size_t whole;   /* by an earlier run: left as they are */
    size_t failed;  /* something is wrong with them */
    size_t refused; /* check finds errors in them, and render.strict */
};

struct batch {
    struct render render; /* its folder is that of all records; without overview */
    const char *list;     /* path of the CSV */
    const char *version;  /* of the program */
    long jobs;            /* processes, from 1 to LIMIT_JOBS */
    struct shard shard;   /* 1 of 1: all records */
    bool resume;          /* leave out what is written and would come out the same */
    void (*progress)(void *context, const struct batch_counts *counts); /* after each record */
    void *context;
};

/* Writes the documents of each record to a folder of its own, all of them or none. What is wrong is
 * reported, with the record that it is wrong for, and the others are written. What check finds in
 * the first record is added to `found`, with render.strict also what it refuses others for. False
 * if it ended before all were done: by a signal, which the caller holds (base/signals.h), or as the
 * list was changed meanwhile, which is reported. */
bool flow_batch(struct findings *findings, const struct batch *batch, struct findings *found,
                struct batch_counts *counts);

#endif
