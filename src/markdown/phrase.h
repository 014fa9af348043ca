/* The words of a paragraph on their way to Markdown: a letter a code point, each with its marks. */
#ifndef MARKDOWN_PHRASE_H
#define MARKDOWN_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/doc.h"

struct letter {
    uint32_t code; /* '\n' is a line break */
    unsigned marks;
};

struct phrase {
    struct arena *arena;
    struct letter *letters;
    size_t count;
    size_t room;
};

struct phrase phrase_on(struct arena *arena);
void phrase_add(struct phrase *phrase, uint32_t code, unsigned marks);
void phrase_add_text(struct phrase *phrase, const char *text, unsigned marks);
/* The runs from `first` up to `end`, which may be NULL. A form field is written ＿prompt＿. */
void phrase_add_runs(struct phrase *phrase, const struct run *first, const struct run *end);

/* Takes out what Markdown cannot hold: blanks at the ends of lines, emphasis of outer blanks. */
void phrase_tidy(struct phrase *phrase);
/* Of a tidy phrase: line breaks become a blank, or nothing between wide characters. */
void phrase_join_lines(struct phrase *phrase);

/* What a walk calls: `mark` with RUN_INSERTED, in it RUN_DELETED, RUN_BOLD, RUN_ITALIC; `text`
 * within one set of marks. */
struct phrase_steps {
    void (*mark)(void *context, unsigned mark, bool starts);
    void (*text)(void *context, const struct letter *letters, size_t count);
};
void phrase_walk(const struct phrase *phrase, const struct phrase_steps *steps, void *context);

#endif
