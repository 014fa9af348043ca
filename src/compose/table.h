/* Building the rows of a table block. Within the room. */
#ifndef COMPOSE_TABLE_H
#define COMPOSE_TABLE_H

#include "compose/run.h"

/* The cell that stands in a column above the row being made. */
struct above {
    struct cell *start; /* where its merge starts */
    struct xml_node *node;
    const char *text; /* "" where equal texts do not merge */
    int span;
};

struct builder {
    struct composer *composer;
    const struct table_plan *plan;
    struct block *table;
    struct above *above;    /* by column */
    struct xml_node **node; /* of the row, by column; NULL: the cell before spans it */
    bool first_is_same;     /* the row shares the cell of the first column with the row above, or
                               that column never shares */
    const char **value;     /* by column: a text that is all of the row's cell; NULL: the cell is
                               run. NULL where all are */
};

/* Rows go to `table`, which has its columns. */
struct builder builder_new(struct composer *composer, const struct table_plan *plan,
                           struct block *table);

/* A row of one node, whose cells share with the row above what is the same. */
struct row *builder_add_row(struct builder *builder, struct scope scope, struct origin origin);
/* A cell of a row that nodes flow over; NULL as scope.node leaves it empty. */
void builder_add_flow(struct builder *builder, struct row *row, struct scope scope,
                      struct origin origin);

#endif
