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

enum alignment { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY, ALIGN_DISTRIBUTE };

struct font {
    const char *id;        /* in the style file */
    const char *name;      /* w:rFonts */
    const char *alternate; /* w:altName; NULL if none */
    const char *latin;     /* of letters and digits; NULL: the same font */
};

/* One line, or two: the upper one named first. */
enum rule_kind { RULE_KIND_SINGLE, RULE_KIND_THICK_THIN, RULE_KIND_THIN_THICK };

/* A rule above or below a paragraph; size 0: none. */
struct rule_style {
    enum rule_kind kind;
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
    long overhang;           /* of its rules and its text, over the type area on both sides */
    bool first_header;       /* at the head of a document it stands in the first page's header, */
                             /* where from_top counts from the top of the paper */
    enum role joins;         /* after a paragraph of that role no space and no rule stands between;
                                ROLE_COUNT: none */
    enum role centered_over; /* names of issuers stand centred over a date of that role, */
    enum role ahead_of;      /* or begin before one of that role; ROLE_COUNT: neither */
    long ahead;              /* by how much, 1/100 character */
    long spread; /* 1/100 character: names up to so long are spread to the longest of the column */
    bool from_top;  /* before is the distance from the type area's top to the ink, whatever stands
                       above */
    long ink;       /* per cent of the size: from the top of the line to the ink */
    long narrowest; /* per cent of the width: so far a text is condensed to stay on one line, then
                       its size is made smaller; 0: it wraps */
    const struct font *emphasis;           /* of *emphasised* words; NULL: they stand in italics */
    bool letterhead_text, letterhead_rule; /* stand on paper that has a letterhead already */
    bool is_blank;                         /* the text is left out, its place is kept */
    long blank; /* 1/100 character: room for writing that an empty form field shows */
};

struct table_style {
    long border; /* 1/8 pt */
    long margin; /* left and right inside a cell */
    long spare;  /* at the foot of a page: heights are estimated */
    long loose;  /* per cent: how much of a page may stay empty so that fewer merged cells run over
                    to the next */
};

/* A bar chart. Its text is that of a table, its title that of a table's header. */
struct chart_style {
    long bar;           /* thickness of a bar, */
    long space;         /* and between those of two categories; both less where a page is full */
    long border;        /* of a bar, 1/8 pt */
    const char *fill;   /* RRGGBB: of the bars of the first series, */
    const char *fill_2; /* and of the second */
    long names;         /* per cent of the width: a longer name of a category is broken, */
    long smallest;      /* and its size made smaller down to this, half-points */
    long before, after;
};

/* The record (GB/T 9704-2012, 7.4): a table at the foot of the last page. */
struct record_style {
    long outer, inner; /* rules, 1/8 pt; 0: none */
    long before;       /* room above */
    long gap;          /* 1/100 character: at least between the printing office and the date */
    long narrowest;    /* per cent: how narrow characters may become to keep the two on one line */
};

/* A rule at the foot of the first page (GB/T 9704-2012, 10.1); size 0: none. */
struct first_footer_style {
    struct rule_style rule;
    long overhang; /* over the type area on both sides */
    long distance; /* from the bottom of the paper */
};

/* The word across every page of a draft. */
struct draft_style {
    const struct font *font;
    const char *color; /* RRGGBB */
    long size;         /* height of a character */
    long longest;      /* the word becomes smaller rather than longer */
    long angle;        /* degrees, rising */
};

struct style {
    const char *name;
    struct page_style portrait, landscape;
    const struct font *fonts;
    int font_count;
    struct role_style role[ROLE_COUNT];
    struct table_style table;
    struct chart_style chart;
    const char *page_number_before, *page_number_after; /* around the number: "— " and " —" */
    long page_number_indent;   /* 1/100 character, from the outer edge of the type area */
    long page_number_distance; /* from the type area of a landscape page to the dashes */
    struct record_style record;
    struct first_footer_style first_footer;
    struct draft_style draft;
};

/* Where styles are looked for: style_file gives the path of the style `name`, or NULL. */
typedef const char *(*style_find_fn)(void *context, const char *name);

/* Reads a style and the ones it is based on. Reports everything that is wrong, and then returns
 * NULL. The style lives on the findings' arena. */
const struct style *style_load(struct findings *findings, const char *name, struct place asked,
                               style_find_fn find, void *context);

/* The same style for paper that has a letterhead: what stands there already is left blank. */
const struct style *style_on_letterhead(struct arena *arena, const struct style *style);

enum { TWIPS_PER_HALF_POINT = 10 };

/* Twips of a line that is as tall as its text, of a size in half-points: Word sets Chinese faces
 * about 1.3 times as high as their size, and on a grid (twips; 0: none) takes as many of its lines
 * as they need. */
long single_line(long size, long grid);
/* Width of the type area of a page. */
long page_text_width(const struct page_style *page);
/* Height of the type area of a page. */
long page_text_height(const struct page_style *page);
/* Twips of 1/100 characters in a role: its size plus its spacing. */
long role_chars(const struct role_style *role, long hundredths);
/* Characters that fit a line of the title; 0 where there is no style to say so. */
long style_title_line(const struct style *style);
/* The pitch of its lines; of single ones, which are as tall as the font, the most that is likely.
 */
long role_pitch(const struct role_style *role);

#endif
