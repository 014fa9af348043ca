/* Data of ours through a template into a document. */
#include "flow/typeset.h"

#include "docx/docx.h"
#include "flow/looks.h"
#include "markdown/write.h"

/* NULL if anything was reported. */
static const struct section *compose_data(struct project *project, const struct typesetting *job,
                                          const struct style *style, struct document *document)
{
    struct findings *findings = project->findings;
    struct xml_node *root = xml_root(job->data);
    size_t before = findings->failures;
    struct composer *composer =
        composer_new(project, job->data, job->kind, style_title_line(style));
    struct section *section =
        compose(composer, job->template, root, xml_name(root), xml_place(root));
    document->properties = compose_properties(composer);
    document->first = document->last = section;
    composer_free(composer);
    return findings->failures == before ? section : NULL;
}

static const char *docx_bytes(struct project *project, const struct typesetting *job,
                              const struct style *style, const struct document *document,
                              size_t *length)
{
    struct package package;
    if (!docx_write(project->findings->arena, document, style, (struct docx_options){0},
                    &package)) {
        REPORT(project->findings, RULE_OUTPUT_PACKAGE, ((struct place){0}), job->template,
               package.error);
        return NULL;
    }
    *length = package.length;
    return package.bytes;
}

static const char *text_bytes(struct arena *arena, const struct document *document, unsigned format,
                              size_t *length)
{
    struct buffer text = buffer_on(arena);
    if (format == FORMAT_TREE)
        document_dump(document, &text);
    else
        buffer_add(&text, markdown_write(arena, document));
    *length = text.length;
    return buffer_text(&text);
}

const char *typeset(struct project *project, const struct typesetting *job, unsigned format,
                    size_t *length)
{
    struct document document = {.lang = "zh-CN"};
    if (!schema_check(project->findings, job->kind->schemas[0], job->data))
        return NULL;
    const struct style *style = looks_load(project, job->style, (struct place){0});
    if (!style || !compose_data(project, job, style, &document))
        return NULL;
    if (format == FORMAT_DOCX)
        return docx_bytes(project, job, style, &document, length);
    return text_bytes(project->findings->arena, &document, format, length);
}
