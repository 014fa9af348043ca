/* Files are read whole. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/reason.h"
#include "base/text.h"

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0 || !is_absence(errno);
}

/* Reads up to room bytes; -1 with errno set on failure. */
static ssize_t read_up_to(int fd, char *bytes, size_t room)
{
    size_t length = 0;
    while (length < room) {
        ssize_t n = read(fd, bytes + length, room - length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        length += (size_t)n;
    }
    return (ssize_t)length;
}

/* The size of an open regular file; -1 with errno set. */
static off_t regular_size(int fd)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return -1;
    if (!S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        return -1;
    }
    return status.st_size;
}

void file_report_failure(struct findings *findings, const char *path, struct place asked)
{
    if (is_absence(errno))
        REPORT(findings, RULE_FILE_MISSING, asked, path);
    else
        report_reason(findings, RULE_FILE_UNREADABLE, asked, path, errno);
}

static bool read_open_file(struct findings *findings, int fd, struct place asked, struct file *file)
{
    off_t size = regular_size(fd);
    if (size < 0) {
        file_report_failure(findings, file->path, asked);
        return false;
    }
    if ((size_t)size > LIMIT_FILE_BYTES->now) {
        finding_add_limit(findings, RULE_FILE_TOO_LARGE, asked, LIMIT_FILE_BYTES, file->path);
        return false;
    }
    char *bytes = arena_take_bytes(findings->arena, (size_t)size + 1);
    ssize_t length = read_up_to(fd, bytes, (size_t)size);
    if (length < 0) {
        file_report_failure(findings, file->path, asked);
        return false;
    }
    bytes[length] = '\0';
    file->bytes = bytes;
    file->length = (size_t)length;
    return true;
}

bool file_read(struct findings *findings, const char *path, struct place asked, struct file *file)
{
    *file = (struct file){.path = arena_copy(findings->arena, path)};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        file_report_failure(findings, path, asked);
        return false;
    }
    bool done = read_open_file(findings, fd, asked, file);
    close(fd);
    return done;
}

struct place file_place(const struct file *file, size_t offset)
{
    struct place place = {file->path, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        if (file->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)file->bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

/* U+FFFE and U+FFFF: well-formed UTF-8 that XML forbids. */
static bool is_noncharacter(const char *at)
{
    return text_starts(at, "\xEF\xBF\xBE") || text_starts(at, "\xEF\xBF\xBF");
}

void file_report_character(struct findings *findings, struct place place, const char *at)
{
    unsigned char byte = (unsigned char)*at;
    char name[16];
    if (byte >= 0x80 && !is_noncharacter(at)) {
        snprintf(name, sizeof name, "0x%02X", byte);
        REPORT(findings, RULE_TEXT_ENCODING, place, name);
        return;
    }
    snprintf(name, sizeof name, "U+%04X", (unsigned)text_next(&at));
    REPORT(findings, RULE_TEXT_CHARACTER, place, name);
}

static bool has_mark(const struct file *file)
{
    return file->length >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0;
}

/* A copy without a byte order mark, in which CR LF and CR are LF. */
static void normalise(struct arena *arena, struct file *file)
{
    const char *from = file->bytes + (has_mark(file) ? 3 : 0), *end = file->bytes + file->length;
    char *bytes = arena_take_bytes(arena, file->length + 1), *to = bytes;
    for (; from < end; from++) {
        *to = *from;
        if (*from == '\r') {
            *to = '\n';
            from += from[1] == '\n';
        }
        to++;
    }
    *to = '\0';
    file->bytes = bytes;
    file->length = (size_t)(to - bytes);
}

bool file_to_text(struct findings *findings, struct file *file)
{
    size_t invalid = text_first_invalid(file->bytes, file->length);
    if (invalid < file->length) {
        file_report_character(findings, file_place(file, invalid), file->bytes + invalid);
        return false;
    }
    if (has_mark(file) || memchr(file->bytes, '\r', file->length))
        normalise(findings->arena, file);
    return true;
}

bool file_read_text(struct findings *findings, const char *path, struct place asked,
                    struct file *file)
{
    return file_read(findings, path, asked, file) && file_to_text(findings, file);
}
