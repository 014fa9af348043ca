/* gongwen new */
#include "flow/new.h"

#include "cli/cli.h"
#include "flow/renew.h"

enum { FROM };

static const struct option_info options[] = {
    [FROM] = {"from",
              0,
              "NOTICE.xml|ARCHIVE:N",
              {"begin with last year's notice: years raised by one, number and dates emptied",
               "从去年的通知起草：年份加一，字号、日期空出来"}},
    {0},
};

static int copy_kind(struct session *session, const char *kind, const char *folder)
{
    if (!flow_new(&session->findings, session->share, kind, folder))
        return STATUS_TROUBLE;
    print_note(session,
               arena_printf(session->arena, "try: gongwen render %s/notice.xml -o out", folder),
               arena_printf(session->arena, "试一试：gongwen render %s/notice.xml -o out", folder));
    return STATUS_CLEAN;
}

/* A year a line: where, what became of it, the words around it. */
static bool print_years(struct session *session, const struct year_note *notes)
{
    struct buffer out = buffer_on(session->arena);
    for (const struct year_note *note = notes; note; note = note->next)
        buffer_printf(&out, "%s:%ld: %s: %s\n", note->file, note->line,
                      year_fate_words(note->fate, session->language),
                      year_note_words(session->arena, note));
    return print_result(session, buffer_text(&out));
}

static int renew(struct session *session, const char *notice, const char *folder)
{
    struct renewed renewed;
    struct renewal asked = {.notice = notice, .share = session->share, .folder = folder};
    if (!flow_renew(&session->findings, &asked, &renewed) || !print_years(session, renewed.notes))
        return STATUS_TROUBLE;
    print_note(session,
               arena_printf(session->arena, "a notice of %d; what is open: gongwen check %s",
                            renewed.year, renewed.notice),
               arena_printf(session->arena, "%d年的通知；看还有哪些没填：gongwen check %s",
                            renewed.year, renewed.notice));
    return STATUS_CLEAN;
}

static int run(struct session *session, const struct arguments *arguments)
{
    const char *from = arguments->value[FROM];
    if (from && arguments->operands == 1)
        return renew(session, from, arguments->operand[0]);
    if (!from && arguments->operands == 2)
        return copy_kind(session, arguments->operand[0], arguments->operand[1]);
    if (from)
        report_usage(session, "write either a kind of notice or --from, and one folder",
                     "通知的种类和 --from 只写一样，再写一个文件夹");
    else
        report_usage(session, "write a kind of notice and a folder, or --from and a folder",
                     "请写通知的种类和文件夹，或者 --from 和文件夹");
    return STATUS_TROUBLE;
}

const struct command command_new = {
    .name = "new",
    .usage = "new quality-month|assessment|issue-plan DIR | new --from NOTICE.xml|ARCHIVE:N DIR",
    .summary = {"begin a notice: a small one with comments, or this year's from last year's",
                "新建一份通知：带注释的小样，或者从去年的通知起草"},
    .least = 1,
    .most = 2,
    .options = options,
    .run = run,
};
