/* The command line: what all subcommands share. Only this room prints or exits. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/finding.h"

/* Exit status, as diff and grep have it. */
enum { STATUS_CLEAN = 0, STATUS_FINDINGS = 1, STATUS_TROUBLE = 2 };

struct session {
    struct arena *arena;
    struct findings findings;
    enum language language;
    bool quiet;
    const char *share; /* the installed templates/ folder; NULL if there is none */
};

/* An option of a subcommand; the tables end with name NULL. */
struct option_info {
    const char *name;
    char letter;          /* 0: long only */
    const char *argument; /* its name in the help; NULL: takes none */
    const char *help[LANGUAGE_COUNT];
};

enum { OPTIONS_MOST = 16 };

/* An option as it was given. */
struct given {
    struct given *next;
    int option; /* its place in the table */
    const char *value;
};

/* What the user wrote: value[i] belongs to the i-th option of the table, the last one if it was
 * given more than once; "" if given without argument, NULL if not. */
struct arguments {
    const char *value[OPTIONS_MOST];
    struct given *given; /* all options, in their order */
    char *const *operand;
    int operands;
};

struct command {
    const char *name;  /* one word, or two: "archive add" */
    const char *usage; /* after "gongwen " */
    const char *summary[LANGUAGE_COUNT];
    int least, most; /* operands */
    const struct option_info *options;
    int (*run)(struct session *session, const struct arguments *arguments);
};

extern const struct command command_render, command_check, command_explain, command_new,
    command_schema, command_diff, command_import, command_collect, command_archive_init,
    command_archive_add, command_archive_verify, command_archive_list, command_archive_get,
    command_fill, command_inspect;

const struct command *const *commands(void); /* ends with NULL */

/* Reads the words after the subcommand. False if something was reported or help was printed:
 * *status tells which. */
bool arguments_read(struct session *session, const struct command *command, int argc, char **argv,
                    struct arguments *arguments, int *status);
/* A number from 1 to 999999999; 0 and reported otherwise. */
long arguments_number(struct session *session, const char *text);
/* Whether a format is "json"; false for "text" and NULL; reported if it is anything else. */
bool arguments_json(struct session *session, const char *format);
/* Which of these words it is, by its place; NULL ends them. 0 if it is NULL; 0 and reported, as
 * told, if it is none of them. */
int arguments_word(struct session *session, const char *text, const char *const *words,
                   const char *english, const char *chinese);

struct fill_job;
/* Reports an --annotate that names a file which is read, or the output. */
void check_annotation(struct session *session, const struct fill_job *job);

/* Printing. */
enum language language_of(const char *option); /* --lang, else LC_ALL, LC_MESSAGES, LANG */
void print_listed(const struct session *session, const struct findings *findings);
void print_note(const struct session *session, const char *english, const char *chinese);
bool print_result(struct session *session, const char *text);
/* The same, or to a file if `path` is not NULL. */
bool write_result(struct session *session, const char *path, const char *bytes, size_t length);
/* Findings that are the result, in the language and colours of the session, or as JSON. */
bool print_found(struct session *session, const struct findings *found, bool json);
void print_usage(const struct session *session, const struct command *command);
/* Of the program; with a word, only the commands that begin with it. */
void print_commands(const struct session *session, const char *word);
void report_usage(struct session *session, const char *english, const char *chinese);

#endif
