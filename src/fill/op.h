/* What a story does to become text: stretches of its bytes as they are, and between them what the
 * data give. Made by compile.c, played by play.c. Within the room. */
#ifndef FILL_OP_H
#define FILL_OP_H

#include "fill/story.h"

enum op_kind {
    OP_BYTES,
    OP_VALUE,     /* the value of a tag as text */
    OP_SECTION,   /* its children once for each node, or if it is true */
    OP_TEXT,      /* children inside <w:t>; where they give nothing, nothing */
    OP_RUN,       /* head, children, </w:r>; where they give nothing, nothing */
    OP_PARAGRAPH, /* head, children, tail; where nothing can be seen of them, nothing */
    OP_HOLDER,    /* before, children, tail; mended where the children give nothing */
    OP_ROW,       /* a row whose cells may go on those above */
    OP_CELL,      /* a holder with a place for w:vMerge in its properties, and the rest in middle */
    OP_ONCE,      /* bytes, the first time alone */
    OP_NUMBER,    /* a number that no other element may have */
    OP_LIST,      /* the number of a list, which begins anew in each turn of some section */
    OP_PHRASE,    /* Markdown inside a paragraph */
    OP_BLOCKS,    /* Markdown in place of a paragraph */
    OP_FIELD,     /* a form field */
};

/* What is done where the children of a holder give nothing. */
enum mending {
    MEND_NOTHING,
    MEND_DROP,      /* a table without rows goes */
    MEND_PARAGRAPH, /* a cell must hold one */
};

struct bytes {
    const char *at;
    size_t length;
};

struct op {
    struct op *next, *children;
    struct op *before; /* OP_HOLDER, OP_CELL: the start tag and the properties */
    enum op_kind kind;
    const struct mark *mark;
    struct bytes head, middle, tail; /* OP_BYTES, OP_ONCE: head alone. Of a run, what is before
                                        and behind the place of w:b in its properties */
    struct bytes properties;         /* w:pPr of a paragraph that mends or that blocks take */
    enum mending mending;
    bool is_seen;      /* OP_BYTES: shows something. OP_PARAGRAPH: stays even if nothing shows */
    bool is_plain;     /* OP_VALUE: not in a Word paragraph. OP_HOLDER: may not follow a table */
    unsigned marks;    /* that the run has already: MARKDOWN_… */
    size_t slot;       /* OP_ONCE, OP_NUMBER: its place among these */
    size_t number;     /* OP_CELL: its place among the cells of its row that merge. OP_ROW: how many
                          do. OP_LIST, OP_NUMBER: the number that the template has */
    const long *lists; /* OP_SECTION: numbers of the lists that begin anew; `number` of them, 0 is
                          none */
};

/* A story, compiled. */
struct program {
    const struct story *story;
    struct op *ops;
    size_t slots; /* ops that have one */
};

/* Whatever cannot be compiled is reported. */
struct program *program_compile(struct filler *filler, struct story *story);

/* For compile.c and inline.c. */
struct compiling {
    struct filler *filler;
    struct story *story;
    struct program *program;
    struct op **end; /* where the next op goes */
    struct op *last; /* the one before it, if it is of the same list */
    int repeats;     /* sections that are open */
    bool merges;     /* the table has cells that merge */
};

struct op *op_add(struct compiling *compiling, enum op_kind kind);
/* Bytes of the story from `from` to `to`. */
struct bytes slice(const struct story *story, size_t from, size_t to);
void bytes_add(struct compiling *compiling, struct bytes bytes);
/* An element with all that is in it. */
void element_compile(struct compiling *compiling, const struct outline *element);
/* Whether an element must be looked into: its bytes alone will not do. */
bool element_changes(const struct compiling *compiling, const struct outline *element);
/* The start tag of an element, without the id that only one paragraph may have. */
void start_tag_compile(struct compiling *compiling, const struct outline *element);
/* A paragraph with tags, or another element whose text has. */
void passage_compile(struct compiling *compiling, const struct passage *passage);

#endif
