/* Columns by their headers. */
#include "intake/columns.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

enum {
    SEARCHED_ROWS = 10, /* above its header a table has a title, a note on the unit, no more */
    KNOWN_LEAST = 2,    /* columns that make a row a header */
    HEADER_MOST = 16    /* characters: what is longer is no header */
};

static const char *words_at(const struct reading *reading, const struct grid *grid, size_t row,
                            size_t column)
{
    return text_without_blanks(reading->arena, grid_text(grid, row, column));
}

/* 分值（分） without its brackets. */
static const char *cut_brackets(struct arena *arena, const char *words)
{
    size_t length = strlen(words);
    const char *open = NULL;
    for (const char *p = words; *p; text_next(&p))
        if (text_starts(p, "（") || *p == '(')
            open = p;
    if (!open || open == words || !(text_ends(words, "）") || words[length - 1] == ')'))
        return words;
    return arena_copy_n(arena, words, (size_t)(open - words));
}

/* 考核内容 of 考核内容及分值; NULL if these are no words of both. */
static const struct term *known_in_front(const struct reading *reading, const char *words)
{
    const char *and = strstr(words, "及");
    const struct term *term =
        and? term_at_end(reading->columns, arena_copy_n(reading->arena, words, (size_t)(and-words)))
           : NULL;
    return term && term->rank && term->field == FIELD_GROUP ? term : NULL;
}

static const struct term *known(const struct reading *reading, const char *words)
{
    if (!*words || text_count(words) > HEADER_MOST)
        return NULL;
    const struct term *term = known_in_front(reading, words);
    if (!term)
        term = term_at_end(reading->columns, words);
    return term ? term : term_at_end(reading->columns, cut_brackets(reading->arena, words));
}

/* the header */

/* Cells of a row that name a field, wherever they begin. */
static size_t count_known(const struct reading *reading, const struct grid *grid, size_t row)
{
    size_t count = 0;
    for (size_t c = 0; c < grid->columns; c++) {
        const struct grid_cell *cell = grid_at(grid, row, c);
        if (cell && cell->column == c && known(reading, words_at(reading, grid, row, c)))
            count++;
    }
    return count;
}

/* Where the cells end that reach from the rows above into the row before `row`. */
static size_t end_of_cells(const struct grid *grid, size_t row)
{
    size_t end = row;
    for (size_t c = 0; c < grid->columns; c++) {
        const struct grid_cell *cell = grid_at(grid, row - 1, c);
        if (cell && cell->row + cell->rows > end)
            end = cell->row + cell->rows;
    }
    return end;
}

static size_t start_of_cells(const struct grid *grid, size_t row)
{
    size_t start = row;
    for (size_t c = 0; c < grid->columns; c++) {
        const struct grid_cell *cell = grid_at(grid, row, c);
        if (cell && cell->row < start)
            start = cell->row;
    }
    return start;
}

/* The row that names most, of those that name enough; more rows belong to it where its cells reach
 * into them, and where the next names columns too. */
static bool find_header(const struct reading *reading, const struct grid *grid,
                        struct columns *columns)
{
    size_t row = 0, last = grid->rows < SEARCHED_ROWS ? grid->rows : SEARCHED_ROWS;
    while (row < last && count_known(reading, grid, row) < KNOWN_LEAST)
        row++;
    if (row == last)
        return false;
    columns->top = start_of_cells(grid, row);
    columns->data = end_of_cells(grid, row + 1);
    while (columns->data < last && count_known(reading, grid, columns->data) >= KNOWN_LEAST &&
           !columns_repeat(reading, columns, columns->data))
        columns->data = end_of_cells(grid, columns->data + 1);
    return true;
}

/* The words of all cells of a column's header, from above. */
static const char *header_of(const struct reading *reading, const struct columns *columns,
                             size_t column)
{
    struct buffer out = buffer_on(reading->arena);
    const struct grid_cell *above = NULL;
    for (size_t row = columns->top; row < columns->data; row++) {
        const struct grid_cell *cell = grid_at(columns->grid, row, column);
        if (cell && cell != above)
            buffer_add(&out, text_without_blanks(reading->arena, cell->text));
        above = cell;
    }
    return buffer_text(&out);
}

/* By its number, as --map '3=text' says; by all its words; by those of one row, from below. */
static const struct term *term_of(const struct reading *reading, const struct columns *columns,
                                  size_t column)
{
    const char *number = arena_printf(reading->arena, "%zu", column + 1);
    for (const struct term *term = reading->columns; term; term = term->next)
        if (text_equal(term->words, number))
            return term;
    const struct term *term = known(reading, columns->column[column].header);
    for (size_t row = columns->data; !term && row > columns->top; row--)
        term = known(reading, words_at(reading, columns->grid, row - 1, column));
    return term;
}

/* fields */

/* A column of groups goes on to the right under a header that is left empty, as in a file that
 * knows no merged cells. */
static void fill_column(const struct reading *reading, struct columns *columns, size_t c)
{
    struct column *column = &columns->column[c];
    column->header = header_of(reading, columns, c);
    column->term = term_of(reading, columns, c);
    if (!column->term && !*column->header && c > 0 && column[-1].field == FIELD_GROUP)
        *column = column[-1];
    column->field = column->term ? column->term->field : FIELD_UNKNOWN;
}

/* That of --map has no rank and comes before all others. */
static bool is_better_text(const struct column *column, const struct column *best)
{
    const struct term *term = column->term;
    if (!term || !(term->rank || term->field == FIELD_TEXT))
        return false;
    return !best || term->rank <= best->term->rank;
}

/* Whether a cell of the column goes on in a row that has points of its own. */
static bool is_over_points(const struct columns *columns, size_t column, size_t points)
{
    for (size_t row = columns->data; row < columns->grid->rows; row++) {
        const struct grid_cell *cell = grid_at(columns->grid, row, column);
        const struct grid_cell *worth = grid_at(columns->grid, row, points);
        if (cell && worth && cell != worth && cell->row < row && worth->row == row && *worth->text)
            return true;
    }
    return false;
}

/* Its cells are groups of what has points. */
static bool is_coarse(const struct columns *columns, size_t column)
{
    for (size_t c = 0; c < columns->grid->columns; c++)
        if (columns->column[c].field == FIELD_POINTS && is_over_points(columns, column, c))
            return true;
    return false;
}

static bool has_letters(const char *text)
{
    for (uint32_t code; (code = text_next(&text));)
        if (code_is_han(code) || (code_is_latin(code) && !code_is_digit(code)))
            return true;
    return false;
}

/* A column of numbers alone, as the count of indicators of a department, is no text. */
static bool is_numbers(const struct columns *columns, size_t column)
{
    bool any = false;
    for (size_t row = columns->data; row < columns->grid->rows; row++) {
        const char *text = grid_text(columns->grid, row, column);
        if (has_letters(text))
            return false;
        any = any || *text;
    }
    return any;
}

static struct column *best_text(const struct columns *columns, bool even_coarse)
{
    struct column *best = NULL;
    for (size_t c = 0; c < columns->grid->columns; c++)
        if (is_better_text(&columns->column[c], best) && !is_numbers(columns, c) &&
            (even_coarse || !is_coarse(columns, c)))
            best = &columns->column[c];
    return best;
}

/* What else could have been the text is a group on its left, and unknown on its right. */
static bool choose_text(struct columns *columns)
{
    size_t count = columns->grid->columns;
    struct column *best = best_text(columns, false);
    if (!best)
        best = best_text(columns, true);
    if (!best)
        return false;
    columns->text = (size_t)(best - columns->column);
    for (struct column *c = columns->column; c < columns->column + count; c++)
        if (c->field == FIELD_TEXT || (c->field == FIELD_GROUP && c > best))
            c->field = c < best ? FIELD_GROUP : FIELD_UNKNOWN;
    best->field = FIELD_TEXT;
    return true;
}

static bool has_points_beyond(const struct columns *columns, size_t column)
{
    while (++column < columns->grid->columns)
        if (columns->column[column].field == FIELD_POINTS)
            return true;
    return false;
}

/* Points on the left of the text are those of the group beside them, where others follow. */
static void count_levels(struct columns *columns)
{
    for (size_t c = 0; c < columns->grid->columns; c++) {
        struct column *column = &columns->column[c];
        if (column->field == FIELD_GROUP)
            column->level = ++columns->levels;
        else if (column->field == FIELD_POINTS && c < columns->text &&
                 has_points_beyond(columns, c))
            column->level = columns->levels;
    }
}

static bool maps_by_number(const struct reading *reading)
{
    for (const struct term *term = reading->columns; term; term = term->next)
        if (code_is_digit((unsigned char)*term->words))
            return true;
    return false;
}

bool columns_read(const struct reading *reading, const struct grid *grid, struct columns *columns)
{
    *columns = (struct columns){.grid = grid, .data = grid->header_rows};
    if (!find_header(reading, grid, columns) && !maps_by_number(reading))
        return false;
    columns->column = ARENA_ARRAY(reading->arena, struct column, grid->columns);
    for (size_t c = 0; c < grid->columns; c++)
        fill_column(reading, columns, c);
    if (!choose_text(columns))
        return false;
    count_levels(columns);
    return true;
}

const struct column *column_of_field(const struct columns *columns, enum field field)
{
    for (size_t c = 0; c < columns->grid->columns; c++)
        if (columns->column[c].field == field)
            return &columns->column[c];
    return NULL;
}

/* tables that go on */

static bool is_same(const struct columns *a, const struct columns *b)
{
    if (a->grid->columns != b->grid->columns)
        return false;
    for (size_t c = 0; c < a->grid->columns; c++)
        if (a->column[c].field != b->column[c].field)
            return false;
    return true;
}

bool columns_continue(const struct reading *reading, const struct columns *columns,
                      const struct grid *grid, struct columns *rest)
{
    if (columns_read(reading, grid, rest))
        return is_same(columns, rest);
    *rest = *columns;
    rest->grid = grid;
    rest->top = rest->data = 0;
    return grid->columns == columns->grid->columns && !grid->title;
}

static bool repeats(const struct reading *reading, const struct columns *columns, size_t head,
                    size_t row)
{
    size_t same = 0;
    for (size_t c = 0; c < columns->grid->columns; c++) {
        const char *words = words_at(reading, columns->grid, row, c);
        if (!text_equal(words, words_at(reading, columns->grid, head, c)))
            return false;
        same += *words != '\0';
    }
    return same >= KNOWN_LEAST;
}

bool columns_repeat(const struct reading *reading, const struct columns *columns, size_t row)
{
    for (size_t head = columns->top; head < columns->data; head++)
        if (repeats(reading, columns, head, row))
            return true;
    return false;
}

/* cells */

const struct column *columns_at(const struct columns *columns, const struct grid_cell *cell)
{
    const struct column *first = &columns->column[cell->column], *group = NULL, *known = NULL;
    for (const struct column *c = first + cell->columns; c-- > first;) {
        if (c == &columns->column[columns->text])
            return c;
        group = c->field == FIELD_GROUP ? c : group;
        known = c->field != FIELD_UNKNOWN ? c : known;
    }
    return group ? group : known ? known : first;
}
