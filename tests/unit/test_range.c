/* sheet/range.c: references of spreadsheets are read as Excel means them, or not at all. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/range.h"

static void references_name_a_cell_or_a_range(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct cell_range range;
    } cases[] = {
        {"A1", {0, 0, 1, 1}},
        {"C4", {3, 2, 1, 1}},
        {"Z1", {0, 25, 1, 1}},
        {"AA10", {9, 26, 1, 1}},
        {"A1:B3", {0, 0, 3, 2}},
        {"XFD1048576", {SHEET_ROWS - 1, SHEET_COLUMNS - 1, 1, 1}},
        {"A1:XFD1048576", {0, 0, SHEET_ROWS, SHEET_COLUMNS}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cell_range range;
        assert_true(cell_range_read(cases[i].text, &range));
        assert_memory_equal(&range, &cases[i].range, sizeof range);
    }
}

static void what_is_no_place_of_a_sheet_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "A",
        "1",
        "a1",
        "A0",
        "A1 ",
        "A1:",
        "B1:A1",
        "A2:A1",
        "A1:B",
        "A1048577",
        "XFE1",
        "A1:XFE1",
        "A99999999999999999999999",
        "$A$1",
        "A1:B2:C3",
        "ZZZZZZZZZZZZZZZZZZZZZZZZZ1",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct cell_range range;
        if (cell_range_read(texts[i], &range))
            fail_msg("%s was read", texts[i]);
    }
}

static void cells_have_names(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(cell_name(arena, 0, 0), "A1");
    assert_string_equal(cell_name(arena, 3, 25), "Z4");
    assert_string_equal(cell_name(arena, 9, 26), "AA10");
    assert_string_equal(cell_name(arena, SHEET_ROWS - 1, SHEET_COLUMNS - 1), "XFD1048576");
    arena_free(arena);
}

static void rows_are_printed_on_every_page_from_the_first(void **state)
{
    (void)state;
    assert_int_equal(printed_rows("Sheet1!$1:$2"), 2);
    assert_int_equal(printed_rows("'A, B'!$A:$B,'A, B'!$1:$12"), 12);
    assert_int_equal(printed_rows("Sheet1!$2:$3"), 0);
    assert_int_equal(printed_rows("Sheet1!$A:$B"), 0);
    assert_int_equal(printed_rows("Sheet1!$1:$9999999"), 0);
    assert_int_equal(printed_rows(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_name_a_cell_or_a_range),
        cmocka_unit_test(what_is_no_place_of_a_sheet_is_refused),
        cmocka_unit_test(cells_have_names),
        cmocka_unit_test(rows_are_printed_on_every_page_from_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
