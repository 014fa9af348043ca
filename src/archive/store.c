/* The archive's folder: settings, lock, bags. */
#include "archive/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/disk.h"
#include "base/reason.h"
#include "base/signals.h"
#include "base/text.h"
#include "xml/writer.h"

/* Made from the .xsd file by the build. */
extern const char archive_xsd_text[], archive_xsd_rules[];

static const struct value_form forms[] = {
    {"fonds",
     {"a fonds code has four capital letters or digits, like J001",
      "全宗号是四位大写字母或数字，如 J001"}},
    {"organ",
     {"an organ code has three capital letters or digits, like BGS",
      "机构代码是三位大写字母或数字，如 BGS"}},
    {0},
};

const struct schema archive_schema = {"archive", archive_xsd_text, archive_xsd_rules, forms};

static const char new_prefix[] = ".new-";

static const char *inside(const struct store *store, const char *name)
{
    return path_join(store->findings->arena, store->folder, name);
}

static bool fail(const struct store *store, const char *path)
{
    report_reason(store->findings, RULE_OUTPUT_FILE, (struct place){0}, path, errno);
    return false;
}

static const char *settings_text(struct arena *arena, const char *fonds, const char *organ,
                                 size_t *length)
{
    struct xml_writer *out = xml_writer_new(arena);
    xml_open(out, "archive");
    xml_attribute(out, "format", "1");
    xml_attribute(out, "fonds", fonds);
    xml_attribute(out, "category", "WS");
    if (organ)
        xml_attribute(out, "organ", organ);
    return xml_writer_finish(out, length);
}

static bool settings_parse(struct store *store, struct file *file)
{
    struct arena *arena = store->findings->arena;
    struct xml_document *document =
        file_to_text(store->findings, file) ? xml_parse(store->findings, file) : NULL;
    bool fine = document && schema_check(store->findings, &archive_schema, document);
    if (fine) {
        const struct xml_node *root = xml_root(document);
        const char *organ = xml_get(root, "organ");
        store->fonds = arena_copy(arena, xml_get(root, "fonds"));
        store->category = arena_copy(arena, xml_get(root, "category"));
        store->organ = arena_copy(arena, organ ? organ : "");
    }
    xml_document_free(document);
    return fine;
}

/* What an interrupted store_make left counts as nothing: archive.xml is written last. */
static bool make_files(struct store *store, const struct file *settings)
{
    struct arena *arena = store->findings->arena;
    const char *lock = inside(store, "lock"), *path = inside(store, SETTINGS_NAME);
    if (!file_exists(lock) && !disk_create(arena, lock, "", 0))
        return fail(store, lock);
    if (mkdir(inside(store, "bags"), 0777) != 0 && errno != EEXIST)
        return fail(store, inside(store, "bags"));
    struct outputs outputs = outputs_on(arena);
    outputs_add(&outputs, path, settings->bytes, settings->length);
    return outputs_write(&outputs, store->findings) &&
           (disk_sync_folder(store->folder) || fail(store, store->folder));
}

bool store_make(struct findings *findings, const char *folder, const char *fonds, const char *organ)
{
    struct store store = {.findings = findings, .folder = folder, .lock = -1};
    struct disk_names names = {0};
    struct file settings = {0};
    settings.bytes = settings_text(findings->arena, fonds, organ, &settings.length);
    struct file checked = settings;
    if (!settings_parse(&store, &checked))
        return false;
    scratch_sweep(findings->arena, folder);
    disk_list(findings->arena, folder, &names);
    for (size_t i = 0; i < names.count; i++)
        if (!text_equal(names.name[i], "lock") && !text_equal(names.name[i], "bags")) {
            REPORT(findings, RULE_ARCHIVE_EXISTS, ((struct place){0}), folder);
            return false;
        }
    return make_files(&store, &settings);
}

static bool take_lock(struct store *store, enum store_use use)
{
    const char *path = inside(store, "lock");
    bool taken = false;
    store->lock = open(path, O_RDONLY | O_CLOEXEC);
    if (store->lock >= 0)
        do
            taken = flock(store->lock, use == STORE_WRITE ? LOCK_EX : LOCK_SH) == 0;
        while (!taken && errno == EINTR);
    if (!taken)
        report_reason(store->findings, RULE_FILE_UNREADABLE, (struct place){0}, path, errno);
    return taken;
}

bool store_open(struct findings *findings, const char *folder, enum store_use use,
                struct store *store)
{
    struct file file;
    *store = (struct store){.findings = findings, .folder = folder, .lock = -1};
    const char *path = inside(store, SETTINGS_NAME);
    if (!file_exists(path)) {
        REPORT(findings, RULE_ARCHIVE_MISSING, ((struct place){0}), folder);
        return false;
    }
    return file_read(findings, path, (struct place){0}, &file) && settings_parse(store, &file) &&
           take_lock(store, use);
}

void store_close(struct store *store)
{
    if (store->lock >= 0)
        close(store->lock);
    store->lock = -1;
}

const char *store_bag_folder(const struct store *store, long number)
{
    struct arena *arena = store->findings->arena;
    return arena_printf(arena, "%s/%s", inside(store, "bags"), entry_folder(arena, number));
}

struct place store_register_place(const struct store *store)
{
    return (struct place){inside(store, REGISTER_NAME), 0, 0};
}

/* 0 if it is no name of a bag's folder. */
static long number_of(const char *name)
{
    enum { DIGITS_LEAST = 6, DIGITS_MOST = 9 };
    size_t length = strlen(name);
    bool padded = length > DIGITS_LEAST && name[0] == '0';
    if (length < DIGITS_LEAST || length > DIGITS_MOST || padded ||
        strspn(name, "0123456789") != length)
        return 0;
    return strtol(name, NULL, 10);
}

static int compare_numbers(const void *a, const void *b)
{
    long left = *(const long *)a, right = *(const long *)b;
    return (left > right) - (left < right);
}

bool store_bags(const struct store *store, struct bag_numbers *bags, struct findings *strange)
{
    struct disk_names names;
    struct arena *arena = store->findings->arena;
    const char *folder = inside(store, "bags");
    if (!disk_list(arena, folder, &names)) {
        report_reason(store->findings, RULE_FILE_UNREADABLE, (struct place){0}, folder, errno);
        return false;
    }
    *bags = (struct bag_numbers){ARENA_ARRAY(arena, long, names.count + 1), 0};
    for (size_t i = 0; i < names.count; i++) {
        long number = number_of(names.name[i]);
        if (number)
            bags->number[bags->count++] = number;
        else if (strange)
            REPORT(strange, RULE_ARCHIVE_STRANGE,
                   ((struct place){path_join(arena, folder, names.name[i]), 0, 0}), names.name[i]);
    }
    qsort(bags->number, bags->count, sizeof *bags->number, compare_numbers);
    return true;
}

/* What was being written when its process was killed. */
static bool remove_unfinished(const struct store *store)
{
    struct disk_names names;
    struct arena *arena = store->findings->arena;
    if (!disk_list(arena, store->folder, &names))
        return fail(store, store->folder);
    for (size_t i = 0; i < names.count; i++)
        if (text_starts(names.name[i], new_prefix) &&
            !disk_remove(arena, inside(store, names.name[i])))
            return fail(store, inside(store, names.name[i]));
    return true;
}

/* Cuts a torn line and writes those that are lacking. */
static bool write_register(const struct store *store, struct entries *entries)
{
    struct arena *arena = store->findings->arena;
    struct buffer lines = buffer_on(arena);
    for (size_t i = entries->in_file; i < entries->count; i++)
        buffer_printf(&lines, "%s\n", entry_print(arena, &entries->entry[i]));
    if (!disk_append(inside(store, REGISTER_NAME), entries->whole, buffer_text(&lines),
                     lines.length) ||
        (entries->whole == 0 && !disk_sync_folder(store->folder)))
        return false;
    entries->in_file = entries->count;
    entries->whole += lines.length;
    return true;
}

bool store_recover(const struct store *store, struct entries *entries)
{
    if (!remove_unfinished(store))
        return false;
    return entries->in_file == entries->count || write_register(store, entries) ||
           fail(store, inside(store, REGISTER_NAME));
}

void store_number(const struct store *store, const struct entries *entries, struct entry *entry)
{
    struct code *code = &entry->code;
    entry->number = entries->count ? entries->entry[entries->count - 1].number + 1 : 1;
    code->fonds = store->fonds;
    code->category = store->category;
    code->organ = store->organ;
    code->item = 1;
    for (size_t i = 0; i < entries->count; i++) {
        const struct code *other = &entries->entry[i].code;
        if (code_same_series(other, code) && other->item >= code->item)
            code->item = other->item + 1;
    }
}

/* The bag is written under another name; renaming it is what files it. */
static bool put_bag(const struct store *store, const struct bag *bag, long number)
{
    struct arena *arena = store->findings->arena;
    const char *folder =
        inside(store, arena_printf(arena, "%s%s", new_prefix, entry_folder(arena, number)));
    if (bag_write(store->findings, bag, folder)) {
        if (rename(folder, store_bag_folder(store, number)) == 0)
            return disk_sync_folder(inside(store, "bags")) || fail(store, inside(store, "bags"));
        fail(store, store_bag_folder(store, number));
    }
    disk_remove(arena, folder);
    return false;
}

static bool put_and_enter(const struct store *store, struct entries *entries, const struct bag *bag,
                          struct entry *entry)
{
    entry->seal = bag_find(bag, BAG_TAG_MANIFEST)->digest;
    if (!put_bag(store, bag, entry->number))
        return false;
    entries_add(store->findings->arena, entries, entry);
    if (write_register(store, entries))
        return true;
    report_reason(store->findings, RULE_REGISTER_UNWRITTEN, store_register_place(store),
                  entry_folder(store->findings->arena, entry->number), errno);
    return false;
}

bool store_file(const struct store *store, struct entries *entries, const struct bag *bag,
                struct entry *entry)
{
    sigset_t before;
    signals_hold(&before);
    bool filed = put_and_enter(store, entries, bag, entry);
    signals_release(&before);
    return filed;
}
