/* The data that a Word file is filled with. */
#ifndef FLOW_FILLING_H
#define FLOW_FILLING_H

#include "data/notice.h"
#include "fill/fill.h"

struct filling_data {
    struct fill_data fill;
    struct notice *notice; /* NULL: other XML */
    struct project project;
    struct vocabulary vocabulary;
};

/* Reads a notice with all that it names, joined; or another XML file, whose own names may then
 * stand in tags. False and reported if it cannot be read; else the caller frees it. */
bool filling_data_read(struct findings *findings, const char *path, const char *share,
                       struct filling_data *data);
void filling_data_free(struct filling_data *data);

#endif
