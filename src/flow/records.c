/* The list of a batch: looked through once, then read again record by record. */
#include "flow/records.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "flow/twins.h"
#include "sheet/csv_rows.h"
#include "xml/tree.h"

struct listing {
    struct findings *findings; /* of looking through */
    struct records *records;
    struct shard shard;
    const char *path;
    const struct csv_rows *file; /* as it was opened first */
    size_t width;                /* columns up to the last that has a heading */
    size_t id;                   /* the index of that column */
    bool columns_fine;
    struct twins twins;
    /* a reader of the file */
    struct csv_rows *rows;
    struct arena *arena, *values; /* of the reader, of the row */
    struct findings told;         /* what keeps it from reading on */
    struct csv_row row;           /* that was read last */
    size_t number;                /* of it: 0 for the headings */
    struct record record;         /* that is made of it */
    size_t next;                  /* index of the record behind that */
};

static struct arena *arena_of(const struct listing *listing)
{
    return listing->findings->arena;
}

/* reading */

static void end_reading(struct listing *listing)
{
    if (!listing->arena)
        return;
    arena_free(listing->arena);
    arena_free(listing->values);
    listing->arena = NULL;
}

/* At the headings; false if there are none. */
static bool begin_reading(struct listing *listing)
{
    end_reading(listing);
    listing->arena = arena_new();
    listing->values = arena_new();
    listing->told = findings_on(listing->arena);
    listing->rows = csv_rows_again(listing->file, &listing->told, listing->arena);
    listing->number = listing->next = 0;
    return csv_rows_next(listing->rows, listing->values, &listing->row);
}

static bool read_row(struct listing *listing)
{
    arena_release(listing->values, arena_take(listing->values, 1));
    bool there = csv_rows_next(listing->rows, listing->values, &listing->row);
    listing->number += there;
    return there;
}

static const char *value_at(const struct listing *listing, size_t column)
{
    return column < listing->row.count ? listing->row.value[column] : "";
}

/* Where a value of the row stands. */
static struct place place_at(const struct listing *listing, size_t column)
{
    struct place place = listing->row.place;
    if (column < listing->row.count)
        place.column = listing->row.column[column];
    return place;
}

/* headings */

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

static void check_heading(struct listing *listing, const struct record_column *column)
{
    const struct records *records = listing->records;
    const char *const *fault = heading_fault(column->name);
    if (fault)
        REPORT(listing->findings, RULE_BATCH_HEADING, column->place, column->name,
               fault[LANGUAGE_ENGLISH], fault[LANGUAGE_CHINESE]);
    for (size_t i = 0; i < records->column_count; i++)
        if (text_equal(records->columns[i].name, column->name)) {
            REPORT(listing->findings, RULE_BATCH_HEADING, column->place, column->name,
                   "it stands twice; delete one of the columns", "这一列有两个，请删去一个");
            return;
        }
}

static void read_headings(struct listing *listing)
{
    struct records *records = listing->records;
    struct arena *arena = arena_of(listing);
    size_t before = listing->findings->failures;
    bool has_id = false;
    listing->width = csv_row_filled(&listing->row);
    records->columns = ARENA_ARRAY(arena, struct record_column, listing->width);
    for (size_t i = 0; i < listing->width; i++) {
        const char *name = arena_copy(arena, listing->row.value[i]);
        struct record_column column = {name, *name == '/', i, place_at(listing, i)};
        if (!*name)
            continue;
        check_heading(listing, &column);
        records->columns[records->column_count++] = column;
        if (text_equal(name, "id")) {
            has_id = true;
            listing->id = i;
        }
    }
    if (!has_id)
        finding_add(listing->findings, RULE_BATCH_NO_ID, listing->row.place,
                    (const char *const[]){NULL});
    listing->columns_fine = listing->findings->failures == before;
}

static bool has_heading(const struct records *records, size_t column)
{
    size_t i = 0;
    while (i < records->column_count && records->columns[i].index != column)
        i++;
    return i < records->column_count;
}

/* looking through */

/* A column without heading may hold nothing: else the list is not what it was meant to be. */
static bool check_values(const struct listing *listing)
{
    for (size_t i = 0; i < listing->row.count; i++)
        if (*listing->row.value[i] && !has_heading(listing->records, i)) {
            finding_add(listing->findings, RULE_BATCH_NO_HEADING, place_at(listing, i),
                        (const char *const[]){NULL});
            return false;
        }
    return true;
}

static bool is_in_shard(const struct shard *shard, const char *id)
{
    return text_hash(id) % (uint64_t)shard->count == (uint64_t)(shard->number - 1);
}

/* Twins are found in the whole list, so that all shards leave out the same records. */
static void take_row(struct listing *listing)
{
    struct records *records = listing->records;
    const char *id = value_at(listing, listing->id);
    bool is_name = path_is_folder_name(id);
    if (is_name)
        twins_note(&listing->twins, id);
    if (!is_in_shard(&listing->shard, id))
        return;
    records->count += is_name;
    records->left_out += !is_name;
    if (!is_name)
        REPORT(listing->findings, RULE_BATCH_ID, place_at(listing, listing->id), id);
}

/* False if the rows are not to be used. */
static bool take_rows(struct listing *listing)
{
    while (read_row(listing)) {
        if (listing->number > LIMIT_LIST_ROWS->now) {
            finding_add_limit(listing->findings, RULE_TABLE_ROWS, listing->row.place,
                              LIMIT_LIST_ROWS, NULL);
            return false;
        }
        if (!check_values(listing))
            return false;
        if (listing->columns_fine)
            take_row(listing);
    }
    return true;
}

/* False if the list itself is wrong. */
static bool look_through(struct listing *listing)
{
    bool has_headings = begin_reading(listing);
    if (has_headings && !listing->told.failures)
        read_headings(listing);
    bool fine = !listing->told.failures && take_rows(listing) && !listing->told.failures;
    findings_hand_on(&listing->told, listing->findings);
    if (!fine || listing->number > 0)
        return fine && listing->columns_fine;
    finding_add(listing->findings, RULE_BATCH_NO_RECORDS, (struct place){listing->path, 0, 0},
                (const char *const[]){NULL});
    return false;
}

static void leave_out(void *context, const struct suspect *twin, const struct suspect *first)
{
    struct listing *listing = context;
    if (!is_in_shard(&listing->shard, twin->id))
        return;
    REPORT(listing->findings, RULE_BATCH_ID_TWICE, twin->place, twin->id,
           arena_printf(arena_of(listing), "%ld", first->place.line));
    listing->records->count--;
    listing->records->left_out++;
}

/* Of several with one id all but the first are left out. */
static void leave_out_twins(struct listing *listing)
{
    struct twins *twins = &listing->twins;
    if (!twins_suspected(twins))
        return;
    begin_reading(listing);
    while (read_row(listing)) {
        const char *id = value_at(listing, listing->id);
        if (path_is_folder_name(id))
            twins_look(twins, id, listing->number, place_at(listing, listing->id));
    }
    twins_settle(twins, leave_out, listing);
}

bool records_open(struct findings *findings, const char *path, struct shard shard,
                  struct records *records)
{
    struct listing *listing = ARENA_NEW(findings->arena, struct listing);
    *records = (struct records){.listing = listing};
    *listing = (struct listing){
        .findings = findings,
        .records = records,
        .shard = shard,
        .path = path,
        .twins = twins_on(findings->arena),
        .file = csv_rows_open(findings, path, (struct place){0}, findings->arena),
    };
    bool fine = listing->file && look_through(listing);
    if (fine)
        leave_out_twins(listing);
    twins_free(&listing->twins);
    end_reading(listing);
    return fine;
}

void records_close(struct records *records)
{
    end_reading(records->listing);
}

/* one record */

static bool is_wanted(const struct listing *listing)
{
    const char *id = value_at(listing, listing->id);
    return is_in_shard(&listing->shard, id) && path_is_folder_name(id) &&
           !twins_has(&listing->twins, listing->number);
}

/* False if there is none: then the file is another. The row that reading ended in may be cut. */
static bool read_record(struct listing *listing)
{
    do
        if (!read_row(listing) || listing->told.failures)
            return false;
    while (!is_wanted(listing));
    const struct csv_row *row = &listing->row;
    listing->record = (struct record){
        .id = value_at(listing, listing->id),
        .place = place_at(listing, listing->id),
        .value = row->value,
        .start = row->column,
        .count = row->count,
    };
    listing->next++;
    return true;
}

const struct record *records_at(struct records *records, struct findings *findings, size_t index)
{
    struct listing *listing = records->listing;
    if (!listing->arena || index + 1 < listing->next)
        begin_reading(listing);
    while (listing->next <= index)
        if (!read_record(listing)) {
            findings_hand_on(&listing->told, findings);
            return NULL;
        }
    return &listing->record;
}

const char *record_text(const struct record *record, const struct record_column *column)
{
    return column->index < record->count ? record->value[column->index] : "";
}

struct place record_place(const struct record *record, const struct record_column *column)
{
    struct place place = record->place;
    if (column->index < record->count)
        place.column = record->start[column->index];
    return place;
}
