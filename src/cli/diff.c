/* gongwen diff */
#include "flow/diff.h"

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"

enum { TO, OUTPUT };

static const struct option_info options[] = {
    [TO] = {"to",
            0,
            "FORMAT",
            {"text, md, docx or json; text if not given", "text、md、docx 或 json；不写时是 text"}},
    [OUTPUT] = {"output", 'o', "FILE", {"write to this file", "写到这个文件"}},
    {0},
};

static enum diff_format read_format(struct session *session, const char *name)
{
    static const char *const names[] = {[DIFF_TEXT] = "text",
                                        [DIFF_MARKDOWN] = "md",
                                        [DIFF_DOCX] = "docx",
                                        [DIFF_JSON] = "json",
                                        NULL};
    return (enum diff_format)arguments_word(session, name, names,
                                            "--to takes text, md, docx or json",
                                            "--to 只能写 text、md、docx、json");
}

static void check_output(struct session *session, const struct diff *diff, const char *path)
{
    if (!path && diff->format == DIFF_DOCX)
        report_usage(session, "name a file with -o", "请用 -o 写文件名");
    if (path &&
        (path_same(session->arena, path, diff->old) || path_same(session->arena, path, diff->new)))
        report_usage(session, "-o names a file that is compared: it would be overwritten",
                     "-o 写的是要比较的文件，会把它覆盖：请换一个文件名");
}

static int run(struct session *session, const struct arguments *arguments)
{
    const char *const *value = arguments->value;
    struct buffer out = buffer_on(session->arena);
    bool differ = false;
    struct diff diff = {
        .old = arguments->operand[0],
        .new = arguments->operand[1],
        .format = read_format(session, value[TO]),
        .language = session->language,
        .share = session->share,
    };
    check_output(session, &diff, value[OUTPUT]);
    if (session->findings.errors || !flow_diff(&session->findings, &diff, &differ, &out) ||
        !write_result(session, value[OUTPUT], buffer_text(&out), out.length))
        return STATUS_TROUBLE;
    return differ ? STATUS_FINDINGS : STATUS_CLEAN;
}

const struct command command_diff = {
    .name = "diff",
    .usage = "diff OLD.xml NEW.xml [--to text|md|docx|json] [-o FILE]",
    .summary = {"tell what a new scheme changes", "比较新旧两套考核方案"},
    .least = 2,
    .most = 2,
    .options = options,
    .run = run,
};
