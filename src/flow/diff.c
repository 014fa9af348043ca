/* Two rubrics are read and compared, and what differs is printed. */
#include "flow/diff.h"

#include "data/load.h"
#include "data/schemas.h"
#include "flow/differences.h"
#include "flow/typeset.h"
#include "scheme/scheme.h"

struct job {
    struct findings *trouble;
    const struct diff *asked;
    struct project project;
    struct xml_document *old, *new, *result;
};

static const struct rubric *read_rubric(struct job *job, const char *path,
                                        struct xml_document **document)
{
    size_t before = job->trouble->failures;
    *document = data_load(&job->project, path, (struct place){0}, &rubric_schema);
    if (!*document)
        return NULL;
    const struct rubric *rubric = rubric_read(job->trouble, xml_root(*document));
    return job->trouble->failures == before ? rubric : NULL;
}

static bool print_document(struct job *job, unsigned format, struct buffer *out)
{
    struct typesetting typesetting = {job->result, &diff_kind, "diff", "gbt9704"};
    struct typeset set;
    return typeset(&job->project, &typesetting, &set) &&
           typeset_add(job->trouble, &set, format, out);
}

static bool print(struct job *job, struct buffer *out)
{
    switch (job->asked->format) {
    case DIFF_TEXT:
        differences_text(out, xml_root(job->result), job->asked->language);
        return true;
    case DIFF_JSON:
        differences_json(out, xml_root(job->result));
        return true;
    case DIFF_DOCX:
        return print_document(job, FORMAT_DOCX, out);
    default:
        return print_document(job, FORMAT_MARKDOWN, out);
    }
}

static bool compare(struct job *job, bool *differ, struct buffer *out)
{
    const struct rubric *old = read_rubric(job, job->asked->old, &job->old);
    const struct rubric *new = read_rubric(job, job->asked->new, &job->new);
    if (!old || !new)
        return false;
    job->result = scheme_compare(job->trouble->arena, old, new);
    xml_set_file(xml_root(job->result), job->asked->new);
    *differ = xml_first_named(xml_root(job->result), "item") != NULL;
    return print(job, out);
}

bool flow_diff(struct findings *trouble, const struct diff *diff, bool *differ, struct buffer *out)
{
    struct job job = {
        .trouble = trouble, .asked = diff, .project = project_of(trouble, diff->new, diff->share)};
    bool done = compare(&job, differ, out);
    xml_document_free(job.old);
    xml_document_free(job.new);
    xml_document_free(job.result);
    return done;
}
