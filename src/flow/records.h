/* The list of a batch: a row of headings, then one record a row. Within the room. */
#ifndef FLOW_RECORDS_H
#define FLOW_RECORDS_H

#include "base/finding.h"

struct record_column {
    const char *name; /* as headed */
    bool is_path;     /* it begins with /: a value of the notice */
    size_t index;     /* in the list, from 0 */
    struct place place;
};

struct record {
    const char *id; /* fit for the name of a folder; of no two it is the same */
    struct place place;
    const char *const *value; /* of the columns that the row has */
    const long *start;        /* where they begin in the line */
    size_t count;
};

struct records {
    struct record_column *columns;
    size_t column_count;
    size_t count;            /* records of the shard that can be had */
    size_t left_out;         /* of the shard, as their ids are wrong */
    struct listing *listing; /* the file and how far it is read */
};

/* Of a list that is split: the part `number` of `count`, from 1. A record is in the part that the
 * hash of its id (FNV-1a, 64 bits), modulo the count, and 1 gives: the same part on every
 * machine. */
struct shard {
    long number, count;
};

/* Looks through the list, none of which is held. A record whose id is wrong is reported, in its
 * shard, and left out. False and reported if the list itself is wrong: then only its columns, if
 * any, are of use. The caller gives the records to records_close either way. */
bool records_open(struct findings *findings, const char *path, struct shard shard,
                  struct records *records);
void records_close(struct records *records);

/* The record of that index, from 0, until the next call: quick where it is the one before or one
 * behind, as it is read out of the file. NULL and reported if that has changed meanwhile. */
const struct record *records_at(struct records *records, struct findings *findings, size_t index);

/* What a record has in a column; "" if nothing. */
const char *record_text(const struct record *record, const struct record_column *column);
/* Where it has it. */
struct place record_place(const struct record *record, const struct record_column *column);

#endif
