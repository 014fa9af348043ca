/* zip/package.c: the parts come out as they went in, and the bytes are the same everywhere. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zip.h>

#include "base/buffer.h"
#include "zip/deflated.h"
#include "zip/package.h"
#include "zip/spool.h"

static const struct package_part parts[] = {
    {"[Content_Types].xml", "<Types/>", 8},
    {"word/document.xml", "质量月质量月质量月质量月质量月质量月", 54},
    {"empty", "", 0},
};
enum { PARTS = sizeof parts / sizeof *parts };

static struct arena *arena;
static struct package package;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    assert_true(package_pack(arena, parts, PARTS, NULL, &package));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static zip_t *open_package(void)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(package.bytes, package.length, 0, &error);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(archive);
    return archive;
}

static void parts_keep_order_name_and_bytes(void **state)
{
    (void)state;
    zip_t *archive = open_package();
    assert_int_equal(zip_get_num_entries(archive, 0), PARTS);
    for (size_t i = 0; i < PARTS; i++) {
        char bytes[64];
        assert_string_equal(zip_get_name(archive, i, 0), parts[i].name);
        zip_file_t *file = zip_fopen_index(archive, i, 0);
        assert_int_equal(zip_fread(file, bytes, sizeof bytes), parts[i].length);
        assert_memory_equal(bytes, parts[i].bytes, parts[i].length);
        zip_fclose(file);
    }
    zip_discard(archive);
}

static void parts_are_deflated_plain_files(void **state)
{
    (void)state;
    zip_t *archive = open_package();
    zip_stat_t status;
    zip_uint8_t system;
    zip_uint32_t attributes;
    assert_int_equal(zip_stat_index(archive, 1, 0, &status), 0);
    assert_int_equal(status.comp_method, ZIP_CM_DEFLATE);
    assert_true(status.comp_size < status.size);
    zip_file_get_external_attributes(archive, 1, 0, &system, &attributes);
    assert_int_equal(system, ZIP_OPSYS_UNIX);
    assert_int_equal(attributes >> 16, 0100644);
    zip_discard(archive);
}

/* Bytes 10 to 13 of a local header: time and date as DOS has them. */
static void parts_are_dated_1980(void **state)
{
    (void)state;
    static const unsigned char first_day[] = {0, 0, 0x21, 0};
    assert_memory_equal(package.bytes, "PK\3\4", 4);
    assert_memory_equal(package.bytes + 10, first_day, 4);
}

static void time_zones_change_nothing(void **state)
{
    (void)state;
    static const char *const zones[] = {"UTC0", "Asia/Tokyo", "America/New_York", "XYZ-13"};
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        struct package again;
        setenv("TZ", zones[i], 1);
        tzset();
        assert_true(package_pack(arena, parts, PARTS, NULL, &again));
        assert_int_equal(again.length, package.length);
        assert_memory_equal(again.bytes, package.bytes, package.length);
    }
}

/* One that is deflated whole, and one that is a byte too long for that. */
static void long_parts_come_out_as_they_went_in(void **state)
{
    (void)state;
    size_t longest = PACKAGE_WHOLE_BYTES + 1;
    char *bytes = arena_take(arena, longest), *again = arena_take(arena, longest);
    for (size_t i = 0; i < longest; i++)
        bytes[i] = (char)('a' + i * i % 23);
    const struct package_part both[] = {{"whole", bytes, longest - 1}, {"stream", bytes, longest}};
    assert_true(package_pack(arena, both, 2, NULL, &package));
    zip_t *archive = open_package();
    for (size_t i = 0; i < 2; i++) {
        zip_file_t *file = zip_fopen_index(archive, i, 0);
        assert_int_equal(zip_fread(file, again, longest), both[i].length);
        assert_memory_equal(again, bytes, both[i].length);
        assert_int_equal(zip_fclose(file), 0);
    }
    zip_discard(archive);
}

/* Beside parts of a store. */
static void what_is_deflated_already_stays_so(void **state)
{
    (void)state;
    struct package again;
    struct package_store *store = package_store_new(arena);
    struct package_part mixed[PARTS];
    struct deflated *deflated = parts_deflate(arena, parts, PARTS, NULL);
    memcpy(mixed, parts, sizeof mixed);
    mixed[1].bytes = NULL;
    for (int round = 0; round < 3; round++) {
        assert_true(package_repack(arena, mixed, deflated, PARTS, store, &again));
        assert_int_equal(again.length, package.length);
        assert_memory_equal(again.bytes, package.bytes, package.length);
    }
}

static void a_store_changes_no_byte(void **state)
{
    (void)state;
    struct package_store *store = package_store_new(arena);
    for (int round = 0; round < 4; round++) {
        struct package again;
        assert_true(package_pack(arena, parts, PARTS, store, &again));
        assert_int_equal(again.length, package.length);
        assert_memory_equal(again.bytes, package.bytes, package.length);
    }
}

static void a_name_that_stands_twice_is_refused(void **state)
{
    (void)state;
    static const struct package_part twice[] = {{"a", "1", 1}, {"a", "2", 1}};
    assert_false(package_pack(arena, twice, 2, NULL, &package));
    assert_string_equal(package.error, "File already exists");
    assert_null(package.bytes);
}

/* A part of many different words, more than a stream holds. */
static struct package_part long_part(const char *name, int words)
{
    struct buffer text = buffer_on(arena);
    for (int i = 0; i < words; i++)
        buffer_printf(&text, "<w:t>第%d号，%x</w:t>", i, (unsigned)i * 2654435761u);
    return (struct package_part){name, text.text, text.length};
}

static int new_file(void)
{
    char name[] = "/tmp/gongwen-test.XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    unlink(name);
    return fd;
}

static const char *bytes_of(int fd, size_t *length)
{
    *length = (size_t)lseek(fd, 0, SEEK_END);
    char *bytes = arena_take(arena, *length);
    assert_int_equal(pread(fd, bytes, *length, 0), *length);
    return bytes;
}

/* Packs the parts through files, of which the second is spooled in pieces of so many bytes. */
static bool write_package(const struct package_part *all, size_t count, size_t piece, int out,
                          int aside)
{
    struct spooled spooled;
    struct package_part *printed = ARENA_ARRAY(arena, struct package_part, count);
    memcpy(printed, all, count * sizeof *all);
    struct spool *spool = spool_new(arena, aside);
    for (size_t at = 0; at < all[1].length; at += piece)
        spool_add(spool, all[1].bytes + at,
                  all[1].length - at < piece ? all[1].length - at : piece);
    if (!spool_end(spool, &spooled))
        return false;
    printed[1] = (struct package_part){all[1].name, spooled.bytes, spooled.whole};
    struct deflated *deflated = ARENA_ARRAY(arena, struct deflated, count);
    deflated[1] = spooled.deflated;
    return package_write(arena, printed, deflated, count, NULL, (struct package_files){out, aside},
                         &package);
}

static void files_get_the_bytes_that_memory_gets(void **state)
{
    (void)state;
    static const int words[] = {1, 20000, 40000, 200000};
    static const size_t pieces[] = {1 << 30, 4096, 70001};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t j = 0; j < sizeof pieces / sizeof *pieces; j++) {
            size_t length;
            struct package_part all[] = {parts[0], long_part("word/document.xml", words[i]),
                                         parts[2]};
            int out = new_file(), aside = new_file();
            assert_true(package_pack(arena, all, PARTS, NULL, &package));
            struct package packed = package;
            assert_true(write_package(all, PARTS, pieces[j], out, aside));
            const char *bytes = bytes_of(out, &length);
            assert_int_equal(length, packed.length);
            assert_memory_equal(bytes, packed.bytes, length);
            close(out);
            close(aside);
        }
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    struct package_part all[] = {parts[0], long_part("word/document.xml", 100000), parts[2]};
    int full = open("/dev/full", O_RDWR), aside = new_file(), out = new_file();
    assert_true(full >= 0);
    assert_false(write_package(all, PARTS, 4096, out, full));
    assert_int_equal(errno, ENOSPC);
    assert_false(write_package(all, PARTS, 4096, full, aside));
    assert_int_equal(errno, ENOSPC);
    close(full);
    close(aside);
    close(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_get_the_bytes_that_memory_gets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_disk_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_keep_order_name_and_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_are_deflated_plain_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_are_dated_1980, set_up, tear_down),
        cmocka_unit_test_setup_teardown(time_zones_change_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_parts_come_out_as_they_went_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_deflated_already_stays_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_store_changes_no_byte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_that_stands_twice_is_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
