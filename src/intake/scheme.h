/* A scheme of others, from the tables of a file to a rubric. */
#ifndef INTAKE_SCHEME_H
#define INTAKE_SCHEME_H

#include "data/project.h"
#include "doc/grid.h"
#include "xml/tree.h"

struct intake_options {
    struct project *project; /* whose lists of words say what a column is */
    const char *const *maps; /* "列=field", which NULL ends; before all lists; NULL: none */
    const char *id;          /* of the rubric, made a name where it is none */
    const char *name;        /* its title, where no words stand above the table */
};

/* The rubric as rubric.xsd has it, for the caller to free; NULL and reported if no table is a
 * scheme. It begins in the first that is; tables in which it goes on are read as one. What has no
 * place in it (a warning), and what was guessed (a note), are told in `unplaced`, by table, row and
 * column, and kept as remarks. */
struct xml_document *intake_scheme(struct findings *findings, const struct grids *grids,
                                   const struct intake_options *options, struct findings *unplaced);

#endif
