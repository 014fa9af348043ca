/* Files: read whole, written all together or not at all; and paths. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "base/scratch.h"

struct file {
    const char *path;
    const char *bytes; /* NUL-terminated */
    size_t length;
};

/* Reads a whole file, at most LIMIT_FILE_BYTES. On failure reports at `asked` and returns false. */
bool file_read(struct findings *findings, const char *path, struct place asked, struct file *file);

/* file_read, and the text is UTF-8 of characters that XML allows; CR LF becomes LF, a BOM is
 * dropped. */
bool file_read_text(struct findings *findings, const char *path, struct place asked,
                    struct file *file);

/* What file_read_text does with the bytes it read, for bytes from elsewhere. */
bool file_to_text(struct findings *findings, struct file *file);

/* What keeps a file from being read, by errno; what keeps a text from being one: the byte or
 * character at `at`. */
void file_report_failure(struct findings *findings, const char *path, struct place asked);
void file_report_character(struct findings *findings, struct place place, const char *at);

/* The line and column of a byte of a text in UTF-8. */
struct place file_place(const struct file *file, size_t offset);

/* True also where the system does not tell: reading the file will say why. */
bool file_exists(const char *path);

/* A line of a file, without white space at its ends and cut to a screen's width around a column. */
struct excerpt {
    const char *line; /* NULL if it cannot be shown */
    long halves;      /* half cells before the column */
};
struct excerpt file_excerpt(struct arena *arena, struct place place);

/* Files that are searched again and again: each is read once, on the arena. */
struct sources;
struct sources *sources_new(struct arena *arena);
/* Looks for `words` from the line of `from` on, in at most `lines` lines; their place, or line 0.
 */
struct place sources_find(struct sources *sources, struct place from, long lines,
                          const char *words);

char *path_join(struct arena *arena, const char *folder, const char *name);
char *path_folder(struct arena *arena, const char *path); /* "." for a bare name */
const char *path_base(const char *path);
/* Without "." and, where possible, ".." parts. */
char *path_clean(struct arena *arena, const char *path);
/* Nearest parent folder of `path` that has rubrics/ or templates/, else its own folder; NULL with
 * errno set where the system does not tell. */
char *path_root(struct arena *arena, const char *path);
/* Whether both lead to one file that is there, with all links followed. */
bool path_same(struct arena *arena, const char *a, const char *b);
/* Whether `path`, with all links followed, lies in folder `root`. True if it does not exist but
 * would. */
bool path_is_under(struct arena *arena, const char *path, const char *root);
/* The way from `folder` to a file that is there, in it or below, links to folders followed; NULL if
 * it lies elsewhere. */
const char *path_within(struct arena *arena, const char *path, const char *folder);

/* Whether every system can store a folder of that name, of at most LIMIT_FOLDER_NAME bytes: no
 * blank, no sign that one of them reads otherwise, no . or - in front, no . at the end, no device.
 */
bool path_is_folder_name(const char *name);

/* Makes a folder with those above it, unless it is there; false with errno set. */
bool folder_make(struct arena *arena, const char *folder);
/* Writes all bytes to a file descriptor; false with errno set. */
bool write_all(int fd, const char *bytes, size_t length);

/* Makes a file while it is written, for what is larger than memory: writes to `out`, and reads back
 * what it puts aside in a file without a name, if it must. Both are the caller's to close. False if
 * that fails: what is wrong was reported and errno is 0, or errno says it. */
typedef bool output_maker(void *context, int out, int aside);

/* Files that are written together: each beside its place first, then all are renamed. A signal that
 * ends the program waits until what is not in place is taken away. */
struct output {
    struct output *next;
    const char *path;
    const char *bytes; /* NULL: it is made */
    size_t length;
    output_maker *make;
    void *context;
    char *temporary; /* NULL once renamed */
    char *aside;     /* what kept its name; NULL: nothing */
};
struct outputs {
    struct arena *arena;
    struct output *first;
    struct output *last;
    struct scratch *scratches; /* one for each folder */
    size_t written;            /* to scratch folders */
    const char *seal;          /* NULL, or the path of the output that vouches for the others: an
                                  old one goes before they are put in place */
    const char *system;        /* NULL, or a folder: what is written to its file system is synced by
                                  one call, and the names are the caller's to sync at the end */
};

struct outputs outputs_on(struct arena *arena);
/* Borrows the bytes until outputs_write. */
void outputs_add(struct outputs *outputs, const char *path, const char *bytes, size_t length);
/* The same for a file that outputs_write makes. */
void outputs_add_made(struct outputs *outputs, const char *path, output_maker *make, void *context);
/* The same for a file that must not be there yet: else it is reported. */
void outputs_add_new(struct outputs *outputs, struct findings *findings, const char *path,
                     const char *bytes, size_t length);
/* Makes the folders, removes what killed runs left in them, writes, syncs and renames all files.
 * False if there is something to write and an error was reported before, or on failure, which is
 * reported: then no file is touched, unless the system refuses a rename or to sync a folder
 * afterwards, which is RULE_OUTPUT_UNSURE. */
bool outputs_write(struct outputs *outputs, struct findings *findings);
/* Removes temporary files that are not yet in place; for a handler that must leave at once. */
void outputs_abandon(void);

#endif
