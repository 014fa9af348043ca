/* What speaks for the role of a paragraph: its words, its look, and where it stands. */
#ifndef DOCX_CLUE_H
#define DOCX_CLUE_H

#include "docx/reader.h"

/* Where in a document a paragraph stands. */
enum stage { STAGE_HEAD = 1, STAGE_TITLE = 2, STAGE_TEXT = 4, STAGE_LIST = 8, STAGE_CLOSED = 16 };

struct clue {
    struct arena *arena;
    const struct passage *passage;
    const char *text;
    size_t count; /* characters */
    enum stage stage;
    bool first_page;
    enum role previous; /* ROLE_COUNT: a table, or nothing */
    const char *previous_text;
    bool below_table;
};

bool clue_is_centered(const struct clue *clue);

/* The role that all this shows; body text rather than a guess. */
enum role clue_role(const struct clue *clue);

#endif
