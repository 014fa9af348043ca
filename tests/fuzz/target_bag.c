/* An archive with one bag: verified, listed and handed out. A parcel holds its files; where the
 * bag has no manifest it gets a right one, so that what it says of itself is read too. */
#include "archive/bag.h"
#include "base/text.h"
#include "flow/archive.h"
#include "parcel.h"

static const char version[] = "0.1.0";

void fuzz_begin(struct arena *arena)
{
    (void)arena;
}

static bool is_of_archive(const char *name)
{
    return text_equal(name, SETTINGS_NAME) || text_equal(name, REGISTER_NAME);
}

/* What may be written here is no question: names that lead out are left out. */
static bool stays_inside(struct fuzz *fuzz, const char *name)
{
    return *name && bag_name_is_safe(name) && !text_starts(name, "/") &&
           !text_starts(path_clean(fuzz->arena, name), "..") &&
           text_equal(path_clean(fuzz->arena, name), name);
}

static void make(struct fuzz *fuzz, const char *archive, const struct parcel *parcel)
{
    struct bag bag = bag_on(fuzz->arena);
    for (size_t i = 0; i < parcel->count; i++) {
        const struct package_part *part = &parcel->parts[i];
        if (is_of_archive(part->name))
            fuzz_write(fuzz, path_join(fuzz->arena, "A", part->name), part->bytes, part->length);
        else if (stays_inside(fuzz, part->name) && !bag_find(&bag, part->name))
            bag_add(&bag, part->name, part->bytes, part->length);
    }
    if (!bag_find(&bag, BAG_MANIFEST))
        bag_seal(&bag, (const struct bag_tag[]){{0}});
    bag_write(&fuzz->findings, &bag, path_join(fuzz->arena, archive, "bags/000001"));
}

void fuzz_run(struct fuzz *fuzz)
{
    static const long all[] = {0};
    const char *archive = path_join(fuzz->arena, fuzz->folder, "A");
    const char *out = path_join(fuzz->arena, fuzz->folder, "out");
    struct parcel parcel = parcel_read(fuzz);
    struct findings found = findings_on(fuzz->arena);
    struct buffer listed = buffer_on(fuzz->arena);
    struct archive_verify verify = {archive, all, version};
    struct archive_list list = {.archive = archive, .format = LIST_DOCX, .share = SHARE};
    if (!store_make(&fuzz->findings, archive, "J001", NULL))
        fuzz_fail("there is no archive");
    make(fuzz, archive, &parcel);
    flow_archive_verify(&fuzz->findings, &verify, &found);
    flow_archive_list(&fuzz->findings, &list, &listed);
    flow_archive_get(&fuzz->findings, archive, 1, out, &found);
    findings_hand_on(&found, &fuzz->findings);
}
