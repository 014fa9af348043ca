/* Building grids. */
#include "doc/grid.h"

#include <string.h>

#include "base/limits.h"

struct grid *grids_append(struct arena *arena, struct grids *grids, struct grid grid)
{
    struct grid *added = ARENA_NEW(arena, struct grid);
    *added = grid;
    added->next = NULL;
    added->number = ++grids->count;
    if (grids->last)
        grids->last->next = added;
    else
        grids->first = added;
    grids->last = added;
    return added;
}

struct grid *grids_add(struct arena *arena, struct grids *grids)
{
    return grids_append(arena, grids, (struct grid){0});
}

static struct grid_cell *append(struct arena *arena, struct grid_cell **first,
                                struct grid_cell **last, struct grid_cell cell)
{
    struct grid_cell *put = ARENA_NEW(arena, struct grid_cell);
    *put = cell;
    put->next = NULL;
    if (*last)
        (*last)->next = put;
    else
        *first = put;
    return *last = put;
}

struct grid_cell *grid_put(struct arena *arena, struct grid *grid, struct grid_cell cell)
{
    return append(arena, &grid->first, &grid->last, cell);
}

void grid_hide(struct arena *arena, struct grid *grid, struct grid_cell cell)
{
    append(arena, &grid->hidden, &grid->last_hidden, cell);
}

static char *print_size(struct findings *findings, size_t size)
{
    return arena_printf(findings->arena, "%zu", size);
}

static bool report_size(struct findings *findings, const struct grid *grid)
{
    if (grid->rows > LIMIT_GRID_ROWS->now)
        finding_add_limit(findings, RULE_GRID_ROWS, grid->place, LIMIT_GRID_ROWS, NULL);
    else
        REPORT(findings, RULE_GRID_COLUMNS, grid->place, print_size(findings, LIMIT_GRID_COLUMNS));
    return false;
}

/* Where a cell ends; one that lies beyond the limit ends there, whatever it covers. */
static size_t end_of(size_t from, size_t count, size_t limit)
{
    return from > limit || count > limit ? limit + 1 : from + count;
}

static bool measure(struct findings *findings, struct grid *grid)
{
    for (const struct grid_cell *cell = grid->first; cell; cell = cell->next) {
        size_t row = end_of(cell->row, cell->rows, LIMIT_GRID_ROWS->now);
        size_t column = end_of(cell->column, cell->columns, LIMIT_GRID_COLUMNS);
        grid->rows = row > grid->rows ? row : grid->rows;
        grid->columns = column > grid->columns ? column : grid->columns;
        if (grid->rows > LIMIT_GRID_ROWS->now || grid->columns > LIMIT_GRID_COLUMNS)
            return report_size(findings, grid);
    }
    return true;
}

static bool lay(struct findings *findings, struct grid *grid, const struct grid_cell *cell)
{
    for (size_t row = cell->row; row < cell->row + cell->rows; row++)
        for (size_t column = cell->column; column < cell->column + cell->columns; column++) {
            const struct grid_cell **place = &grid->at[row * grid->columns + column];
            if (*place) {
                REPORT(findings, RULE_GRID_OVERLAP, cell->place, print_size(findings, row + 1),
                       print_size(findings, column + 1));
                return false;
            }
            *place = cell;
        }
    return true;
}

/* The same text as the merged cell's, as in tables that can be filtered, says nothing new. */
static void drop_repeated(struct grid *grid)
{
    struct grid_cell **end = &grid->hidden;
    for (struct grid_cell *cell = grid->hidden; cell; cell = cell->next) {
        if (strcmp(cell->text, grid_text(grid, cell->row, cell->column)) == 0)
            continue;
        *end = cell;
        end = &cell->next;
    }
    *end = NULL;
}

static bool lay_out(struct findings *findings, struct grid *grid)
{
    bool fits = true;
    grid->at =
        ARENA_ARRAY(findings->arena, const struct grid_cell *, grid->rows * grid->columns + 1);
    for (const struct grid_cell *cell = grid->first; cell; cell = cell->next)
        fits = lay(findings, grid, cell) && fits;
    drop_repeated(grid);
    return fits;
}

static bool count_places(struct findings *findings, const struct grid *grid, size_t *places)
{
    *places += grid->rows * grid->columns;
    if (*places <= LIMIT_GRID_PLACES->now)
        return true;
    finding_add_limit(findings, RULE_GRID_PLACES, grid->place, LIMIT_GRID_PLACES, NULL);
    return false;
}

bool grids_settle(struct findings *findings, struct grids *grids)
{
    bool fits = true;
    for (struct grid *grid = grids->first; grid; grid = grid->next)
        fits = measure(findings, grid) && fits;
    size_t places = 0;
    for (struct grid *grid = grids->first; grid && fits; grid = grid->next)
        fits = count_places(findings, grid, &places);
    for (struct grid *grid = fits ? grids->first : NULL; grid; grid = grid->next)
        fits = lay_out(findings, grid) && fits;
    return fits;
}

const struct grid_cell *grid_at(const struct grid *grid, size_t row, size_t column)
{
    if (row >= grid->rows || column >= grid->columns)
        return NULL;
    return grid->at[row * grid->columns + column];
}

const char *grid_text(const struct grid *grid, size_t row, size_t column)
{
    const struct grid_cell *cell = grid_at(grid, row, column);
    return cell ? cell->text : "";
}
