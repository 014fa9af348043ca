/* Packing parts with libzip. */
#include "zip/package.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "zip/deflated.h"
#include "zip/drain.h"
#include "zip/memory.h"

/* Attributes of a regular file that all may read, in the upper half as Unix keeps them. */
static const zip_uint32_t attributes = 0100644u << 16;
/* 1980-01-01, the first day that a ZIP file can name; a clock would make other bytes each time. */
static const zip_uint16_t first_day = (1 << 5) | 1;

/* What is packed. */
struct load {
    const struct package_part *parts;
    const struct deflated *deflated; /* of each */
    size_t count;
    int aside; /* where the part stands that is not in memory */
};

/* A part that is deflated already, as libzip asks for it piece by piece. */
struct ready {
    const struct package_part *part;
    const struct deflated *deflated;
    size_t at;
    int fd; /* where it stands if what it deflated to is not in memory */
    zip_error_t error;
};

/* Where libzip fails to pack and gives no reason, it had no memory: there is no other. */
static const char *words_of(struct arena *arena, zip_error_t *error)
{
    zip_check_memory(error);
    if (zip_error_code_zip(error) == ZIP_ER_OK)
        memory_ended();
    return arena_copy(arena, zip_error_strerror(error));
}

static const char *reason(struct arena *arena, zip_error_t *error)
{
    const char *words = words_of(arena, error);
    zip_error_fini(error);
    return words;
}

static zip_int64_t ready_read(struct ready *ready, void *data, zip_uint64_t most)
{
    size_t left = ready->deflated->length - ready->at;
    ssize_t length = (ssize_t)(most < left ? (size_t)most : left);
    if (ready->deflated->bytes)
        memcpy(data, ready->deflated->bytes + ready->at, (size_t)length);
    else
        length = pread(ready->fd, data, (size_t)length, (off_t)ready->at);
    if (length < 0)
        zip_error_set(&ready->error, ZIP_ER_READ, errno);
    ready->at += length > 0 ? (size_t)length : 0;
    return length;
}

static zip_int64_t ready_tell(const struct ready *ready, zip_stat_t *status)
{
    zip_stat_init(status);
    status->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    status->size = ready->part->length;
    status->comp_size = ready->deflated->length;
    status->comp_method = ZIP_CM_DEFLATE;
    status->crc = ready->deflated->crc;
    return sizeof *status;
}

/* What libzip asks of a source. */
static zip_int64_t ready_answer(void *state, void *data, zip_uint64_t length,
                                zip_source_cmd_t command)
{
    struct ready *ready = state;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        ready->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return ready_read(ready, data, length);
    case ZIP_SOURCE_STAT:
        return ready_tell(ready, data);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&ready->error, data, length);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              -1);
    default: /* there is nothing to close or free */
        return 0;
    }
}

/* Of the i-th part. */
static zip_source_t *source_of(struct arena *arena, zip_t *archive, const struct load *load,
                               size_t i)
{
    struct ready *ready = ARENA_NEW(arena, struct ready);
    *ready =
        (struct ready){.part = &load->parts[i], .deflated = &load->deflated[i], .fd = load->aside};
    return zip_source_function(archive, ready_answer, ready);
}

static bool add_part(struct arena *arena, zip_t *archive, const struct load *load, size_t i)
{
    zip_source_t *source = source_of(arena, archive, load, i);
    if (!source)
        return false;
    zip_int64_t added = zip_file_add(archive, load->parts[i].name, source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t index = (zip_uint64_t)added;
    return zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, DEFLATE_LEVEL) == 0 &&
           zip_file_set_dostime(archive, index, 0, first_day, 0) == 0 &&
           zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, attributes) == 0;
}

/* Fills the archive and closes it, which is when libzip writes. */
static bool write_archive(struct arena *arena, zip_t *archive, const struct load *load,
                          struct package *package)
{
    bool fine = true;
    for (size_t i = 0; fine && i < load->count; i++)
        fine = add_part(arena, archive, load, i);
    if (fine && zip_close(archive) == 0)
        return true;
    package->error = words_of(arena, zip_get_error(archive));
    zip_discard(archive);
    return false;
}

static bool read_source(struct arena *arena, zip_source_t *source, struct package *package)
{
    zip_stat_t status;
    bool fine = zip_source_stat(source, &status) == 0 && zip_source_open(source) == 0;
    if (fine) {
        char *bytes = arena_take_bytes(arena, status.size);
        fine = zip_source_read(source, bytes, status.size) == (zip_int64_t)status.size;
        zip_source_close(source);
        package->bytes = bytes;
        package->length = status.size;
    }
    if (!fine)
        package->error = words_of(arena, zip_source_error(source));
    return fine;
}

/* The archive takes the source over; one more reference lets the bytes be read afterwards. */
static bool pack_into(struct arena *arena, zip_source_t *source, const struct load *load,
                      struct package *package)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_t *archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!archive) {
        package->error = reason(arena, &error);
        return false;
    }
    zip_source_keep(source);
    return write_archive(arena, archive, load, package) && read_source(arena, source, package);
}

static bool pack(struct arena *arena, const struct load *load, struct package *package)
{
    *package = (struct package){0};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!source) {
        package->error = reason(arena, &error);
        return false;
    }
    bool fine = pack_into(arena, source, load, package);
    zip_source_free(source);
    return fine;
}

bool package_pack(struct arena *arena, const struct package_part *parts, size_t count,
                  struct package_store *store, struct package *package)
{
    const struct load load = {parts, parts_deflate(arena, parts, count, store), count, -1};
    return pack(arena, &load, package);
}

/* Of all parts; of those without bytes what `known` tells. */
static const struct deflated *deflate(struct arena *arena, const struct package_part *parts,
                                      const struct deflated *known, size_t count,
                                      struct package_store *store)
{
    struct deflated *all = parts_deflate(arena, parts, count, store);
    for (size_t i = 0; i < count; i++)
        if (!parts[i].bytes)
            all[i] = known[i];
    return all;
}

bool package_repack(struct arena *arena, const struct package_part *parts,
                    const struct deflated *deflated, size_t count, struct package_store *store,
                    struct package *package)
{
    const struct load load = {parts, deflate(arena, parts, deflated, count, store), count, -1};
    return pack(arena, &load, package);
}

bool package_write(struct arena *arena, const struct package_part *parts,
                   const struct deflated *deflated, size_t count, struct package_store *store,
                   struct package_files files, struct package *package)
{
    const struct load load = {parts, deflate(arena, parts, deflated, count, store), count,
                              files.aside};
    struct drain drain = {.fd = files.out};
    *package = (struct package){0};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = drain_source(&drain, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_TRUNCATE, &error) : NULL;
    if (!archive) {
        zip_source_free(source);
        package->error = reason(arena, &error);
    }
    bool fine = archive && write_archive(arena, archive, &load, package);
    errno = fine ? 0 : drain.reason;
    return fine;
}

const char *package_version(void)
{
    return zip_libzip_version();
}
