/* What is wrong in a file, whatever kind of file it is. */
#include "flow/check.h"

#include <string.h>

#include "base/text.h"
#include "check/check.h"
#include "data/load.h"
#include "data/schemas.h"
#include "docx/annotate.h"
#include "docx/docx.h"
#include "flow/looks.h"
#include "flow/remarks.h"
#include "zip/archive.h"

struct job {
    const struct check_job *asked;
    struct findings *trouble, *found;
    size_t before; /* errors in the files of the same call */
    struct project project;
    struct outputs outputs;
};

static struct arena *arena_of(const struct job *job)
{
    return job->trouble->arena;
}

static bool is_untroubled(const struct job *job)
{
    return job->trouble->failures == job->before;
}

static void add_output(struct job *job, bool packed, const struct package *package)
{
    if (packed)
        outputs_add(&job->outputs, job->asked->annotate, package->bytes, package->length);
    else if (is_untroubled(job))
        REPORT(job->trouble, RULE_OUTPUT_PACKAGE, ((struct place){0}), job->asked->annotate,
               package->error);
}

static const struct comment *comments_of(const struct job *job)
{
    return remarks_of(arena_of(job), job->found, job->asked->language);
}

static void annotate_notice(struct job *job, const struct assembly *assembly,
                            const struct document *whole)
{
    struct package package = {0};
    struct docx_options options = {.comments = comments_of(job)};
    add_output(job, docx_write(arena_of(job), whole, assembly->looks.style, options, &package),
               &package);
}

static void annotate_word(struct job *job, const struct file *file)
{
    struct package package = {0};
    add_output(job, docx_annotate(job->trouble, file, comments_of(job), &package), &package);
}

void check_assembly(struct findings *trouble, struct assembly *assembly,
                    const struct document *whole, const bool *off, struct findings *found)
{
    bool accepted[RULE_COUNT] = {0};
    if (off)
        memcpy(accepted, off, sizeof accepted);
    check_accepted(trouble, assembly->notice, accepted);
    struct checking checking = {
        .document = whole,
        .notice = assembly->notice,
        .rubric = assembly->notice->rubric,
        .rest_days = rest_days_read(assembly->project),
        .off = accepted,
    };
    if (found)
        check(trouble, found, &checking);
}

/* What is wrong with rows from a file shows when they are made. */
static void make_rows(const struct table *table)
{
    struct rows rows = rows_begin(table);
    for (const struct row *row; (row = rows_next(&rows));)
        rows_pass(&rows, row);
    rows_end(&rows);
}

static void make_all_rows(const struct document *document)
{
    for (const struct section *section = document->first; section; section = section->next)
        for (const struct block *block = section->first; block; block = block->next)
            if (block->kind == BLOCK_TABLE && block->table.source)
                make_rows(&block->table);
}

static void check_notice(struct job *job)
{
    struct assembly assembly;
    struct source source = {.notice = job->asked->file, .share = job->asked->share};
    if (assemble(job->trouble, &source, &assembly)) {
        struct document whole = assembly_whole(&assembly);
        check_assembly(job->trouble, &assembly, &whole, job->asked->off, job->found);
        make_all_rows(&whole);
        if (job->asked->annotate)
            annotate_notice(job, &assembly, &whole);
    }
    assembly_free(&assembly);
}

static void check_rubric(struct job *job)
{
    struct xml_document *document =
        data_load(&job->project, job->asked->file, (struct place){0}, &rubric_schema);
    if (!document)
        return;
    struct checking checking = {.off = job->asked->off};
    struct rubric *rubric = rubric_read(job->trouble, xml_root(document));
    rubric_join(job->trouble, rubric);
    checking.rubric = rubric;
    if (is_untroubled(job))
        check(job->trouble, job->found, &checking);
    xml_document_free(document);
    if (job->asked->annotate)
        REPORT(job->trouble, RULE_ANNOTATE_RUBRIC, ((struct place){0}), job->asked->file);
}

static void check_word(struct job *job, const struct file *file)
{
    const struct style *style = looks_load(&job->project, "gbt9704", (struct place){0});
    struct docx_read word;
    if (!style || !docx_read(job->trouble, file, style, &word))
        return;
    struct checking checking = {
        .document = word.document,
        .rest_days = rest_days_read(&job->project),
        .word = &word,
        .style = style,
        .off = job->asked->off,
    };
    check(job->trouble, job->found, &checking);
    if (job->asked->annotate)
        annotate_word(job, file);
}

/* UTF-16 begins with a mark of its own, and is refused with more to say. */
static bool may_be_xml(const struct file *file)
{
    const char *at = file->bytes;
    at += text_starts(at, "\xEF\xBB\xBF") ? 3 : 0;
    at += strspn(at, " \t\r\n");
    return *at == '<' || text_starts(at, "\xFF\xFE") || text_starts(at, "\xFE\xFF");
}

/* Trouble is told by those who then read the file in earnest. */
static bool is_rubric(const struct job *job, struct file *file)
{
    struct findings ignored = findings_on(arena_of(job));
    struct xml_document *document = file_to_text(&ignored, file) ? xml_parse(&ignored, file) : NULL;
    bool is = document && xml_is(xml_root(document), "rubric");
    xml_document_free(document);
    return is;
}

/* Only a copy gets comments: the document itself is what will be issued. */
static bool may_write_comments(const struct job *job)
{
    const char *annotate = job->asked->annotate;
    if (!annotate || !path_same(arena_of(job), annotate, job->asked->file))
        return true;
    REPORT(job->trouble, RULE_ANNOTATE_SAME, ((struct place){0}), annotate);
    return false;
}

bool flow_check(struct findings *trouble, const struct check_job *asked, struct findings *found)
{
    struct job job = {
        .asked = asked,
        .trouble = trouble,
        .found = found,
        .before = trouble->failures,
        .project = project_of(trouble, asked->file, asked->share),
        .outputs = outputs_on(trouble->arena),
    };
    struct file file;
    if (!may_write_comments(&job) || !file_read(trouble, asked->file, (struct place){0}, &file))
        return false;
    if (archive_is_package(&file))
        check_word(&job, &file);
    else if (!may_be_xml(&file))
        REPORT(trouble, RULE_FILE_KIND, ((struct place){asked->file, 0, 0}), NULL);
    else if (is_rubric(&job, &file))
        check_rubric(&job);
    else
        check_notice(&job);
    return is_untroubled(&job) && outputs_write(&job.outputs, trouble);
}
