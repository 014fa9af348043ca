/* Words on the screen: findings and notes to standard error, results to standard output. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/text.h"
#include "cli/cli.h"

/* The locale need not be installed: its name alone says which language is wanted. */
enum language language_of(const char *option)
{
    const char *const names[] = {option, getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] && *names[i])
            return text_starts(names[i], "zh") ? LANGUAGE_CHINESE : LANGUAGE_ENGLISH;
    return LANGUAGE_ENGLISH;
}

/* Colours are for a terminal, unless NO_COLOR is set. */
static bool wants_color(int descriptor)
{
    const char *refused = getenv("NO_COLOR");
    return isatty(descriptor) && !(refused && *refused);
}

static struct printing printing_on(const struct session *session, int descriptor)
{
    return (struct printing){session->language, wants_color(descriptor)};
}

/* Says how many are beyond the cap. */
static void print_unlisted(const struct session *session, const struct findings *findings)
{
    size_t unlisted = findings_unlisted(findings);
    if (unlisted)
        fprintf(stderr,
                session->language == LANGUAGE_CHINESE
                    ? "另有 %zu 处没有列出（可用 --limit findings=N 多列）\n"
                    : "%zu more are not listed (--limit findings=N lists more)\n",
                unlisted);
}

void print_listed(const struct session *session, const struct findings *findings)
{
    for (const struct finding *f = findings->first; f; f = f->next)
        fputs(finding_print(session->arena, f, printing_on(session, STDERR_FILENO)), stderr);
    print_unlisted(session, findings);
}

void print_note(const struct session *session, const char *english, const char *chinese)
{
    if (!session->quiet)
        fprintf(stderr, "%s\n", session->language == LANGUAGE_CHINESE ? chinese : english);
}

bool print_result(struct session *session, const char *text)
{
    if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
        return true;
    report_reason(&session->findings, RULE_OUTPUT_FILE, (struct place){0}, "-", errno);
    return false;
}

bool write_result(struct session *session, const char *path, const char *bytes, size_t length)
{
    if (!path)
        return print_result(session, bytes);
    struct outputs outputs = outputs_on(session->arena);
    outputs_add(&outputs, path, bytes, length);
    return outputs_write(&outputs, &session->findings);
}

bool print_found(struct session *session, const struct findings *found, bool json)
{
    struct buffer out = buffer_on(session->arena);
    struct printing printing = printing_on(session, STDOUT_FILENO);
    for (const struct finding *f = found->first; f; f = f->next)
        buffer_add(&out, json ? finding_json(session->arena, f, session->language)
                              : finding_print(session->arena, f, printing));
    print_unlisted(session, found);
    return print_result(session, buffer_text(&out));
}

void report_usage(struct session *session, const char *english, const char *chinese)
{
    REPORT(&session->findings, RULE_USAGE, ((struct place){"gongwen", 0, 0}), english, chinese);
}

static const struct option_info common_options[] = {
    {"lang", 0, "zh|en", {"language of the messages", "提示的语言"}},
    {"limit", 0, "NAME=N", {"raise or lower a limit", "放宽或收紧一项上限"}},
    {"quiet", 'q', NULL, {"say nothing but errors", "只说错误"}},
    {"help", 'h', NULL, {"this help", "显示本说明"}},
    {0},
};

static void print_options(const struct session *session, const struct option_info *option)
{
    for (; option->name; option++) {
        char *words = arena_printf(session->arena, "%s%s", option->argument ? " " : "",
                                   option->argument ? option->argument : "");
        printf("  %c%c%s --%s%-*s  %s\n", option->letter ? '-' : ' ',
               option->letter ? option->letter : ' ', option->letter ? "," : " ", option->name,
               20 - (int)strlen(option->name), words, option->help[session->language]);
    }
}

void print_usage(const struct session *session, const struct command *command)
{
    printf(session->language == LANGUAGE_CHINESE ? "用法：gongwen %s\n%s。\n\n"
                                                 : "usage: gongwen %s\n%s.\n\n",
           command->usage, command->summary[session->language]);
    print_options(session, command->options);
    print_options(session, common_options);
}

void print_commands(const struct session *session, const char *word)
{
    puts(session->language == LANGUAGE_CHINESE
             ? "gongwen：由数据生成公文。\n\n用法：gongwen 命令 [选项] 文件…\n"
             : "gongwen: official documents from data.\n\nusage: gongwen COMMAND [OPTION] FILE…\n");
    for (const struct command *const *c = commands(); *c; c++)
        if (!word || text_starts((*c)->name, word))
            printf("  %-14s %s\n                 gongwen %s\n", (*c)->name,
                   (*c)->summary[session->language], (*c)->usage);
    putchar('\n');
    print_options(session, common_options);
}
