/* Looking into a Word file for its tags. */
#include "flow/inspect.h"

static bool look(struct findings *findings, const struct fill_job *job, const struct file *template,
                 struct fill_data data, struct inspection *inspection)
{
    struct fill_tag *tags;
    struct outputs outputs = outputs_on(findings->arena);
    if (!fill_tags(findings, template, data, &inspection->found, &tags))
        return false;
    inspection->tags = tags;
    if (job->annotate)
        annotation_add(findings, template, &inspection->found, job->annotate, job->language,
                       &outputs);
    if (!outputs_write(&outputs, findings))
        return false;
    if (job->data)
        inspection->unused = unused_in(findings, job->data, tags);
    return true;
}

bool flow_inspect(struct findings *findings, const struct fill_job *job,
                  struct inspection *inspection)
{
    struct file template;
    struct filling_data data = {0};
    *inspection = (struct inspection){.found = findings_on(findings->arena)};
    bool is_there = file_read(findings, job->template, (struct place){0}, &template);
    if (job->data && !filling_data_read(findings, job->data, job->share, &data))
        return false;
    bool done = is_there && look(findings, job, &template, data.fill, inspection);
    if (job->data)
        filling_data_free(&data);
    return done;
}
