/* Heads of pipe tables. */
#include "markdown/pipe.h"

#include <stddef.h>
#include <string.h>

/* A line without blanks, bars and the line end around it. */
struct row {
    const char *at, *end;
    bool has_bar;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* A bar that no backslash makes a sign of the text. */
static bool is_bar(const char *at, const char *start)
{
    return *at == '|' && (at == start || at[-1] != '\\');
}

static struct row row_of(const char *line)
{
    struct row row = {.at = line, .end = line + strcspn(line, "\r\n")};
    for (const char *at = row.at; at < row.end; at++)
        row.has_bar |= is_bar(at, row.at);
    while (row.at < row.end && is_blank(*row.at))
        row.at++;
    while (row.end > row.at && is_blank(row.end[-1]))
        row.end--;
    if (row.at < row.end && *row.at == '|')
        row.at++;
    if (row.at < row.end && is_bar(row.end - 1, row.at))
        row.end--;
    return row;
}

static const char *cell_end(const struct row *row, const char *at)
{
    while (at < row->end && !is_bar(at, row->at))
        at++;
    return at;
}

static size_t count_cells(const struct row *row)
{
    size_t count = row->has_bar;
    for (const char *at = row->at; row->has_bar && (at = cell_end(row, at)) < row->end; at++)
        count++;
    return count;
}

/* :---: in blanks */
static bool is_dashes(const char *at, const char *end)
{
    while (at < end && is_blank(*at))
        at++;
    at += at < end && *at == ':';
    const char *first = at;
    while (at < end && *at == '-')
        at++;
    bool has_dash = at > first;
    at += at < end && *at == ':';
    while (at < end && is_blank(*at))
        at++;
    return has_dash && at == end;
}

static bool are_dashes(const struct row *row)
{
    const char *at = row->at, *end = cell_end(row, at);
    while (is_dashes(at, end) && end < row->end) {
        at = end + 1;
        end = cell_end(row, at);
    }
    return row->has_bar && end == row->end && is_dashes(at, end);
}

static const char *next_line(const char *line)
{
    line += strcspn(line, "\r\n");
    line += *line == '\r';
    return line + (*line == '\n');
}

bool has_pipe_table(const char *text, int lines)
{
    struct row above = row_of(text);
    for (int i = 1; i < lines; i++) {
        text = next_line(text);
        struct row row = row_of(text);
        if (are_dashes(&row) && count_cells(&row) == count_cells(&above))
            return true;
        above = row;
    }
    return false;
}
