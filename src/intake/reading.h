/* What the steps of an import share, from the columns of a table to the tree of a rubric. */
#ifndef INTAKE_READING_H
#define INTAKE_READING_H

#include "intake/terms.h"
#include "pattern/pattern.h"

struct reading {
    struct findings *findings; /* what makes the import impossible */
    struct findings *unplaced; /* what has no place in a rubric, and what was guessed */
    struct arena *arena;
    struct patterns *patterns;
    const struct term *columns;     /* of scheme-columns.tsv; those of --map first */
    const struct term *departments; /* of scheme-departments.tsv */
};

#endif
