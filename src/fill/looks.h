/* The styles that a Word file has. Within the room. */
#ifndef FILL_LOOKS_H
#define FILL_LOOKS_H

#include "doc/role.h"
#include "base/arena.h"

struct looks;
/* `part` is word/styles.xml; NULL if there is none. */
struct looks *looks_new(struct arena *arena, const char *part);

/* The id of the style for paragraphs of a role: that of our own documents, or Word's own for titles
 * and headings; NULL if the file has neither. */
const char *looks_style(const struct looks *looks, enum role role);
/* The id of the style that Word gives to tables with lines; NULL if the file has none. */
const char *looks_table(const struct looks *looks);

#endif
