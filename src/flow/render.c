/* From a notice to its documents: assemble, check, write. */
#include "flow/render.h"

#include <string.h>

#include "base/text.h"
#include "docx/docx.h"
#include "flow/check.h"
#include "flow/depfile.h"
#include "flow/made.h"
#include "markdown/write.h"

struct job {
    const struct render *render;
    struct findings *findings, *found;
    struct assembly assembly;
    struct outputs outputs;
    struct buffer *tree;
    struct common_parts *common;
    bool in_memory; /* all documents, even long ones */
};

static struct arena *arena_of(const struct job *job)
{
    return job->findings->arena;
}

static const char *output_path(const struct job *job, const char *name, const char *ending)
{
    return path_join(arena_of(job), job->render->folder,
                     arena_printf(arena_of(job), "%s%s", name, ending));
}

/* What is larger than memory is made where it is written, but for those who want the bytes. */
static bool is_made(const struct job *job, const struct document *document)
{
    return !job->in_memory && document_has_source(document);
}

static struct docx_options options_of(const struct job *job)
{
    return (struct docx_options){.draft = job->render->draft,
                                 .letterhead = job->assembly.looks.letterhead,
                                 .common = job->common};
}

static struct made made_of(const struct job *job, const struct document *document, const char *path)
{
    return (struct made){.findings = job->findings,
                         .document = *document,
                         .style = job->assembly.looks.style,
                         .options = options_of(job),
                         .path = path};
}

static void write_docx(struct job *job, const struct document *document, const char *name)
{
    struct package package;
    const char *path = output_path(job, name, ".docx");
    if (is_made(job, document))
        made_add_docx(&job->outputs, made_of(job, document, path));
    else if (docx_write(arena_of(job), document, job->assembly.looks.style, options_of(job),
                        &package))
        outputs_add(&job->outputs, path, package.bytes, package.length);
    else
        REPORT(job->findings, RULE_OUTPUT_PACKAGE, ((struct place){0}), path, package.error);
}

static void write_markdown(struct job *job, const struct document *document, const char *name)
{
    const char *path = output_path(job, name, ".md");
    if (is_made(job, document)) {
        made_add_markdown(&job->outputs, made_of(job, document, path));
        return;
    }
    const char *text = markdown_write(arena_of(job), document);
    outputs_add(&job->outputs, path, text, strlen(text));
}

static void write_document(struct job *job, const struct document *document, const char *name)
{
    if (job->render->formats & FORMAT_DOCX)
        write_docx(job, document, name);
    if (job->render->formats & FORMAT_MARKDOWN)
        write_markdown(job, document, name);
}

static void write_form(struct job *job, const struct composed *c)
{
    if (job->render->formats & FORMAT_DOCX)
        outputs_add(&job->outputs, output_path(job, c->part->name, ".docx"), c->form.bytes,
                    c->form.length);
}

static void write_part(struct job *job, const struct composed *c)
{
    if (!c->section) {
        write_form(job, c);
        return;
    }
    struct document document = assembly_alone(&job->assembly, c);
    write_document(job, &document, c->part->name);
}

static bool is_wanted(const struct job *job, const struct composed *c)
{
    char *name = arena_printf(arena_of(job), "annex-%ld", job->render->annex);
    return job->render->annex == 0 ? c->part->kind != PART_NOTICE : text_equal(c->part->name, name);
}

static void write_handouts(struct job *job)
{
    for (const struct handout *h = job->assembly.handouts; h; h = h->next) {
        struct document document = assembly_handout(&job->assembly, h);
        write_document(job, &document,
                       arena_printf(arena_of(job), "departments/%s/%s", h->recipient->id, h->name));
    }
}

static void write_documents(struct job *job)
{
    struct document document = assembly_whole(&job->assembly);
    if (job->render->formats & FORMAT_TREE)
        document_dump(&document, job->tree);
    if (job->render->annex == 0)
        write_document(job, &document, "notice");
    for (const struct composed *c = job->assembly.parts; c; c = c->next)
        if (is_wanted(job, c))
            write_part(job, c);
    if (job->assembly.overview && job->render->annex == 0) {
        document = assembly_overview(&job->assembly);
        write_document(job, &document, "overview");
    }
    write_handouts(job);
}

static void check_annex(struct job *job)
{
    if (job->render->annex == 0)
        return;
    for (const struct composed *c = job->assembly.parts; c; c = c->next)
        if (is_wanted(job, c))
            return;
    REPORT(job->findings, RULE_ANNEX_UNKNOWN, ((struct place){job->render->source.notice, 0, 0}),
           arena_printf(arena_of(job), "%ld", job->render->annex));
}

static void find(struct job *job)
{
    struct document document = assembly_whole(&job->assembly);
    check_assembly(job->findings, &job->assembly, &document, NULL, job->found);
}

void render_documents(struct findings *findings, const struct assembly *assembly,
                      const char *folder, struct outputs *outputs)
{
    struct render render = {.folder = folder, .formats = FORMAT_DOCX | FORMAT_MARKDOWN};
    struct job job = {.render = &render,
                      .findings = findings,
                      .assembly = *assembly,
                      .outputs = *outputs,
                      .common = common_parts_new(findings->arena),
                      .in_memory = true};
    write_documents(&job);
    *outputs = job.outputs;
}

static bool is_refused(const struct job *job)
{
    return job->render->strict && job->found && job->found->errors;
}

static void run(struct job *job)
{
    check_annex(job);
    if (!job->findings->errors && job->found)
        find(job);
    if (!job->findings->errors && !is_refused(job))
        write_documents(job);
    if (!job->findings->errors && job->render->depfile && job->outputs.first)
        depfile_add(&job->outputs, job->render->depfile, job->assembly.project->dependencies);
}

void render_assembly(struct findings *findings, const struct render *render,
                     const struct assembly *assembly, struct findings *found, struct buffer *tree,
                     struct outputs *outputs)
{
    struct job job = {
        .render = render,
        .findings = findings,
        .found = found,
        .assembly = *assembly,
        .outputs = *outputs,
        .tree = tree,
        .common = render->common ? render->common : common_parts_new(findings->arena),
    };
    run(&job);
    *outputs = job.outputs;
}

bool flow_render(struct findings *findings, const struct render *render, struct findings *found,
                 struct buffer *tree)
{
    struct assembly assembly;
    struct outputs outputs = outputs_on(findings->arena);
    struct source source = render->source;
    source.untraced = !found && !(render->formats & FORMAT_TREE);
    assemble(findings, &source, &assembly);
    if (assembly.notice && !found)
        check_assembly(findings, &assembly, NULL, NULL, NULL);
    if (assembly.notice)
        render_assembly(findings, render, &assembly, found, tree, &outputs);
    bool written = !findings->errors && outputs_write(&outputs, findings);
    assembly_free(&assembly);
    return written;
}
