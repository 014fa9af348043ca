/* What the rules look at: the document as a list of paragraphs, and where each word comes from. */
#ifndef CHECK_SUBJECT_H
#define CHECK_SUBJECT_H

#include "check/check.h"
#include "pattern/pattern.h"

/* A run that has text, and the byte of its paragraph's text where it begins. */
struct run_start {
    const struct run *run;
    size_t start;
};

/* A paragraph, wherever it stands. */
struct passage {
    struct passage *next;
    const struct section *section;
    const struct block *block;
    const struct table *table; /* NULL outside tables, as are the two below */
    const struct row *row;
    const struct cell *cell;
    enum role role;
    const char *text; /* of all its runs; line breaks are dropped, form fields are nothing */
    const struct run_start *runs;
    size_t run_count;
    bool has_field;
    long rank; /* position in the document */
};

struct subject {
    struct arena *arena;
    struct findings *found;
    struct patterns *patterns;
    struct sources *sources; /* the files that its words come from */
    const struct checking *what;
    const struct passage *passages; /* all of the document, in reading order */
};

struct subject subject_of(struct findings *found, struct patterns *patterns,
                          const struct checking *checking);

/* The next paragraph of that role after `previous` (NULL: from the beginning); NULL ends. */
const struct passage *passage_next(const struct subject *subject, const struct passage *previous,
                                   enum role role);
/* The first paragraph that holds the words, and where; NULL if none does. */
const struct passage *passage_with(const struct subject *subject, const char *words, size_t *start);

/* Where the bytes from start to end of a paragraph come from: the data that they print, else the
 * prose or template; as near as it can be found. */
struct spot spot_in(const struct subject *subject, const struct passage *passage, size_t start,
                    size_t end);
struct spot spot_of(const struct subject *subject, const struct passage *passage);
/* Where a node of the data stands, and the first paragraph that prints it. */
struct spot spot_of_node(const struct subject *subject, struct xml_node *node);

/* The run that holds a byte of a paragraph's text; *offset becomes the byte in that run. NULL: the
 * text ends before. */
const struct run *run_in(const struct passage *passage, size_t *offset);
/* The file and line that spot_in begins to look from; the words are not looked for. */
struct place source_in(const struct passage *passage, size_t offset);

/* Reports unless the rule is switched off. */
void found(struct subject *subject, enum rule rule, struct spot spot, const char *const *values);
#define FOUND(subject, rule, spot, ...)                                                            \
    found((subject), (rule), (spot), (const char *const[]){__VA_ARGS__, NULL})

/* Whether the expression is found in a text. */
bool matches(const struct subject *subject, const char *expression, const char *text);
/* A copy of the bytes from start to end of a paragraph. */
char *words_in(const struct subject *subject, const struct passage *passage, size_t start,
               size_t end);
/* A number in words for a value of a finding. */
char *number_text(const struct subject *subject, long number);

#endif
