/* Rows of separated values. */
#include "sheet/csv_rows.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "sheet/csv_cell.h"
#include "sheet/feed.h"

struct csv_rows {
    struct findings *findings;
    struct feed feed;
    struct csv_cells cells;
    struct arena *arena; /* of the row */
    struct csv_row row;
};

size_t csv_row_filled(const struct csv_row *row)
{
    size_t count = row->count;
    while (count > 0 && !*row->value[count - 1])
        count--;
    return count;
}

/* Reads until a whole row is there. False at the end of the file, and reported if the row is too
 * long. */
static bool feed_row(struct csv_rows *rows)
{
    struct feed *feed = &rows->feed;
    for (;;) {
        rows->cells.at = feed_text(feed);
        const char *end = csv_row_end(&rows->cells);
        if (end && *end)
            return true;
        if (strlen(feed_text(feed)) > LIMIT_LIST_ROW_BYTES->now) {
            finding_add_limit(rows->findings, RULE_ROWS_LONG, rows->cells.place,
                              LIMIT_LIST_ROW_BYTES, NULL);
            return false;
        }
        if (!feed_more(feed))
            break;
    }
    rows->cells.at = feed_text(feed);
    return *rows->cells.at;
}

/* U+3000 or U+00A0, which are no blanks of ASCII. */
static bool starts_wide(const char *text)
{
    return strncmp(text, "\xE3\x80\x80", 3) == 0 || strncmp(text, "\xC2\xA0", 2) == 0;
}

static bool is_tidy(const char *text)
{
    const char *end = text;
    while ((unsigned char)*end > ' ')
        end++;
    return !*end && !starts_wide(text) && (end < text + 2 || !starts_wide(end - 2)) &&
           (end < text + 3 || !starts_wide(end - 3));
}

static const char *tidy(struct arena *arena, const char *text)
{
    return is_tidy(text) ? text : text_in_one_line(arena, text_strip(arena, text));
}

static void make_room(struct csv_rows *rows)
{
    struct csv_row *row = &rows->row;
    size_t room = row->room;
    row->value =
        arena_make_room(rows->arena, row->value, sizeof *row->value, row->count, &row->room);
    row->column = arena_make_room(rows->arena, row->column, sizeof *row->column, row->count, &room);
}

static bool read_value(struct csv_rows *rows, struct arena *arena)
{
    long column = rows->cells.place.column;
    const char *text = csv_cell(&rows->cells, arena);
    if (!text)
        return false;
    make_room(rows);
    rows->row.column[rows->row.count] = column;
    rows->row.value[rows->row.count++] = tidy(arena, text);
    return true;
}

/* False at the end of the file, and where reading on makes no sense. */
static bool read_values(struct csv_rows *rows, struct arena *arena)
{
    if (!feed_row(rows))
        return false;
    const char *start = rows->cells.at;
    rows->row.place = rows->cells.place;
    rows->row.count = 0;
    do
        if (!read_value(rows, arena))
            return false;
    while (*rows->cells.at && !csv_cell_pass(&rows->cells));
    feed_take(&rows->feed, (size_t)(rows->cells.at - start));
    return true;
}

bool csv_rows_next(struct csv_rows *rows, struct arena *arena, struct csv_row *row)
{
    while (read_values(rows, arena))
        if (csv_row_filled(&rows->row) > 0) {
            *row = rows->row;
            return true;
        }
    return false;
}

struct csv_rows *csv_rows_begin(struct findings *findings, const struct feed *looked,
                                struct arena *arena)
{
    struct csv_rows *rows = ARENA_NEW(arena, struct csv_rows);
    *rows = (struct csv_rows){
        .findings = findings,
        .arena = arena,
        .feed = feed_begin(looked, findings, arena),
        .cells = {.findings = findings, .place = {looked->file.path, 1, 1}},
    };
    feed_more(&rows->feed);
    rows->cells.at = feed_text(&rows->feed);
    csv_find_separator(&rows->cells);
    feed_take(&rows->feed, (size_t)(rows->cells.at - feed_text(&rows->feed)));
    return rows;
}

struct csv_rows *csv_rows_again(const struct csv_rows *rows, struct findings *findings,
                                struct arena *arena)
{
    return csv_rows_begin(findings, &rows->feed, arena);
}

struct csv_rows *csv_rows_open(struct findings *findings, const char *path, struct place asked,
                               struct arena *arena)
{
    struct feed looked;
    return feed_look(findings, path, asked, &looked) ? csv_rows_begin(findings, &looked, arena)
                                                     : NULL;
}
