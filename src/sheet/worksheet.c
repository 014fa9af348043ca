/* Cells of a sheet. */
#include "sheet/worksheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "sheet/number.h"
#include "sheet/range.h"
#include "sheet/strings.h"

/* A cell with a text. */
struct entry {
    size_t row, column;
    const char *text;
};

struct merges {
    struct cell_range *ranges;
    size_t count, room;
};

struct reader {
    struct findings *findings;
    struct arena *arena;
    const struct workbook *book;
    struct grid *grid;
    struct entry *entries;
    size_t count, room;
    size_t rows, columns; /* up to the last that begins a text */
    size_t next_row;      /* behind the one that was read last */
    struct merges merges;
    struct buffer runs; /* of the text that is read */
};

static struct place place_of(const struct reader *reader, size_t row, size_t column)
{
    return (struct place){reader->grid->place.file, (long)row + 1, (long)column + 1};
}

static const char *report(const struct reader *reader, enum rule rule, size_t row, size_t column,
                          const char *value)
{
    const char *name = arena_printf(reader->arena, "%s!%s", reader->grid->name,
                                    cell_name(reader->arena, row, column));
    REPORT(reader->findings, rule, place_of(reader, row, column), name, value);
    return "";
}

/* values */

static const char *content_of(const struct reader *reader, struct xml_node *cell, const char *name)
{
    struct xml_node *child = xml_first_named(cell, name);
    return child ? xml_raw_content(reader->arena, child) : "";
}

/* The place of an item in a list of `count`; false if `text` is none. */
static bool read_index(const char *text, size_t count, size_t *index)
{
    char *end;
    if (!code_is_digit((unsigned char)*text))
        return false;
    *index = strtoul(text, &end, 10);
    return !*end && *index < count;
}

static const char *number_of(const struct reader *reader, const struct xml_node *cell,
                             const char *value)
{
    size_t format;
    const char *look = xml_get(cell, "s");
    bool known = look && read_index(look, reader->book->format_count, &format);
    return number_shown(reader->arena, value, known ? reader->book->formats[format] : 0,
                        reader->book->from_1904);
}

/* By the kind of a cell (ECMA-376 part 1, 18.18.11); NULL if it is none of that kind. */
static const char *text_of(const struct reader *reader, struct xml_node *cell, const char *kind,
                           const char *value)
{
    size_t index;
    if (strcmp(kind, "s") == 0)
        return read_index(value, reader->book->strings.count, &index)
                   ? reader->book->strings.items[index]
                   : NULL;
    if (strcmp(kind, "b") == 0)
        return *value == '1' ? "TRUE" : "FALSE";
    if (strcmp(kind, "n") == 0)
        return number_of(reader, cell, value);
    if (strcmp(kind, "d") == 0)
        return day_shown(reader->arena, value);
    return string_of_cell(reader->arena, value);
}

/* The text of a cell; reported and "" if it cannot be known. */
static const char *read_cell(struct reader *reader, struct xml_node *cell, size_t row,
                             size_t column)
{
    const char *type = xml_get(cell, "t"), *kind = type ? type : "n";
    const char *value = content_of(reader, cell, "v");
    struct xml_node *inline_string = xml_first_named(cell, "is");
    if (inline_string)
        return string_read(&reader->runs, inline_string);
    if (*value) {
        const char *text = text_of(reader, cell, kind, value);
        return text ? text : report(reader, RULE_SHEET_VALUE, row, column, value);
    }
    if (xml_first_named(cell, "f") && strcmp(kind, "str") != 0)
        return report(reader, RULE_SHEET_FORMULA, row, column, content_of(reader, cell, "f"));
    return "";
}

/* rows */

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Cells beyond the limits are only measured: the grid is refused. */
static void keep(struct reader *reader, struct entry entry)
{
    reader->rows = larger(reader->rows, entry.row + 1);
    reader->columns = larger(reader->columns, entry.column + 1);
    if (reader->rows > LIMIT_GRID_ROWS->now || reader->columns > LIMIT_GRID_COLUMNS)
        return;
    reader->entries = arena_make_room(reader->arena, reader->entries, sizeof *reader->entries,
                                      reader->count, &reader->room);
    reader->entries[reader->count++] = entry;
}

/* Where a row or cell stands: as it says, else behind the one before it. */
static void move(struct reader *reader, const struct xml_node *cell, size_t *row, size_t *column)
{
    const char *reference = xml_get(cell, "r");
    struct cell_range range;
    if (!reference)
        return;
    if (!cell_range_read(reference, &range)) {
        report(reader, RULE_SHEET_REFERENCE, *row, *column, reference);
        return;
    }
    *row = range.row;
    *column = range.column;
}

static void read_cells(struct reader *reader, struct xml_node *node, size_t row)
{
    size_t column = 0;
    for (struct xml_node *cell = xml_first_named(node, "c"); cell;
         cell = xml_next_named(cell, "c"), column++) {
        move(reader, cell, &row, &column);
        const char *text = read_cell(reader, cell, row, column);
        if (*text)
            keep(reader, (struct entry){row, column, text});
    }
}

static void read_row(struct reader *reader, struct xml_node *node)
{
    size_t row;
    const char *number = xml_get(node, "r");
    bool known = number && read_index(number, SHEET_ROWS + 1, &row) && row;
    if (number && !known)
        report(reader, RULE_SHEET_REFERENCE, reader->next_row, 0, number);
    if (known)
        reader->next_row = row - 1;
    read_cells(reader, node, reader->next_row++);
}

/* merged cells */

static void read_merge(struct reader *reader, struct xml_node *node)
{
    struct merges *merges = &reader->merges;
    const char *reference = xml_get(node, "ref");
    struct cell_range range;
    if (!reference || !cell_range_read(reference, &range)) {
        report(reader, RULE_SHEET_REFERENCE, 0, 0, reference ? reference : "");
        return;
    }
    merges->ranges = arena_make_room(reader->arena, merges->ranges, sizeof *merges->ranges,
                                     merges->count, &merges->room);
    merges->ranges[merges->count++] = range;
}

/* Those that begin in the grid stay, cut where it ends. */
static void cut_merges(const struct reader *reader, struct merges *merges)
{
    size_t kept = 0;
    for (size_t i = 0; i < merges->count; i++) {
        struct cell_range range = merges->ranges[i];
        if (range.row >= reader->rows || range.column >= reader->columns)
            continue;
        if (range.rows > reader->rows - range.row)
            range.rows = reader->rows - range.row;
        if (range.columns > reader->columns - range.column)
            range.columns = reader->columns - range.column;
        merges->ranges[kept++] = range;
    }
    merges->count = kept;
}

static int compare_places(size_t row, size_t column, size_t other_row, size_t other_column)
{
    int by_row = (row > other_row) - (row < other_row);
    return by_row ? by_row : (column > other_column) - (column < other_column);
}

static int compare_ranges(const void *a, const void *b)
{
    const struct cell_range *left = a, *right = b;
    return compare_places(left->row, left->column, right->row, right->column);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    return compare_places(left->row, left->column, right->row, right->column);
}

/* the grid */

/* Row by row, the merged cell over each column. */
struct sweep {
    struct merges merges;
    size_t next; /* of the merges */
    struct grid_cell *over[LIMIT_GRID_COLUMNS];
};

static struct grid_cell cell_of(const struct reader *reader, struct cell_range range,
                                const char *text)
{
    return (struct grid_cell){.row = range.row,
                              .column = range.column,
                              .rows = range.rows,
                              .columns = range.columns,
                              .text = text,
                              .place = place_of(reader, range.row, range.column)};
}

static struct grid_cell *put(struct reader *reader, struct cell_range range, const char *text)
{
    return grid_put(reader->arena, reader->grid, cell_of(reader, range, text));
}

static void put_merges(struct reader *reader, struct sweep *sweep, const struct entry *until)
{
    for (; sweep->next < sweep->merges.count; sweep->next++) {
        struct cell_range range = sweep->merges.ranges[sweep->next];
        if (until && compare_places(range.row, range.column, until->row, until->column) > 0)
            return;
        struct grid_cell *cell = put(reader, range, "");
        for (size_t i = 0; i < range.columns; i++)
            sweep->over[range.column + i] = cell;
    }
}

static void put_entry(struct reader *reader, const struct sweep *sweep, const struct entry *entry)
{
    struct grid_cell *over = sweep->over[entry->column];
    const struct cell_range place = {entry->row, entry->column, 1, 1};
    bool is_over = over && entry->row < over->row + over->rows;
    if (is_over && over->row == entry->row && over->column == entry->column)
        over->text = entry->text;
    else if (is_over)
        grid_hide(reader->arena, reader->grid, cell_of(reader, place, entry->text));
    else
        put(reader, place, entry->text);
}

static void put_all(struct reader *reader)
{
    struct sweep sweep = {.merges = reader->merges};
    cut_merges(reader, &sweep.merges);
    if (sweep.merges.count)
        qsort(sweep.merges.ranges, sweep.merges.count, sizeof *sweep.merges.ranges, compare_ranges);
    if (reader->count)
        qsort(reader->entries, reader->count, sizeof *reader->entries, compare_entries);
    for (size_t i = 0; i < reader->count; i++) {
        put_merges(reader, &sweep, &reader->entries[i]);
        put_entry(reader, &sweep, &reader->entries[i]);
    }
    put_merges(reader, &sweep, NULL);
}

static void visit(void *context, struct xml_node *node)
{
    const struct xml_node *parent = xml_parent(node);
    if (xml_is(node, "row") && xml_is(parent, "sheetData"))
        read_row(context, node);
    else if (xml_is(node, "mergeCell") && xml_is(parent, "mergeCells"))
        read_merge(context, node);
}

void worksheet_read(struct findings *findings, const struct workbook *book, struct opc_input *input,
                    const char *part, struct grid *grid)
{
    static const char *const names[] = {"row", "mergeCell", NULL};
    struct reader reader = {.findings = findings,
                            .arena = findings->arena,
                            .book = book,
                            .grid = grid,
                            .runs = buffer_on(findings->arena)};
    const struct xml_visitor visitor = {names, visit, &reader};
    if (!opc_input_visit(input, part, &visitor))
        return;
    if (reader.rows > LIMIT_GRID_ROWS->now || reader.columns > LIMIT_GRID_COLUMNS)
        put(&reader, (struct cell_range){0, 0, reader.rows, reader.columns}, "");
    else
        put_all(&reader);
}
