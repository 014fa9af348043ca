/* gongwen render */
#include "flow/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/batch.h"
#include "cli/cli.h"

enum {
    FOLDER,
    TO,
    STYLE,
    REFERENCE,
    ANNEX,
    EACH,
    LETTERHEAD,
    DRAFT,
    DEPFILE,
    STRICT,
    BATCH,
    JOBS,
    SHARD,
    RESUME
};

static const struct option_info options[] = {
    [FOLDER] = {"output",
                'o',
                "DIR",
                {"folder for the documents; out if not given",
                 "文件写到哪个文件夹；不写时是当前文件夹的 out"}},
    [TO] = {"to",
            0,
            "FORMAT",
            {"docx, md, tree, or several with commas; docx,md if not given",
             "docx、md、tree，几种用逗号分开；不写时是 docx,md"}},
    [STYLE] = {"style", 0, "NAME", {"another style than the notice's", "换用别的样式"}},
    [REFERENCE] = {"reference-doc",
                   0,
                   "FILE",
                   {"take styles, fonts and page setup from this Word file",
                    "照这份 Word 文档的样式、字体和页面设置排版"}},
    [ANNEX] = {"annex", 0, "N", {"only this annex", "只要这一个附件"}},
    [EACH] = {"each-department",
              0,
              NULL,
              {"also, for each department, its responsibilities, evidence and self-assessment",
               "另外为每个部门生成责任清单、印证材料清单和自评报告"}},
    [LETTERHEAD] = {"letterhead",
                    0,
                    "preprinted",
                    {"the paper has mark and rule already: leave their places blank",
                     "用印好红头的纸：发文机关标志和红线的位置留空"}},
    [DRAFT] = {"draft",
               0,
               "WORD",
               {"the word across every page, such as 送审稿", "每页斜排的字样，例如 送审稿"}},
    [DEPFILE] = {"depfile",
                 0,
                 "FILE",
                 {"write what the outputs depend on, for make", "写出依赖关系，供 make 使用"}},
    [STRICT] = {"strict",
                0,
                NULL,
                {"write nothing if check finds an error", "检查出错误就不生成文件"}},
    [BATCH] = {"batch",
               0,
               "LIST.csv",
               {"once for each record of this list, each in a folder of its own",
                "清单里每条记录生成一套，各放一个文件夹"}},
    [JOBS] = {"jobs",
              0,
              "N",
              {"processes for a batch; as many as there are processors if not given",
               "用几个进程；不写时每个处理器一个"}},
    [SHARD] = {"shard",
               0,
               "K/N",
               {"of a batch, only the K-th of N parts", "清单分成 N 份，只做第 K 份"}},
    [RESUME] = {"resume",
                0,
                NULL,
                {"of a batch, only what an earlier run has not written", "只做上次没有做完的"}},
    {0},
};

static const struct {
    const char *name;
    unsigned format;
} formats[] = {{"docx", FORMAT_DOCX}, {"md", FORMAT_MARKDOWN}, {"tree", FORMAT_TREE}};

static unsigned format_named(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strlen(formats[i].name) == length && strncmp(name, formats[i].name, length) == 0)
            return formats[i].format;
    return 0;
}

/* docx,md -> both; 0 and reported if a name is unknown. */
static unsigned read_formats(struct session *session, const char *list)
{
    unsigned all = 0;
    do {
        size_t length = strcspn(list, ",");
        unsigned format = format_named(list, length);
        if (!format) {
            report_usage(session, "--to takes docx, md and tree", "--to 只能写 docx、md、tree");
            return 0;
        }
        all |= format;
        list += length + (list[length] == ',');
    } while (*list);
    return all;
}

static long read_annex(struct session *session, const char *text)
{
    enum { ANNEX_MOST = 999 };
    char *end;
    long number = strtol(text, &end, 10);
    if (number >= 1 && number <= ANNEX_MOST && !*end)
        return number;
    report_usage(session, "--annex takes a number from 1 to 999",
                 "--annex 后面写附件的序号，从 1 到 999");
    return 0;
}

/* The word comes from the command line and goes into XML: it must be text. */
static const char *read_draft(struct session *session, const char *word)
{
    if (!text_is_blank(word) && text_first_invalid(word, strlen(word)) == strlen(word))
        return word;
    report_usage(session, "--draft takes a word such as 送审稿", "--draft 后面写字样，例如 送审稿");
    return NULL;
}

static bool read_letterhead(struct session *session, const char *value)
{
    if (strcmp(value, "preprinted") == 0)
        return true;
    report_usage(session, "--letterhead takes preprinted", "--letterhead 后面只能写 preprinted");
    return false;
}

/* An annex alone has no parts for departments. */
static bool read_each(struct session *session, const char *const *value)
{
    if (value[EACH] && value[ANNEX])
        report_usage(session, "--each-department and --annex do not go together",
                     "--each-department 和 --annex 不能同时写");
    return value[EACH];
}

static void print_count(const struct session *session, const struct findings *found)
{
    if (found->count == 0)
        return;
    size_t notes = found->count - found->errors - found->warnings;
    print_note(session,
               arena_printf(session->arena,
                            "check finds errors: %zu, warnings: %zu, notes: %zu; see gongwen check",
                            found->errors, found->warnings, notes),
               arena_printf(session->arena,
                            "检查出错误%zu处、警告%zu处、提示%zu处，详见 gongwen check",
                            found->errors, found->warnings, notes));
}

static int refuse(const struct session *session, const struct findings *found)
{
    print_listed(session, found);
    print_note(session, "nothing was written", "没有生成文件");
    return STATUS_FINDINGS;
}

/* What goes with a list only, and what does not go with one. */
static void check_together(struct session *session, const char *const *value)
{
    bool is_batch = value[BATCH];
    bool is_lost = !is_batch && (value[JOBS] || value[SHARD] || value[RESUME]);
    bool is_odd = is_batch && (value[DEPFILE] || !value[FOLDER]);
    if (is_lost)
        report_usage(session, "--jobs, --shard and --resume go with --batch",
                     "--jobs、--shard、--resume 要和 --batch 同时写");
    if (is_odd)
        report_usage(session, "--batch needs -o DIR, and does not go with --depfile",
                     "--batch 要写 -o 文件夹，不能和 --depfile 同时写");
}

static struct render read_render(struct session *session, const struct arguments *arguments)
{
    const char *const *value = arguments->value;
    check_together(session, value);
    return (struct render){
        .source = {.notice = arguments->operand[0],
                   .share = session->share,
                   .style = value[STYLE],
                   .reference = value[REFERENCE],
                   .on_letterhead =
                       value[LETTERHEAD] && read_letterhead(session, value[LETTERHEAD]),
                   .each_department = read_each(session, value)},
        .folder = value[FOLDER] ? value[FOLDER] : "out",
        .formats = read_formats(session, value[TO] ? value[TO] : "docx,md"),
        .annex = value[ANNEX] ? read_annex(session, value[ANNEX]) : 0,
        .strict = value[STRICT],
        .draft = value[DRAFT] ? read_draft(session, value[DRAFT]) : NULL,
        .depfile = value[DEPFILE],
    };
}

static int run(struct session *session, const struct arguments *arguments)
{
    struct render render = read_render(session, arguments);
    if (arguments->value[BATCH])
        return run_batch(session, render, arguments->value[BATCH],
                         (struct batch_options){.jobs = arguments->value[JOBS],
                                                .shard = arguments->value[SHARD],
                                                .resume = arguments->value[RESUME]});
    struct buffer tree = buffer_on(session->arena);
    struct findings found = findings_on(session->arena);
    bool is_told = render.strict || !session->quiet;
    if (session->findings.errors ||
        !flow_render(&session->findings, &render, is_told ? &found : NULL, &tree))
        return STATUS_TROUBLE;
    if (render.strict && found.errors)
        return refuse(session, &found);
    if ((render.formats & FORMAT_TREE) && !print_result(session, buffer_text(&tree)))
        return STATUS_TROUBLE;
    if (render.formats & ~(unsigned)FORMAT_TREE)
        print_note(session, arena_printf(session->arena, "written to %s", render.folder),
                   arena_printf(session->arena, "已写到 %s", render.folder));
    print_count(session, &found);
    return STATUS_CLEAN;
}

const struct command command_render = {
    .name = "render",
    .usage =
        "render NOTICE.xml [-o DIR] [--to docx,md,tree] [--style S] [--reference-doc FILE] "
        "[--annex N | --each-department] [--letterhead preprinted] [--draft WORD] [--depfile FILE] "
        "[--strict] [--batch LIST.csv [--jobs N] [--shard K/N] [--resume]]",
    .summary = {"write the documents of a notice", "由通知的数据生成各份文件"},
    .least = 1,
    .most = 1,
    .options = options,
    .run = run,
};
