/* Data of ours through a template into a document. */
#include "flow/typeset.h"

#include "docx/docx.h"
#include "flow/looks.h"
#include "markdown/write.h"

/* False if anything was reported. */
static bool compose_data(struct project *project, const struct typesetting *job,
                         struct typeset *out)
{
    struct findings *findings = project->findings;
    struct xml_node *root = xml_root(job->data);
    size_t before = findings->failures;
    struct composer *composer =
        composer_new(project, job->data, job->kind, style_title_line(out->style));
    struct section *section =
        compose(composer, job->template, root, xml_name(root), xml_place(root));
    out->document.properties = compose_properties(composer);
    out->document.first = out->document.last = section;
    composer_free(composer);
    return findings->failures == before;
}

bool typeset(struct project *project, const struct typesetting *job, struct typeset *out)
{
    *out = (struct typeset){.document = {.lang = "zh-CN"}, .name = job->template};
    if (!schema_check(project->findings, job->kind->schemas[0], job->data))
        return false;
    out->style = looks_load(project, job->style, (struct place){0});
    return out->style && compose_data(project, job, out);
}

static bool add_package(struct findings *findings, const struct typeset *set, struct buffer *out)
{
    struct package package;
    bool done =
        docx_write(findings->arena, &set->document, set->style, (struct docx_options){0}, &package);
    if (done)
        buffer_add_n(out, package.bytes, package.length);
    else
        REPORT(findings, RULE_OUTPUT_PACKAGE, ((struct place){0}), set->name, package.error);
    return done;
}

bool typeset_add(struct findings *findings, const struct typeset *set, unsigned format,
                 struct buffer *out)
{
    if (format == FORMAT_DOCX)
        return add_package(findings, set, out);
    if (format == FORMAT_TREE)
        document_dump(&set->document, out);
    else
        buffer_add(out, markdown_write(findings->arena, &set->document));
    return true;
}
