/* limit METHOD COUNT FOLDER ONE.docx OTHER.docx: how fast documents could be if nothing had to be
 * done but to deflate their finished parts and write them. Writes COUNT packages, the one and the
 * other in turn, each into a folder of its own, synced and renamed as a batch does it. METHOD:
 * zlib, libzip (both deflate every part, level 6) or libdeflate (level 6 the parts in which the two
 * differ, the others once). */
#include <fcntl.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>
#include <zlib.h>

#define LEVEL 6
#define PARTS_MOST 32
#define PACKAGE_MOST (4U << 20)

struct part {
    const char *name;
    unsigned char *bytes;
    size_t length;
    uint32_t crc;
    unsigned char *packed; /* NULL: is deflated anew for each package */
    size_t packed_length;
};

struct document {
    struct part parts[PARTS_MOST];
    int count;
};

typedef void package_writer(const struct document *document, const char *path);

static void must(bool good, const char *what)
{
    if (good)
        return;
    perror(what);
    exit(2);
}

static void *space(size_t length)
{
    void *bytes = malloc(length);
    must(bytes, "malloc");
    return bytes;
}

static void read_part(zip_t *package, zip_uint64_t index, struct part *part)
{
    zip_stat_t stat;
    must(!zip_stat_index(package, index, 0, &stat), "zip_stat_index");
    zip_file_t *file = zip_fopen_index(package, index, 0);
    must(file, stat.name);
    *part = (struct part){strdup(stat.name), space(stat.size), stat.size, stat.crc, NULL, 0};
    must(zip_fread(file, part->bytes, stat.size) == (zip_int64_t)stat.size, stat.name);
    zip_fclose(file);
}

static void read_document(const char *path, struct document *document)
{
    zip_t *package = zip_open(path, ZIP_RDONLY, NULL);
    must(package, path);
    document->count = (int)zip_get_num_entries(package, 0);
    must(document->count <= PARTS_MOST, path);
    for (int i = 0; i < document->count; i++)
        read_part(package, (zip_uint64_t)i, &document->parts[i]);
    zip_discard(package);
}

static size_t pack_by_zlib(const struct part *part, unsigned char *out, size_t room)
{
    z_stream stream = {.next_in = part->bytes,
                       .avail_in = (uInt)part->length,
                       .next_out = out,
                       .avail_out = (uInt)room};
    must(deflateInit2(&stream, LEVEL, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK,
         "deflateInit2");
    must(deflate(&stream, Z_FINISH) == Z_STREAM_END, "deflate");
    deflateEnd(&stream);
    return stream.total_out;
}

static size_t pack_by_libdeflate(const struct part *part, unsigned char *out, size_t room)
{
    static struct libdeflate_compressor *compressor;
    if (!compressor)
        compressor = libdeflate_alloc_compressor(LEVEL);
    must(compressor, "libdeflate_alloc_compressor");
    return libdeflate_deflate_compress(compressor, part->bytes, part->length, out, room);
}

static unsigned char *put(unsigned char *at, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *at++ = (unsigned char)(value >> (8 * i));
    return at;
}

/* What the header before a part and its entry in the directory have in common (APPNOTE 4.4.3
 * to 4.4.11). */
static unsigned char *put_header(unsigned char *at, const struct part *part, size_t packed)
{
    const uint32_t fields[][2] = {
        {20, 2},
        {0, 2},
        {8, 2},
        {0, 2},
        {33, 2},
        {part->crc, 4},
        {(uint32_t)packed, 4},
        {(uint32_t)part->length, 4},
        {(uint32_t)strlen(part->name), 2},
        {0, 2},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        at = put(at, fields[i][0], (int)fields[i][1]);
    return at;
}

static unsigned char *put_name(unsigned char *at, const struct part *part)
{
    memcpy(at, part->name, strlen(part->name));
    return at + strlen(part->name);
}

static unsigned char *put_entry(unsigned char *at, const struct part *part, size_t packed,
                                size_t offset)
{
    at = put_header(put(put(at, 0x02014b50, 4), 20, 2), part, packed);
    return put_name(put(put(put(put(at, 0, 4), 0, 2), 0, 4), (uint32_t)offset, 4), part);
}

static void write_file(const char *path, const unsigned char *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    must(file >= 0 && write(file, bytes, length) == (ssize_t)length && !fsync(file) && !close(file),
         path);
}

static void write_package(const struct document *document, const char *path,
                          size_t pack(const struct part *part, unsigned char *out, size_t room))
{
    static unsigned char package[PACKAGE_MOST], directory[PARTS_MOST * 512];
    unsigned char *at = package, *entry = directory;
    for (int i = 0; i < document->count; i++) {
        const struct part *part = &document->parts[i];
        unsigned char *header = at, *data = put_name(at + 30, part);
        size_t packed = part->packed_length;
        if (part->packed)
            memcpy(data, part->packed, packed);
        else
            packed = pack(part, data, (size_t)(package + sizeof package - data));
        put_header(put(header, 0x04034b50, 4), part, packed);
        entry = put_entry(entry, part, packed, (size_t)(header - package));
        at = data + packed;
    }
    size_t before = (size_t)(at - package), length = (size_t)(entry - directory);
    memcpy(at, directory, length);
    at = put(put(put(at + length, 0x06054b50, 4), 0, 4), (uint32_t)document->count, 2);
    at = put(
        put(put(put(at, (uint32_t)document->count, 2), (uint32_t)length, 4), (uint32_t)before, 4),
        0, 2);
    write_file(path, package, (size_t)(at - package));
}

static void by_zlib(const struct document *document, const char *path)
{
    write_package(document, path, pack_by_zlib);
}

static void by_libdeflate(const struct document *document, const char *path)
{
    write_package(document, path, pack_by_libdeflate);
}

static void by_libzip(const struct document *document, const char *path)
{
    zip_t *package = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    must(package, path);
    for (int i = 0; i < document->count; i++) {
        const struct part *part = &document->parts[i];
        zip_source_t *source = zip_source_buffer(package, part->bytes, part->length, 0);
        zip_int64_t index = zip_file_add(package, part->name, source, 0);
        must(index >= 0, part->name);
        zip_set_file_compression(package, (zip_uint64_t)index, ZIP_CM_DEFLATE, LEVEL);
    }
    must(!zip_close(package), path);
    int file = open(path, O_WRONLY);
    must(file >= 0 && !fsync(file) && !close(file), path);
}

/* Deflates what the two have in common, once for all packages. */
static void pack_common(struct document *one, struct document *other)
{
    for (int i = 0; i < one->count; i++) {
        struct part *a = &one->parts[i], *b = &other->parts[i];
        if (a->length != b->length || memcmp(a->bytes, b->bytes, a->length))
            continue;
        size_t room = libdeflate_deflate_compress_bound(NULL, a->length);
        a->packed = b->packed = space(room);
        a->packed_length = b->packed_length = pack_by_libdeflate(a, a->packed, room);
    }
}

static void write_document(const struct document *document, package_writer *writer,
                           const char *folder, long number)
{
    char own[4096], beside[4200], path[4200];
    snprintf(own, sizeof own, "%s/%07ld", folder, number);
    snprintf(beside, sizeof beside, "%s/.notice.docx", own);
    snprintf(path, sizeof path, "%s/notice.docx", own);
    must(!mkdir(own, 0755), own);
    writer(document, beside);
    must(!rename(beside, path), path);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        package_writer *writer;
        bool common;
    } methods[] = {{"zlib", by_zlib, false},
                   {"libzip", by_libzip, false},
                   {"libdeflate", by_libdeflate, true}};
    static struct document documents[2];
    if (argc != 6)
        return 2;
    read_document(argv[4], &documents[0]);
    read_document(argv[5], &documents[1]);
    must(documents[0].count == documents[1].count, argv[5]);
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (strcmp(methods[i].name, argv[1]))
            continue;
        if (methods[i].common)
            pack_common(&documents[0], &documents[1]);
        for (long number = 0; number < atol(argv[2]); number++)
            write_document(&documents[number % 2], methods[i].writer, argv[3], number);
        return 0;
    }
    return 2;
}
