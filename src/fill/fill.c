/* The parts of a Word file: those with tags are filled, the others copied. */
#include "fill/fill.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "docx/property.h"
#include "fill/listing.h"
#include "fill/play.h"
#include "opc/input.h"
#include "opc/write.h"
#include "zip/package_store.h"

/* A part that was read, and what is written for it. */
struct part {
    struct part *next;
    const char *name;
    struct file file;
    struct story *story;
    struct program *program; /* NULL: it has no tags */
    bool is_played;
};

struct job {
    struct filler filler;
    size_t before; /* what had failed */
    struct fill_data data;
    struct opc_input *input;
    struct part *parts, **end;
    const char *numbering; /* the name of that part; NULL: none */
    struct filling filling;
};

static struct arena *arena_of(const struct job *job)
{
    return job->filler.arena;
}

/* reading */

/* Names that differ in capitals alone are of one part (ECMA-376 part 2). */
static const struct part *part_named(const struct job *job, const char *name)
{
    const struct part *part = job->parts;
    while (part && strcasecmp(part->name, name) != 0)
        part = part->next;
    return part;
}

static void add_part(struct job *job, const char *name, struct file file)
{
    struct part *part = ARENA_NEW(arena_of(job), struct part);
    *part = (struct part){.name = name, .file = file};
    *job->end = part;
    job->end = &part->next;
    part->story = story_read(&job->filler, &part->file, name);
    numbers_note(job->filling.numbers, file.bytes);
}

static void read_part(struct job *job, const char *name)
{
    struct file file;
    if (!part_named(job, name) && opc_input_text(job->input, name, &file))
        add_part(job, name, file);
}

typedef bool (*wanted_fn)(struct job *job, const char *name);

static bool is_there(struct job *job, const char *name)
{
    return archive_has(opc_input_archive(job->input), name);
}

/* Of parts that are not text for people first: what has no tags need not even be text. */
static bool has_tags(struct job *job, const char *name)
{
    struct file file;
    return is_there(job, name) && archive_read(opc_input_archive(job->input), name, &file) &&
           strstr(file.bytes, "{{");
}

/* The parts that an owner refers to, of these types. */
static void read_related(struct job *job, const char *owner, const char *const *types,
                         wanted_fn is_wanted)
{
    size_t count;
    const struct opc_relation *relations = opc_input_relations(job->input, owner, &count);
    for (const char *const *type = types; *type; type++)
        for (size_t i = 0; i < count; i++)
            if (text_equal(relations[i].type, *type) && is_wanted(job, relations[i].target))
                read_part(job, relations[i].target);
}

/* The text of the part that the body refers to for these; NULL if there is none. */
static const char *read_list(struct job *job, const char *owner, const char *type,
                             const char **name)
{
    struct file file = {0};
    *name = opc_input_target(job->input, owner, type);
    return *name && opc_input_text(job->input, *name, &file) ? file.bytes : NULL;
}

static void read_lists(struct job *job, const char *owner)
{
    const char *styles;
    job->filling.restarts =
        restarts_new(arena_of(job), read_list(job, owner, "numbering", &job->numbering));
    job->filling.looks = looks_new(arena_of(job), read_list(job, owner, "styles", &styles));
}

static void read_parts(struct job *job)
{
    static const char *const texts[] = {"header", "footer", "footnotes", "endnotes", NULL};
    static const char *const properties[] = {"core-properties", "extended-properties",
                                             "custom-properties", NULL};
    /* titles of charts, SmartArt, and what Word puts into content controls that are bound to it */
    static const char *const others[] = {"chart", "diagramData", "diagramDrawing", "customXml",
                                         NULL};
    const char *owner;
    struct xml_document *document = opc_input_main(job->input, DOCX_MAIN, "document", &owner);
    xml_document_free(document);
    if (!document)
        return;
    read_part(job, owner);
    read_related(job, owner, texts, is_there);
    read_related(job, NULL, properties, is_there);
    read_related(job, owner, others, has_tags);
    read_lists(job, owner);
}

/* writing */

static void play_part(struct job *job, struct part *part)
{
    struct xml_node *context = job->data.context;
    struct scope scope = {context ? context : xml_root(job->data.document), 1, 1};
    struct buffer out = program_play(&job->filling, part->program, scope);
    part->file.bytes = out.text;
    part->file.length = out.length;
}

/* False if it cannot be played. */
static bool compile_part(struct job *job, struct part *part)
{
    size_t before = job->filler.findings->failures;
    part->program = program_compile(&job->filler, part->story);
    return !part->story->is_broken && job->filler.findings->failures == before;
}

/* Whatever can be is played, so that every error is told; all are compiled before. */
static void play_parts(struct job *job)
{
    for (struct part *part = job->parts; part; part = part->next)
        part->is_played = part->story->marks && compile_part(job, part) && job->data.document;
    for (struct part *part = job->parts; part; part = part->next)
        if (part->is_played)
            play_part(job, part);
}

/* The parts of the package, in its order. */
struct packing {
    struct package_part *parts;
    struct deflated *deflated; /* of those without bytes */
    size_t count;
};

/* A template of Word's own (.dotx) becomes a document, as Word opens it by no other name. Bytes
 * NULL: it is a document. */
static bool retype(struct job *job, struct file *types)
{
    static const char from[] = "wordprocessingml.template.main+xml";
    static const char to[] = "wordprocessingml.document.main+xml";
    struct buffer out = buffer_on(arena_of(job));
    struct file file;
    if (!archive_read(opc_input_archive(job->input), OPC_TYPES_PART, &file))
        return false;
    const char *at = strstr(file.bytes, from);
    if (!at)
        return true;
    buffer_add_n(&out, file.bytes, (size_t)(at - file.bytes));
    buffer_add(&out, to);
    buffer_add(&out, at + strlen(from));
    *types = (struct file){file.path, out.text, out.length};
    return true;
}

/* What was not changed is not even inflated. */
static bool take_part(struct job *job, const char *name, struct packing *packing)
{
    struct archive *archive = opc_input_archive(job->input);
    const struct part *part = part_named(job, name);
    struct package_part *taken = &packing->parts[packing->count];
    struct file file = {0};
    if (text_equal(name, job->numbering))
        file.bytes = restarts_part(job->filling.restarts, &file.length);
    if (strcasecmp(name, OPC_TYPES_PART) == 0 && !retype(job, &file))
        return false;
    if (!file.bytes && part && part->program)
        file = part->file;
    *taken = (struct package_part){name, file.bytes, file.length};
    if (!file.bytes &&
        !archive_take(archive, name, &taken->length, &packing->deflated[packing->count])) {
        if (!archive_read(archive, name, &file))
            return false;
        *taken = (struct package_part){name, file.bytes, file.length};
    }
    packing->count++;
    return true;
}

static bool pack(struct job *job, const struct file *template, struct package *package)
{
    struct archive *archive = opc_input_archive(job->input);
    size_t most = archive_count(archive);
    struct packing packing = {
        .parts = ARENA_ARRAY(arena_of(job), struct package_part, most),
        .deflated = ARENA_ARRAY(arena_of(job), struct deflated, most),
    };
    for (size_t i = 0; i < most; i++) {
        const char *name = archive_name(archive, i);
        if (!text_ends(name, "/") && !take_part(job, name, &packing))
            return false;
    }
    if (package_repack(arena_of(job), packing.parts, packing.deflated, packing.count, NULL,
                       package))
        return true;
    REPORT(job->filler.findings, RULE_OUTPUT_PACKAGE, ((struct place){0}), template->path,
           package->error);
    return false;
}

/* the whole */

/* What is wrong with the tags goes to `found`. */
static void set_up(struct job *job, struct findings *found, struct findings *told, const char *path,
                   struct fill_data data)
{
    struct arena *arena = found->arena;
    *told = findings_on(arena);
    *job = (struct job){.before = found->failures, .data = data};
    job->end = &job->parts;
    job->filler = (struct filler){
        .findings = found,
        .told = told,
        .arena = arena,
        .tags = tag_engine_new(told, data.document, data.vocabulary),
        .path = path,
    };
    job->filling = (struct filling){
        .filler = &job->filler,
        .composer = data.composer,
        .numbers = numbers_new(arena),
        .field_ids = field_ids_new(arena),
    };
}

static bool begin(struct job *job, struct findings *findings, struct findings *found,
                  struct findings *told, const struct file *template, struct fill_data data)
{
    size_t before = findings->failures;
    struct opc_input *input = opc_input_open(findings, template);
    if (!input)
        return false;
    set_up(job, found, told, template->path, data);
    job->before = before;
    job->input = input;
    read_parts(job);
    return true;
}

static void end(struct job *job)
{
    tag_engine_free(job->filler.tags);
    opc_input_free(job->input);
}

bool fill_docx(struct findings *findings, const struct file *template, struct fill_data data,
               struct package *package)
{
    struct findings told;
    struct job job;
    *package = (struct package){0};
    if (!begin(&job, findings, findings, &told, template, data))
        return false;
    play_parts(&job);
    bool fine = findings->failures == job.before && pack(&job, template, package);
    end(&job);
    return fine;
}

bool fill_tags(struct findings *findings, const struct file *template, struct fill_data data,
               struct findings *found, struct fill_tag **tags)
{
    struct findings told;
    struct job job;
    *tags = NULL;
    if (!begin(&job, findings, found, &told, template, data))
        return false;
    for (const struct part *part = job.parts; part; part = part->next)
        story_watch(&job.filler, part->story);
    play_parts(&job);
    for (const struct part *part = job.parts; part; part = part->next)
        tags = story_list(&job.filler, part->story, part->is_played, tags);
    end(&job);
    return findings->failures == job.before;
}

/* Whether a tag may stand in one of them. */
static bool may_have_tags(const struct fill_part *parts, size_t count)
{
    size_t i = 0;
    while (i < count && !story_may_have_tags(parts[i].text.bytes))
        i++;
    return i < count;
}

static void refuse_fields(struct job *job, const struct story *story)
{
    for (const struct mark *mark = story->marks; mark; mark = mark->next)
        if (mark->tag.kind == TAG_FIELD)
            REPORT_MARK(&job->filler, story, mark, RULE_FILL_FIELD, mark->tag.source);
}

bool fill_parts(struct findings *findings, const char *path, struct fill_part *parts, size_t count,
                struct fill_data data)
{
    struct findings told;
    struct job job;
    if (!may_have_tags(parts, count))
        return true;
    set_up(&job, findings, &told, path, data);
    job.filling.restarts = restarts_new(findings->arena, NULL);
    job.filling.looks = looks_new(findings->arena, NULL);
    for (size_t i = 0; i < count; i++)
        add_part(&job, parts[i].name, parts[i].text);
    for (const struct part *part = job.parts; part; part = part->next)
        refuse_fields(&job, part->story);
    play_parts(&job);
    for (const struct part *part = job.parts; part; part = part->next)
        parts++->text = part->file;
    tag_engine_free(job.filler.tags);
    return findings->failures == job.before;
}
