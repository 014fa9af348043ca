/* gongwen: official documents from data. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/text.h"
#include "cli/cli.h"
#include "word/word.h"
#include "xml/tree.h"

const struct command *const *commands(void)
{
    static const struct command *const all[] = {
        &command_render,         &command_check,        &command_explain,      &command_new,
        &command_schema,         &command_diff,         &command_import,       &command_collect,
        &command_fill,           &command_inspect,      &command_archive_init, &command_archive_add,
        &command_archive_verify, &command_archive_list, &command_archive_get,  NULL,
    };
    return all;
}

/* When memory ends nothing can be trusted but the system: one message, no half-written file, out.
 */
static void out_of_memory(void)
{
    static const char message[] = "gongwen: error: out of memory / 内存不足 [out-of-memory]\n";
    outputs_abandon();
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(STATUS_TROUBLE);
    _exit(STATUS_TROUBLE);
}

/* Templates stand beside the program: installed in ../share/gongwen, in a build folder one level
 * up. */
static const char *find_share(struct arena *arena)
{
    static const char *const places[] = {"../share/gongwen/templates", "../templates"};
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program);
    if (length <= 0 || (size_t)length == sizeof program)
        return NULL;
    const char *folder = path_folder(arena, arena_copy_n(arena, program, (size_t)length));
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *path = path_join(arena, folder, places[i]);
        if (file_exists(path))
            return path;
    }
    return NULL;
}

/* How many of the words name the command; 0 if they name another. */
static int words_of(const struct command *command, int count, char *const *words)
{
    const char *blank = strchr(command->name, ' ');
    if (!blank)
        return count > 0 && text_equal(command->name, words[0]);
    size_t length = (size_t)(blank - command->name);
    return count > 1 && strlen(words[0]) == length && text_starts(command->name, words[0]) &&
                   text_equal(blank + 1, words[1])
               ? 2
               : 0;
}

/* Whether the word begins the names of commands of two words. */
static bool is_family(const char *word)
{
    size_t length = strlen(word);
    for (const struct command *const *c = commands(); *c; c++)
        if (length && text_starts((*c)->name, word) && (*c)->name[length] == ' ')
            return true;
    return false;
}

static bool is_help(const char *word)
{
    return text_equal(word, "--help") || text_equal(word, "-h");
}

static int run_command(struct session *session, int argc, char **argv)
{
    struct arguments arguments = {0};
    int status = STATUS_TROUBLE;
    for (const struct command *const *c = commands(); *c; c++) {
        int words = words_of(*c, argc - 1, argv + 1);
        if (!words)
            continue;
        if (arguments_read(session, *c, argc - words, argv + words, &arguments, &status))
            status = (*c)->run(session, &arguments);
        return status;
    }
    const char *name = argv[1];
    if (*name == '-') {
        report_usage(session,
                     arena_printf(session->arena,
                                  "%s stands before a command: options stand after it", name),
                     arena_printf(session->arena, "%s 写在了命令前面：选项要写在命令后面", name));
        return STATUS_TROUBLE;
    }
    if (is_family(name) && argc > 2)
        name = arena_printf(session->arena, "%s %s", name, argv[2]);
    report_usage(session, arena_printf(session->arena, "there is no command \"%s\"", name),
                 arena_printf(session->arena, "没有“%s”这个命令", name));
    return STATUS_TROUBLE;
}

/* Where a standard stream is closed, the next file opened would take its number and its words. Its
 * place is taken the wrong way round, so that using it fails. */
static void fill_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(STATUS_TROUBLE);
}

/* gongwen, gongwen --help, gongwen archive, gongwen archive --help */
static bool asks_for_list(int argc, char **argv)
{
    return argc < 2 || is_help(argv[1]) || (is_family(argv[1]) && (argc == 2 || is_help(argv[2])));
}

static int run(struct session *session, int argc, char **argv)
{
    if (asks_for_list(argc, argv)) {
        const char *family = argc > 1 && !is_help(argv[1]) ? argv[1] : NULL;
        print_commands(session, family);
        return argc > (family ? 2 : 1) ? STATUS_CLEAN : STATUS_TROUBLE;
    }
    if (text_equal(argv[1], "--version")) {
        puts("gongwen " GONGWEN_VERSION);
        return STATUS_CLEAN;
    }
    return run_command(session, argc, argv);
}

/* Help too may fail to reach its reader; results tell it themselves. */
static void flush_output(struct session *session)
{
    if ((fflush(stdout) != 0 || ferror(stdout)) && !session->findings.errors)
        report_reason(&session->findings, RULE_OUTPUT_FILE, (struct place){0}, "-", errno);
}

int main(int argc, char **argv)
{
    fill_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file too large is told as other failures are */
    memory_set_handler(out_of_memory);
    word_begin();
    xml_begin();
    struct arena *arena = arena_new();
    struct session session = {
        .arena = arena,
        .findings = findings_on(arena),
        .language = language_of(NULL),
        .share = find_share(arena),
    };
    int status = run(&session, argc, argv);
    flush_output(&session);
    findings_sort(&session.findings);
    print_listed(&session, &session.findings);
    if (session.findings.errors)
        status = STATUS_TROUBLE;
    arena_free(arena);
    xml_end();
    word_end();
    return status;
}
