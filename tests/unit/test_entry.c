/* archive/entry.c: archive codes and lines of the register. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/entry.h"
#include "on_arena.h"

#define SEAL "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define LINE                                                                                       \
    "12\tJ001-WS·2024-D10-BGS-0007\t某〔2024〕1号\t某局\t通知\t2024-"                     \
    "08-01\t3\t" SEAL

static void test_codes(void **state)
{
    (void)state;
    struct code code = {"J001", "WS", 2024, "D10", "BGS", 7};
    assert_string_equal(code_print(arena, &code), "J001-WS·2024-D10-BGS-0007");
    code.organ = "";
    code.item = 12345;
    assert_string_equal(code_print(arena, &code), "J001-WS·2024-D10-12345");
}

static void test_series(void **state)
{
    (void)state;
    struct code code = {"J001", "WS", 2024, "D10", "BGS", 7};
    struct code other = {"J001", "WS", 2024, "D10", "BGS", 8};
    assert_true(code_same_series(&code, &other));
    other.retention = "D30";
    assert_false(code_same_series(&code, &other));
    other = (struct code){"J001", "WS", 2025, "D10", "BGS", 8};
    assert_false(code_same_series(&code, &other));
    other = (struct code){"J001", "WS", 2024, "D10", "", 8};
    assert_false(code_same_series(&code, &other));
}

static void test_retentions(void **state)
{
    (void)state;
    assert_true(retention_is_known("Y"));
    assert_string_equal(retention_words("D30"), "30年");
    assert_false(retention_is_known("d10"));
    assert_false(retention_is_known(""));
}

static void test_a_line_is_read_as_it_was_written(void **state)
{
    (void)state;
    struct entry entry;
    assert_true(entry_read(arena, LINE, &entry));
    assert_int_equal(entry.number, 12);
    assert_int_equal(entry.replaces, 3);
    assert_string_equal(entry.title, "通知");
    assert_string_equal(entry_print(arena, &entry), LINE);
    assert_true(entry_read(arena, "1\tJ001-WS·2024-Y-0007\t\t\t\t\t0\t" SEAL, &entry));
    assert_string_equal(entry.code.organ, "");
    assert_string_equal(entry.date, "");
}

static void test_lines_that_are_none(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "",
        "12",
        LINE "\tmore",
        "0\tJ001-WS·2024-Y-0007\t\t\t\t\t0\t" SEAL,
        "-1\tJ001-WS·2024-Y-0007\t\t\t\t\t0\t" SEAL,
        "9999999999\tJ001-WS·2024-Y-0007\t\t\t\t\t0\t" SEAL,
        "1\tJ001-WS·2024-Z-0007\t\t\t\t\t0\t" SEAL,
        "1\tJ001-WS·2024-Y-0000\t\t\t\t\t0\t" SEAL,
        "1\tJ001-WS·2024-Y-BGS-x\t\t\t\t\t0\t" SEAL,
        "1\tJ001-WS·2024-Y\t\t\t\t\t0\t" SEAL,
        "1\tJ001-WS-2024-Y-0007\t\t\t\t\t0\t" SEAL,
        "1\t\t\t\t\t\t0\t" SEAL,
        "1\tJ001-WS·2024-Y-0007\t\t\t\t\t-1\t" SEAL,
        "1\tJ001-WS·2024-Y-0007\t\t\t\t\t0\tabc",
    };
    struct entry entry;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(entry_read(arena, lines[i], &entry));
}

static void test_folders(void **state)
{
    (void)state;
    assert_string_equal(entry_folder(arena, 1), "000001");
    assert_string_equal(entry_folder(arena, 1234567), "1234567");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_series),
        cmocka_unit_test(test_retentions),
        cmocka_unit_test(test_a_line_is_read_as_it_was_written),
        cmocka_unit_test(test_lines_that_are_none),
        cmocka_unit_test(test_folders),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
