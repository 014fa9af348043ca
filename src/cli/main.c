/* gongwen: official documents from data. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"
#include "word/word.h"
#include "xml/tree.h"

const struct command *const *commands(void)
{
    static const struct command *const all[] = {&command_render, &command_check,  &command_explain,
                                                &command_new,    &command_schema, NULL};
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

static const struct command *find_command(const char *name)
{
    for (const struct command *const *c = commands(); *c; c++)
        if (text_equal((*c)->name, name))
            return *c;
    return NULL;
}

static void report_command(struct session *session, const char *name)
{
    report_usage(session, arena_printf(session->arena, "there is no command \"%s\"", name),
                 arena_printf(session->arena, "没有“%s”这个命令", name));
}

static int run(struct session *session, int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "--help";
    const struct command *command = find_command(name);
    struct arguments arguments = {0};
    int status = STATUS_TROUBLE;
    if (text_equal(name, "--help") || text_equal(name, "-h")) {
        print_usage(session, NULL);
        return argc > 1 ? STATUS_CLEAN : STATUS_TROUBLE;
    }
    if (text_equal(name, "--version")) {
        puts("gongwen " GONGWEN_VERSION);
        return STATUS_CLEAN;
    }
    if (!command)
        report_command(session, name);
    else if (arguments_read(session, command, argc - 1, argv + 1, &arguments, &status))
        status = command->run(session, &arguments);
    return status;
}

int main(int argc, char **argv)
{
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
    findings_sort(&session.findings);
    print_listed(&session, &session.findings);
    if (session.findings.errors)
        status = STATUS_TROUBLE;
    arena_free(arena);
    xml_end();
    word_end();
    return status;
}
