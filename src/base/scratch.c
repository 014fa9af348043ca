/* Scratch folders are found again by their names, and left alone while they are locked. */
#include "base/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/file.h"
#include "base/text.h"

static const char prefix[] = ".gongwen-", signs[] = "XXXXXX";

static bool is_scratch(const char *name)
{
    return text_starts(name, prefix) && strlen(name) == strlen(prefix) + strlen(signs);
}

static int open_folder(const char *path)
{
    return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Where all may write, another user could put links in the way of the removal. */
static bool is_own(int fd)
{
    struct stat status;
    return fstat(fd, &status) == 0 && status.st_uid == geteuid();
}

static void sweep_one(struct arena *arena, const char *path)
{
    int fd = open_folder(path);
    if (fd < 0)
        return;
    if (is_own(fd) && flock(fd, LOCK_EX | LOCK_NB) == 0)
        disk_remove(arena, path);
    close(fd);
}

void scratch_sweep(struct arena *arena, const char *folder)
{
    struct disk_names names = {0};
    disk_list(arena, folder, &names);
    for (size_t i = 0; i < names.count; i++)
        if (is_scratch(names.name[i]))
            sweep_one(arena, path_join(arena, folder, names.name[i]));
}

/* False if a sweep came between making and locking. Where there are no locks nobody sweeps. */
static bool take_lock(struct scratch *scratch)
{
    scratch->lock = open_folder(scratch->path);
    if (scratch->lock < 0)
        return errno != ENOENT;
    bool is_swept = flock(scratch->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return !is_swept && file_exists(scratch->path);
}

bool scratch_make(struct arena *arena, struct scratch *scratch)
{
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        char *path = path_join(arena, scratch->folder, arena_printf(arena, "%s%s", prefix, signs));
        if (!mkdtemp(path))
            return false;
        scratch->path = path;
        if (take_lock(scratch))
            return scratch->lock >= 0;
        scratch_remove(scratch);
    }
    errno = EAGAIN;
    return false;
}

void scratch_remove(struct scratch *scratch)
{
    if (scratch->path)
        rmdir(scratch->path);
    if (scratch->lock >= 0)
        close(scratch->lock);
    scratch->path = NULL;
    scratch->lock = -1;
}
