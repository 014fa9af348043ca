/* gongwen collect */
#include "flow/collect.h"

#include <limits.h>

#include "base/limits.h"
#include "base/text.h"
#include "cli/cli.h"

enum { RUBRIC, OUTPUT };

static const struct option_info options[] = {
    [RUBRIC] = {"rubric", 0, "RUBRIC.xml", {"the scheme that was sent out", "下发的考核方案"}},
    [OUTPUT] = {"output", 'o', "DIR", {"folder for the summary", "汇总表写到哪个文件夹"}},
    {0},
};

static void print_totals(struct session *session, const struct collect *collect,
                         struct collected collected)
{
    size_t missing = collected.departments - collected.answered;
    print_note(session,
               arena_printf(session->arena,
                            "files: %zu, forms: %zu; departments: %zu, answered: %zu, missing: %zu",
                            collect->form_count, collected.forms, collected.departments,
                            collected.answered, missing),
               arena_printf(session->arena,
                            "文件%zu个，读出%zu份表；应报%zu个部门，已报%zu个，未报%zu个",
                            collect->form_count, collected.forms, collected.departments,
                            collected.answered, missing));
}

static int run(struct session *session, const struct arguments *arguments)
{
    struct findings found = findings_on(session->arena);
    struct collected collected;
    struct collect collect = {
        .rubric = arguments->value[RUBRIC],
        .forms = arguments->operand,
        .form_count = (size_t)arguments->operands,
        .folder = arguments->value[OUTPUT],
        .share = session->share,
    };
    if (!collect.rubric)
        report_usage(session, "name the scheme with --rubric", "请用 --rubric 写考核方案的文件名");
    if (!collect.folder)
        report_usage(session, "name a folder with -o", "请用 -o 写文件夹");
    if (collect.form_count > LIMIT_FORMS->now)
        finding_add_limit(&session->findings, RULE_FORMS_COUNT, (struct place){"gongwen", 0, 0},
                          LIMIT_FORMS, NULL);
    if (session->findings.errors)
        return STATUS_TROUBLE;
    bool done = flow_collect(&session->findings, &collect, &found, &collected);
    print_listed(session, &found);
    if (!done)
        return STATUS_TROUBLE;
    print_totals(session, &collect, collected);
    return found.errors || found.warnings ? STATUS_FINDINGS : STATUS_CLEAN;
}

const struct command command_collect = {
    .name = "collect",
    .usage = "collect --rubric RUBRIC.xml FORM.docx... -o DIR",
    .summary = {"put the departments' self-assessments together", "汇总各部门报回的自评表"},
    .least = 1,
    .most = INT_MAX,
    .options = options,
    .run = run,
};
