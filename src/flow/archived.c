/* A bag with its metadata. */
#include "flow/archived.h"

#include "base/text.h"

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
