/* How Word shows the paragraphs of a style: what word/styles.xml says of it, of those that it is
 * based on, and for the whole document (ECMA-376 part 1, 17.7.2). */
#ifndef DOCX_LOOK_H
#define DOCX_LOOK_H

#include "style/style.h"
#include "xml/tree.h"

enum line_rule { LINE_MULTIPLE, LINE_EXACT, LINE_AT_LEAST };

struct line_pitch {
    enum line_rule rule;
    long value; /* LINE_MULTIPLE: 1/240 of a line; else twips */
};

/* An indent: in characters unless these are 0. */
struct indent {
    long chars; /* 1/100 character */
    long twips;
};

/* Lengths are twips. */
struct look {
    const char *font; /* of Han characters; NULL if the file names none */
    long size;        /* half-points */
    long spacing;
    bool bold, italic;
    const char *color; /* RRGGBB; NULL: automatic */
    long before, after;
    struct line_pitch line;
    struct indent left, right;
    struct indent first_line; /* negative hangs */
    enum alignment align;
    bool keep_next, snap_to_grid, page_break_before;
};

/* The fonts that a theme has for Han characters in headings and in text; NULL where none. */
struct theme {
    const char *major, *minor;
};

/* Which Han characters the document is written in decides between the fonts of its theme. theme is
 * the root of word/theme/theme1.xml, or NULL; styles that of word/styles.xml. */
struct theme theme_read(struct xml_node *theme, struct xml_node *styles);
/* zh-TW or zh-CN. */
const char *theme_language(struct xml_node *styles);

/* What word processors take for granted: 10 pt, one line. */
struct look look_default(void);

/* How far apart its lines are, on a grid of that pitch (0: none); 0: as tall as the text, also
 * where no more than that is asked for. */
long look_line(const struct look *look, long grid);

/* Lays what the w:pPr and w:rPr below a node say over *look. False and reported if a value cannot
 * be understood. */
bool look_overlay(struct findings *findings, struct xml_node *node, const struct theme *theme,
                  struct look *look);

/* The paragraph style of that name, without regard to case; NULL if there is none. */
struct xml_node *look_named(struct xml_node *styles, const char *name);
/* The next paragraph style, the first after NULL; NULL ends. */
struct xml_node *look_next(struct xml_node *styles, struct xml_node *previous);
const char *look_name(struct xml_node *style); /* "" if it has none */

/* Lays what the file says of a style over *look. False and reported if a value cannot be
 * understood, or the style is based on itself. */
bool look_read(struct findings *findings, struct xml_node *styles, struct xml_node *style,
               const struct theme *theme, struct look *look);

#endif
