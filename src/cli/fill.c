/* gongwen fill */
#include "flow/fill.h"

#include "base/file.h"
#include "cli/cli.h"

enum { OUTPUT };

static const struct option_info options[] = {
    [OUTPUT] = {"output", 'o', "FILE", {"the Word file to write", "写到哪个 Word 文件"}},
    {0},
};

static void check_output(struct session *session, const struct fill_job *job)
{
    if (!job->output)
        report_usage(session, "name a file with -o", "请用 -o 写文件名");
    else if (path_same(session->arena, job->output, job->template) ||
             path_same(session->arena, job->output, job->data))
        report_usage(session, "-o names a file that is read: it would be overwritten",
                     "-o 写的是要读的文件，会把它覆盖：请换一个文件名");
}

static int run(struct session *session, const struct arguments *arguments)
{
    struct fill_job job = {
        .template = arguments->operand[0],
        .data = arguments->operand[1],
        .output = arguments->value[OUTPUT],
        .share = session->share,
    };
    check_output(session, &job);
    if (session->findings.errors || !flow_fill(&session->findings, &job))
        return STATUS_TROUBLE;
    return STATUS_CLEAN;
}

const struct command command_fill = {
    .name = "fill",
    .usage = "fill TEMPLATE.docx DATA.xml -o OUT.docx",
    .summary = {"fill a Word file's tags with data", "用数据填写 Word 文件里的标签"},
    .least = 2,
    .most = 2,
    .options = options,
    .run = run,
};
