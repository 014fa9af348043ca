/* Files and folders on the disk. */
#define _GNU_SOURCE /* syncfs is Linux's own */
#include "base/disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void push(struct arena *arena, struct disk_names *names, size_t *room, const char *name)
{
    names->name = arena_make_room(arena, names->name, sizeof *names->name, names->count, room);
    names->name[names->count++] = arena_copy(arena, name);
}

bool disk_list(struct arena *arena, const char *folder, struct disk_names *names)
{
    size_t room = 0;
    *names = (struct disk_names){0};
    DIR *entries = opendir(folder);
    if (!entries)
        return false;
    for (struct dirent *entry; (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            push(arena, names, &room, entry->d_name);
    closedir(entries);
    if (names->count)
        qsort(names->name, names->count, sizeof *names->name, compare_names);
    return true;
}

enum disk_kind disk_kind(const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return DISK_OTHER;
    return S_ISREG(status.st_mode) ? DISK_FILE : S_ISDIR(status.st_mode) ? DISK_FOLDER : DISK_OTHER;
}

bool disk_close(int fd, bool fine)
{
    int error = errno;
    bool closed = close(fd) == 0;
    if (!fine)
        errno = error;
    return fine && closed;
}

bool disk_sync_and_close(int fd, bool fine)
{
    return disk_close(fd, fine && fsync(fd) == 0);
}

bool disk_create(struct arena *arena, const char *path, const char *bytes, size_t length)
{
    if (!folder_make(arena, path_folder(arena, path)))
        return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return fd >= 0 && disk_sync_and_close(fd, write_all(fd, bytes, length));
}

bool disk_sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd >= 0 && disk_sync_and_close(fd, true);
}

bool disk_sync_system(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd >= 0 && disk_close(fd, syncfs(fd) == 0);
}

bool disk_is_one_system(const char *a, const char *b)
{
    struct stat of_a, of_b;
    return stat(a, &of_a) == 0 && stat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev;
}

/* Calls for each entry of a folder, as far as all goes well. */
static bool for_each(struct arena *arena, const char *folder,
                     bool (*call)(struct arena *arena, const char *path))
{
    struct disk_names names;
    if (!disk_list(arena, folder, &names))
        return false;
    for (size_t i = 0; i < names.count; i++)
        if (!call(arena, arena_printf(arena, "%s/%s", folder, names.name[i])))
            return false;
    return true;
}

static bool sync_entry(struct arena *arena, const char *path)
{
    return disk_kind(path) != DISK_FOLDER || disk_sync_below(arena, path);
}

bool disk_sync_below(struct arena *arena, const char *folder)
{
    return for_each(arena, folder, sync_entry) && disk_sync_folder(folder);
}

static bool remove_entry(struct arena *arena, const char *path)
{
    return disk_kind(path) == DISK_FOLDER ? disk_remove(arena, path) : unlink(path) == 0;
}

bool disk_remove(struct arena *arena, const char *folder)
{
    return for_each(arena, folder, remove_entry) && rmdir(folder) == 0;
}

bool disk_append(const char *path, size_t keep, const char *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return false;
    bool fine = ftruncate(fd, (off_t)keep) == 0 && lseek(fd, 0, SEEK_END) >= 0 &&
                write_all(fd, bytes, length);
    return disk_sync_and_close(fd, fine);
}
