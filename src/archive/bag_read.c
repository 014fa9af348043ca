/* A bag on the disk, held against its manifests. Whoever changed it may have changed those too:
 * nothing in it is trusted. */
#include <string.h>

#include "archive/bag.h"
#include "archive/manifest.h"
#include "base/disk.h"
#include "base/limits.h"
#include "base/text.h"

struct reading {
    struct findings *findings;
    const char *folder;
    struct bag *bag;
};

static struct arena *arena_of(const struct reading *reading)
{
    return reading->findings->arena;
}

static struct place place_of(const struct reading *reading, const char *path, long line)
{
    return (struct place){arena_printf(arena_of(reading), "%s/%s", reading->folder, path), line, 0};
}

static void report(struct reading *reading, enum rule rule, const char *path)
{
    REPORT(reading->findings, rule, place_of(reading, path, 0), path);
}

static bool has_room(struct reading *reading, const char *path)
{
    bool few = reading->bag->count < LIMIT_BAG_FILES->now;
    if (few && reading->bag->bytes < LIMIT_BAG_BYTES->now)
        return true;
    finding_add_limit(reading->findings, few ? RULE_BAG_BYTES : RULE_BAG_FILES,
                      place_of(reading, path, 0), few ? LIMIT_BAG_BYTES : LIMIT_BAG_FILES, NULL);
    return false;
}

static bool read_one(struct reading *reading, const char *path)
{
    struct file file;
    struct place place = place_of(reading, path, 0);
    if (!has_room(reading, path))
        return false;
    if (file_read(reading->findings, place.file, place, &file))
        bag_add(reading->bag, path, file.bytes, file.length);
    return true;
}

static bool read_below(struct reading *reading, const char *inner, int depth);

/* What is no file, or has a name that is no text, is told and left alone. */
static bool read_entry(struct reading *reading, const char *path, int depth)
{
    if (text_first_invalid(path, strlen(path)) != strlen(path)) {
        report(reading, RULE_BAG_STRANGE, text_printable(arena_of(reading), path));
        return true;
    }
    switch (disk_kind(place_of(reading, path, 0).file)) {
    case DISK_FILE:
        return read_one(reading, path);
    case DISK_FOLDER:
        return read_below(reading, path, depth + 1);
    default:
        report(reading, RULE_BAG_STRANGE, path);
        return true;
    }
}

/* False if the bag is beyond the limits: the rest is then left unread. */
static bool read_below(struct reading *reading, const char *inner, int depth)
{
    struct disk_names names;
    const char *folder = arena_printf(arena_of(reading), "%s/%s", reading->folder, inner);
    if (depth > LIMIT_BAG_DEPTH || !disk_list(arena_of(reading), folder, &names)) {
        report(reading, RULE_BAG_STRANGE, inner);
        return true;
    }
    for (size_t i = 0; i < names.count; i++) {
        const char *path =
            arena_printf(arena_of(reading), "%s%s%s", inner, *inner ? "/" : "", names.name[i]);
        if (!read_entry(reading, path, depth))
            return false;
    }
    return true;
}

static void check_listed(struct reading *reading, struct place place,
                         const struct manifest_line *line)
{
    struct bag_file *file = bag_find(reading->bag, line->path);
    if (!file)
        REPORT(reading->findings, RULE_BAG_FILE_MISSING, place, line->path);
    else if (file->listed)
        REPORT(reading->findings, RULE_BAG_MANIFEST_TWICE, place, line->path);
    else if (strcmp(file->digest, line->digest) != 0)
        report(reading, RULE_BAG_FILE_CHANGED, line->path);
    if (file)
        file->listed = true;
}

static void check_line(struct reading *reading, struct place place, const char *text,
                       bool of_payload)
{
    struct manifest_line line;
    enum manifest_fault fault = manifest_read(arena_of(reading), text, &line);
    if (fault == MANIFEST_MALFORMED)
        REPORT(reading->findings, RULE_BAG_MANIFEST_LINE, place, text);
    else if (fault == MANIFEST_LEADS_OUT)
        REPORT(reading->findings, RULE_BAG_MANIFEST_PATH, place, line.path);
    else if (bag_is_payload(line.path) != of_payload)
        REPORT(reading->findings, RULE_BAG_MANIFEST_PART, place, line.path);
    else
        check_listed(reading, place, &line);
}

/* A manifest is text only if it is UTF-8 (2.1.3): else its faults are told, and no line is read. */
static void check_manifest(struct reading *reading, const char *path, bool of_payload)
{
    struct bag_file *listing = bag_find(reading->bag, path);
    struct place place = place_of(reading, path, 1);
    if (!listing) {
        report(reading, RULE_BAG_FILE_MISSING, path);
        return;
    }
    struct file file = {place.file, listing->bytes, listing->length};
    if (!file_to_text(reading->findings, &file))
        return;
    for (const char *text = file.bytes; *text; place.line++) {
        size_t length = strcspn(text, "\n");
        check_line(reading, place, arena_copy_n(arena_of(reading), text, length), of_payload);
        text += length + (text[length] == '\n');
    }
}

/* The tag manifest itself is in no manifest (2.2.1). */
static void check_unlisted(struct reading *reading)
{
    for (const struct bag_file *file = reading->bag->first; file; file = file->next)
        if (!file->listed && strcmp(file->path, BAG_TAG_MANIFEST) != 0)
            report(reading, RULE_BAG_FILE_STRAY, file->path);
}

static void check_declaration(struct reading *reading)
{
    struct bag_file *file = bag_find(reading->bag, BAG_DECLARATION);
    if (!file || file->length != strlen(BAG_DECLARATION_TEXT) ||
        memcmp(file->bytes, BAG_DECLARATION_TEXT, file->length) != 0)
        report(reading, RULE_BAG_DECLARATION, BAG_DECLARATION);
}

static void check_oxum(struct reading *reading)
{
    struct bag_file *file = bag_find(reading->bag, BAG_INFO);
    const char *oxum = payload_oxum(reading->bag);
    const char *said = file ? info_value(arena_of(reading), file->bytes, "Payload-Oxum") : NULL;
    if (!text_equal(said, oxum))
        REPORT(reading->findings, RULE_BAG_OXUM, place_of(reading, BAG_INFO, 0), said ? said : "",
               oxum);
}

bool bag_read(struct findings *findings, const char *folder, struct bag *bag)
{
    struct reading reading = {findings, folder, bag};
    size_t before = findings->failures;
    *bag = bag_on(findings->arena);
    if (!read_below(&reading, "", 0))
        return false;
    check_declaration(&reading);
    check_manifest(&reading, BAG_MANIFEST, true);
    check_manifest(&reading, BAG_TAG_MANIFEST, false);
    check_unlisted(&reading);
    check_oxum(&reading);
    return findings->failures == before;
}
