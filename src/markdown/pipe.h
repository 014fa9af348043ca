/* Pipe tables, which CommonMark does not know: it takes them for paragraphs. */
#ifndef MARKDOWN_PIPE_H
#define MARKDOWN_PIPE_H

#include <stdbool.h>

/* Whether a line of the text, up to the count of `lines`, is the head of one: as many cells stand
 * in it as dashes in the line below (GitHub Flavored Markdown, 4.10). */
bool has_pipe_table(const char *text, int lines);

#endif
