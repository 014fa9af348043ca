/* Filling a Word file with data. */
#include "flow/fill.h"

#include "base/text.h"
#include "data/kind.h"
#include "data/notice.h"
#include "fill/fill.h"
#include "flow/filling.h"

static void write(struct findings *findings, const struct fill_job *job,
                  const struct file *template, struct fill_data data)
{
    struct package package;
    struct outputs outputs = outputs_on(findings->arena);
    if (!fill_docx(findings, template, data, &package))
        return;
    outputs_add(&outputs, job->output, package.bytes, package.length);
    outputs_write(&outputs, findings);
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
