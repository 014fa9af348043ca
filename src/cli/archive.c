/* gongwen archive init, add, verify, list, get */
#include "flow/archive.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/text.h"
#include "check/rule.h"
#include "cli/cli.h"

static int print_faults(struct session *session, const struct findings *found)
{
    if (!print_found(session, found, false))
        return STATUS_TROUBLE;
    return found->errors ? STATUS_FINDINGS : STATUS_CLEAN;
}

enum { FONDS, ORGAN };

static const struct option_info init_options[] = {
    [FONDS] = {"fonds", 0, "CODE", {"fonds code (全宗号), like J001", "全宗号，如 J001"}},
    [ORGAN] = {"organ",
               0,
               "CODE",
               {"organ code (机构代码), like BGS; none if not given",
                "机构（问题）代码，如 BGS；不写则档号里没有这一级"}},
    {0},
};

static int run_init(struct session *session, const struct arguments *arguments)
{
    const char *folder = arguments->operand[0];
    if (!arguments->value[FONDS])
        report_usage(session, "give the fonds code with --fonds", "请用 --fonds 写全宗号");
    else if (store_make(&session->findings, folder, arguments->value[FONDS],
                        arguments->value[ORGAN]))
        print_note(session, arena_printf(session->arena, "made the archive %s", folder),
                   arena_printf(session->arena, "已新建归档库 %s", folder));
    return session->findings.errors ? STATUS_TROUBLE : STATUS_CLEAN;
}

const struct command command_archive_init = {
    .name = "archive init",
    .usage = "archive init ARCHIVE --fonds CODE [--organ CODE]",
    .summary = {"make an archive", "新建归档库"},
    .least = 1,
    .most = 1,
    .options = init_options,
    .run = run_init,
};

enum { ISSUED, RETENTION, ACCEPT, REPLACES };

static const struct option_info add_options[] = {
    [ISSUED] = {"issued",
                0,
                "FILE",
                {"a file as it was issued; may be repeated", "印发的文件；可以写几次"}},
    [RETENTION] = {"retention",
                   0,
                   "Y|D30|D10",
                   {"retention period: for good, 30 or 10 years",
                    "保管期限：Y 永久，D30 30年，D10 10年"}},
    [ACCEPT] = {"accept",
                0,
                "RULE=REASON",
                {"file it although check finds this error; may be repeated",
                 "接受这条检查错误并说明理由；可以写几次"}},
    [REPLACES] = {"replaces", 0, "N", {"the bag that this one corrects", "更正哪一件：它的流水号"}},
    {0},
};

/* The words come from the command line and go into XML. */
static bool is_line(const char *text)
{
    return !text_is_blank(text) && text_first_invalid(text, strlen(text)) == strlen(text) &&
           !strpbrk(text, "\t\r\n");
}

static void read_accept(struct session *session, const char *text, struct metadata_pair **list)
{
    const char *equals = strchr(text, '=');
    if (!equals || !is_line(equals + 1)) {
        REPORT(&session->findings, RULE_ACCEPT_FORM, ((struct place){"--accept", 0, 0}), text);
        return;
    }
    const char *rule = arena_copy_n(session->arena, text, (size_t)(equals - text));
    if (rule_named(rule))
        metadata_pair_add(session->arena, list, rule, equals + 1);
    else
        rule_report_unknown(&session->findings, rule, (struct place){"--accept", 0, 0});
}

/* Of --issued, and of the words behind the notice. */
static const char *const *issued_files(struct session *session, const struct arguments *arguments)
{
    size_t count = 0;
    for (const struct given *g = arguments->given; g; g = g->next)
        count += g->option == ISSUED;
    const char **files =
        ARENA_ARRAY(session->arena, const char *, count + (size_t)arguments->operands);
    count = 0;
    for (const struct given *g = arguments->given; g; g = g->next)
        if (g->option == ISSUED)
            files[count++] = g->value;
    for (int i = 2; i < arguments->operands; i++)
        files[count++] = arguments->operand[i];
    if (count == 0)
        report_usage(session, "give the files that were issued with --issued",
                     "请用 --issued 写印发的文件");
    return files;
}

/* Years that a date has room for. */
static bool is_day(const struct tm *tm)
{
    return tm && tm->tm_year >= 70 && tm->tm_year <= 9999 - 1900;
}

/* The day of filing, 2022-09-26: of SOURCE_DATE_EPOCH in UTC, else today. Nothing else in the
 * program asks a clock. */
static const char *today(struct session *session)
{
    struct tm tm = {0};
    char *end = NULL;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    bool given = epoch && *epoch;
    time_t now = given ? (time_t)strtoll(epoch, &end, 10) : time(NULL);
    if (given && (*end || now < 0 || !is_day(gmtime_r(&now, &tm))))
        report_usage(session, "SOURCE_DATE_EPOCH holds no number of seconds",
                     "SOURCE_DATE_EPOCH 不是秒数");
    else if (!given && !is_day(localtime_r(&now, &tm)))
        report_usage(session, "the clock of this computer is wrong: set it, or SOURCE_DATE_EPOCH",
                     "这台电脑的时钟不对：请校准，或设置 SOURCE_DATE_EPOCH");
    return arena_printf(session->arena, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1,
                        tm.tm_mday);
}

static int refuse(const struct session *session, const struct findings *found)
{
    print_listed(session, found);
    print_note(session,
               "nothing was filed: mend the errors, or accept them with --accept RULE=REASON",
               "没有归档：请改正错误，或用 --accept 规则=理由 接受");
    return STATUS_FINDINGS;
}

static struct archive_add read_add(struct session *session, const struct arguments *arguments)
{
    struct archive_add add = {
        .archive = arguments->operand[0],
        .source = {.notice = arguments->operand[1], .share = session->share},
        .issued = issued_files(session, arguments),
        .retention = arguments->value[RETENTION],
        .version = GONGWEN_VERSION,
        .day = today(session),
    };
    if (!add.retention)
        report_usage(session, "give the retention period with --retention Y, D30 or D10",
                     "请用 --retention 写保管期限：Y、D30 或 D10");
    if (arguments->value[REPLACES])
        add.replaces = arguments_number(session, arguments->value[REPLACES]);
    for (const struct given *g = arguments->given; g; g = g->next)
        if (g->option == ACCEPT)
            read_accept(session, g->value, &add.accepted);
    return add;
}

static int run_add(struct session *session, const struct arguments *arguments)
{
    struct entry entry;
    struct findings found = findings_on(session->arena);
    struct archive_add add = read_add(session, arguments);
    if (session->findings.errors || !flow_archive_add(&session->findings, &add, &found, &entry))
        return STATUS_TROUBLE;
    if (!entry.number)
        return refuse(session, &found);
    const char *line = arena_printf(session->arena, "%ld\t%s\n", entry.number,
                                    code_print(session->arena, &entry.code));
    return print_result(session, line) ? STATUS_CLEAN : STATUS_TROUBLE;
}

const struct command command_archive_add = {
    .name = "archive add",
    .usage = "archive add ARCHIVE NOTICE.xml --issued FILE... --retention Y|D30|D10 "
             "[--accept RULE=REASON]... [--replaces N]",
    .summary = {"file a notice that was issued", "把印发的通知归档"},
    .least = 2,
    .most = 10000,
    .options = add_options,
    .run = run_add,
};

static const struct option_info no_options[] = {{0}};

static int run_verify(struct session *session, const struct arguments *arguments)
{
    struct findings found = findings_on(session->arena);
    long *numbers = ARENA_ARRAY(session->arena, long, (size_t)arguments->operands);
    for (int i = 1; i < arguments->operands; i++)
        numbers[i - 1] = arguments_number(session, arguments->operand[i]);
    struct archive_verify verify = {arguments->operand[0], numbers, GONGWEN_VERSION};
    if (session->findings.errors || !flow_archive_verify(&session->findings, &verify, &found)) {
        print_faults(session, &found);
        return STATUS_TROUBLE;
    }
    print_note(session, arena_printf(session->arena, "%zu faults", found.errors),
               arena_printf(session->arena, "问题%zu处", found.errors));
    return print_faults(session, &found);
}

const struct command command_archive_verify = {
    .name = "archive verify",
    .usage = "archive verify ARCHIVE [N...]",
    .summary = {"find out whether all is as it was filed", "核对归档的内容有没有变动"},
    .least = 1,
    .most = 10000,
    .options = no_options,
    .run = run_verify,
};

enum { YEAR, NUMBER, ISSUER, TEXT, TO, OUTPUT };

static const struct option_info list_options[] = {
    [YEAR] = {"year", 0, "YEAR", {"only of this year", "只列这一年的"}},
    [NUMBER] = {"number",
                0,
                "WORD",
                {"only with this in the document number", "文号里有这几个字的"}},
    [ISSUER] = {"issuer", 0, "WORD", {"only with this in the issuer", "责任者里有这几个字的"}},
    [TEXT] = {"text", 0, "WORD", {"only with this anywhere", "任何一栏里有这几个字的"}},
    [TO] = {"to",
            0,
            "FORMAT",
            {"text, json, csv or docx; text if not given",
             "text、json、csv 或 docx；不写时是 text"}},
    [OUTPUT] = {"output", 'o', "FILE", {"write to this file", "写到这个文件"}},
    {0},
};

static enum list_format read_format(struct session *session, const char *name)
{
    static const char *const names[] = {
        [LIST_TEXT] = "text", [LIST_JSON] = "json", [LIST_CSV] = "csv", [LIST_DOCX] = "docx", NULL};
    return (enum list_format)arguments_word(session, name, names,
                                            "--to takes text, json, csv or docx",
                                            "--to 只能写 text、json、csv、docx");
}

static int run_list(struct session *session, const struct arguments *arguments)
{
    const char *const *value = arguments->value;
    struct buffer out = buffer_on(session->arena);
    struct archive_list list = {
        .archive = arguments->operand[0],
        .year = value[YEAR] ? arguments_number(session, value[YEAR]) : 0,
        .number = value[NUMBER],
        .issuer = value[ISSUER],
        .text = value[TEXT],
        .format = read_format(session, value[TO]),
        .share = session->share,
    };
    if (list.format == LIST_DOCX && !value[OUTPUT])
        report_usage(session, "name a file with -o", "请用 -o 写文件名");
    if (session->findings.errors || !flow_archive_list(&session->findings, &list, &out))
        return STATUS_TROUBLE;
    return write_result(session, value[OUTPUT], buffer_text(&out), out.length) ? STATUS_CLEAN
                                                                               : STATUS_TROUBLE;
}

const struct command command_archive_list = {
    .name = "archive list",
    .usage = "archive list ARCHIVE [--year YEAR] [--number WORD] [--issuer WORD] [--text WORD] "
             "[--to text|json|csv|docx] [-o FILE]",
    .summary = {"list what is filed", "列出归档文件目录"},
    .least = 1,
    .most = 1,
    .options = list_options,
    .run = run_list,
};

enum { FOLDER };

static const struct option_info get_options[] = {
    [FOLDER] = {"output", 'o', "DIR", {"folder for the files", "文件写到哪个文件夹"}},
    {0},
};

static int run_get(struct session *session, const struct arguments *arguments)
{
    struct findings found = findings_on(session->arena);
    const char *folder = arguments->value[FOLDER];
    long number = arguments_number(session, arguments->operand[1]);
    if (!folder)
        report_usage(session, "name a folder with -o", "请用 -o 写文件夹");
    if (session->findings.errors ||
        !flow_archive_get(&session->findings, arguments->operand[0], number, folder, &found))
        return STATUS_TROUBLE;
    if (!found.errors)
        print_note(session, arena_printf(session->arena, "written to %s", folder),
                   arena_printf(session->arena, "已写到 %s", folder));
    return print_faults(session, &found);
}

const struct command command_archive_get = {
    .name = "archive get",
    .usage = "archive get ARCHIVE N -o DIR",
    .summary = {"hand out what is filed under a number", "取出一件归档的内容"},
    .least = 2,
    .most = 2,
    .options = get_options,
    .run = run_get,
};
