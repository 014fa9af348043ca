/* Options and operands of a subcommand. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "cli/cli.h"

enum { COMMON = 4, LANG = OPTIONS_MOST, LIMIT, QUIET, HELP };

/* The tables of getopt: a long option gives its index, a letter is looked up. */
struct parser {
    struct session *session;
    const struct command *command;
    struct option longs[OPTIONS_MOST + COMMON + 1];
    char letters[2 * OPTIONS_MOST + 8];
    bool help; /* printed when all is read, in the language that may be named after it */
};

static void prepare(struct parser *parser)
{
    static const struct option common[COMMON + 1] = {
        {"lang", required_argument, NULL, LANG},
        {"limit", required_argument, NULL, LIMIT},
        {"quiet", no_argument, NULL, QUIET},
        {"help", no_argument, NULL, HELP},
        {0},
    };
    size_t count = 0, letters = 0;
    parser->letters[letters++] = ':';
    for (const struct option_info *o = parser->command->options; o->name; o++, count++) {
        parser->longs[count] = (struct option){
            o->name, o->argument ? required_argument : no_argument, NULL, (int)count};
        if (o->letter)
            parser->letters[letters++] = o->letter;
        if (o->letter && o->argument)
            parser->letters[letters++] = ':';
    }
    memcpy(parser->longs + count, common, sizeof common);
    memcpy(parser->letters + letters, "qh", sizeof "qh");
}

static int index_of(const struct parser *parser, int code)
{
    if (code == 'q' || code == 'h')
        return code == 'q' ? QUIET : HELP;
    for (int i = 0; code >= ' ' && parser->command->options[i].name; i++)
        if (parser->command->options[i].letter == code)
            return i;
    return code;
}

static void report_option(struct parser *parser, int code, const char *word)
{
    struct arena *arena = parser->session->arena;
    if (code == ':')
        report_usage(parser->session, arena_printf(arena, "%s needs a value", word),
                     arena_printf(arena, "%s 后面要写值", word));
    else
        report_usage(parser->session, arena_printf(arena, "there is no option %s", word),
                     arena_printf(arena, "没有 %s 这个选项", word));
}

/* How the user wrote the option that getopt has just read: a letter, or the word before what comes
 * next. */
static const char *word_of(const struct parser *parser, const char *before)
{
    if (optopt > ' ' && optopt < 127)
        return arena_printf(parser->session->arena, "-%c", optopt);
    return before;
}

static void set_language(struct parser *parser, const char *value)
{
    if (text_equal(value, "zh") || text_equal(value, "en"))
        parser->session->language = language_of(value);
    else
        report_usage(parser->session, "--lang is zh or en", "--lang 只能是 zh 或 en");
}

static void add_given(struct parser *parser, int option, const char *value,
                      struct arguments *arguments)
{
    struct given **end = &arguments->given;
    while (*end)
        end = &(*end)->next;
    *end = ARENA_NEW(parser->session->arena, struct given);
    **end = (struct given){NULL, option, value};
    arguments->value[option] = value;
}

static void take_option(struct parser *parser, int code, const char *word,
                        struct arguments *arguments)
{
    if (code == '?' || code == ':') {
        report_option(parser, code, word);
        return;
    }
    int index = index_of(parser, code);
    if (index == HELP)
        parser->help = true;
    else if (index == LANG)
        set_language(parser, optarg);
    else if (index == LIMIT)
        limits_set(&parser->session->findings, optarg);
    else if (index == QUIET)
        parser->session->quiet = true;
    else
        add_given(parser, index, optarg ? optarg : "", arguments);
}

static void take_operands(struct parser *parser, int argc, char **argv, struct arguments *arguments)
{
    const struct command *command = parser->command;
    int count = argc - optind;
    if (count < command->least || count > command->most) {
        struct arena *arena = parser->session->arena;
        report_usage(parser->session, arena_printf(arena, "write: gongwen %s", command->usage),
                     arena_printf(arena, "请写：gongwen %s", command->usage));
        return;
    }
    arguments->operand = argv + optind;
    arguments->operands = count;
}

bool arguments_read(struct session *session, const struct command *command, int argc, char **argv,
                    struct arguments *arguments, int *status)
{
    struct parser parser = {.session = session, .command = command};
    int code;
    prepare(&parser);
    opterr = 0;
    optind = 1;
    for (;;) {
        code = getopt_long(argc, argv, parser.letters, parser.longs, NULL);
        if (code == -1)
            break;
        take_option(&parser, code, word_of(&parser, argv[optind - 1]), arguments);
    }
    if (parser.help) {
        print_usage(session, command);
        *status = STATUS_CLEAN;
        return false;
    }
    take_operands(&parser, argc, argv, arguments);
    *status = STATUS_TROUBLE;
    return session->findings.count == 0;
}

long arguments_number(struct session *session, const char *text)
{
    enum { DIGITS_MOST = 9 };
    size_t length = strspn(text, "0123456789");
    long number = length <= DIGITS_MOST && !text[length] ? strtol(text, NULL, 10) : 0;
    if (number == 0)
        report_usage(session,
                     arena_printf(session->arena, "\"%s\" is no number from 1 to 999999999", text),
                     arena_printf(session->arena, "“%s”不是 1 到 999999999 的数", text));
    return number;
}

int arguments_word(struct session *session, const char *text, const char *const *words,
                   const char *english, const char *chinese)
{
    for (int i = 0; text && words[i]; i++)
        if (text_equal(words[i], text))
            return i;
    if (text)
        report_usage(session, english, chinese);
    return 0;
}

bool arguments_json(struct session *session, const char *format)
{
    static const char *const words[] = {"text", "json", NULL};
    return arguments_word(session, format, words, "--format takes text or json",
                          "--format 只能写 text 或 json") == 1;
}
