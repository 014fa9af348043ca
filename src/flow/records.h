/* The list of a batch: a row of headings, then one record a row. Within the room. */
#ifndef FLOW_RECORDS_H
#define FLOW_RECORDS_H

#include "base/finding.h"

struct record_column {
    const char *name; /* as headed */
    bool is_path;     /* it begins with /: a value of the notice */
    size_t index;     /* in the list, from 0; texts and starts leave none out */
    struct place place;
};

struct record {
    const char *id; /* fit for the name of a folder; of no two it is the same */
    struct place place;
    const char *texts; /* of the columns, each with its NUL */
    const int *starts; /* where they begin in the line; 0: there is none */
};

struct records {
    struct record_column *columns;
    size_t column_count;
    struct record *record;
    size_t count;
    size_t left_out; /* of the shard, as their ids are wrong */
};

/* Of a list that is split: the part `number` of `count`, from 1. A record is in the part that the
 * hash of its id (FNV-1a, 64 bits), modulo the count, and 1 gives: the same part on every
 * machine. */
struct shard {
    long number, count;
};

/* Reads the records of the shard. A record whose id is wrong is reported and left out. False and
 * reported if the list itself is wrong: then only its columns, if any, are of use. */
bool records_read(struct findings *findings, const char *path, struct shard shard,
                  struct records *records);

/* What a record has in a column; "" if nothing. */
const char *record_text(const struct record *record, const struct record_column *column);
/* Where it has it. */
struct place record_place(const struct record *record, const struct record_column *column);

#endif
