/* Files and folders on the disk: listed, made, synced, taken away. Failures are told by
 * errno. */
#ifndef BASE_DISK_H
#define BASE_DISK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The names in a folder but "." and "..", sorted; NULL with errno set if it cannot be read. */
struct disk_names {
    const char **name;
    size_t count;
};
bool disk_list(struct arena *arena, const char *folder, struct disk_names *names);

enum disk_kind { DISK_FILE, DISK_FOLDER, DISK_OTHER }; /* a link is DISK_OTHER */
enum disk_kind disk_kind(const char *path);

/* Makes a file that is not yet there, with the folders above it, and syncs it. */
bool disk_create(struct arena *arena, const char *path, const char *bytes, size_t length);
/* Syncs a folder and all folders below it. */
bool disk_sync_below(struct arena *arena, const char *folder);
/* Closes a descriptor, which was written to or not as it should; errno is that of what failed
 * first. */
bool disk_close(int fd, bool fine);
/* The same, and syncs what was written if it went fine. */
bool disk_sync_and_close(int fd, bool fine);
bool disk_sync_folder(const char *folder);
/* Syncs all that was written to the file system of a folder, by whomever: for many files cheaper
 * than one by one. */
bool disk_sync_system(const char *folder);
/* Whether both are there, on one file system. */
bool disk_is_one_system(const char *a, const char *b);
/* Removes a folder with all that is in it; follows no link. */
bool disk_remove(struct arena *arena, const char *folder);
/* Cuts a file at `keep` bytes, writes the bytes behind that, and syncs it. */
bool disk_append(const char *path, size_t keep, const char *bytes, size_t length);

#endif
