/* Whether an archive is as it was filed. Nothing in it is changed. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "flow/archive.h"
#include "flow/archived.h"
#include "flow/filed.h"
#include "flow/render.h"
#include "flow/software.h"

struct job {
    struct findings *found;
    const struct archive_verify *asked;
    struct store store;
    struct entries entries;
    bool registered; /* the register could be read */
};

static struct arena *arena_of(const struct job *job)
{
    return job->found->arena;
}

static struct place register_place(const struct job *job)
{
    return store_register_place(&job->store);
}

static bool is_same(const struct bag_file *file, const struct output *output)
{
    return file && file->length == output->length &&
           memcmp(file->bytes, output->bytes, file->length) == 0;
}

static void compare_rendered(struct findings *found, const struct archived *bag,
                             const struct outputs *outputs)
{
    size_t count = 0, made = 0;
    for (const struct output *output = outputs->first; output; output = output->next, made++)
        if (!is_same(bag_find(&bag->bag, output->path), output))
            REPORT(found, RULE_BAG_RENDERED, archived_place(found->arena, bag, output->path),
                   output->path);
    for (const struct bag_file *file = bag->bag.first; file; file = file->next)
        count += text_starts(file->path, FILED_RENDERED "/");
    if (count != made)
        REPORT(found, RULE_BAG_RENDERED, archived_place(found->arena, bag, FILED_RENDERED),
               FILED_RENDERED);
}

/* From the filed data alone: the share folder of today is not asked. */
static void render_again(struct findings *found, const struct archived *bag)
{
    struct findings own = findings_on(found->arena);
    struct assembly assembly = {0};
    const char *notice = arena_printf(found->arena, FILED_SOURCE "/%s", bag->metadata.notice);
    struct source source = {.notice = archived_place(found->arena, bag, notice).file};
    struct outputs outputs = outputs_on(found->arena);
    if (!bag_find(&bag->bag, notice)) {
        REPORT(found, RULE_BAG_FILE_MISSING, archived_place(found->arena, bag, METADATA_NAME),
               notice);
        return;
    }
    if (assemble(&own, &source, &assembly))
        render_documents(&own, &assembly, FILED_RENDERED, &outputs);
    assembly_free(&assembly);
    findings_hand_on(&own, found);
    if (!own.errors)
        compare_rendered(found, bag, &outputs);
}

/* A note for all bags of the same versions: one for each would leave no room for damage. */
static void check_rendered(const struct job *job, struct findings *found,
                           const struct archived *bag)
{
    const struct metadata_pair *here = software_here(found->arena, job->asked->version);
    struct place place = {path_join(arena_of(job), job->store.folder, "bags"), 0, 0};
    if (metadata_pairs_equal(here, bag->metadata.software))
        render_again(found, bag);
    else
        REPORT(job->found, RULE_BAG_NOT_COMPARED, place,
               software_print(found->arena, bag->metadata.software),
               software_print(found->arena, here));
}

/* Each bag has memory of its own, so that an archive may be larger than what one machine holds. */
static void check_bag(struct job *job, long number)
{
    struct arena *arena = arena_new();
    struct findings found = findings_on(arena);
    struct archived bag;
    if (archived_read(&found, &job->store, number, &bag)) {
        if (job->registered)
            archived_compare(&found, &job->store, &job->entries, &bag);
        check_rendered(job, &found, &bag);
    }
    findings_hand_on(&found, job->found);
    arena_free(arena);
}

static bool has(const struct bag_numbers *bags, long number)
{
    for (size_t i = 0; i < bags->count; i++)
        if (bags->number[i] == number)
            return true;
    return false;
}

/* Numbers follow each other from 1, in the register and in the folder. */
static void check_numbers(struct job *job, const struct bag_numbers *bags)
{
    long next = 1;
    for (size_t i = 0; i < job->entries.count; i++) {
        long number = job->entries.entry[i].number;
        if (next < number && !has(bags, next))
            REPORT(job->found, RULE_NUMBER_GAP, register_place(job),
                   arena_printf(arena_of(job), next + 1 < number ? "%ld-%ld" : "%ld", next,
                                number - 1));
        next = number + 1;
    }
}

static int compare_codes(const void *a, const void *b)
{
    const struct code *left = &((const struct entry *)a)->code;
    const struct code *right = &((const struct entry *)b)->code;
    int order = (left->year > right->year) - (left->year < right->year);
    order = order ? order : strcmp(left->retention, right->retention);
    order = order ? order : strcmp(left->organ, right->organ);
    return order ? order : (left->item > right->item) - (left->item < right->item);
}

static void check_code(struct job *job, const struct code *before, const struct code *code)
{
    long last = before && code_same_series(before, code) ? before->item : 0;
    if (code->item == last)
        REPORT(job->found, RULE_ITEM_TWICE, register_place(job), code_print(arena_of(job), code));
    else if (code->item != last + 1)
        REPORT(job->found, RULE_ITEM_GAP, register_place(job), code_print(arena_of(job), code));
}

/* Items follow each other from 1 in each series. */
static void check_codes(struct job *job)
{
    size_t count = job->entries.count;
    struct entry *sorted = ARENA_ARRAY(arena_of(job), struct entry, count + 1);
    for (size_t i = 0; i < count; i++)
        sorted[i] = job->entries.entry[i];
    qsort(sorted, count, sizeof *sorted, compare_codes);
    for (size_t i = 0; i < count; i++)
        check_code(job, i ? &sorted[i - 1].code : NULL, &sorted[i].code);
}

static void check_register(struct job *job, const struct bag_numbers *bags)
{
    check_numbers(job, bags);
    check_codes(job);
    for (size_t i = 0; i < job->entries.count; i++)
        if (!has(bags, job->entries.entry[i].number))
            REPORT(job->found, RULE_BAG_MISSING, register_place(job),
                   entry_folder(arena_of(job), job->entries.entry[i].number));
}

static void check_all(struct job *job, const struct bag_numbers *bags)
{
    if (job->registered)
        check_register(job, bags);
    for (size_t i = 0; i < bags->count; i++)
        check_bag(job, bags->number[i]);
}

static bool check_named(struct job *job, struct findings *trouble, const struct bag_numbers *bags)
{
    bool known = true;
    for (const long *number = job->asked->numbers; *number; number++) {
        bool there = has(bags, *number);
        if (there)
            check_bag(job, *number);
        else if (entries_find(&job->entries, *number))
            REPORT(job->found, RULE_BAG_MISSING, register_place(job),
                   entry_folder(arena_of(job), *number));
        else
            REPORT(trouble, RULE_BAG_UNKNOWN, ((struct place){0}),
                   arena_printf(trouble->arena, "%ld", *number));
        known = known && !trouble->errors;
    }
    return known;
}

static bool run(struct job *job, struct findings *trouble)
{
    struct bag_numbers bags;
    bool some = *job->asked->numbers;
    if (!store_bags(&job->store, &bags, some ? NULL : job->found))
        return false;
    job->registered = store_entries(&job->store, job->found, &job->entries);
    if (some)
        return check_named(job, trouble, &bags);
    check_all(job, &bags);
    return true;
}

bool flow_archive_verify(struct findings *trouble, const struct archive_verify *verify,
                         struct findings *found)
{
    struct job job = {.found = found, .asked = verify};
    bool done = store_open(trouble, verify->archive, STORE_READ, &job.store) && run(&job, trouble);
    store_close(&job.store);
    return done;
}
