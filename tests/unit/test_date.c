/* base/date.c: days of the calendar, with and without year. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"

static void test_days_of_the_calendar(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int year, month, day;
    } cases[] = {
        {"2022-09-26", 2022, 9, 26},  {"2024-02-29", 2024, 2, 29}, {"2000-02-29", 2000, 2, 29},
        {"2400-02-29", 2400, 2, 29},  {"2023-02-28", 2023, 2, 28}, {"0001-01-01", 1, 1, 1},
        {"9999-12-31", 9999, 12, 31}, {"--09-26", 0, 9, 26},       {"--02-29", 0, 2, 29},
        {"--12-31", 0, 12, 31},       {"2022-04-30", 2022, 4, 30}, {"--01-31", 0, 1, 31},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date;
        assert_true(date_read(cases[i].text, &date));
        assert_int_equal(date.year, cases[i].year);
        assert_int_equal(date.month, cases[i].month);
        assert_int_equal(date.day, cases[i].day);
    }
}

static void test_what_is_no_day(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "2023-02-29",
        "1900-02-29",
        "2100-02-29",
        "2200-02-29",
        "1800-02-29",
        "2022-04-31",
        "2022-06-31",
        "2022-09-31",
        "2022-11-31",
        "2022-13-01",
        "2022-00-01",
        "2022-01-00",
        "2022-01-32",
        "0000-01-01",
        "--02-30",
        "--04-31",
        "--13-01",
        "--00-10",
        "",
        "-",
        "--",
        "---",
        "2022",
        "2022-",
        "2022-1-05",
        "2022-01-5",
        "22-01-05",
        "2022/01/05",
        "2022-01-05 ",
        " 2022-01-05",
        "2022-01-05Z",
        "2022-01-051",
        "12022-01-05",
        "-2022-01-05",
        "２０２２-01-05",
        "2022-01",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date;
        if (date_read(cases[i], &date))
            fail_msg("\"%s\" was read as a day", cases[i]);
    }
}

/* GB/T 9704-2012, 7.3.5.4: no leading zeros. */
static void test_printing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(date_print(arena, (struct date){2022, 9, 6}), "2022年9月6日");
    assert_string_equal(date_print(arena, (struct date){2022, 12, 31}), "2022年12月31日");
    assert_string_equal(date_print(arena, (struct date){0, 1, 5}), "1月5日");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_of_the_calendar),
        cmocka_unit_test(test_what_is_no_day),
        cmocka_unit_test(test_printing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
