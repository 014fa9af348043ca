/* One notice and the records of a list: for one record after the other its values are put in, and
 * what then differs is done again. Within the room. */
#ifndef FLOW_MAILING_H
#define FLOW_MAILING_H

#include "data/master.h"
#include "flow/assemble.h"
#include "flow/records.h"

struct mailing_looks {
    const struct mailing_looks *next;
    const char *name;        /* of the style */
    struct appearance looks; /* without a style where something is wrong with it */
};

struct mailing {
    const struct source *source;
    const struct records *records;
    struct findings *lasting; /* of what is read once: notice, templates, styles */
    struct project project;
    struct master master;
    struct xml_node **target; /* of the plain notice, by column; NULL where that is no path */
    const char **own;         /* the value that it has there itself */
    bool has_paths;
    struct composer *composer;
    const struct mailing_looks *looks; /* each loaded once */
};

/* Reads the notice and finds what the headings of the list speak of. False and reported if anything
 * is wrong; the caller gives the mailing to mailing_close either way. */
bool mailing_open(struct findings *findings, const struct source *source,
                  const struct records *records, struct mailing *mailing);
void mailing_close(struct mailing *mailing);

/* Assembles the notice with the values of a record, traced for a check of it. What is wrong is
 * reported to `told`, on whose arena the assembly lives; it is good until the next one. False if
 * anything is. */
bool mailing_record(struct mailing *mailing, struct findings *told, const struct record *record,
                    bool is_traced, struct assembly *assembly);

#endif
