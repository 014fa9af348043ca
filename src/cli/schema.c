/* gongwen schema */
#include "data/schemas.h"

#include "base/text.h"
#include "cli/cli.h"

static const struct option_info options[] = {{0}};

static int run(struct session *session, const struct arguments *arguments)
{
    static const struct schema *const schemas[] = {
        &notice_schema, &rubric_schema, &register_schema, &diff_schema, &collection_schema, NULL};
    for (const struct schema *const *schema = schemas; *schema; schema++)
        if (text_equal((*schema)->name, arguments->operand[0]))
            return print_result(session, (*schema)->text) ? STATUS_CLEAN : STATUS_TROUBLE;
    report_usage(session, "schema is of a notice, a rubric, a register, a diff or a collection",
                 "schema 后面写 notice、rubric、register、diff 或 collection");
    return STATUS_TROUBLE;
}

const struct command command_schema = {
    .name = "schema",
    .usage = "schema notice|rubric|register|diff|collection",
    .summary = {"print the schema, for an editor that completes and checks",
                "打印数据格式，供编辑器补全和检查"},
    .least = 1,
    .most = 1,
    .options = options,
    .run = run,
};
