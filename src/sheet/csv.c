/* From separated values to a grid. */
#include "sheet/csv.h"

#include "base/limits.h"
#include "base/text.h"
#include "sheet/csv_cell.h"
#include "sheet/encoding.h"

struct reader {
    struct arena *arena;
    struct csv_cells cells;
    size_t row, column; /* of the cell that is read */
    size_t count;       /* of cells with a text */
    struct grid grid;
};

static void put(struct reader *reader, const char *text, struct place place)
{
    reader->count++;
    grid_put(reader->arena, &reader->grid,
             (struct grid_cell){.row = reader->row,
                                .column = reader->column,
                                .rows = 1,
                                .columns = 1,
                                .text = text_strip(reader->arena, text),
                                .place = place});
}

/* A table that is too large is not read to its end: settling it says so. */
static bool fits(const struct reader *reader)
{
    return reader->row < LIMIT_GRID_ROWS->now && reader->column < LIMIT_GRID_COLUMNS &&
           reader->count <= LIMIT_GRID_PLACES->now;
}

/* False at the end of the file, and where reading on makes no sense. */
static bool read_cell(struct reader *reader)
{
    struct place place = reader->cells.place;
    const char *text = csv_cell(&reader->cells, reader->arena);
    if (!text)
        return false;
    bool blank = text_is_blank(text);
    if (!blank)
        put(reader, text, place);
    if (!*reader->cells.at || (!blank && !fits(reader)))
        return false;
    bool ends_row = csv_cell_pass(&reader->cells);
    reader->row += ends_row;
    reader->column = ends_row ? 0 : reader->column + 1;
    return true;
}

bool csv_grids(struct findings *findings, const struct file *file, struct grids *grids)
{
    struct file text = *file;
    size_t before = findings->failures;
    if (!encoding_to_text(findings, &text))
        return false;
    struct reader reader = {
        .arena = findings->arena,
        .cells = {.findings = findings, .at = text.bytes, .place = {file->path, 1, 1}},
        .grid = {.place = {file->path, 0, 0}}};
    csv_find_separator(&reader.cells);
    while (read_cell(&reader))
        continue;
    if (reader.grid.first)
        grids_append(findings->arena, grids, reader.grid);
    return findings->failures == before && grids_settle(findings, grids);
}
