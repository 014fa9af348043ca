/* gongwen explain */
#include "base/text.h"
#include "check/rule.h"
#include "cli/cli.h"

static const struct option_info options[] = {{0}};

static void add_line(struct buffer *out, const struct session *session, const char *english,
                     const char *chinese, const char *text)
{
    buffer_printf(out, "%s%s\n", session->language == LANGUAGE_CHINESE ? chinese : english, text);
}

static int run(struct session *session, const struct arguments *arguments)
{
    enum language language = session->language;
    const struct rule_info *info = rule_named(arguments->operand[0]);
    if (!info) {
        rule_report_unknown(&session->findings, arguments->operand[0], (struct place){0});
        return STATUS_TROUBLE;
    }
    struct buffer out = buffer_on(session->arena);
    const struct message *message = message_of(info->rule);
    buffer_printf(&out,
                  language == LANGUAGE_CHINESE ? "%s（%s）：%s\n\n%s\n\n" : "%s (%s): %s\n\n%s\n\n",
                  message->id, severity_word(message->severity, language), info->summary[language],
                  info->why[language]);
    add_line(&out, session, "wrong:  ", "错误：", info->wrong);
    add_line(&out, session, "right:  ", "正确：", info->right);
    add_line(&out, session, "source: ", "依据：", message->source);
    return print_result(session, buffer_text(&out)) ? STATUS_CLEAN : STATUS_TROUBLE;
}

const struct command command_explain = {
    .name = "explain",
    .usage = "explain RULE",
    .summary = {"tell why a rule of check is there, with an example",
                "说明一条检查规则的理由，并举例"},
    .least = 1,
    .most = 1,
    .options = options,
    .run = run,
};
