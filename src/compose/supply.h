/* Tables whose rows come from a file. Within the room. */
#ifndef COMPOSE_SUPPLY_H
#define COMPOSE_SUPPLY_H

#include "compose/run.h"

/* Reports what cannot stand in such a table: of a row nothing is kept but what it prints. */
void supply_check(struct findings *findings, const struct table_plan *plan);

/* Holds the names in the expressions of the plan against those of the document and the columns of
 * the file. False and reported if one is unknown. */
bool supply_names_known(struct composer *composer, const struct table_plan *plan,
                        const struct list_file *list);

/* Where the rows of `table` come from, as the plan says; NULL and reported if there is no file. */
const struct row_source *supply_new(struct composer *composer, const struct table_plan *plan,
                                    struct scope scope, struct block *table);

#endif
