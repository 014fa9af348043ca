/* From separated values to list. */
#include "sheet/csv_list.h"

#include "base/limits.h"
#include "base/text.h"
#include "sheet/csv_rows.h"
#include "sheet/feed.h"

struct csv {
    struct list_file list;
    struct feed look; /* as the file was found */
};

struct list_reader {
    const struct csv *csv;
    struct findings *findings;
    struct csv_rows *rows;
    struct csv_row row; /* that was read */
};

/* A reader at the first row, which holds the headings. */
static struct list_reader *reader_new(const struct csv *csv, struct findings *findings,
                                      struct arena *arena)
{
    struct list_reader *reader = ARENA_NEW(arena, struct list_reader);
    *reader = (struct list_reader){csv, findings, csv_rows_begin(findings, &csv->look, arena), {0}};
    return reader;
}

static bool read_row(struct list_reader *reader, struct arena *arena)
{
    return csv_rows_next(reader->rows, arena, &reader->row);
}

/* list */

static struct list_reader *begin(const struct list_file *list, struct findings *findings,
                                 struct arena *arena)
{
    struct list_reader *reader = reader_new((const struct csv *)list, findings, arena);
    read_row(reader, arena);
    return reader;
}

static bool next(struct list_reader *reader, struct arena *arena, struct list_row *row)
{
    const struct csv *csv = reader->csv;
    if (!read_row(reader, arena))
        return false;
    *row = (struct list_row){reader->row.value, reader->row.place};
    if (reader->row.count >= csv->list.columns)
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
    const struct csv_row *row = &reader->row;
    if (!read_row(reader, arena)) {
        finding_add(findings, RULE_ROWS_NONE, (struct place){csv->list.path, 0, 0},
                    (const char *const[]){NULL});
        return false;
    }
    size_t count = csv_row_filled(row);
    if (count > LIMIT_GRID_COLUMNS)
        return report_columns(findings, row->place);
    const char **name = ARENA_ARRAY(findings->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        name[i] = name_of(findings->arena, row->value[i]);
        check_name(findings, name, i, row->place);
    }
    csv->list.name = name;
    csv->list.columns = count;
    return true;
}

/* looking through */

static void check_row(const struct list_reader *reader)
{
    struct findings *findings = reader->findings;
    struct arena *arena = findings->arena;
    const struct csv_row *row = &reader->row;
    size_t columns = reader->csv->list.columns;
    size_t count = row->count < columns ? row->count : csv_row_filled(row);
    if (row->count < columns || count > columns)
        REPORT(findings, RULE_ROWS_RAGGED, row->place, arena_printf(arena, "%zu", count),
               arena_printf(arena, "%zu", columns));
}

static void check_rows(struct csv *csv, struct list_reader *reader, struct arena *arena)
{
    struct findings *findings = reader->findings;
    size_t most = findings->failures + LIMIT_FINDINGS->now;
    while (findings->failures < most && read_row(reader, arena)) {
        check_row(reader);
        arena_release(arena, arena_take(arena, 1));
        if (++csv->list.count <= LIMIT_LIST_ROWS->now)
            continue;
        finding_add_limit(findings, RULE_TABLE_ROWS, reader->row.place, LIMIT_LIST_ROWS, NULL);
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
