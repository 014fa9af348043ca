/* The register of an archive. */
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "flow/archive.h"
#include "flow/archive_register.h"
#include "sheet/csv_writer.h"

static bool has(const char *text, const char *part)
{
    return !part || strstr(text, part);
}

static bool is_wanted(struct arena *arena, const struct archive_list *list,
                      const struct entry *entry)
{
    return (!list->year || entry->code.year == list->year) &&
           has(entry->document_number, list->number) && has(entry->issuer, list->issuer) &&
           (!list->text || has(entry_print(arena, entry), list->text));
}

enum column { NUMBER, CODE, DOCUMENT_NUMBER, ISSUER, TITLE, DATE, RETENTION, REPLACES, COLUMNS };

static const struct {
    const char *name, *header; /* of JSON, of CSV */
} columns[COLUMNS] = {
    [NUMBER] = {"number", "流水号"},
    [CODE] = {"code", "档号"},
    [DOCUMENT_NUMBER] = {"document-number", "文号"},
    [ISSUER] = {"issuer", "责任者"},
    [TITLE] = {"title", "题名"},
    [DATE] = {"date", "日期"},
    [RETENTION] = {"retention", "保管期限"},
    [REPLACES] = {"replaces", "更正"},
};

static void fill(struct arena *arena, const struct entry *entry, const char *values[COLUMNS])
{
    values[NUMBER] = arena_printf(arena, "%ld", entry->number);
    values[CODE] = code_print(arena, &entry->code);
    values[DOCUMENT_NUMBER] = entry->document_number;
    values[ISSUER] = entry->issuer;
    values[TITLE] = entry->title;
    values[DATE] = entry->date;
    values[RETENTION] = retention_words(entry->code.retention);
    values[REPLACES] = entry->replaces ? arena_printf(arena, "%ld", entry->replaces) : "";
}

static void add_text(struct buffer *out, const struct entry *entry)
{
    const char *values[COLUMNS];
    fill(out->arena, entry, values);
    for (int i = 0; i < COLUMNS; i++)
        buffer_printf(out, "%s%s", i ? "\t" : "", values[i]);
    buffer_add(out, "\n");
}

static void add_json(struct buffer *out, const struct entry *entry)
{
    const char *values[COLUMNS];
    struct json json = json_object(out->arena);
    fill(out->arena, entry, values);
    for (int i = 0; i < COLUMNS; i++)
        if (i == NUMBER || i == REPLACES)
            json_number(&json, columns[i].name, i == NUMBER ? entry->number : entry->replaces);
        else
            json_string(&json, columns[i].name, values[i]);
    buffer_add(out, json_line(&json));
}

static void add_csv(struct buffer *out, const struct entry *entry)
{
    const char *values[COLUMNS];
    fill(out->arena, entry, values);
    csv_row(out, values, COLUMNS);
}

static void begin_csv(struct buffer *out)
{
    const char *headers[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        headers[i] = columns[i].header;
    csv_begin(out);
    csv_row(out, headers, COLUMNS);
}

static void print(const struct archive_list *list, const struct entries *entries,
                  struct buffer *out)
{
    static void (*const add[])(struct buffer *, const struct entry *) = {
        [LIST_TEXT] = add_text, [LIST_JSON] = add_json, [LIST_CSV] = add_csv};
    if (list->format == LIST_CSV)
        begin_csv(out);
    for (size_t i = 0; i < entries->count; i++)
        add[list->format](out, &entries->entry[i]);
}

static struct entries wanted_of(struct arena *arena, const struct archive_list *list,
                                const struct entries *all)
{
    struct entries wanted = {.count = 0};
    for (size_t i = 0; i < all->count; i++)
        if (is_wanted(arena, list, &all->entry[i]))
            entries_add(arena, &wanted, &all->entry[i]);
    return wanted;
}

static bool list_store(const struct store *store, const struct archive_list *list,
                       struct buffer *out)
{
    struct entries entries;
    if (!store_entries(store, store->findings, &entries))
        return false;
    struct entries wanted = wanted_of(store->findings->arena, list, &entries);
    if (list->format == LIST_DOCX)
        return archive_register(store->findings, store, list->share, &wanted, out);
    print(list, &wanted, out);
    return true;
}

bool flow_archive_list(struct findings *trouble, const struct archive_list *list,
                       struct buffer *out)
{
    struct store store;
    bool done =
        store_open(trouble, list->archive, STORE_READ, &store) && list_store(&store, list, out);
    store_close(&store);
    return done;
}
