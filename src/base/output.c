/* Files that are written together or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/reason.h"
#include "base/text.h"

/* What a handler that must leave at once has to remove. */
static struct outputs *writing;

struct outputs outputs_on(struct arena *arena)
{
    return (struct outputs){.arena = arena};
}

void outputs_add(struct outputs *outputs, const char *path, const char *bytes, size_t length)
{
    struct output *output = ARENA_NEW(outputs->arena, struct output);
    *output =
        (struct output){.path = arena_copy(outputs->arena, path), .bytes = bytes, .length = length};
    if (outputs->last)
        outputs->last->next = output;
    else
        outputs->first = output;
    outputs->last = output;
}

void outputs_add_new(struct outputs *outputs, struct findings *findings, const char *path,
                     const char *bytes, size_t length)
{
    if (file_exists(path))
        REPORT(findings, RULE_FILE_EXISTS, ((struct place){0}), path);
    else
        outputs_add(outputs, path, bytes, length);
}

/* False with errno set if something else of that name is there. */
static bool is_folder(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    errno = EEXIST;
    return S_ISDIR(status.st_mode);
}

bool folder_make(struct arena *arena, const char *folder)
{
    if (mkdir(folder, 0777) == 0 || (errno == EEXIST && is_folder(folder)))
        return true;
    if (errno != ENOENT)
        return false;
    return folder_make(arena, path_folder(arena, folder)) &&
           (mkdir(folder, 0777) == 0 || is_folder(folder));
}

bool write_all(int fd, const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes += n;
        length -= (size_t)n;
    }
    return true;
}

/* The rights that a newly created file would have: mkstemp gives 0600 whatever the umask says. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool write_beside(struct arena *arena, struct output *output)
{
    char *temporary = arena_printf(arena, "%s.XXXXXX", output->path);
    int fd = mkstemp(temporary);
    if (fd < 0)
        return false;
    output->temporary = temporary;
    bool written = write_all(fd, output->bytes, output->length) && fchmod(fd, usual_mode()) == 0 &&
                   fsync(fd) == 0;
    int error = errno;
    if (close(fd) != 0 && written)
        return false;
    errno = error;
    return written;
}

/* A folder cannot be replaced by a file: found out before the first rename. */
static bool can_be_replaced(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return true;
    errno = EISDIR;
    return false;
}

static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

static bool put_in_place(struct outputs *outputs, struct findings *findings)
{
    for (struct output *output = outputs->first; output; output = output->next) {
        if (rename(output->temporary, output->path) != 0) {
            report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, output->path, errno);
            return false;
        }
        output->temporary = NULL;
        sync_folder(path_folder(outputs->arena, output->path));
    }
    return true;
}

static bool prepare(struct outputs *outputs, struct findings *findings, struct output *output)
{
    const char *folder = path_folder(outputs->arena, output->path);
    if (!folder_make(outputs->arena, folder)) {
        report_reason(findings, RULE_OUTPUT_FOLDER, (struct place){0}, folder, errno);
        return false;
    }
    if (!can_be_replaced(output->path) || !write_beside(outputs->arena, output)) {
        report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, output->path, errno);
        return false;
    }
    return true;
}

bool outputs_write(struct outputs *outputs, struct findings *findings)
{
    bool ready = true;
    writing = outputs;
    for (struct output *output = outputs->first; output && ready; output = output->next)
        ready = prepare(outputs, findings, output);
    ready = ready && put_in_place(outputs, findings);
    outputs_abandon();
    return ready;
}

void outputs_abandon(void)
{
    if (!writing)
        return;
    for (struct output *output = writing->first; output; output = output->next)
        if (output->temporary)
            unlink(output->temporary);
    writing = NULL;
}
