/* A bag with its metadata. */
#include "flow/archived.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "flow/filed.h"

struct place archived_place(struct arena *arena, const struct archived *archived, const char *path)
{
    return (struct place){arena_printf(arena, "%s/%s", archived->folder, path), 0, 0};
}

static bool read_metadata(struct findings *findings, long number, struct archived *archived)
{
    const struct bag_file *tag = bag_find(&archived->bag, METADATA_NAME);
    struct place place = archived_place(findings->arena, archived, METADATA_NAME);
    if (!tag) {
        REPORT(findings, RULE_BAG_FILE_MISSING, place, METADATA_NAME);
        return false;
    }
    struct file file = {place.file, tag->bytes, tag->length};
    if (!metadata_read(findings, &file, &archived->metadata, &archived->entry))
        return false;
    archived->entry.seal = bag_find(&archived->bag, BAG_TAG_MANIFEST)->digest;
    if (archived->entry.number == number)
        return true;
    REPORT(findings, RULE_BAG_NUMBER, place, entry_folder(findings->arena, number),
           entry_folder(findings->arena, archived->entry.number));
    return false;
}

bool archived_read(struct findings *findings, const struct store *store, long number,
                   struct archived *archived)
{
    *archived = (struct archived){.folder = store_bag_folder(store, number)};
    return bag_read(findings, archived->folder, &archived->bag) &&
           read_metadata(findings, number, archived);
}

void archived_compare(struct findings *findings, const struct store *store,
                      const struct entries *entries, const struct archived *archived)
{
    const struct entry *entry = entries_find(entries, archived->entry.number);
    const char *folder = entry_folder(findings->arena, archived->entry.number);
    if (!entry)
        REPORT(findings, RULE_REGISTER_LACKS, store_register_place(store), folder);
    else if (!text_equal(entry_print(findings->arena, entry),
                         entry_print(findings->arena, &archived->entry)))
        REPORT(findings, RULE_REGISTER_DIFFERS, store_register_place(store), folder);
}

bool archived_take(struct findings *trouble, const struct store *store, long number,
                   struct findings *found, struct archived *archived)
{
    struct entries entries;
    if (!file_exists(store_bag_folder(store, number))) {
        REPORT(trouble, RULE_BAG_UNKNOWN, ((struct place){0}),
               arena_printf(trouble->arena, "%ld", number));
        return false;
    }
    if (!store_entries(store, trouble, &entries))
        return false;
    if (archived_read(found, store, number, archived))
        archived_compare(found, store, &entries, archived);
    return true;
}

/* Cuts ARCHIVE:N; 0 if the name has no such form, or no archive lies there. */
static long cut_number(struct arena *arena, const char *name, const char **archive)
{
    enum { DIGITS_MOST = 9 };
    const char *colon = strrchr(name, ':');
    size_t digits = colon ? strspn(colon + 1, "0123456789") : 0;
    if (!digits || digits > DIGITS_MOST || colon[1 + digits])
        return 0;
    *archive = arena_copy_n(arena, name, (size_t)(colon - name));
    return file_exists(path_join(arena, *archive, SETTINGS_NAME)) ? strtol(colon + 1, NULL, 10) : 0;
}

static const char *read_notice(struct findings *findings, const struct store *store, long number)
{
    struct archived archived;
    if (!archived_take(findings, store, number, findings, &archived) || findings->errors)
        return NULL;
    return arena_printf(findings->arena, "%s/" FILED_SOURCE "/%s", archived.folder,
                        archived.metadata.notice);
}

const char *archived_notice(struct findings *findings, const char *name)
{
    const char *archive;
    struct store store;
    long number = cut_number(findings->arena, name, &archive);
    if (!number)
        return name;
    const char *path = store_open(findings, archive, STORE_READ, &store)
                           ? read_notice(findings, &store, number)
                           : NULL;
    store_close(&store);
    return path;
}
