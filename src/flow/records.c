/* The list of a batch. */
#include "flow/records.h"

#include <stdlib.h>
#include <strings.h>

#include "base/file.h"
#include "base/text.h"
#include "sheet/csv.h"
#include "xml/tree.h"

struct reading {
    struct findings *findings;
    const char *path;
    struct shard shard;
    struct records *records;
    size_t id; /* the index of its column */
};

static struct arena *arena_of(const struct reading *reading)
{
    return reading->findings->arena;
}

/* Where a cell stands, or would stand. */
static struct place place_at(const struct reading *reading, size_t row, size_t column)
{
    const struct grid_cell *cell = grid_at(reading->records->grid, row, column);
    for (size_t i = 0; !cell && i < reading->records->grid->columns; i++)
        cell = grid_at(reading->records->grid, row, i);
    return cell ? cell->place : (struct place){reading->path, 0, 0};
}

/* The words of why a heading cannot be one; NULL if it can. */
static const char *const *heading_fault(const char *name)
{
    static const char *const imprint[] = {
        "the record of the notice (版记) has an element of that name",
        "通知的版记里有这个名称的元素"};
    static const char *const no_name[] = {"write a name of letters, digits, - and _ that begins "
                                          "with a letter, or an XPath that begins with /",
                                          "请写以字母或汉字开头的名称，或者以 / 开头的 XPath"};
    if (*name == '/')
        return NULL;
    if (text_equal(name, "copy-to"))
        return imprint;
    return xml_is_plain_name(name) ? NULL : no_name;
}

static void check_heading(struct reading *reading, const struct record_column *column)
{
    const struct records *records = reading->records;
    const char *const *fault = heading_fault(column->name);
    if (fault)
        REPORT(reading->findings, RULE_BATCH_HEADING, column->place, column->name,
               fault[LANGUAGE_ENGLISH], fault[LANGUAGE_CHINESE]);
    for (size_t i = 0; i < records->column_count; i++)
        if (text_equal(records->columns[i].name, column->name)) {
            REPORT(reading->findings, RULE_BATCH_HEADING, column->place, column->name,
                   "it stands twice; delete one of the columns", "这一列有两个，请删去一个");
            return;
        }
}

/* A column without heading may hold nothing. */
static void check_nothing(struct reading *reading, size_t column)
{
    for (size_t row = 1; row < reading->records->grid->rows; row++)
        if (*grid_text(reading->records->grid, row, column)) {
            finding_add(reading->findings, RULE_BATCH_NO_HEADING, place_at(reading, row, column),
                        (const char *const[]){NULL});
            return;
        }
}

static void read_headings(struct reading *reading)
{
    struct records *records = reading->records;
    bool has_id = false;
    records->columns = ARENA_ARRAY(arena_of(reading), struct record_column, records->grid->columns);
    for (size_t i = 0; i < records->grid->columns; i++) {
        const char *name = grid_text(records->grid, 0, i);
        if (!*name) {
            check_nothing(reading, i);
            continue;
        }
        struct record_column column = {name, *name == '/', i, place_at(reading, 0, i)};
        check_heading(reading, &column);
        records->columns[records->column_count++] = column;
        if (text_equal(name, "id")) {
            has_id = true;
            reading->id = i;
        }
    }
    if (!has_id)
        finding_add(reading->findings, RULE_BATCH_NO_ID, (struct place){reading->path, 1, 0},
                    (const char *const[]){NULL});
}

/* rows */

/* By id as file systems that do not tell A from a see it, then by row. */
static int compare_ids(const void *a, const void *b)
{
    const struct record *x = *(struct record *const *)a, *y = *(struct record *const *)b;
    int order = strcasecmp(x->id, y->id);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* Of several with one id all but the first lose it. */
static void check_twice(struct reading *reading, struct record *all, size_t count)
{
    struct record **sorted = ARENA_ARRAY(arena_of(reading), struct record *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &all[i];
    if (count)
        qsort(sorted, count, sizeof(struct record *), compare_ids);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcasecmp(sorted[first]->id, sorted[i]->id) != 0) {
            first = i;
            continue;
        }
        REPORT(reading->findings, RULE_BATCH_ID_TWICE, sorted[i]->place, sorted[i]->id,
               arena_printf(arena_of(reading), "%ld", sorted[first]->place.line));
        sorted[i]->row = 0;
    }
}

static bool is_in_shard(const struct shard *shard, const char *id)
{
    return text_hash(id) % (uint64_t)shard->count == (uint64_t)(shard->number - 1);
}

static bool is_blank_row(const struct grid *grid, size_t row)
{
    size_t column = 0;
    while (column < grid->columns && !*grid_text(grid, row, column))
        column++;
    return column == grid->columns;
}

static bool take_row(struct reading *reading, size_t row, struct record *record)
{
    const char *id = grid_text(reading->records->grid, row, reading->id);
    *record = (struct record){id, row, place_at(reading, row, reading->id)};
    if (is_blank_row(reading->records->grid, row) || !is_in_shard(&reading->shard, id))
        return false;
    if (path_is_folder_name(id))
        return true;
    REPORT(reading->findings, RULE_BATCH_ID, record->place, id);
    reading->records->left_out++;
    return false;
}

static void read_rows(struct reading *reading)
{
    struct records *records = reading->records;
    struct record *all = ARENA_ARRAY(arena_of(reading), struct record, records->grid->rows);
    size_t count = 0;
    for (size_t row = 1; row < records->grid->rows; row++)
        count += take_row(reading, row, &all[count]);
    check_twice(reading, all, count);
    records->record = all;
    for (size_t i = 0; i < count; i++)
        if (all[i].row)
            all[records->count++] = all[i];
    records->left_out += count - records->count;
}

bool records_read(struct findings *findings, const char *path, struct shard shard,
                  struct records *records)
{
    struct reading reading = {findings, path, shard, records, 0};
    size_t before = findings->failures;
    struct file file;
    struct grids grids = {0};
    *records = (struct records){0};
    if (!file_read(findings, path, (struct place){0}, &file) || !csv_grids(findings, &file, &grids))
        return false;
    if (!grids.first || grids.first->rows < 2) {
        finding_add(findings, RULE_BATCH_NO_RECORDS, (struct place){path, 0, 0},
                    (const char *const[]){NULL});
        return false;
    }
    records->grid = grids.first;
    read_headings(&reading);
    if (findings->failures != before)
        return false;
    read_rows(&reading);
    return true;
}

const char *record_text(const struct records *records, const struct record *record,
                        const struct record_column *column)
{
    return grid_text(records->grid, record->row, column->index);
}

struct place record_place(const struct records *records, const struct record *record,
                          const struct record_column *column)
{
    const struct grid_cell *cell = grid_at(records->grid, record->row, column->index);
    return cell ? cell->place : record->place;
}
