/* Filing a notice. All that needs no number is done before the archive is locked. */
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/text.h"
#include "check/rule.h"
#include "flow/archive.h"
#include "flow/check.h"
#include "flow/filed.h"
#include "flow/render.h"
#include "flow/software.h"

struct job {
    struct findings *findings, *found;
    const struct archive_add *asked;
    struct assembly assembly;
    struct metadata metadata;
    struct bag bag;
    struct entry *entry;
};

static struct arena *arena_of(const struct job *job)
{
    return job->findings->arena;
}

static bool is_accepted(const struct job *job, const struct finding *finding)
{
    for (const struct metadata_pair *p = job->asked->accepted; p; p = p->next)
        if (text_equal(p->name, message_of(finding->rule)->id))
            return true;
    return false;
}

static bool is_found(const struct job *job, const char *rule)
{
    for (const struct finding *f = job->found->first; f; f = f->next)
        if (text_equal(message_of(f->rule)->id, rule))
            return true;
    return false;
}

/* Reasons are given in the notice, whose rules check leaves out, or on the command line, where
 * those that accept nothing are not kept. */
static void list_accepted(struct job *job)
{
    struct xml_node *root = xml_root(job->assembly.notice->joined);
    for (struct xml_node *node = xml_first_named(root, "accept"); node;
         node = xml_next_named(node, "accept"))
        metadata_pair_add(arena_of(job), &job->metadata.accepted,
                          arena_copy(arena_of(job), xml_get(node, "rule")),
                          arena_copy(arena_of(job), xml_get(node, "reason")));
    for (const struct metadata_pair *p = job->asked->accepted; p; p = p->next)
        if (is_found(job, p->name))
            metadata_pair_add(arena_of(job), &job->metadata.accepted, p->name, p->value);
}

/* Whether no error is left that nobody accepted. */
static bool passes(struct job *job)
{
    struct document whole = assembly_whole(&job->assembly);
    check_assembly(job->findings, &job->assembly, &whole, NULL, job->found);
    size_t accepted = 0;
    for (const struct finding *f = job->found->first; f; f = f->next)
        accepted += message_of(f->rule)->severity == SEVERITY_ERROR && is_accepted(job, f);
    return job->found->errors == accepted;
}

static const char *format_of(const char *name)
{
    static const struct {
        const char *ending, *format;
    } formats[] = {
        {".docx", "DOCX (ISO/IEC 29500)"},
        {".doc", "DOC"},
        {".wps", "WPS"},
        {".ofd", "OFD (GB/T 33190)"},
        {".pdf", "PDF"},
        {".xlsx", "XLSX (ISO/IEC 29500)"},
        {".jpg", "JPEG"},
        {".png", "PNG"},
        {".tif", "TIFF"},
        {".md", "Markdown"},
        {".txt", "文本"},
    };
    const char *ending = strrchr(name, '.');
    for (size_t i = 0; ending && i < sizeof formats / sizeof *formats; i++)
        if (strcasecmp(ending, formats[i].ending) == 0)
            return formats[i].format;
    return "其他";
}

/* Names that differ in the case of letters are one on some systems. */
static bool is_taken(const struct job *job, const char *name)
{
    for (const struct metadata_pair *p = job->metadata.files; p; p = p->next)
        if (strcasecmp(p->name, name) == 0)
            return true;
    return false;
}

static void add_issued(struct job *job, const char *path)
{
    struct file file;
    const char *name = path_base(path);
    if (is_taken(job, name))
        REPORT(job->findings, RULE_ISSUED_TWICE, ((struct place){0}), name);
    else if (file_read(job->findings, path, (struct place){0}, &file) &&
             filed_add(job->findings, &job->bag, FILED_ISSUED, name, file.bytes, file.length))
        metadata_pair_add(arena_of(job), &job->metadata.files, name, format_of(name));
}

static void add_rendered(struct job *job)
{
    struct outputs outputs = outputs_on(arena_of(job));
    render_documents(job->findings, &job->assembly, FILED_RENDERED, &outputs);
    for (const struct output *output = outputs.first; output; output = output->next)
        bag_add(&job->bag, output->path, output->bytes, output->length);
}

/* With room for the tag files, so that what was filed can be read again. */
static void check_size(struct job *job)
{
    enum { TAG_FILES = 5, TAG_BYTES = 16 * 1024 * 1024 };
    if (job->bag.count + TAG_FILES > LIMIT_BAG_FILES->now)
        finding_add_limit(job->findings, RULE_BAG_FILES, (struct place){0}, LIMIT_BAG_FILES, NULL);
    if (job->bag.bytes + TAG_BYTES > LIMIT_BAG_BYTES->now)
        finding_add_limit(job->findings, RULE_BAG_BYTES, (struct place){0}, LIMIT_BAG_BYTES, NULL);
}

/* The payload, and what of the metadata does not depend on the archive. */
static bool prepare(struct job *job)
{
    const struct archive_add *asked = job->asked;
    struct arena *arena = arena_of(job);
    job->bag = bag_on(arena);
    for (const char *const *path = asked->issued; *path; path++)
        add_issued(job, *path);
    add_rendered(job);
    filed_sources(job->findings, job->assembly.project, &job->bag);
    check_size(job);
    job->metadata.elements = metadata_elements(arena, job->assembly.notice->joined);
    job->metadata.notice = filed_place(arena, job->assembly.project, asked->source.notice);
    job->metadata.software = software_here(arena, asked->version);
    job->entry->code.year = metadata_year(&job->metadata);
    job->entry->code.retention = asked->retention;
    if (!job->entry->code.year)
        REPORT(job->findings, RULE_YEAR_UNKNOWN, ((struct place){0}), asked->source.notice);
    return !job->findings->errors;
}

static void seal(struct job *job)
{
    size_t length;
    struct arena *arena = arena_of(job);
    const struct entry *entry = job->entry;
    const char *bytes = metadata_write(arena, &job->metadata, entry, &length);
    const struct bag_tag tags[] = {
        {"Source-Organization", entry->issuer},
        {"Bagging-Date", job->asked->day},
        {"External-Identifier", code_print(arena, &entry->code)},
        {"Internal-Sender-Identifier", entry->document_number},
        {"Internal-Sender-Description", entry->title},
        {0},
    };
    bag_add(&job->bag, METADATA_NAME, bytes, length);
    bag_seal(&job->bag, tags);
}

static void report_unknown(struct job *job)
{
    REPORT(job->findings, RULE_BAG_UNKNOWN, ((struct place){0}),
           arena_printf(arena_of(job), "%ld", job->asked->replaces));
}

static bool file_in(struct job *job, struct store *store)
{
    struct entries entries;
    if (!store_open(job->findings, job->asked->archive, STORE_WRITE, store) ||
        !store_entries(store, job->findings, &entries) || !store_recover(store, &entries))
        return false;
    if (job->asked->replaces && !entries_find(&entries, job->asked->replaces)) {
        report_unknown(job);
        return false;
    }
    store_number(store, &entries, job->entry);
    *job->entry = metadata_entry(&job->metadata, job->entry);
    seal(job);
    return store_file(store, &entries, &job->bag, job->entry);
}

/* An archive that is not there is told before all the work. */
static bool check_archive(struct job *job)
{
    struct store store;
    bool there = store_open(job->findings, job->asked->archive, STORE_READ, &store);
    store_close(&store);
    if (!retention_is_known(job->asked->retention))
        REPORT(job->findings, RULE_RETENTION_UNKNOWN, ((struct place){0}), job->asked->retention);
    return there && !job->findings->errors;
}

static bool run(struct job *job)
{
    struct store store = {.lock = -1};
    bool ready = passes(job);
    if (job->findings->errors || !ready)
        return !job->findings->errors;
    list_accepted(job);
    bool filed = prepare(job) && file_in(job, &store);
    store_close(&store);
    if (!filed)
        job->entry->number = 0;
    return filed;
}

bool flow_archive_add(struct findings *trouble, const struct archive_add *add,
                      struct findings *found, struct entry *entry)
{
    struct job job = {.findings = trouble, .found = found, .asked = add, .entry = entry};
    *entry = (struct entry){.replaces = add->replaces};
    if (!check_archive(&job))
        return false;
    bool fine = assemble(trouble, &add->source, &job.assembly) && run(&job);
    assembly_free(&job.assembly);
    return fine;
}
