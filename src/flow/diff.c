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

static bool print(struct job *job, struct buffer *out)
{
    const struct diff *asked = job->asked;
    struct typesetting typesetting = {job->result, &diff_kind, "diff", "gbt9704"};
    size_t length = 0;
    if (asked->format == DIFF_TEXT) {
        differences_text(out, xml_root(job->result), asked->language);
        return true;
    }
    if (asked->format == DIFF_JSON) {
        differences_json(out, xml_root(job->result));
        return true;
    }
    const char *bytes =
        typeset(&job->project, &typesetting,
                asked->format == DIFF_DOCX ? FORMAT_DOCX : FORMAT_MARKDOWN, &length);
    if (bytes)
        buffer_add_n(out, bytes, length);
    return bytes != NULL;
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
