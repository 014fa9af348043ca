/* Filling the form of an annex. */
#include "flow/annex_form.h"

#include "fill/fill.h"

struct package annex_form_fill(struct project *project, struct composer *composer,
                               const struct notice *notice, const struct part *part)
{
    struct package package = {0};
    struct file file;
    const char *path = project_form(project, part->template);
    struct fill_data data = {
        .document = notice->joined,
        .context = part->node,
        .vocabulary = composer_vocabulary(composer),
        .composer = composer,
    };
    if (!path)
        REPORT(project->findings, RULE_TEMPLATE_MISSING, xml_place(part->node), part->template,
               project_template_folders(project));
    else if (project_read_bytes(project, path, xml_place(part->node), &file))
        fill_docx(project->findings, &file, data, &package);
    return package;
}
