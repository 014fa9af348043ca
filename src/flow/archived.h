/* A bag of an archive, read whole and held against what it says of itself. */
#ifndef FLOW_ARCHIVED_H
#define FLOW_ARCHIVED_H

#include "archive/store.h"

struct archived {
    const char *folder;
    struct bag bag;
    struct metadata metadata;
    struct entry entry;
};

/* False if anything is wrong with it; then that is reported. */
bool archived_read(struct findings *findings, const struct store *store, long number,
                   struct archived *archived);
/* Reports if the register does not say the same of it. */
void archived_compare(struct findings *findings, const struct store *store,
                      const struct entries *entries, const struct archived *archived);
/* The bag of a number, and that the register says the same: what is wrong with it goes to `found`.
 * False if something else was reported, as that there is no such bag. */
bool archived_take(struct findings *trouble, const struct store *store, long number,
                   struct findings *found, struct archived *archived);
/* The path of the notice among the sources of a bag that is named as ARCHIVE:N, where N is its
 * number; the name itself if it is none of an archive. NULL and reported if the bag is damaged. */
const char *archived_notice(struct findings *findings, const char *name);
/* The place of one of its files. */
struct place archived_place(struct arena *arena, const struct archived *archived, const char *path);

#endif
