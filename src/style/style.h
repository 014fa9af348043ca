/* How each role looks: the measures and fonts of templates/styles/NAME.xml. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include <stdbool.h>

#include "base/finding.h"
#include "doc/role.h"

/* Lengths are twips (1/20 pt) unless said otherwise. */
struct page_style {
    long width, height;
    long top, right, bottom, left; /* margins */
    long header, footer;           /* from the paper's edge */
    long grid;                     /* line pitch of the document grid; 0: none */
    bool landscape;
};

enum alignment { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY };

struct font {
    const char *id;        /* in the style file */
    const char *name;      /* w:rFonts */
    const char *alternate; /* w:altName; NULL if none */
};

/* A rule above or below a paragraph; size 0: none. */
struct rule_style {
    long size;         /* 1/8 pt */
    long space;        /* pt, between text and rule */
    const char *color; /* RRGGBB */
};

struct role_style {
    const char *name; /* shown by word processors; "heading 1" … are Word's own */
    const struct font *font;
    long size;    /* half-points */
    long spacing; /* between characters; negative is tighter */
    bool bold;
    const char *color;  /* RRGGBB; NULL: automatic */
    long line;          /* exact line pitch; 0: single, as tall as the text */
    long before, after; /* around a paragraph; none between paragraphs of one role */
    long first_line;    /* indents: 1/100 character of the role's own size; negative hangs */
    long left, right;
    enum alignment align;
    bool keep_next;
    bool keep_previous; /* the paragraph before is kept with it on one page */
    bool snap_to_grid;
    long right_tab; /* a right tab at this distance (1/100 character) before the right margin; -1:
                       none */
    struct rule_style above, below;
    enum role joins; /* after a paragraph of that role no space and no rule stands between;
                        ROLE_COUNT: none */
    long blank;      /* 1/100 character: room for writing that an empty form field shows */
};

struct table_style {
    long border;   /* 1/8 pt */
    long margin;   /* left and right inside a cell */
    long keep_row; /* rows up to this height are not split over two pages */
};

struct style {
    const char *name;
    struct page_style portrait, landscape;
    const struct font *fonts;
    int font_count;
    struct role_style role[ROLE_COUNT];
    struct table_style table;
    const char *page_number_before, *page_number_after; /* around the number: "— " and " —" */
    long page_number_indent; /* 1/100 character, from the outer edge of the type area */
};

/* Where styles are looked for: style_file gives the path of the style `name`, or NULL. */
typedef const char *(*style_find_fn)(void *context, const char *name);

/* Reads a style and the ones it is based on. Reports everything that is wrong, and then returns
 * NULL. The style lives on the findings' arena. */
const struct style *style_load(struct findings *findings, const char *name, struct place asked,
                               style_find_fn find, void *context);

/* Width of the type area of a page. */
long page_text_width(const struct page_style *page);
/* Twips of 1/100 characters in a role: its size plus its spacing. */
long role_chars(const struct role_style *role, long hundredths);

#endif
