/* Files that are written together or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/file.h"
#include "base/reason.h"
#include "base/signals.h"
#include "base/text.h"

/* What a handler that must leave at once has to remove. */
static struct outputs *writing;

struct outputs outputs_on(struct arena *arena)
{
    return (struct outputs){.arena = arena};
}

static void add(struct outputs *outputs, struct output output)
{
    struct output *added = ARENA_NEW(outputs->arena, struct output);
    *added = output;
    if (outputs->last)
        outputs->last->next = added;
    else
        outputs->first = added;
    outputs->last = added;
}

void outputs_add(struct outputs *outputs, const char *path, const char *bytes, size_t length)
{
    add(outputs, (struct output){
                     .path = arena_copy(outputs->arena, path), .bytes = bytes, .length = length});
}

void outputs_add_made(struct outputs *outputs, const char *path, output_maker *make, void *context)
{
    add(outputs, (struct output){
                     .path = arena_copy(outputs->arena, path), .make = make, .context = context});
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

/* A file for this run alone; -1 with errno set. The name does not come from that of the file, which
 * may be as long as names can be. */
static int open_aside(struct outputs *outputs, struct scratch *scratch, char **path)
{
    *path = arena_printf(outputs->arena, "%s/%zu", scratch->path, ++outputs->written);
    return open(*path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

/* With a file that has no name any more, for what the maker puts aside. */
static bool make(struct outputs *outputs, struct scratch *scratch, struct output *output, int out)
{
    char *path;
    int aside = open_aside(outputs, scratch, &path);
    if (aside < 0)
        return false;
    output->aside = unlink(path) == 0 ? NULL : path;
    bool made = output->make(output->context, out, aside);
    int reason = errno;
    close(aside);
    errno = reason;
    return made;
}

static bool write_aside(struct outputs *outputs, struct scratch *scratch, struct output *output)
{
    char *temporary;
    int fd = open_aside(outputs, scratch, &temporary);
    if (fd < 0)
        return false;
    output->temporary = temporary;
    bool written = output->make ? make(outputs, scratch, output, fd)
                                : write_all(fd, output->bytes, output->length);
    return scratch->is_shared ? disk_close(fd, written) : disk_sync_and_close(fd, written);
}

/* Nothing but a file can be replaced by one: found out before the first rename. */
static bool can_be_replaced(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT;
    if (S_ISREG(status.st_mode))
        return true;
    errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    return false;
}

/* All that is not yet on the disk, by one call. */
static bool sync_shared(const struct outputs *outputs, struct findings *findings)
{
    const struct scratch *scratch = outputs->scratches;
    while (scratch && !scratch->is_shared)
        scratch = scratch->next;
    if (!scratch || disk_sync_system(scratch->path))
        return true;
    report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, outputs->system, errno);
    return false;
}

static bool break_seal(const struct outputs *outputs, struct findings *findings)
{
    if (!outputs->seal || unlink(outputs->seal) == 0 || errno == ENOENT)
        return true;
    report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, outputs->seal, errno);
    return false;
}

static bool put_in_place(struct outputs *outputs, struct findings *findings)
{
    for (struct output *output = outputs->first; output; output = output->next) {
        if (rename(output->temporary, output->path) != 0) {
            report_reason(findings, RULE_OUTPUT_UNSURE, (struct place){0}, output->path, errno);
            return false;
        }
        output->temporary = NULL;
    }
    return true;
}

/* The names too are to outlast a power cut. A folder that may not be read cannot be synced. */
static bool sync_folders(struct outputs *outputs, struct findings *findings)
{
    for (struct scratch *scratch = outputs->scratches; scratch; scratch = scratch->next) {
        if (scratch->is_shared || disk_sync_folder(scratch->folder) || errno == EACCES ||
            errno == EINVAL)
            continue;
        report_reason(findings, RULE_OUTPUT_UNSURE, (struct place){0}, scratch->folder, errno);
        return false;
    }
    return true;
}

/* NULL with errno set if there is none and none can be made. */
static struct scratch *scratch_in(struct outputs *outputs, const char *folder)
{
    struct scratch *scratch = outputs->scratches;
    while (scratch && !text_equal(scratch->folder, folder))
        scratch = scratch->next;
    if (scratch)
        return scratch;
    scratch = ARENA_NEW(outputs->arena, struct scratch);
    *scratch = (struct scratch){.next = outputs->scratches, .folder = folder, .lock = -1};
    outputs->scratches = scratch;
    scratch->is_shared = outputs->system && disk_is_one_system(folder, outputs->system);
    scratch_sweep(outputs->arena, folder);
    return scratch_make(outputs->arena, scratch) ? scratch : NULL;
}

static bool prepare(struct outputs *outputs, struct findings *findings, struct output *output)
{
    const char *folder = path_folder(outputs->arena, output->path);
    if (!folder_make(outputs->arena, folder)) {
        report_reason(findings, RULE_OUTPUT_FOLDER, (struct place){0}, folder, errno);
        return false;
    }
    struct scratch *scratch = can_be_replaced(output->path) ? scratch_in(outputs, folder) : NULL;
    if (scratch && write_aside(outputs, scratch, output))
        return true;
    if (errno)
        report_reason(findings, RULE_OUTPUT_FILE, (struct place){0}, output->path, errno);
    return false;
}

/* A signal that comes while files are put in place waits until all are. */
bool outputs_write(struct outputs *outputs, struct findings *findings)
{
    bool ready = !outputs->first || !findings->errors;
    sigset_t before;
    signals_hold(&before);
    writing = outputs;
    for (struct output *output = outputs->first; output && ready; output = output->next)
        ready = prepare(outputs, findings, output) && !signals_waiting();
    ready = ready && sync_shared(outputs, findings) && break_seal(outputs, findings) &&
            put_in_place(outputs, findings) && sync_folders(outputs, findings);
    outputs_abandon();
    signals_release(&before);
    return ready;
}

void outputs_abandon(void)
{
    if (!writing)
        return;
    for (struct output *output = writing->first; output; output = output->next) {
        if (output->temporary)
            unlink(output->temporary);
        if (output->aside)
            unlink(output->aside);
    }
    for (struct scratch *scratch = writing->scratches; scratch; scratch = scratch->next)
        scratch_remove(scratch);
    writing = NULL;
}
