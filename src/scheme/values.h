/* Words for what is compared. All texts live on the arena. */
#ifndef SCHEME_VALUES_H
#define SCHEME_VALUES_H

#include "scheme/fields.h"

/* 2分, from 2, 2.0 or 2.00; NULL from NULL. */
const char *points_words(struct arena *arena, const char *text);
/* The texts of all children of that name, a line each. */
const char *child_lines(struct arena *arena, struct xml_node *node, const char *name);
/* All that the focuses of a node say, a line each. */
const char *focus_words(struct arena *arena, struct xml_node *node);
/* The text before the points, if they do not stand at its end; else NULL. */
const char *words_before_mark(struct arena *arena, struct xml_node *wording);
enum { LAST_CHARACTERS = 8 };
/* The last LAST_CHARACTERS of a text; all of a shorter one. */
const char *last_characters(const char *text);

/* The titles above (领域 where there is none above a group), and the number if it was put elsewhere
 * among its neighbours. */
const char *place_words(const struct comparison *c, enum thing thing, enum side side, size_t index,
                        const struct group *parent);

#endif
