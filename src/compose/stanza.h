/* Fenced blocks that hold no Markdown: name="value" behind the fence, and below it stanzas of lines
 * "name: value" with blank lines between. Within the room. */
#ifndef COMPOSE_STANZA_H
#define COMPOSE_STANZA_H

#include "compose/template.h"

/* A line that may stand in a stanza; the plan is that of the stanzas. */
struct stanza_line {
    const char *name;
    void (*set)(void *plan, const char *value);
};

/* What may stand in a kind of block, and how it is said that something else does. */
struct stanza_kind {
    enum rule syntax;     /* {0} is not understood; {1} or {2} are known */
    enum rule incomplete; /* {0} is missing; {1} or {2} says what to write */
    bool (*set_option)(void *plan, const char *name, const char *value); /* false: unknown */
    const char *options[LANGUAGE_COUNT];
    void (*begin)(void *plan);   /* a stanza */
    void (*misread)(void *plan); /* a line of it was reported */
    const struct stanza_line *lines;
    size_t count;
    const char *known[LANGUAGE_COUNT]; /* lines */
};

struct stanzas {
    struct compiler *compiler;
    const struct stanza_kind *kind;
    void *plan;
    struct place place; /* of what is being read */
    bool info_misread;  /* then what is missing may stand there, miswritten */
};

/* Reads the text of the block that begins at `place`; `info` is what stands behind its name. */
void stanzas_read(struct stanzas *stanzas, const char *info, const char *text);

/* "what" is not understood where the reading stands; what may stand there. */
void stanzas_report(struct stanzas *stanzas, const char *what, const char *english,
                    const char *chinese);
/* "what" is missing. */
void stanzas_report_missing(struct stanzas *stanzas, struct place place, const char *what,
                            const char *english, const char *chinese);
struct xpath *stanzas_xpath(struct stanzas *stanzas, const char *source);
struct piece *stanzas_cell(struct stanzas *stanzas, const char *text);

#endif
