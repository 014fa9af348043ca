/* From a notice to its documents: read, compose each part once, put the parts together, write. */
#include "flow/render.h"

#include <string.h>

#include "base/text.h"
#include "compose/compose.h"
#include "docx/docx.h"
#include "docx/reference.h"
#include "flow/depfile.h"
#include "markdown/write.h"
#include "style/style.h"

/* A part, composed once; every document that holds it shares its blocks. */
struct composed {
    struct composed *next;
    const struct part *part; /* NULL for what every notice has besides: record, overview */
    const struct section *section;
};

struct job {
    const struct render *render;
    struct findings *findings;
    struct project *project;
    struct notice *notice;
    const struct style *style;
    struct composer *composer;
    struct property *properties;
    struct composed *parts;
    const struct section *record, *overview;
    struct outputs outputs;
    struct buffer *tree;
};

static struct arena *arena_of(const struct job *job)
{
    return job->findings->arena;
}

static void compose_parts(struct job *job)
{
    struct composed **end = &job->parts;
    for (const struct part *part = job->notice->parts; part; part = part->next) {
        *end = ARENA_NEW(arena_of(job), struct composed);
        (*end)->part = part;
        (*end)->section =
            compose(job->composer, part->template, part->node, part->name, xml_place(part->node));
        end = &(*end)->next;
    }
}

/* The record stands at the end of the whole (7.4), whatever comes before it. The overview is for
 * the office itself. */
static void compose_rest(struct job *job)
{
    struct xml_node *root = xml_root(job->notice->joined);
    struct xml_node *record = xml_first_named(root, "record");
    if (record)
        job->record = compose(job->composer, "record", record, "record", xml_place(record));
    if (xml_first_named(root, "deadline") || job->notice->rubric)
        job->overview = compose(job->composer, "overview", root, "overview", xml_place(root));
}

static struct section *add_section(struct job *job, struct document *document,
                                   const struct section *section)
{
    struct section *copy = document_add_section(arena_of(job), document, section->name);
    *copy = *section;
    copy->next = NULL;
    return copy;
}

static struct document new_document(const struct job *job)
{
    return (struct document){.lang = job->notice->lang, .properties = job->properties};
}

static void add_record(struct job *job, struct document *document)
{
    bool continues = document->last && !document->last->landscape;
    if (job->record)
        add_section(job, document, job->record)->continues = continues;
}

static struct document whole(struct job *job)
{
    struct document document = new_document(job);
    for (const struct composed *c = job->parts; c; c = c->next)
        add_section(job, &document, c->section);
    add_record(job, &document);
    return document;
}

/* An issued document takes its own annexes along. */
static struct document alone(struct job *job, const struct composed *part)
{
    struct document document = new_document(job);
    add_section(job, &document, part->section);
    if (part->part->kind == PART_ISSUED)
        for (const struct composed *c = job->parts; c; c = c->next)
            if (c->part->of_issued)
                add_section(job, &document, c->section);
    return document;
}

static const char *output_path(const struct job *job, const char *name, const char *ending)
{
    return path_join(arena_of(job), job->render->folder,
                     arena_printf(arena_of(job), "%s%s", name, ending));
}

static void write_docx(struct job *job, const struct document *document, const char *name)
{
    struct package package;
    const char *path = output_path(job, name, ".docx");
    struct docx_options options = {.draft = job->render->draft};
    if (docx_write(arena_of(job), document, job->style, options, &package))
        outputs_add(&job->outputs, path, package.bytes, package.length);
    else
        REPORT(job->findings, RULE_OUTPUT_PACKAGE, ((struct place){0}), path, package.error);
}

static void write_markdown(struct job *job, const struct document *document, const char *name)
{
    const char *text = markdown_write(arena_of(job), document);
    outputs_add(&job->outputs, output_path(job, name, ".md"), text, strlen(text));
}

static void write_document(struct job *job, const struct document *document, const char *name)
{
    if (job->render->formats & FORMAT_DOCX)
        write_docx(job, document, name);
    if (job->render->formats & FORMAT_MARKDOWN)
        write_markdown(job, document, name);
}

static bool is_wanted(const struct job *job, const struct composed *c)
{
    char *name = arena_printf(arena_of(job), "annex-%ld", job->render->annex);
    return job->render->annex == 0 ? c->part->kind != PART_NOTICE : text_equal(c->part->name, name);
}

static void write_documents(struct job *job)
{
    struct document document = whole(job);
    if (job->render->formats & FORMAT_TREE)
        document_dump(&document, job->tree);
    if (job->render->annex == 0)
        write_document(job, &document, "notice");
    for (const struct composed *c = job->parts; c; c = c->next) {
        if (!is_wanted(job, c))
            continue;
        document = alone(job, c);
        write_document(job, &document, c->part->name);
    }
    if (job->overview && job->render->annex == 0) {
        document = new_document(job);
        add_section(job, &document, job->overview);
        write_document(job, &document, "overview");
    }
}

static void check_annex(struct job *job)
{
    if (job->render->annex == 0)
        return;
    for (const struct composed *c = job->parts; c; c = c->next)
        if (is_wanted(job, c))
            return;
    REPORT(job->findings, RULE_ANNEX_UNKNOWN, ((struct place){job->render->notice, 0, 0}),
           arena_printf(arena_of(job), "%ld", job->render->annex));
}

static const char *find_style(void *context, const char *name)
{
    return project_style(context, name);
}

/* NULL and reported if the reference document cannot be followed. */
static const struct style *style_from_reference(struct job *job)
{
    struct file file;
    if (!project_read_bytes(job->project, job->render->reference, (struct place){0}, &file))
        return NULL;
    return reference_apply(job->findings, job->style, &file);
}

static void load_style(struct job *job)
{
    const char *name = job->render->style ? job->render->style : job->notice->style;
    struct place asked = {0};
    if (!job->render->style)
        asked = xml_place(xml_root(job->notice->joined));
    job->style = style_load(job->findings, name, asked, find_style, job->project);
    if (job->style && job->render->reference)
        job->style = style_from_reference(job);
    if (job->style && job->render->on_letterhead)
        job->style = style_on_letterhead(arena_of(job), job->style);
}

/* Characters that fit a line of the title; 0 where there is no style to say so. */
static long title_line(const struct style *style)
{
    long character = style ? role_chars(&style->role[ROLE_TITLE], 100) : 0;
    return character > 0 ? page_text_width(&style->portrait) / character : 0;
}

static void run(struct job *job)
{
    load_style(job);
    job->composer = composer_new(job->project, job->notice, title_line(job->style));
    job->properties = compose_properties(job->composer);
    compose_parts(job);
    compose_rest(job);
    check_annex(job);
    if (!job->findings->errors)
        write_documents(job);
    if (!job->findings->errors && job->render->depfile && job->outputs.first)
        depfile_add(&job->outputs, job->render->depfile, job->project->dependencies);
    composer_free(job->composer);
}

bool flow_render(struct findings *findings, const struct render *render, struct buffer *tree)
{
    struct project project = project_of(findings, render->notice, render->share);
    struct job job = {
        .render = render,
        .findings = findings,
        .project = &project,
        .outputs = outputs_on(findings->arena),
        .tree = tree,
    };
    job.notice = notice_read(&project, render->notice);
    if (!job.notice)
        return false;
    run(&job);
    notice_free(job.notice);
    return !findings->errors && outputs_write(&job.outputs, findings);
}
