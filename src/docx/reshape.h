/* Passages that are cut, joined or taken out of a table once it is known what they are. */
#ifndef DOCX_RESHAPE_H
#define DOCX_RESHAPE_H

#include "docx/reader.h"

/* What follows the first sentence of a heading is body text. */
void passage_run_in(struct arena *arena, struct passage *heading);

/* Whether a paragraph that is a title is one more line of the title before. */
bool passage_goes_on_title(const struct passage *title, const struct passage *line);
void passage_join_title(struct arena *arena, struct passage *title, struct passage *line);

/* Whether a table holds nothing but the record (GB/T 9704-2012, 7.4). */
bool is_record_table(struct arena *arena, const struct passage *table);
/* Its paragraphs take the place of such a table; the first of them. `previous` stands before it. */
struct passage *flow_unwrap(struct arena *arena, struct flow *flow, struct passage *previous,
                            struct passage *table);

#endif
