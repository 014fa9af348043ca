/* Files read piece by piece. */
#include "base/pieces.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static struct pieces pieces_of(const char *path, const struct stat *status)
{
    return (struct pieces){.path = path,
                           .device = status->st_dev,
                           .number = status->st_ino,
                           .size = status->st_size,
                           .changed = status->st_mtim};
}

static bool is_same(const struct pieces *a, const struct pieces *b)
{
    return a->device == b->device && a->number == b->number && a->size == b->size &&
           a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}

static int open_file(const char *path)
{
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

/* False with errno set. */
static bool look(int fd, const char *path, struct pieces *pieces)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return false;
    *pieces = pieces_of(path, &status);
    errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(status.st_mode);
}

bool pieces_begin(struct findings *findings, const char *path, struct place asked,
                  struct pieces *pieces)
{
    *pieces = (struct pieces){.path = arena_copy(findings->arena, path)};
    int fd = open_file(path);
    bool done = fd >= 0 && look(fd, pieces->path, pieces);
    if (!done)
        file_report_failure(findings, path, asked);
    if (fd >= 0)
        close(fd);
    return done;
}

static bool read_open(struct findings *findings, int fd, const struct pieces *pieces, off_t offset,
                      char *bytes, size_t room, size_t *length)
{
    struct pieces now;
    if (!look(fd, pieces->path, &now))
        return false;
    if (!is_same(pieces, &now)) {
        REPORT(findings, RULE_FILE_CHANGED, ((struct place){0}), pieces->path);
        errno = 0;
        return false;
    }
    *length = 0;
    for (ssize_t n = 1; *length < room && n != 0;) {
        n = pread(fd, bytes + *length, room - *length, offset + (off_t)*length);
        if (n < 0 && errno != EINTR)
            return false;
        *length += n > 0 ? (size_t)n : 0;
    }
    return true;
}

bool pieces_read(struct findings *findings, const struct pieces *pieces, off_t offset, char *bytes,
                 size_t room, size_t *length)
{
    int fd = open_file(pieces->path);
    bool done = fd >= 0 && read_open(findings, fd, pieces, offset, bytes, room, length);
    if (!done && errno)
        file_report_failure(findings, pieces->path, (struct place){0});
    if (fd >= 0)
        close(fd);
    return done;
}
