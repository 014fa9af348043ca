/* How large a chart and what stands in it is, by its style. Twips. */
#ifndef DOCX_CHART_SIZE_H
#define DOCX_CHART_SIZE_H

#include "doc/doc.h"
#include "style/style.h"

/* A chart as tall as its style wants it. */
long chart_height(const struct style *style, const struct chart *chart, long width);
/* Above and below it. */
long chart_space(const struct style *style);

/* What follows where it has this height. */
struct chart_sizes {
    long names;   /* half-points: of the categories' names, */
    long lengths; /* and of the numbers beside the bars */
    long line;    /* half characters of a name in one line */
};
struct chart_sizes chart_sizes(const struct style *style, const struct chart *chart, long width,
                               long height);

/* The least width of its lines, at most `halves`, that takes no more of them: they are about
 * equally long then. */
long chart_name_width(const char *name, long halves);
/* Bytes of a name that stand in its first line; marks that close hang over. */
size_t chart_name_line(const char *name, long halves);

#endif
