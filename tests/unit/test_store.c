/* archive/store.c and entries.c: numbers, and what a killed process left. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/store.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct store store;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    assert_true(store_make(&findings, folder, "J001", "BGS"));
    assert_true(store_open(&findings, folder, STORE_WRITE, &store));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static struct entry file_one(const char *retention)
{
    static const struct bag_tag no_tags[] = {{0}};
    struct entries entries;
    size_t length;
    struct bag bag = bag_on(arena);
    struct metadata metadata = {.notice = "notice.xml"};
    struct entry entry = {.code = {.year = 2022, .retention = retention}};
    assert_true(store_entries(&store, &findings, &entries));
    assert_true(store_recover(&store, &entries));
    store_number(&store, &entries, &entry);
    entry = metadata_entry(&metadata, &entry);
    metadata_pair_add(arena, &metadata.files, "a", "b");
    metadata_pair_add(arena, &metadata.software, "gongwen", "1");
    const char *bytes = metadata_write(arena, &metadata, &entry, &length);
    bag_add(&bag, METADATA_NAME, bytes, length);
    bag_add(&bag, "data/a", "a", 1);
    bag_seal(&bag, no_tags);
    assert_true(store_file(&store, &entries, &bag, &entry));
    return entry;
}

static const char *code_of(const char *retention)
{
    struct entry entry = file_one(retention);
    return arena_printf(arena, "%ld %s", entry.number, code_print(arena, &entry.code));
}

static void test_items_count_in_their_series(void **state)
{
    (void)state;
    assert_string_equal(code_of("Y"), "1 J001-WS·2022-Y-BGS-0001");
    assert_string_equal(code_of("D10"), "2 J001-WS·2022-D10-BGS-0001");
    assert_string_equal(code_of("Y"), "3 J001-WS·2022-Y-BGS-0002");
}

static const char *register_text(void)
{
    return text_of_file(arena, store_register_place(&store).file);
}

static void test_the_register_is_made_again(void **state)
{
    (void)state;
    file_one("Y");
    file_one("Y");
    const char *before = register_text();
    write_text(arena, folder, REGISTER_NAME, arena_copy_n(arena, before, strlen(before) - 10));
    write_text(arena, folder, ".new-000003/data/a", "a");
    struct entries entries;
    assert_true(store_entries(&store, &findings, &entries));
    assert_int_equal(entries.count, 2);
    assert_int_equal(entries.in_file, 1);
    assert_true(store_recover(&store, &entries));
    assert_string_equal(register_text(), before);
    assert_false(file_exists(arena_printf(arena, "%s/.new-000003", folder)));
    assert_ptr_equal(entries_find(&entries, 2), &entries.entry[1]);
    assert_null(entries_find(&entries, 3));
}

static void test_a_register_that_is_not_understood(void **state)
{
    (void)state;
    struct entries entries;
    write_text(arena, folder, REGISTER_NAME, "1\tJ001\n");
    assert_false(store_entries(&store, &findings, &entries));
    assert_string_equal(findings_rules(&findings), "register.tsv:1 register-line;");
}

static void test_an_archive_is_not_made_twice(void **state)
{
    (void)state;
    assert_false(store_make(&findings, folder, "J001", NULL));
    assert_string_equal(findings_rules(&findings), " archive-exists;");
}

static void test_an_archive_whose_making_was_killed(void **state)
{
    (void)state;
    const char *started = arena_printf(arena, "%s/started", folder);
    write_text(arena, folder, "started/lock", "");
    write_text(arena, folder, "started/.gongwen-aB3dE6/1", "<archive");
    assert_true(store_make(&findings, started, "J001", NULL));
    assert_int_equal(findings.count, 0);
    assert_int_equal(folder_count(started), 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_items_count_in_their_series),        TEST(test_the_register_is_made_again),
        TEST(test_a_register_that_is_not_understood),  TEST(test_an_archive_is_not_made_twice),
        TEST(test_an_archive_whose_making_was_killed),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
