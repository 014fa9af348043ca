/* CommonMark as a small tree of what a document can hold. Everything lives on one arena. */
#ifndef MARKDOWN_READ_H
#define MARKDOWN_READ_H

#include <stdbool.h>

#include "base/arena.h"

enum markdown_kind {
    MARKDOWN_HEADING,
    MARKDOWN_PARAGRAPH,
    MARKDOWN_LIST, /* its children are items */
    MARKDOWN_ITEM, /* its children are paragraphs and lists */
    MARKDOWN_UNSUPPORTED
};

/* Marks of an inline, as those of a run in doc.h. */
enum {
    MARKDOWN_STRONG = 1,
    MARKDOWN_EMPHASIS = 2,
    MARKDOWN_INSERTED = 4, /* <ins> */
    MARKDOWN_DELETED = 8   /* <del> */
};

enum markdown_inline_kind { MARKDOWN_TEXT, MARKDOWN_LINE_BREAK };

/* Neighbours differ in kind or marks. */
struct markdown_inline {
    struct markdown_inline *next;
    enum markdown_inline_kind kind;
    unsigned marks;
    const char *text; /* "" for a line break */
};

/* A tag of a mark whose other half is not in its block. */
struct markdown_unpaired {
    struct markdown_unpaired *next;
    const char *tag, *other; /* "<ins>", "</ins>" */
    long line;               /* in the text, from 1 */
};

struct markdown_block {
    struct markdown_block *next;
    enum markdown_kind kind;
    int level;        /* of a heading, 1 to 6 */
    long line;        /* in the text, from 1 */
    bool follows;     /* the block before it ends in the line above, without a blank line between */
    bool ordered;     /* of a list */
    int start;        /* of an ordered list: its first number */
    const char *what; /* MARKDOWN_UNSUPPORTED: "a block quote", "an image", … */
    struct markdown_inline *inlines;
    struct markdown_unpaired *unpaired; /* of the inlines */
    struct markdown_block *children;
};

/* NULL for a text without blocks. The text is UTF-8 of characters that XML allows. Link definitions
 * are not known: they stay text, so that nothing vanishes. */
struct markdown_block *markdown_read(struct arena *arena, const char *text);
/* The same with <ins> and <del>, which else stay text: who writes templates may mark, data may not.
 */
struct markdown_block *markdown_read_marked(struct arena *arena, const char *text);

/* The version of the library. */
const char *markdown_version(void);

#endif
