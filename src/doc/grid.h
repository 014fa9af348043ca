/* Grids: cells with spans and texts, wherever a table came from. Everything lives on one arena. */
#ifndef DOC_GRID_H
#define DOC_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"

/* A cell covers `rows` × `columns` places, at least 1 × 1, from its upper left corner. */
struct grid_cell {
    struct grid_cell *next; /* in the order in which they were put */
    size_t row, column;     /* of the corner, from 0 */
    size_t rows, columns;
    const char *text;   /* without blanks at its ends, paragraphs with \n between; "" if empty */
    struct place place; /* where the file has it; line 0 if unknown */
};

struct grid {
    struct grid *next;
    size_t number;      /* among the tables of the file, from 1 */
    const char *name;   /* of its sheet; NULL: the file gives none */
    const char *title;  /* the words above it; NULL if there are none */
    size_t header_rows; /* that the file marks as repeated on every page, from the first */
    struct place place;
    size_t rows, columns; /* at most LIMIT_GRID_ROWS and LIMIT_GRID_COLUMNS */
    struct grid_cell *first, *last;
    struct grid_cell *hidden, *last_hidden; /* texts that merged cells cover, row by row */
    const struct grid_cell **at;            /* of each place, row by row; NULL where no cell is */
};

/* The tables of one file, in their order. */
struct grids {
    struct grid *first, *last;
    size_t count;
};

struct grid *grids_add(struct arena *arena, struct grids *grids);
/* The same for a copy of a grid that was built before it was known to be wanted. */
struct grid *grids_append(struct arena *arena, struct grids *grids, struct grid grid);

/* Puts a cell into a grid that is being built; what it is given is copied, the text is not. */
struct grid_cell *grid_put(struct arena *arena, struct grid *grid, struct grid_cell cell);

/* Puts a text that stands in one place below a merged cell, where no program shows it; rows in
 * order. One that is the merged cell's own is dropped when the grid is settled. */
void grid_hide(struct arena *arena, struct grid *grid, struct grid_cell cell);

/* Lays the cells of all tables of a file out. False and reported if two overlap, a table exceeds a
 * limit, or the places of all are more than LIMIT_GRID_PLACES. */
bool grids_settle(struct findings *findings, struct grids *grids);

/* The cell that covers a place of a settled grid; NULL if there is none, or the place lies
 * outside. */
const struct grid_cell *grid_at(const struct grid *grid, size_t row, size_t column);

/* Its text; "" if there is no cell. */
const char *grid_text(const struct grid *grid, size_t row, size_t column);

#endif
