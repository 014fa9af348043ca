/* gongwen fill */
#include "flow/fill.h"

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"

enum { OUTPUT, ANNOTATE };

static const struct option_info options[] = {
    [OUTPUT] = {"output", 'o', "FILE", {"the Word file to write", "写到哪个 Word 文件"}},
    [ANNOTATE] = {"annotate",
                  0,
                  "FILE",
                  {"write the template with its errors as comments",
                   "另存一份模板，把标签的错误写成批注"}},
    {0},
};

static bool is_read(struct session *session, const struct fill_job *job, const char *path)
{
    return path_same(session->arena, path, job->template) ||
           (job->data && path_same(session->arena, path, job->data));
}

static void check_output(struct session *session, const struct fill_job *job)
{
    if (!job->output)
        report_usage(session, "name a file with -o", "请用 -o 写文件名");
    else if (is_read(session, job, job->output))
        report_usage(session, "-o names a file that is read: it would be overwritten",
                     "-o 写的是要读的文件，会把它覆盖：请换一个文件名");
}

void check_annotation(struct session *session, const struct fill_job *job)
{
    if (job->annotate && is_read(session, job, job->annotate))
        report_usage(session, "--annotate names a file that is read: it would be overwritten",
                     "--annotate 写的是要读的文件，会把它覆盖：请换一个文件名");
    else if (job->annotate &&
             (text_equal(job->annotate, job->output) ||
              (job->output && path_same(session->arena, job->annotate, job->output))))
        report_usage(session, "--annotate names the same file as -o",
                     "--annotate 和 -o 写的是同一个文件：请换一个文件名");
}

static int run(struct session *session, const struct arguments *arguments)
{
    struct fill_job job = {
        .template = arguments->operand[0],
        .data = arguments->operand[1],
        .output = arguments->value[OUTPUT],
        .annotate = arguments->value[ANNOTATE],
        .share = session->share,
        .language = session->language,
    };
    check_output(session, &job);
    check_annotation(session, &job);
    if (session->findings.errors || !flow_fill(&session->findings, &job))
        return STATUS_TROUBLE;
    return session->findings.warnings ? STATUS_FINDINGS : STATUS_CLEAN;
}

const struct command command_fill = {
    .name = "fill",
    .usage = "fill TEMPLATE.docx DATA.xml -o OUT.docx [--annotate COPY.docx]",
    .summary = {"fill a Word file's tags with data", "用数据填写 Word 文件里的标签"},
    .least = 2,
    .most = 2,
    .options = options,
    .run = run,
};
