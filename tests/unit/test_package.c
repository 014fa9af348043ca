/* zip/package.c: the parts come out as they went in, and the bytes are the same everywhere. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include "zip/deflated.h"
#include "zip/package.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parts_keep_order_name_and_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_are_deflated_plain_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_are_dated_1980, set_up, tear_down),
        cmocka_unit_test_setup_teardown(time_zones_change_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_parts_come_out_as_they_went_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_store_changes_no_byte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_that_stands_twice_is_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
