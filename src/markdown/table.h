/* Tables in Markdown. */
#ifndef MARKDOWN_TABLE_H
#define MARKDOWN_TABLE_H

#include "markdown/phrase.h"
#include "markdown/write.h"

/* A pipe table if one can hold it, else an HTML table. Ends with a line break. */
const char *table_markdown(struct arena *arena, const struct table *table);

/* The same with the rows of its source, handed on row by row. */
void table_markdown_to(const struct table *table, const struct markdown_sink *sink);

/* The numbers of a chart: a row for each category, a column for each series. */
const struct table *chart_table(struct arena *arena, const struct block *block);

/* A row of a table without borders: its cells side by side, an ideographic space between. */
struct phrase row_phrase(struct arena *arena, const struct row *row);

#endif
