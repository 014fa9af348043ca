/* base/points.c: exact decimals of 1/100. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/points.h"

static void test_decimals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        points value;
    } cases[] = {
        {"0", 0},
        {"3", 300},
        {"0.5", 50},
        {"29.50", 2950},
        {"29.05", 2905},
        {"0.01", 1},
        {"007", 700},
        {"1.000", 100},
        {"1.10", 110},
        {"100000", 10000000},
        {"100000.00", 10000000},
        {"99999.99", 9999999},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        points value = -1;
        if (!points_read(cases[i].text, &value))
            fail_msg("\"%s\" was not read", cases[i].text);
        assert_int_equal(value, cases[i].value);
    }
}

static void test_what_is_no_decimal(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",     ".",      "1.",        ".5",        "-1",
        "+1",   "1.005",  "0.001",     "1,5",       "1 ",
        " 1",   "1.5.",   "1e2",       "1..5",      "1.5a",
        "一",   "100001", "100000.01", "100000.10", "99999999999999999999",
        "1.-5",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        points value;
        if (points_read(cases[i], &value))
            fail_msg("\"%s\" was read as %ld", cases[i], value);
    }
}

static void test_printing_without_trailing_zeros(void **state)
{
    (void)state;
    static const struct {
        points value;
        const char *text;
    } cases[] = {
        {0, "0"},    {300, "3"},   {50, "0.5"},          {2950, "29.5"}, {2905, "29.05"},
        {1, "0.01"}, {1000, "10"}, {10000000, "100000"}, {110, "1.1"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(points_print(arena, cases[i].value), cases[i].text);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_what_is_no_decimal),
        cmocka_unit_test(test_printing_without_trailing_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
