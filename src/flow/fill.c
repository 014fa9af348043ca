/* Filling a Word file with data. */
#include "flow/fill.h"

#include "docx/annotate.h"
#include "flow/remarks.h"

void annotation_add(struct findings *findings, const struct file *template,
                    const struct findings *found, const char *path, enum language language,
                    struct outputs *outputs)
{
    struct package package;
    const struct comment *remarks = remarks_of(findings->arena, found, language);
    if (docx_annotate(findings, template, remarks, &package))
        outputs_add(outputs, path, package.bytes, package.length);
}

static void write(struct findings *findings, const struct fill_job *job,
                  const struct file *template, struct fill_data data)
{
    struct package package;
    struct outputs outputs = outputs_on(findings->arena);
    struct findings found = findings_on(findings->arena);
    if (fill_docx(&found, template, data, &package))
        outputs_add(&outputs, job->output, package.bytes, package.length);
    if (job->annotate)
        annotation_add(findings, template, &found, job->annotate, job->language, &outputs);
    outputs_write(&outputs, findings);
    findings_hand_on(&found, findings);
}

bool flow_fill(struct findings *findings, const struct fill_job *job)
{
    size_t before = findings->failures;
    struct file template;
    struct filling_data data;
    bool is_there = file_read(findings, job->template, (struct place){0}, &template);
    if (filling_data_read(findings, job->data, job->share, &data)) {
        if (is_there)
            write(findings, job, &template, data.fill);
        filling_data_free(&data);
    }
    return findings->failures == before;
}
