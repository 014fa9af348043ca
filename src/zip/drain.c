/* What libzip asks of a source that it writes to. */
#include "zip/drain.h"

#include <errno.h>
#include <unistd.h>

static zip_int64_t failed(struct drain *drain, int code)
{
    drain->reason = drain->reason ? drain->reason : errno;
    zip_error_set(&drain->error, code, errno);
    return -1;
}

static zip_int64_t drain_write(struct drain *drain, const char *bytes, zip_uint64_t length)
{
    for (zip_uint64_t done = 0; done < length;) {
        ssize_t n = pwrite(drain->fd, bytes + done, (size_t)(length - done), drain->at);
        if (n < 0 && errno != EINTR)
            return failed(drain, ZIP_ER_WRITE);
        done += n > 0 ? (zip_uint64_t)n : 0;
        drain->at += n > 0 ? n : 0;
    }
    return (zip_int64_t)length;
}

static zip_int64_t drain_seek(struct drain *drain, void *data, zip_uint64_t length)
{
    zip_int64_t end = lseek(drain->fd, 0, SEEK_END);
    zip_int64_t to = zip_source_seek_compute_offset((zip_uint64_t)drain->at, (zip_uint64_t)end,
                                                    data, length, &drain->error);
    if (to < 0)
        return -1;
    drain->at = to;
    return 0;
}

/* There is nothing in it that would be read. */
static zip_int64_t drain_tell(zip_stat_t *status)
{
    zip_stat_init(status);
    status->valid = ZIP_STAT_SIZE;
    status->size = 0;
    return sizeof *status;
}

static zip_int64_t drain_answer(void *state, void *data, zip_uint64_t length,
                                zip_source_cmd_t command)
{
    struct drain *drain = state;
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE,
            ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE,
            ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
    case ZIP_SOURCE_STAT:
        return drain_tell(data);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&drain->error, data, length);
    case ZIP_SOURCE_WRITE:
        return drain_write(drain, data, length);
    case ZIP_SOURCE_SEEK_WRITE:
        return drain_seek(drain, data, length);
    case ZIP_SOURCE_TELL_WRITE:
        return drain->at;
    default: /* what is read is empty; the caller removes and closes the file */
        return 0;
    }
}

zip_source_t *drain_source(struct drain *drain, zip_error_t *error)
{
    zip_error_init(&drain->error);
    return zip_source_function_create(drain_answer, drain, error);
}
