/* Packing parts with libzip. */
#include "zip/package.h"

#include <zip.h>

#include "zip/memory.h"

/* Attributes of a regular file that all may read, in the upper half as Unix keeps them. */
static const zip_uint32_t attributes = 0100644u << 16;
/* 1980-01-01, the first day that a ZIP file can name; a clock would make other bytes each time. */
static const zip_uint16_t first_day = (1 << 5) | 1;
/* Named, as 0 would mean whatever zlib takes for its default. */
enum { DEFLATE_LEVEL = 9 };

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

static bool add_part(zip_t *archive, const struct package_part *part)
{
    zip_source_t *source = zip_source_buffer(archive, part->bytes, part->length, 0);
    if (!source)
        return false;
    zip_int64_t added = zip_file_add(archive, part->name, source, ZIP_FL_ENC_UTF_8);
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
static bool write_archive(struct arena *arena, zip_t *archive, const struct package_part *parts,
                          size_t count, struct package *package)
{
    bool fine = true;
    for (size_t i = 0; fine && i < count; i++)
        fine = add_part(archive, &parts[i]);
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
        char *bytes = arena_take(arena, status.size);
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
static bool pack_into(struct arena *arena, zip_source_t *source, const struct package_part *parts,
                      size_t count, struct package *package)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_t *archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!archive) {
        package->error = reason(arena, &error);
        return false;
    }
    zip_source_keep(source);
    return write_archive(arena, archive, parts, count, package) &&
           read_source(arena, source, package);
}

bool package_pack(struct arena *arena, const struct package_part *parts, size_t count,
                  struct package *package)
{
    *package = (struct package){0};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!source) {
        package->error = reason(arena, &error);
        return false;
    }
    bool fine = pack_into(arena, source, parts, count, package);
    zip_source_free(source);
    return fine;
}

const char *package_version(void)
{
    return zip_libzip_version();
}
