/* From the cells of a table to rows with groups and values. */
#include "intake/rows.h"

#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "intake/heading.h"
#include "intake/worth.h"

/* One row that is being read. */
struct cursor {
    const struct reading *reading;
    const struct columns *columns;
    struct scheme_rows *rows;
    const struct scheme_row *above; /* NULL: the first of all */
    struct scheme_row *row;
    size_t at;                      /* in the grid */
    const struct grid_cell *hidden; /* the next that is covered; NULL */
    const struct grid_cell *points; /* the cell with its points; NULL: none begins here */
    const struct grid_cell *grouped[LIMIT_GROUP_DEPTH + 1]; /* by level, begun or going on here */
    const struct grid_cell *marks[LIMIT_GROUP_DEPTH + 1];   /* by level, begun here */
    bool merges; /* the table has cells over several rows */
};

/* what a cell holds */

static void add_value(struct cursor *cursor, enum field field, const char *words)
{
    static const char *const closing[] = {"。", "；", ";", "\n", NULL};
    const char **value = &cursor->row->value[field];
    bool runs = field == FIELD_METHOD || field == FIELD_FOCUS || field == FIELD_REMARK;
    const char *between = !runs ? "\n" : *value && text_ends_any(*value, closing) ? "" : "；";
    *value =
        *value ? arena_printf(cursor->reading->arena, "%s%s%s", *value, between, words) : words;
}

static void add_loose(struct cursor *cursor, const struct column *column, const char *words,
                      size_t covered)
{
    struct loose **end = &cursor->row->loose;
    while (*end)
        end = &(*end)->next;
    *end = ARENA_NEW(cursor->reading->arena, struct loose);
    **end = (struct loose){NULL, column->header, words, covered};
}

static bool is_shared(enum field field)
{
    return field == FIELD_DEPARTMENTS || field == FIELD_PARTNERS;
}

/* What began in a row above counts for groups and departments only. */
static void take_cell(struct cursor *cursor, const struct grid_cell *cell)
{
    const struct column *column = columns_at(cursor->columns, cell);
    bool begins = cell->row == cursor->at;
    if (column->field == FIELD_GROUP)
        cursor->grouped[column->level] = cell;
    else if (column->field == FIELD_TEXT && !begins)
        cursor->row->text_goes_on = *cell->text;
    else if (is_shared(column->field) ? !*cell->text : !begins || says_nothing(cell->text))
        return;
    else if (column->field == FIELD_UNKNOWN)
        add_loose(cursor, column, cell->text, 0);
    else if (column->field == FIELD_POINTS && column->level)
        cursor->marks[column->level] = cell;
    else
        add_value(cursor, column->field, cell->text);
    if (column->field == FIELD_POINTS && !column->level)
        cursor->points = cell;
    if (is_shared(column->field) && begins)
        cursor->row->has_departments = true;
}

/* groups */

/* 质量安全 or 质量安全（续） */
static bool is_same_group(const char *title, const char *above)
{
    static const char *const ends[] = {"", "（续）", "(续)", NULL};
    size_t length = above ? strlen(above) : 0;
    if (!above || !text_starts(title, above))
        return false;
    for (size_t i = 0; ends[i]; i++)
        if (text_equal(title + length, ends[i]))
            return true;
    return false;
}

/* Where nothing stands, the group above goes on, unless one that it lies in does not. */
static void fill_groups(struct cursor *cursor)
{
    bool is_new = false;
    cursor->row->group[0] = cursor->rows->across;
    if (cursor->above && !text_equal(cursor->above->group[0].title, cursor->rows->across.title))
        is_new = true;
    for (size_t level = 1; level <= cursor->rows->levels; level++) {
        const struct grid_cell *cell = cursor->grouped[level];
        struct group_words above = {0}, *here = &cursor->row->group[level];
        if (cursor->above && !is_new)
            above = cursor->above->group[level];
        if (!cell || !*cell->text || is_same_group(cell->text, above.title))
            *here = above;
        else
            *here = (struct group_words){cell->text, NULL};
        is_new = is_new || !text_equal(here->title, above.title);
    }
}

/* A cell that began further left covers the places of the levels below it: they have no group. */
static void cut_groups(struct cursor *cursor)
{
    for (size_t c = 0; c < cursor->columns->grid->columns; c++) {
        const struct grid_cell *cell = grid_at(cursor->columns->grid, cursor->at, c);
        const struct column *column = &cursor->columns->column[c];
        if (cell && column->field == FIELD_GROUP && columns_at(cursor->columns, cell) != column)
            cursor->row->group[column->level] = (struct group_words){0};
    }
}

static size_t deepest(const struct cursor *cursor)
{
    size_t level = cursor->rows->levels;
    while (level > 0 && !cursor->row->group[level].title)
        level--;
    return level;
}

static bool has_group_cell(const struct cursor *cursor)
{
    for (size_t level = 1; level <= cursor->rows->levels; level++)
        if (cursor->grouped[level] && *cursor->grouped[level]->text)
            return true;
    return false;
}

/* Whether a cell of serial numbers holds none, but words. */
static bool is_words(const char *serial)
{
    const char *first = serial, *number = serial;
    return code_is_han(text_next(&first)) && !(ordinal_value(&number) && !*number);
}

/* Words in the column of serial numbers, where no group is named, are one: 一票否决项. */
static void take_serial_as_group(struct cursor *cursor)
{
    const char **serial = &cursor->row->value[FIELD_SERIAL];
    if (!*serial || !is_words(*serial))
        return;
    if (cursor->rows->levels > 0 && !has_group_cell(cursor)) {
        memset(&cursor->row->group[1], 0, cursor->rows->levels * sizeof *cursor->row->group);
        cursor->row->group[1].title = *serial;
    } else {
        add_value(cursor, FIELD_UNKNOWN, *serial);
    }
    *serial = NULL;
}

/* The level of the group whose cell covers the same rows as that of the points, or at least begins
 * in this one where there is no indicator; 0: there is none. */
static size_t level_of_points(const struct cursor *cursor, bool is_alone)
{
    size_t level = deepest(cursor), rows = cursor->points->rows;
    while (level > 1 && cursor->grouped[level] && cursor->grouped[level]->rows < rows)
        level--;
    const struct grid_cell *group = cursor->grouped[level];
    bool fits = group && group->row == cursor->at && (is_alone || group->rows == rows);
    return fits ? level : 0;
}

/* Points in a cell over several rows are those of the group that covers the same rows; points
 * without an indicator those of the group that begins there. */
static void give_points_to_group(struct cursor *cursor)
{
    struct scheme_row *row = cursor->row;
    const struct grid_cell *text =
        grid_at(cursor->columns->grid, cursor->at, cursor->columns->text);
    bool is_alone = !row->value[FIELD_TEXT] && !row->text_goes_on;
    if (!cursor->points || !(is_alone || (text && text->rows < cursor->points->rows)))
        return;
    size_t level = level_of_points(cursor, is_alone);
    if (!level || !points_alone(cursor->reading, row->value[FIELD_POINTS]))
        return;
    row->group[level].marks = row->value[FIELD_POINTS];
    row->value[FIELD_POINTS] = NULL;
}

/* Those of a column for them. */
static void give_marks_to_groups(struct cursor *cursor)
{
    for (size_t level = 1; level <= cursor->rows->levels; level++) {
        const struct grid_cell *marks = cursor->marks[level], *cell = cursor->grouped[level];
        struct group_words *group = &cursor->row->group[level];
        if (!marks || text_equal(group->marks, marks->text))
            continue;
        if (cell && cell->row == cursor->at && *cell->text &&
            points_alone(cursor->reading, marks->text))
            group->marks = marks->text;
        else
            add_loose(cursor, &cursor->columns->column[marks->column], marks->text, 0);
    }
}

/* rows */

static const char *first_words(const struct cursor *cursor, const struct grid_cell **cell)
{
    const struct grid *grid = cursor->columns->grid;
    for (size_t c = 0; c < grid->columns; c++) {
        *cell = grid_at(grid, cursor->at, c);
        if (*cell && (*cell)->row == cursor->at && *(*cell)->text)
            return (*cell)->text;
    }
    return NULL;
}

/* 合计, not 合计得分情况: the words alone, or with a number. */
static bool tells_total(const struct reading *reading, const char *text)
{
    static const char *const words[] = {"合计", "总计", "共计", "总分", "小计", NULL};
    enum { TOTAL_MOST = 12 };
    const char *plain = text_without_blanks(reading->arena, text);
    return text_starts_any(plain, words) && text_count(plain) <= TOTAL_MOST;
}

static bool is_note(const char *text)
{
    static const char *const words[] = {"注：", "注:", "备注", "说明", "附注", NULL};
    return text_starts_any(text, words);
}

static bool is_alone(const struct cursor *cursor, const struct grid_cell *cell)
{
    const struct grid *grid = cursor->columns->grid;
    for (size_t c = 0; c < grid->columns; c++) {
        const struct grid_cell *other = grid_at(grid, cursor->at, c);
        if (other && other != cell && *other->text)
            return false;
    }
    return true;
}

/* Words across the table; where no cells are merged, alone in the first. */
static bool is_across(const struct cursor *cursor, const struct grid_cell *cell)
{
    size_t columns = cursor->columns->grid->columns;
    if (columns == 1 || cell->column > 0 || cell->columns == columns)
        return columns > 1 && cell->columns == columns;
    bool serial = cursor->columns->column[0].field == FIELD_SERIAL;
    return (serial || is_note(cell->text)) && is_alone(cursor, cell);
}

/* A heading, which counts for the rows below it, or a note. */
static void take_across(struct cursor *cursor, const struct heading *heading)
{
    const char *words = heading->cell->text;
    cursor->row->words = words;
    cursor->row->kind = is_note(words) ? ROW_NOTE : ROW_HEADING;
    if (cursor->row->kind == ROW_HEADING)
        cursor->rows->across = (struct group_words){words, heading->marks};
}

/* Where a file knows no merged cells, the departments of several rows stand in the first alone. */
static void guess_departments(struct cursor *cursor)
{
    const char **value = cursor->row->value;
    if (cursor->merges || !cursor->above || !value[FIELD_TEXT] || value[FIELD_DEPARTMENTS])
        return;
    value[FIELD_DEPARTMENTS] = cursor->above->value[FIELD_DEPARTMENTS];
    cursor->row->is_guessed = value[FIELD_DEPARTMENTS];
}

static void take_row(struct cursor *cursor)
{
    const struct grid *grid = cursor->columns->grid;
    for (size_t c = 0; c < grid->columns; c++) {
        const struct grid_cell *cell = grid_at(grid, cursor->at, c);
        if (cell && cell->column == c)
            take_cell(cursor, cell);
    }
    fill_groups(cursor);
    cut_groups(cursor);
    take_serial_as_group(cursor);
    give_marks_to_groups(cursor);
    if (cursor->row->kind == ROW_PLAIN)
        give_points_to_group(cursor);
    guess_departments(cursor);
}

/* What merged cells cover in the rows down to the present one; some of these have nothing else. */
static void take_hidden(struct cursor *cursor)
{
    for (; cursor->hidden && cursor->hidden->row <= cursor->at;
         cursor->hidden = cursor->hidden->next)
        add_loose(cursor, &cursor->columns->column[cursor->hidden->column], cursor->hidden->text,
                  cursor->hidden->row + 1);
}

static void add_row(struct cursor *cursor)
{
    *cursor->rows->end = cursor->row;
    cursor->rows->end = &cursor->row->next;
    if (cursor->row->kind == ROW_PLAIN)
        cursor->above = cursor->rows->last = cursor->row;
}

static void read_row(struct cursor *cursor)
{
    const struct reading *reading = cursor->reading;
    struct heading heading = {0};
    const char *first = first_words(cursor, &heading.cell);
    if (!first || columns_repeat(reading, cursor->columns, cursor->at))
        return;
    cursor->row = ARENA_NEW(reading->arena, struct scheme_row);
    cursor->row->columns = cursor->columns;
    cursor->row->words = first;
    cursor->row->row = cursor->at + 1;
    cursor->row->place = heading.cell->place;
    cursor->points = NULL;
    memset(cursor->grouped, 0, sizeof cursor->grouped);
    memset(cursor->marks, 0, sizeof cursor->marks);
    if (tells_total(reading, first))
        cursor->row->kind = ROW_TOTAL;
    if (cursor->row->kind == ROW_PLAIN &&
        (is_across(cursor, heading.cell) ||
         heading_read(cursor->reading, cursor->columns, cursor->at, &heading)))
        take_across(cursor, &heading);
    else
        take_row(cursor);
    take_hidden(cursor);
    add_row(cursor);
}

static bool has_merges(const struct grid *grid)
{
    for (const struct grid_cell *cell = grid->first; cell; cell = cell->next)
        if (cell->rows > 1)
            return true;
    return false;
}

void rows_add(const struct reading *reading, const struct columns *columns,
              struct scheme_rows *rows)
{
    struct cursor cursor = {
        .reading = reading,
        .columns = columns,
        .rows = rows,
        .above = rows->last,
        .merges = has_merges(columns->grid),
        .hidden = columns->grid->hidden,
    };
    for (cursor.at = columns->data; cursor.at < columns->grid->rows; cursor.at++)
        read_row(&cursor);
    if (cursor.row)
        take_hidden(&cursor);
}

bool row_is_in_groups(const struct scheme_row *row, const struct scheme_row *other)
{
    for (size_t level = 0; level <= LIMIT_GROUP_DEPTH; level++)
        if (other->group[level].title &&
            !text_equal(other->group[level].title, row->group[level].title))
            return false;
    return true;
}
