/* Letters and digits of cells. */
#include "sheet/range.h"

#include <string.h>

#include "base/text.h"

enum { LETTERS = 26 };

/* Counted from 1, which *text moves past; 0 if there is none. */
static size_t read_row(const char **text)
{
    size_t row = 0;
    for (; code_is_digit((unsigned char)**text) && row <= SHEET_ROWS; ++*text)
        row = row * 10 + (size_t)(**text - '0');
    return row <= SHEET_ROWS ? row : 0;
}

static size_t read_column(const char **text)
{
    size_t column = 0;
    for (; **text >= 'A' && **text <= 'Z' && column <= SHEET_COLUMNS; ++*text)
        column = column * LETTERS + (size_t)(**text - 'A') + 1;
    return column <= SHEET_COLUMNS ? column : 0;
}

static bool read_corner(const char **text, size_t *row, size_t *column)
{
    *column = read_column(text);
    *row = read_row(text);
    return *column && *row;
}

bool cell_range_read(const char *text, struct cell_range *range)
{
    size_t row, column, last_row, last_column;
    if (!read_corner(&text, &row, &column))
        return false;
    last_row = row;
    last_column = column;
    if (*text == ':' && (text++, !read_corner(&text, &last_row, &last_column)))
        return false;
    if (*text || last_row < row || last_column < column)
        return false;
    *range = (struct cell_range){row - 1, column - 1, last_row - row + 1, last_column - column + 1};
    return true;
}

char *cell_name(struct arena *arena, size_t row, size_t column)
{
    char letters[16];
    char *at = letters + sizeof letters - 1;
    *at = '\0';
    for (size_t rest = column + 1; rest; rest = (rest - 1) / LETTERS)
        *--at = (char)('A' + (rest - 1) % LETTERS);
    return arena_printf(arena, "%s%zu", at, row + 1);
}

/* Columns may be printed on every page too: Sheet1!$A:$B,Sheet1!$1:$2. */
size_t printed_rows(const char *titles)
{
    static const char first_row[] = "!$1:$";
    const char *rows = strstr(titles, first_row);
    if (!rows)
        return 0;
    rows += strlen(first_row);
    return read_row(&rows);
}
