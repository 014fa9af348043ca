/* gongwen check */
#include "flow/check.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "check/rule.h"
#include "cli/cli.h"

enum { FORMAT, OFF, ANNOTATE, LIST };

static const struct option_info options[] = {
    [FORMAT] = {"format", 0, "text|json", {"how findings are printed", "检查结果的格式"}},
    [OFF] = {"off", 0, "RULE,…", {"leave out these rules", "不查这几条规则，用逗号分开"}},
    [ANNOTATE] = {"annotate",
                  0,
                  "OUT.docx",
                  {"write the document with the findings as comments",
                   "另存一份 Word 文档，把检查结果写成批注"}},
    [LIST] = {"list-rules", 0, NULL, {"list all rules", "列出全部规则"}},
    {0},
};

static void read_off(struct session *session, const char *list, bool *off)
{
    while (list && *list) {
        size_t length = strcspn(list, ",");
        rule_switch_off(&session->findings, arena_copy_n(session->arena, list, length),
                        (struct place){"--off", 0, 0}, off);
        list += length + (list[length] == ',');
    }
}

static void check_annotate(struct session *session, const struct arguments *arguments)
{
    const char *ending = strrchr(arguments->value[ANNOTATE], '.');
    if (arguments->operands > 1)
        report_usage(session, "--annotate takes one file at a time",
                     "--annotate 一次只能处理一个文件");
    if (!text_equal(ending, ".docx"))
        report_usage(session, "--annotate takes the name of the copy to write, ending with .docx",
                     "--annotate 后面写要另存的文件名，以 .docx 结尾");
}

/* id, severity, what it needs, summary and source, a rule a line. */
static int list_rules(struct session *session)
{
    static const char *const reaches[][LANGUAGE_COUNT] = {
        [REACH_DOCUMENT] = {"document", "文档"},
        [REACH_DATA] = {"data", "数据"},
        [REACH_WORD] = {"word", "Word"},
    };
    size_t count;
    const struct rule_info *info = rule_infos(&count);
    struct buffer out = buffer_on(session->arena);
    for (const struct rule_info *end = info + count; info < end; info++) {
        const struct message *message = message_of(info->rule);
        buffer_printf(&out, "%s\t%s\t%s\t%s\t%s\n", message->id,
                      severity_word(message->severity, session->language),
                      reaches[info->reach][session->language], info->summary[session->language],
                      message->source);
    }
    return print_result(session, buffer_text(&out)) ? STATUS_CLEAN : STATUS_TROUBLE;
}

struct totals {
    size_t files; /* that could be checked */
    size_t errors, warnings, notes;
};

static void print_totals(struct session *session, struct totals totals)
{
    print_note(session,
               arena_printf(session->arena, "errors: %zu, warnings: %zu, notes: %zu", totals.errors,
                            totals.warnings, totals.notes),
               arena_printf(session->arena, "错误%zu处，警告%zu处，提示%zu处", totals.errors,
                            totals.warnings, totals.notes));
}

static bool check_file(struct session *session, const struct check_job *job, bool json,
                       struct totals *totals)
{
    struct findings found = findings_on(session->arena);
    if (!flow_check(&session->findings, job, &found))
        return false;
    totals->files++;
    totals->errors += found.errors;
    totals->warnings += found.warnings;
    totals->notes += found.count - found.errors - found.warnings;
    return print_found(session, &found, json);
}

static int check_files(struct session *session, const struct arguments *arguments, bool json,
                       const bool *off)
{
    struct totals totals = {0};
    bool done = true;
    for (int i = 0; i < arguments->operands; i++) {
        struct check_job job = {
            .file = arguments->operand[i],
            .share = session->share,
            .annotate = arguments->value[ANNOTATE],
            .language = session->language,
            .off = off,
        };
        done = check_file(session, &job, json, &totals) && done;
    }
    if (totals.files)
        print_totals(session, totals);
    if (!done)
        return STATUS_TROUBLE;
    return totals.errors || totals.warnings ? STATUS_FINDINGS : STATUS_CLEAN;
}

static int run(struct session *session, const struct arguments *arguments)
{
    bool off[RULE_COUNT] = {0};
    if (arguments->value[LIST])
        return list_rules(session);
    if (arguments->operands == 0)
        report_usage(session, "name a file to check", "请写要检查的文件");
    if (arguments->value[ANNOTATE])
        check_annotate(session, arguments);
    read_off(session, arguments->value[OFF], off);
    bool json = arguments_json(session, arguments->value[FORMAT]);
    if (session->findings.errors)
        return STATUS_TROUBLE;
    return check_files(session, arguments, json, off);
}

const struct command command_check = {
    .name = "check",
    .usage = "check FILE.xml|FILE.docx... [--format text|json] [--off RULE,...] "
             "[--annotate OUT.docx] | --list-rules",
    .summary = {"find what is wrong before it is issued", "印发之前查出错误"},
    .least = 0,
    .most = 10000,
    .options = options,
    .run = run,
};
