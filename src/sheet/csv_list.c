/* From separated values to list. */
#include "sheet/csv_list.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "sheet/csv_cell.h"
#include "sheet/feed.h"

struct csv {
    struct list_file list;
    struct feed look; /* as the file was found */
};

struct list_reader {
    const struct csv *csv;
    struct findings *findings;
    struct feed feed;
    struct csv_cells cells;
    struct arena *arena;
    const char **value; /* of the row that was read */
    size_t count, room;
};

/* rows */

/* Reads until a whole row is there. False at the end of the file, and reported if the row is too
 * long. */
static bool feed_row(struct list_reader *reader)
{
    struct feed *feed = &reader->feed;
    for (;;) {
        reader->cells.at = feed_text(feed);
        const char *end = csv_row_end(&reader->cells);
        if (end && *end)
            return true;
        if (strlen(feed_text(feed)) > LIMIT_LIST_ROW_BYTES->now) {
            finding_add_limit(reader->findings, RULE_ROWS_LONG, reader->cells.place,
                              LIMIT_LIST_ROW_BYTES, NULL);
            return false;
        }
        if (!feed_more(feed))
            break;
    }
    reader->cells.at = feed_text(feed);
    return *reader->cells.at;
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

static bool read_value(struct list_reader *reader, struct arena *arena)
{
    const char *text = csv_cell(&reader->cells, arena);
    if (!text)
        return false;
    reader->value = arena_make_room(reader->arena, reader->value, sizeof *reader->value,
                                    reader->count, &reader->room);
    reader->value[reader->count++] = tidy(arena, text);
    return true;
}

/* False at the end of the file, and where reading on makes no sense. */
static bool read_values(struct list_reader *reader, struct arena *arena, struct place *place)
{
    if (!feed_row(reader))
        return false;
    const char *start = reader->cells.at;
    *place = reader->cells.place;
    reader->count = 0;
    do
        if (!read_value(reader, arena))
            return false;
    while (*reader->cells.at && !csv_cell_pass(&reader->cells));
    feed_take(&reader->feed, (size_t)(reader->cells.at - start));
    return true;
}

/* How many values there are up to the last that is not empty. */
static size_t filled(const struct list_reader *reader)
{
    size_t count = reader->count;
    while (count > 0 && !*reader->value[count - 1])
        count--;
    return count;
}

/* The next row that has a text. */
static bool read_row(struct list_reader *reader, struct arena *arena, struct place *place)
{
    while (read_values(reader, arena, place))
        if (filled(reader) > 0)
            return true;
    return false;
}

/* A reader at the first row, which holds the headings. */
static struct list_reader *reader_new(const struct csv *csv, struct findings *findings,
                                      struct arena *arena)
{
    struct list_reader *reader = ARENA_NEW(arena, struct list_reader);
    *reader = (struct list_reader){
        .csv = csv,
        .findings = findings,
        .arena = arena,
        .feed = feed_begin(&csv->look, findings, arena),
        .cells = {.findings = findings, .place = {csv->list.path, 1, 1}},
    };
    feed_more(&reader->feed);
    reader->cells.at = feed_text(&reader->feed);
    csv_find_separator(&reader->cells);
    feed_take(&reader->feed, (size_t)(reader->cells.at - feed_text(&reader->feed)));
    return reader;
}

/* list */

static struct list_reader *begin(const struct list_file *list, struct findings *findings,
                                 struct arena *arena)
{
    struct list_reader *reader = reader_new((const struct csv *)list, findings, arena);
    struct place place;
    read_row(reader, arena, &place);
    return reader;
}

static bool next(struct list_reader *reader, struct arena *arena, struct list_row *row)
{
    const struct csv *csv = reader->csv;
    if (!read_row(reader, arena, &row->place))
        return false;
    row->value = reader->value;
    if (reader->count >= csv->list.columns)
        return true;
    REPORT(reader->findings, RULE_FILE_CHANGED, ((struct place){0}), csv->list.path);
    return false;
}

/* headings */

/* What a name may hold that expressions know as one (XML 1.0, fourth edition, appendix B). */
static bool is_letter(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FA5) || code == 0x3007 || code == '_' ||
           (code_is_latin(code) && !code_is_digit(code));
}

static const char *name_of(struct arena *arena, const char *heading)
{
    struct buffer name = buffer_on(arena);
    uint32_t first = 0;
    for (uint32_t code; (code = text_next(&heading)); first = 1) {
        if (!first && !is_letter(code))
            buffer_add_char(&name, '_');
        if (is_letter(code) || code_is_digit(code))
            buffer_add_code(&name, code);
        else if (first)
            buffer_add_char(&name, '_');
    }
    return buffer_text(&name);
}

static void check_name(struct findings *findings, const char *const *name, size_t column,
                       struct place place)
{
    struct arena *arena = findings->arena;
    if (!*name[column]) {
        REPORT(findings, RULE_ROWS_HEADING, place, arena_printf(arena, "%zu", column + 1));
        return;
    }
    for (size_t i = 0; i < column; i++)
        if (text_equal(name[i], name[column])) {
            REPORT(findings, RULE_ROWS_COLUMN, place, arena_printf(arena, "%zu", i + 1),
                   arena_printf(arena, "%zu", column + 1), name[i]);
            return;
        }
}

static bool report_columns(struct findings *findings, struct place place)
{
    char *most = arena_printf(findings->arena, "%d", LIMIT_GRID_COLUMNS);
    REPORT(findings, RULE_GRID_COLUMNS, place, most);
    return false;
}

/* Columns without a heading at the end are those of cells that are empty. */
static bool read_headings(struct csv *csv, struct list_reader *reader, struct arena *arena)
{
    struct findings *findings = reader->findings;
    struct place place;
    if (!read_row(reader, arena, &place)) {
        finding_add(findings, RULE_ROWS_NONE, (struct place){csv->list.path, 0, 0},
                    (const char *const[]){NULL});
        return false;
    }
    size_t count = filled(reader);
    if (count > LIMIT_GRID_COLUMNS)
        return report_columns(findings, place);
    const char **name = ARENA_ARRAY(findings->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        name[i] = name_of(findings->arena, reader->value[i]);
        check_name(findings, name, i, place);
    }
    csv->list.name = name;
    csv->list.columns = count;
    return true;
}

/* looking through */

static void check_row(const struct list_reader *reader, struct place place)
{
    struct findings *findings = reader->findings;
    struct arena *arena = findings->arena;
    size_t columns = reader->csv->list.columns;
    size_t count = reader->count < columns ? reader->count : filled(reader);
    if (reader->count < columns || count > columns)
        REPORT(findings, RULE_ROWS_RAGGED, place, arena_printf(arena, "%zu", count),
               arena_printf(arena, "%zu", columns));
}

static void check_rows(struct csv *csv, struct list_reader *reader, struct arena *arena)
{
    struct findings *findings = reader->findings;
    struct place place;
    size_t most = findings->failures + LIMIT_FINDINGS->now;
    while (findings->failures < most && read_row(reader, arena, &place)) {
        check_row(reader, place);
        arena_release(arena, arena_take(arena, 1));
        if (++csv->list.count <= LIMIT_LIST_ROWS->now)
            continue;
        finding_add_limit(findings, RULE_TABLE_ROWS, place, LIMIT_LIST_ROWS, NULL);
        return;
    }
}

const struct list_file *csv_list(struct findings *findings, const char *path, struct place asked)
{
    struct csv *csv = ARENA_NEW(findings->arena, struct csv);
    size_t before = findings->failures;
    *csv = (struct csv){.list = {.begin = begin, .next = next}};
    if (!feed_look(findings, path, asked, &csv->look))
        return NULL;
    csv->list.path = csv->look.file.path;
    struct arena *arena = arena_new(), *rows = arena_new();
    struct list_reader *reader = reader_new(csv, findings, arena);
    if (read_headings(csv, reader, arena))
        check_rows(csv, reader, rows);
    arena_free(arena);
    arena_free(rows);
    return findings->failures == before ? &csv->list : NULL;
}
