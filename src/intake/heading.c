/* Headings within a table. */
#include "intake/heading.h"

#include "base/ordinal.h"
#include "base/text.h"
#include "intake/worth.h"

/* By its number, 1 一、 or 2 （一）, or by its words; 0: it is none. */
static int heading_level(const char *serial, const char *words)
{
    static const char *const titles[] = {"加分项", "减分项", "扣分项", "一票否决项", NULL};
    enum { TITLE_LEVEL = 3, TITLE_MOST = 16 };
    const char *number = serial, *first = serial;
    int level = ordinal_of(words).level;
    if (level == 1 || level == 2)
        return level;
    if (code_is_han(text_next(&first)) && ordinal_value(&number) &&
        (!*number || text_equal(number, "、")))
        return 1;
    return text_starts_any(words, titles) && text_count(words) <= TITLE_MOST ? TITLE_LEVEL : 0;
}

/* Takes a cell of a row that may be a heading; false if it is none. */
static bool take_cell(const struct reading *reading, const struct columns *columns,
                      const struct grid_cell *cell, size_t row, struct heading *heading)
{
    const struct column *column = columns_at(columns, cell);
    bool words = column->field == FIELD_GROUP || column->field == FIELD_TEXT;
    if (cell->row != row || cell->rows > 1 || (words && heading->cell))
        return false;
    if (words)
        heading->cell = cell;
    else if (column->field == FIELD_SERIAL)
        heading->serial = cell->text;
    else if (column->field == FIELD_POINTS && points_alone(reading, cell->text))
        heading->marks = cell->text;
    else
        return false;
    return true;
}

/* A row with words, and nothing beside them but a serial number and points: 一、质量安全. */
static struct heading heading_in(const struct reading *reading, const struct columns *columns,
                                 size_t row)
{
    const struct grid *grid = columns->grid;
    struct heading heading = {.serial = ""}, none = {0};
    for (size_t c = 0; c < grid->columns; c++) {
        const struct grid_cell *cell = grid_at(grid, row, c);
        if (cell && cell->column == c && !says_nothing(cell->text) &&
            !take_cell(reading, columns, cell, row, &heading))
            return none;
    }
    if (heading.cell)
        heading.level = heading_level(heading.serial, heading.cell->text);
    return heading.level ? heading : none;
}

bool heading_read(const struct reading *reading, const struct columns *columns, size_t row,
                  struct heading *heading)
{
    *heading = heading_in(reading, columns, row);
    return heading->level && row + 1 < columns->grid->rows &&
           heading_in(reading, columns, row + 1).level != heading->level;
}
