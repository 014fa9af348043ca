/* The job of `gongwen import`: from a scheme's tables to a rubric. */
#ifndef FLOW_IMPORT_H
#define FLOW_IMPORT_H

#include "doc/grid.h"

/* The tables of a Word document, a spreadsheet or a CSV file, which its content tells apart; at
 * least one. With numbers, which a 0 ends, only those, in the order of the file. Reports and
 * returns false if the file cannot be read or has no such table. */
bool import_tables(struct findings *findings, const char *path, const size_t *numbers,
                   struct grids *grids);

struct import_job {
    const char *file;
    const char *output;      /* where the rubric will be written; NULL: nowhere */
    const size_t *tables;    /* as above */
    const char *const *maps; /* of --map, which NULL ends */
    const char *share;       /* the installed templates/ folder; NULL if there is none */
};

/* A rubric as the text of its file, valid by rubric.xsd; NULL and reported if the tables hold none.
 * What has no place in it is told in `unplaced`. */
const char *import_scheme(struct findings *findings, const struct import_job *job,
                          struct findings *unplaced);

#endif
