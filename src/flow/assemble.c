/* A notice and its documents as trees. */
#include "flow/assemble.h"

#include "base/text.h"
#include "flow/annex_form.h"
#include "flow/annex_rows.h"
#include "flow/handout.h"
#include "flow/letterhead_fill.h"
#include "flow/looks.h"

struct assembling {
    const struct source *source;
    struct assembly *assembly;
    struct composer *composer;
};

static struct arena *arena_of(const struct assembly *assembly)
{
    return assembly->findings->arena;
}

static const struct section *compose_node(struct assembling *a, const char *template,
                                          struct xml_node *node, const char *section)
{
    return compose(a->composer, template, node, section, xml_place(node));
}

static struct composed *compose_part(struct assembling *a, const struct part *part)
{
    struct assembly *assembly = a->assembly;
    struct composed *composed = ARENA_NEW(arena_of(assembly), struct composed);
    composed->part = part;
    if (part_is_form(part))
        composed->form = annex_form_fill(assembly->project, a->composer, assembly->notice, part);
    else
        composed->section = compose_node(a, part->template, part->node, part->name);
    return composed;
}

static void compose_parts(struct assembling *a)
{
    struct composed **end = &a->assembly->parts;
    for (const struct part *part = a->assembly->notice->parts; part; part = part->next) {
        *end = compose_part(a, part);
        end = &(*end)->next;
    }
}

/* The record stands at the end of the whole (7.4), whatever comes before it. The overview is for
 * the office itself. */
static void compose_rest(struct assembling *a)
{
    struct assembly *assembly = a->assembly;
    const struct notice *notice = assembly->notice;
    struct xml_node *root = xml_root(notice->joined);
    bool has_overview = xml_first_named(root, "deadline") || notice->rubric;
    if (notice->record)
        assembly->record = compose_node(a, "record", notice->record, "record");
    if (has_overview && !a->source->without_overview)
        assembly->overview = compose_node(a, "overview", root, "overview");
}

/* Nothing, and reported, if the reference document cannot be followed. */
static struct appearance looks_from_reference(struct project *project, const struct style *style,
                                              const char *reference)
{
    struct file file;
    if (!project_read_bytes(project, reference, (struct place){0}, &file))
        return (struct appearance){0};
    return reference_apply(project->findings, style, &file);
}

struct appearance source_looks(struct project *project, const struct source *source,
                               const struct notice *notice)
{
    struct place asked = {0};
    if (!source->style)
        asked = xml_place(xml_root(notice->joined));
    struct appearance looks = {
        .style = looks_load(project, source->style ? source->style : notice->style, asked)};
    if (looks.style && source->reference)
        looks = looks_from_reference(project, looks.style, source->reference);
    if (looks.style && source->on_letterhead)
        looks.style = style_on_letterhead(project->findings->arena, looks.style);
    return looks;
}

void assembly_compose(struct assembly *assembly, const struct source *source,
                      struct composer *composer)
{
    struct assembling a = {.source = source, .assembly = assembly, .composer = composer};
    assembly->properties = compose_properties(composer);
    compose_parts(&a);
    compose_rest(&a);
    if (source->each_department)
        assembly->handouts = handouts_compose(assembly->findings, composer, assembly->notice);
    assembly->looks.letterhead = letterhead_fill(assembly->findings, assembly->looks.letterhead,
                                                 source->reference, assembly->notice, composer);
}

bool assemble(struct findings *findings, const struct source *source, struct assembly *assembly)
{
    size_t before = findings->failures;
    struct project *project = ARENA_NEW(findings->arena, struct project);
    *project = project_of(findings, source->notice, source->share);
    *assembly = (struct assembly){.findings = findings, .project = project};
    assembly->notice = notice_read(project, source->notice);
    if (!assembly->notice)
        return false;
    assembly->looks = source_looks(project, source, assembly->notice);
    assembly->composer = composer_new(project, assembly->notice->joined, &notice_kind,
                                      style_title_line(assembly->looks.style));
    composer_lend(assembly->composer, annex_list, annex_rows_new(project));
    composer_trace(assembly->composer, !source->untraced);
    assembly_compose(assembly, source, assembly->composer);
    return findings->failures == before;
}

void assembly_free(struct assembly *assembly)
{
    if (assembly->composer)
        composer_free(assembly->composer);
    if (assembly->notice)
        notice_free(assembly->notice);
}

static struct section *add_section(const struct assembly *assembly, struct document *document,
                                   const struct section *section)
{
    struct section *copy = document_add_section(arena_of(assembly), document, section->name);
    *copy = *section;
    copy->next = NULL;
    return copy;
}

/* A form stands in a file of its own. */
static void add_part(const struct assembly *assembly, struct document *document,
                     const struct composed *part)
{
    if (part->section)
        add_section(assembly, document, part->section);
}

static struct document new_document(const struct assembly *assembly)
{
    return (struct document){.lang = assembly->notice->lang, .properties = assembly->properties};
}

struct document assembly_whole(const struct assembly *assembly)
{
    struct document document = new_document(assembly);
    for (const struct composed *c = assembly->parts; c; c = c->next)
        add_part(assembly, &document, c);
    bool continues = document.last && !document.last->landscape;
    if (assembly->record)
        add_section(assembly, &document, assembly->record)->continues = continues;
    return document;
}

/* An issued document takes its own annexes along. */
struct document assembly_alone(const struct assembly *assembly, const struct composed *part)
{
    struct document document = new_document(assembly);
    add_part(assembly, &document, part);
    if (part->part->kind == PART_ISSUED)
        for (const struct composed *c = assembly->parts; c; c = c->next)
            if (c->part->of_issued)
                add_part(assembly, &document, c);
    return document;
}

struct document assembly_overview(const struct assembly *assembly)
{
    struct document document = new_document(assembly);
    add_section(assembly, &document, assembly->overview);
    return document;
}

struct document assembly_handout(const struct assembly *assembly, const struct handout *handout)
{
    struct document document = new_document(assembly);
    document.properties = handout_properties(arena_of(assembly), handout);
    add_section(assembly, &document, handout->section);
    return document;
}
