/* The document tree: a finished document before any file format. Writers read it and never see a
 * notice. Everything lives on one arena. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/finding.h"
#include "base/points.h"
#include "doc/role.h"

/* Where a node comes from: the template or prose that wrote it, and the data it prints. Where it
 * prints none of its own, the data is that of the row or the Markdown that it stands in. */
struct origin {
    const char *file; /* template, prose or data file; NULL if computed */
    long line;
    const char *path;  /* path of the data node, as /notice/deadline[2]; NULL if none */
    struct place data; /* of that node; file NULL if none, line 0 if unknown */
};

/* Marks of a run. What was inserted or deleted is printed so: a comparison, no tracked change. */
enum { RUN_BOLD = 1, RUN_ITALIC = 2, RUN_INSERTED = 4, RUN_DELETED = 8 };

enum run_kind { RUN_TEXT, RUN_BREAK, RUN_FIELD };

enum field_kind { FIELD_TEXT, FIELD_DATE, FIELD_CHOICE };

/* What a form field takes. */
struct field_form {
    enum field_kind kind;
    const char **choices; /* FIELD_CHOICE: two or more, all different */
    size_t choice_count;
};

/* A stretch of text in one look, a line break, or a form field. */
struct run {
    struct run *next;
    enum run_kind kind;
    unsigned marks;
    enum role face;    /* whose face the run has: that of the paragraph's role, or of the heading it
                          runs in from */
    const char *text;  /* RUN_TEXT: the text. RUN_FIELD: the prompt */
    const char *field; /* RUN_FIELD: its id, unique in the document */
    const struct field_form *form; /* RUN_FIELD: NULL takes a text */
    bool computed; /* RUN_BREAK: set to fit the page, in words that run on elsewhere */
    struct origin origin;
};

struct paragraph {
    enum role role;
    struct run *first;
    struct run *last;
};

struct block;

enum merge { MERGE_NONE, MERGE_START, MERGE_CONTINUED };

/* A cell owns `span` grid columns. A continued cell shares the cell above and has no blocks of its
 * own. */
struct cell {
    struct cell *next;
    int column; /* its first grid column, from 0 */
    int span;   /* grid columns, at least 1 */
    int rows;   /* rows that it covers: MERGE_START; else 1 */
    enum merge merge;
    const char *align; /* "left", "center", "justify", "distribute"; NULL is the style's */
    struct block *first;
    struct block *last;
    const struct block *hidden; /* MERGE_CONTINUED: what a file that was read holds there although
                                   no program shows it; NULL */
};

struct row {
    struct row *next;
    bool header;
    struct cell *first;
    struct cell *last;
    struct origin origin;
};

struct rows_ahead;

/* Makes the rows of a table that are too many to stand in the tree, one after another and as often
 * as somebody walks over them. */
struct row_source {
    bool is_flat; /* each row has a cell of one line in every column, and the header is one row */
    struct rows_ahead *(*begin)(const struct row_source *source);
    const struct row *(*next)(struct rows_ahead *ahead); /* NULL ends */
    void (*pass)(struct rows_ahead *ahead, const struct row *row);
    void (*end)(struct rows_ahead *ahead);
};

struct table {
    int columns;
    const int *width; /* of each grid column, in 1/100 per cent of the type area; together 10000 */
    bool borders;
    struct row *first; /* of a table with a source: the header alone */
    struct row *last;
    const struct row_source *source; /* of the rows after these; NULL: there are none */
};

/* The length of a bar; none where a number is missing. */
struct bar {
    bool known;
    points length; /* not negative */
};

struct category {
    struct category *next;
    const char *name;
    const struct bar *bars; /* of each series */
    struct origin origin;
};

/* Bars that lie side by side in each category, one of each series. */
struct chart {
    const char *title; /* "" if it has none */
    const char *const *series;
    size_t series_count;
    struct category *first; /* at least one */
    struct category *last;
    size_t count; /* of categories */
};

/* Of a block that stands in one document after the other as it is: what a writer made of it, to be
 * used again. */
struct keeper {
    struct arena *arena;     /* lives as long as the block */
    struct printed *printed; /* the DOCX writer's */
    const char *markdown;    /* a table's; NULL: not written yet */
};

enum block_kind { BLOCK_PARAGRAPH, BLOCK_TABLE, BLOCK_CHART };

struct block {
    struct block *next;
    enum block_kind kind;
    union {
        struct paragraph paragraph;
        struct table table;
        struct chart chart; /* never in a cell */
    };
    struct origin origin;
    struct keeper *keeper; /* NULL: it stands in this document alone */
};

/* A section starts on a new page unless it continues the one before. */
struct section {
    struct section *next;
    const char *name; /* of the part it belongs to: notice, issued, annex-1, … */
    bool landscape;
    bool continues; /* on the same page as the section before */
    struct block *first;
    struct block *last;
};

/* Document properties and front matter, in order. */
struct property {
    struct property *next;
    const char *name; /* as in the front matter: title, issuer, number, … */
    const char *value;
};

struct document {
    const char *lang; /* zh-CN or zh-TW */
    struct section *first;
    struct section *last;
    struct property *properties;
};

/* Building. Each adds at the end and returns what it added. */
struct section *document_add_section(struct arena *arena, struct document *document,
                                     const char *name);
struct block *section_add_block(struct section *section, struct block *block);
struct block *paragraph_new(struct arena *arena, enum role role, struct origin origin);
struct run *paragraph_add_text(struct arena *arena, struct block *paragraph, enum role face,
                               unsigned marks, const char *text, struct origin origin);
struct run *paragraph_add_run(struct block *block, struct run *run);
struct block *table_new(struct arena *arena, struct origin origin);
struct row *table_add_row(struct arena *arena, struct block *block, struct origin origin);
struct cell *row_add_cell(struct arena *arena, struct row *row);
void cell_add_block(struct cell *cell, struct block *block);
struct block *chart_new(struct arena *arena, struct origin origin);
struct category *chart_add_category(struct arena *arena, struct block *block, const char *name,
                                    struct origin origin);

/* The rows that stand in the tree, which are all but those of a source: start with NULL; NULL ends.
 */
const struct row *table_next_row(const struct table *table, const struct row *previous);

/* A walk over all rows, wherever they come from. Who begins one ends it. */
struct rows {
    const struct table *table;
    const struct row *held;   /* the last that stood in the tree */
    struct rows_ahead *ahead; /* NULL: it is still there */
};
struct rows rows_begin(const struct table *table);
/* NULL ends. A row lasts until one behind it was passed. Merged cells of a row are complete: it is
 * known how many rows they cover. */
const struct row *rows_next(struct rows *rows);
/* Nothing before the row is looked at again, the cells included that it goes on with. */
void rows_pass(struct rows *rows, const struct row *row);
void rows_end(struct rows *rows);

/* No cell of the row goes on with one above. */
bool row_is_apart(const struct row *row);
/* Whether rows of the document come from a source. */
bool document_has_source(const struct document *document);

/* The number beside a bar; "" where it is missing. */
const char *bar_text(struct arena *arena, struct bar bar);

const char *property_named(const struct property *properties, const char *name); /* NULL if none */

/* The text of a paragraph, breaks as \n, fields as nothing. */
char *paragraph_text(struct arena *arena, const struct paragraph *paragraph);
void paragraph_add_words(struct buffer *out, const struct paragraph *paragraph); /* the same */

/* A readable dump, a node a line, with the origin of each. */
void document_dump(const struct document *document, struct buffer *out);

#endif
