/* gongwen new */
#include "cli/cli.h"
#include "flow/new.h"

static const struct option_info options[] = {{0}};

static int run(struct session *session, const struct arguments *arguments)
{
    const char *folder = arguments->operand[1];
    if (!flow_new(&session->findings, session->share, arguments->operand[0], folder))
        return STATUS_TROUBLE;
    print_note(session,
               arena_printf(session->arena, "try: gongwen render %s/notice.xml -o out", folder),
               arena_printf(session->arena, "试一试：gongwen render %s/notice.xml -o out", folder));
    return STATUS_CLEAN;
}

const struct command command_new = {
    .name = "new",
    .usage = "new quality-month|assessment|issue-plan DIR",
    .summary = {"begin a notice: a small one with comments, that renders as it stands",
                "新建一份通知：带注释的小样，可以直接生成文件"},
    .least = 2,
    .most = 2,
    .options = options,
    .run = run,
};
