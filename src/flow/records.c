/* The list of a batch: what its rows say, as short as that can be kept. */
#include "flow/records.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "sheet/csv_rows.h"
#include "xml/tree.h"

struct reading {
    struct findings *findings;
    struct shard shard;
    struct records *records;
    struct csv_row row; /* that was read last */
    size_t width;       /* columns up to the last that has a heading */
    size_t id;          /* the index of that column */
    bool columns_fine;
    size_t rows; /* records read, of all shards */
    size_t room; /* for records */
};

static struct arena *arena_of(const struct reading *reading)
{
    return reading->findings->arena;
}

/* headings */

/* Where a value of the row stands. */
static struct place place_at(const struct reading *reading, size_t column)
{
    struct place place = reading->row.place;
    if (column < reading->row.count)
        place.column = reading->row.column[column];
    return place;
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

static void read_headings(struct reading *reading)
{
    struct records *records = reading->records;
    struct arena *arena = arena_of(reading);
    size_t before = reading->findings->failures;
    bool has_id = false;
    reading->width = csv_row_filled(&reading->row);
    records->columns = ARENA_ARRAY(arena, struct record_column, reading->width);
    for (size_t i = 0; i < reading->width; i++) {
        const char *name = arena_copy(arena, reading->row.value[i]);
        struct record_column column = {name, *name == '/', i, place_at(reading, i)};
        if (!*name)
            continue;
        check_heading(reading, &column);
        records->columns[records->column_count++] = column;
        if (text_equal(name, "id")) {
            has_id = true;
            reading->id = i;
        }
    }
    if (!has_id)
        finding_add(reading->findings, RULE_BATCH_NO_ID, reading->row.place,
                    (const char *const[]){NULL});
    reading->columns_fine = reading->findings->failures == before;
}

static bool has_heading(const struct records *records, size_t column)
{
    size_t i = 0;
    while (i < records->column_count && records->columns[i].index != column)
        i++;
    return i < records->column_count;
}

/* rows */

static const char *value_at(const struct reading *reading, size_t column)
{
    return column < reading->row.count ? reading->row.value[column] : "";
}

/* A column without heading may hold nothing: else the list is not what it was meant to be. */
static bool check_values(const struct reading *reading)
{
    for (size_t i = 0; i < reading->row.count; i++)
        if (*reading->row.value[i] && !has_heading(reading->records, i)) {
            finding_add(reading->findings, RULE_BATCH_NO_HEADING, place_at(reading, i),
                        (const char *const[]){NULL});
            return false;
        }
    return true;
}

static const char *texts_of(const struct reading *reading)
{
    size_t length = 0;
    for (size_t i = 0; i < reading->width; i++)
        length += strlen(value_at(reading, i)) + 1;
    char *texts = arena_take(arena_of(reading), length), *at = texts;
    for (size_t i = 0; i < reading->width; i++)
        at = stpcpy(at, value_at(reading, i)) + 1;
    return texts;
}

static const int *starts_of(const struct reading *reading)
{
    int *starts = ARENA_ARRAY(arena_of(reading), int, reading->width);
    for (size_t i = 0; i < reading->width && i < reading->row.count; i++)
        starts[i] = (int)reading->row.column[i];
    return starts;
}

static void add_record(struct reading *reading)
{
    struct records *records = reading->records;
    struct record record = {.place = place_at(reading, reading->id)};
    record.texts = texts_of(reading);
    record.starts = starts_of(reading);
    record.id = record_text(&record, &(struct record_column){.index = reading->id});
    records->record = arena_make_room(arena_of(reading), records->record, sizeof record,
                                      records->count, &reading->room);
    records->record[records->count++] = record;
}

static bool is_in_shard(const struct shard *shard, const char *id)
{
    return text_hash(id) % (uint64_t)shard->count == (uint64_t)(shard->number - 1);
}

static void take_row(struct reading *reading)
{
    const char *id = value_at(reading, reading->id);
    if (!is_in_shard(&reading->shard, id))
        return;
    if (path_is_folder_name(id)) {
        add_record(reading);
        return;
    }
    REPORT(reading->findings, RULE_BATCH_ID, place_at(reading, reading->id), id);
    reading->records->left_out++;
}

/* False if the rows are not to be used. */
static bool read_rows(struct reading *reading, struct csv_rows *rows, struct arena *values)
{
    while (csv_rows_next(rows, values, &reading->row)) {
        if (++reading->rows > LIMIT_LIST_ROWS->now) {
            finding_add_limit(reading->findings, RULE_TABLE_ROWS, reading->row.place,
                              LIMIT_LIST_ROWS, NULL);
            return false;
        }
        if (!check_values(reading))
            return false;
        if (reading->columns_fine)
            take_row(reading);
        arena_release(values, arena_take(values, 1));
    }
    return true;
}

/* ids */

/* As file systems that do not tell A from a see them, then as they stand in the list. */
static int compare_ids(const void *a, const void *b)
{
    const struct record *x = *(struct record *const *)a, *y = *(struct record *const *)b;
    int order = strcasecmp(x->id, y->id);
    return order ? order : (x > y) - (x < y);
}

static void report_twice(const struct reading *reading, struct record *record,
                         const struct record *first)
{
    REPORT(reading->findings, RULE_BATCH_ID_TWICE, record->place, record->id,
           arena_printf(arena_of(reading), "%ld", first->place.line));
    record->id = NULL;
}

/* Of several with one id all but the first are left out. */
static void leave_out_twins(struct reading *reading)
{
    struct records *records = reading->records;
    size_t count = records->count;
    struct record **sorted = memory_take(count * sizeof(struct record *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = &records->record[i];
    if (count)
        qsort(sorted, count, sizeof(struct record *), compare_ids);
    for (size_t i = 1, first = 0; i < count; i++)
        if (strcasecmp(sorted[first]->id, sorted[i]->id) == 0)
            report_twice(reading, sorted[i], sorted[first]);
        else
            first = i;
    free(sorted);
    records->count = 0;
    for (size_t i = 0; i < count; i++)
        if (records->record[i].id)
            records->record[records->count++] = records->record[i];
    records->left_out += count - records->count;
}

static bool read_all(struct reading *reading, const char *path, struct arena *arena)
{
    size_t before = reading->findings->failures;
    struct csv_rows *rows = csv_rows_open(reading->findings, path, (struct place){0}, arena);
    if (!rows)
        return false;
    struct arena *values = arena_new();
    bool has_headings = csv_rows_next(rows, values, &reading->row);
    bool fine = reading->findings->failures == before;
    if (fine && has_headings)
        read_headings(reading);
    fine = fine && read_rows(reading, rows, values);
    arena_free(values);
    return fine && (reading->columns_fine || !reading->width);
}

bool records_read(struct findings *findings, const char *path, struct shard shard,
                  struct records *records)
{
    struct reading reading = {.findings = findings, .shard = shard, .records = records};
    struct arena *arena = arena_new();
    *records = (struct records){0};
    bool fine = read_all(&reading, path, arena);
    arena_free(arena);
    leave_out_twins(&reading);
    if (!fine || reading.rows)
        return fine;
    finding_add(findings, RULE_BATCH_NO_RECORDS, (struct place){path, 0, 0},
                (const char *const[]){NULL});
    return false;
}

const char *record_text(const struct record *record, const struct record_column *column)
{
    const char *text = record->texts;
    for (size_t i = 0; i < column->index; i++)
        text += strlen(text) + 1;
    return text;
}

struct place record_place(const struct record *record, const struct record_column *column)
{
    struct place place = record->place;
    if (record->starts[column->index])
        place.column = record->starts[column->index];
    return place;
}
