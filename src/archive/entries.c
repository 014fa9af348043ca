/* register.tsv: an index of the bags, made again from them where it lacks one. */
#include <string.h>

#include "archive/digest.h"
#include "archive/store.h"
#include "base/text.h"

void entries_add(struct arena *arena, struct entries *entries, const struct entry *entry)
{
    if (entries->count == entries->room) {
        entries->room = entries->room ? 2 * entries->room : 64;
        struct entry *more = ARENA_ARRAY(arena, struct entry, entries->room);
        if (entries->count)
            memcpy(more, entries->entry, entries->count * sizeof *more);
        entries->entry = more;
    }
    entries->entry[entries->count++] = *entry;
}

/* They rise: halve until it is found. */
const struct entry *entries_find(const struct entries *entries, long number)
{
    size_t low = 0, high = entries->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (entries->entry[middle].number == number)
            return &entries->entry[middle];
        if (entries->entry[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static long last_number(const struct entries *entries)
{
    return entries->count ? entries->entry[entries->count - 1].number : 0;
}

static bool read_line(struct findings *findings, const char *text, size_t length,
                      struct entries *entries)
{
    struct entry entry;
    if (text_first_invalid(text, length) != length ||
        !entry_read(findings->arena, arena_copy_n(findings->arena, text, length), &entry) ||
        entry.number <= last_number(entries))
        return false;
    entries_add(findings->arena, entries, &entry);
    return true;
}

/* A line without end was torn by a crash and counts as not written. */
static bool read_lines(struct findings *findings, const struct file *file, struct entries *entries)
{
    struct place place = {file->path, 1, 0};
    const char *text = file->bytes, *end;
    while ((end = memchr(text, '\n', file->length - (size_t)(text - file->bytes)))) {
        if (!read_line(findings, text, (size_t)(end - text), entries)) {
            REPORT(findings, RULE_REGISTER_LINE, place, path_base(file->path));
            return false;
        }
        text = end + 1;
        place.line++;
    }
    entries->in_file = entries->count;
    entries->whole = (size_t)(text - file->bytes);
    return true;
}

static bool read_register(const struct store *store, struct findings *findings,
                          struct entries *entries)
{
    struct file file;
    const char *path = path_join(findings->arena, store->folder, REGISTER_NAME);
    if (!file_exists(path))
        return true;
    if (!file_read(findings, path, (struct place){0}, &file))
        return false;
    return read_lines(findings, &file, entries);
}

/* The entry of a bag, as its metadata and its tag manifest say. */
static bool read_bag(const struct store *store, struct findings *findings, long number,
                     struct entry *entry)
{
    struct file file;
    struct metadata metadata;
    const char *folder = store_bag_folder(store, number);
    const char *path = path_join(findings->arena, folder, METADATA_NAME);
    if (!file_exists(path)) {
        REPORT(findings, RULE_BAG_BARE, ((struct place){folder, 0, 0}), path_base(folder),
               METADATA_NAME);
        return false;
    }
    if (!file_read(findings, path, (struct place){0}, &file) ||
        !metadata_read(findings, &file, &metadata, entry))
        return false;
    path = path_join(findings->arena, folder, BAG_TAG_MANIFEST);
    if (!file_read(findings, path, (struct place){0}, &file))
        return false;
    entry->number = number;
    entry->seal = digest_of(findings->arena, file.bytes, file.length);
    return true;
}

bool store_entries(const struct store *store, struct findings *findings, struct entries *entries)
{
    struct bag_numbers bags;
    *entries = (struct entries){0};
    if (!read_register(store, findings, entries) || !store_bags(store, &bags, NULL))
        return false;
    for (size_t i = 0; i < bags.count; i++) {
        struct entry entry;
        if (bags.number[i] <= last_number(entries))
            continue;
        if (!read_bag(store, findings, bags.number[i], &entry))
            return false;
        entries_add(findings->arena, entries, &entry);
    }
    return true;
}
