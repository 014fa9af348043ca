/* A template, compiled: what it will write, in order, before any data is seen. */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include "doc/doc.h"
#include "tag/tag.h"

/* A stretch of a paragraph. */
enum item_kind { ITEM_TEXT, ITEM_BREAK, ITEM_TAG, ITEM_SECTION };

struct item {
    struct item *next;
    enum item_kind kind;
    unsigned marks;
    const char *text;      /* ITEM_TEXT */
    const struct tag *tag; /* ITEM_TAG, ITEM_SECTION */
    struct item *children; /* ITEM_SECTION */
    struct place place;
};

enum piece_kind {
    PIECE_TITLE,
    PIECE_HEADING,
    PIECE_PARAGRAPH,
    PIECE_LIST,     /* one numbered paragraph */
    PIECE_MARKDOWN, /* a {{& x }} that stands alone: blocks */
    PIECE_SECTION,  /* children once for each node, or if true */
    PIECE_PARTIAL,  /* another template */
    PIECE_ROLE,     /* children take a role */
    PIECE_TABLE,
    PIECE_CHART,
};

struct table_plan;
struct chart_plan;

/* What came out of a piece, for other documents. */
struct keeping;
struct keeping *keeping_new(struct arena *arena);

struct piece {
    struct piece *next;
    enum piece_kind kind;
    int level; /* PIECE_HEADING: 1 to 4. PIECE_LIST: 1 or 2 */
    int start; /* PIECE_LIST: the number that the text gives it */
    struct item *items;
    struct item *run_in;   /* PIECE_HEADING: the paragraph that runs in */
    const struct tag *tag; /* PIECE_MARKDOWN, PIECE_SECTION, PIECE_PARTIAL */
    enum role role;        /* PIECE_ROLE */
    struct table_plan *table;
    struct chart_plan *chart;
    struct piece *children;
    struct place place;
    struct keeping *keeping;
};

struct template
{
    const char *path;
    bool continues[5];   /* heading level whose numbers run on through the document */
    bool is_one_of_many; /* nothing that comes of it is kept for other documents */
    struct piece *pieces;
};

/* A column of a table. */
struct column {
    struct column *next;
    struct place place;
    struct piece *header; /* NULL: the header before spans it */
    int width;            /* 1/100 per cent */
    const char *node_source;
    struct xpath *node; /* NULL: the row's own node */
    struct piece *cell;
    bool has_width, has_cell;
    bool misread; /* a line of it was reported: what is missing may be that line */
    bool merge_equal;
    const char *align;
    struct place node_place;
};

struct table_plan {
    struct place place;
    const char *rows_source;
    struct xpath *rows;
    bool landscape;
    bool borders;
    enum role role; /* of the paragraphs in its cells */
    int across;     /* 0: one node a row; else nodes flow over so many cells */
    struct column *columns;
    int count;
    bool has_header;
    bool is_supplied; /* its rows come from a file, which `rows` leads to */
};

/* A series of a chart's bars. */
struct series_plan {
    struct series_plan *next;
    struct place place;
    struct piece *name;
    const char *value_source; /* NULL: none */
    struct xpath *value;
    struct place value_place;
    bool has_name;
    bool misread; /* as in struct column */
};

struct chart_plan {
    struct place place;
    const char *rows_source;
    struct xpath *rows;
    struct piece *title;
    struct piece *category;
    struct series_plan *series;
    int count;
    bool has_title, has_category;
};

/* What compiling needs. */
struct compiler {
    struct findings *findings;
    struct tag_engine *tags;
};

/* Compiles a text; everything wrong with it is reported, and what is left of it compiles. */
struct template *template_compile(struct compiler *compiler, const char *path, const char *text);
/* The same for a part of a text, without front matter; in a cell of a table each line is a
 * paragraph. */
struct piece *pieces_compile(struct compiler *compiler, const char *text, struct place place);
struct piece *cell_compile(struct compiler *compiler, const char *text, struct place place);
/* Markdown without tags. */
struct piece *markdown_compile(struct compiler *compiler, const char *text, struct place place);

/* Within the room. */
struct tag_list {
    const struct tag **tag;
    size_t count;
};
struct piece *passages_compile(struct compiler *compiler, const char *text, struct place place,
                               const struct tag_list *tags);
struct markdown_inline;
struct item *items_compile(struct compiler *compiler, const struct markdown_inline *inlines,
                           struct place place, const struct tag_list *tags);
struct table_plan *table_compile(struct compiler *compiler, const char *info, const char *text,
                                 struct place place);
struct chart_plan *chart_compile(struct compiler *compiler, const char *info, const char *text,
                                 struct place place);

/* Tags stand in Markdown as characters of a private plane, one each, so that cmark sees letters. */
enum { PLACEHOLDER_FIRST = 0xF0000 };

#endif
