/* From returned forms to the summary. */
#include "flow/collect.h"

#include "base/text.h"
#include "data/load.h"
#include "data/schemas.h"
#include "flow/collect_rows.h"
#include "flow/typeset.h"
#include "intake/collection_xml.h"

struct job {
    const struct collect *collect;
    struct findings *trouble, *found;
    struct project project;
    struct form_plan *plan;
    struct form *first, **end;
    struct problems problems; /* of files that cannot be read */
    struct outputs outputs;
};

static struct arena *arena_of(const struct job *job)
{
    return job->trouble->arena;
}

/* The first reason why a file cannot be read stands in the summary. */
static void tell_unread(struct job *job, const struct findings *own, const char *path)
{
    const struct finding *f = own->first;
    while (f && message_of(f->rule)->severity != SEVERITY_ERROR)
        f = f->next;
    const char *words =
        f ? message_fill(arena_of(job), message_of(f->rule)->words[LANGUAGE_CHINESE], f->values)
          : NULL;
    problem_add(&job->problems, (struct problem){.kind = PROBLEM_UNREADABLE, .file = path}, words,
                NULL);
}

/* What a file takes is given back before the next one is read. */
static void read_form(struct job *job, const char *path)
{
    struct arena *arena = arena_new();
    struct findings own = findings_on(arena);
    struct file file;
    struct form *form = NULL;
    if (file_read(&own, path, (struct place){0}, &file))
        form = form_read(&own, &file, job->plan, arena_of(job));
    if (form) {
        form->path = path;
        *job->end = form;
        job->end = &form->next;
    } else {
        tell_unread(job, &own, path);
    }
    findings_hand_on(&own, job->found);
    arena_free(arena);
}

static bool read_forms(struct job *job)
{
    for (size_t i = 0; i < job->collect->form_count; i++)
        read_form(job, job->collect->forms[i]);
    if (!job->first)
        REPORT(job->trouble, RULE_FORMS_NONE, ((struct place){0}), NULL);
    return job->first;
}

static void add_output(struct job *job, const char *name, const char *bytes, size_t length)
{
    outputs_add(&job->outputs, path_join(arena_of(job), job->collect->folder, name), bytes, length);
}

static void add_documents(struct job *job, struct xml_document *data)
{
    static const struct {
        const char *name;
        unsigned format;
    } documents[] = {{"collection.docx", FORMAT_DOCX}, {"collection.md", FORMAT_MARKDOWN}};
    struct typesetting setting = {data, &collection_kind, "collection", "gbt9704"};
    struct typeset set;
    bool done = typeset(&job->project, &setting, &set);
    for (size_t i = 0; done && i < sizeof documents / sizeof *documents; i++) {
        struct buffer bytes = buffer_on(arena_of(job));
        done = typeset_add(job->trouble, &set, documents[i].format, &bytes);
        add_output(job, documents[i].name, buffer_text(&bytes), bytes.length);
    }
}

static void add_rows(struct job *job, const struct collection *collection)
{
    struct buffer csv = buffer_on(arena_of(job)), json = buffer_on(arena_of(job));
    collection_csv(collection, &csv);
    collection_json(collection, &json);
    add_output(job, "collection.csv", buffer_text(&csv), csv.length);
    add_output(job, "collection.json", buffer_text(&json), json.length);
}

static bool write_summary(struct job *job, struct collected *collected)
{
    struct returned returned = {job->collect->forms, job->collect->form_count};
    struct collection *collection =
        collection_new(arena_of(job), job->plan, returned, job->first, job->problems);
    struct xml_document *data = collection_xml(collection);
    add_documents(job, data);
    xml_document_free(data);
    add_rows(job, collection);
    problems_report(&collection->problems, job->found);
    *collected =
        (struct collected){collection->forms, collection->seat_count, collection->answered};
    return !job->trouble->errors && outputs_write(&job->outputs, job->trouble);
}

bool flow_collect(struct findings *trouble, const struct collect *collect, struct findings *found,
                  struct collected *collected)
{
    struct job job = {
        .collect = collect,
        .trouble = trouble,
        .found = found,
        .project = project_of(trouble, collect->rubric, collect->share),
        .problems = {.arena = trouble->arena},
        .outputs = outputs_on(trouble->arena),
    };
    job.end = &job.first;
    struct xml_document *document =
        data_load(&job.project, collect->rubric, (struct place){0}, &rubric_schema);
    bool done = false;
    if (document) {
        struct rubric *rubric = rubric_read(trouble, xml_root(document));
        rubric_join(trouble, rubric);
        job.plan = form_plan_new(trouble->arena, rubric);
        done = !trouble->errors && read_forms(&job) && write_summary(&job, collected);
    }
    xml_document_free(document);
    return done;
}
