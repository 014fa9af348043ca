/* A bag in memory, and its way to the disk. */
#include "archive/bag.h"

#include <errno.h>
#include <string.h>

#include "archive/digest.h"
#include "archive/manifest.h"
#include "base/disk.h"
#include "base/reason.h"
#include "base/signals.h"
#include "base/text.h"

struct bag bag_on(struct arena *arena)
{
    return (struct bag){.arena = arena};
}

struct bag_file *bag_add(struct bag *bag, const char *path, const char *bytes, size_t length)
{
    struct bag_file *file = ARENA_NEW(bag->arena, struct bag_file);
    *file = (struct bag_file){
        .path = path,
        .bytes = bytes,
        .length = length,
        .digest = digest_of(bag->arena, bytes, length),
    };
    if (bag->last)
        bag->last->next = file;
    else
        bag->first = file;
    bag->last = file;
    bag->count++;
    bag->bytes += length;
    return file;
}

struct bag_file *bag_find(const struct bag *bag, const char *path)
{
    struct bag_file *file = bag->first;
    while (file && strcmp(file->path, path) != 0)
        file = file->next;
    return file;
}

bool bag_is_payload(const char *path)
{
    return text_starts(path, "data/");
}

bool bag_name_is_safe(const char *name)
{
    if (!*name || name[0] == '.' || text_first_invalid(name, strlen(name)) != strlen(name))
        return false;
    for (; *name; name++)
        if ((unsigned char)*name < ' ' || *name == 0x7F || strchr("\\:*?\"<>|%", *name))
            return false;
    return true;
}

static void add_text(struct bag *bag, const char *path, const char *text)
{
    bag_add(bag, path, text, strlen(text));
}

static void add_manifest(struct bag *bag, const char *path, bool of_payload)
{
    struct buffer out = buffer_on(bag->arena);
    for (const struct bag_file *file = bag->first; file; file = file->next)
        if (bag_is_payload(file->path) == of_payload)
            manifest_add(&out, &(struct manifest_line){file->digest, file->path});
    add_text(bag, path, buffer_text(&out));
}

void bag_seal(struct bag *bag, const struct bag_tag *tags)
{
    struct buffer info = buffer_on(bag->arena);
    for (; tags->label; tags++)
        if (tags->value && *tags->value)
            info_add(&info, tags);
    info_add(&info, &(struct bag_tag){"Payload-Oxum", payload_oxum(bag)});
    add_text(bag, BAG_DECLARATION, BAG_DECLARATION_TEXT);
    add_text(bag, BAG_INFO, buffer_text(&info));
    add_manifest(bag, BAG_MANIFEST, true);
    add_manifest(bag, BAG_TAG_MANIFEST, false);
}

bool bag_write(struct findings *findings, const struct bag *bag, const char *folder)
{
    for (const struct bag_file *file = bag->first; file; file = file->next) {
        const char *path = path_join(bag->arena, folder, file->path);
        if (signals_waiting())
            return false;
        if (disk_create(bag->arena, path, file->bytes, file->length))
            continue;
        report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, path, errno);
        return false;
    }
    if (disk_sync_below(bag->arena, folder))
        return true;
    report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, folder, errno);
    return false;
}
