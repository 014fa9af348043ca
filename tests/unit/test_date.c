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

static void test_validity(void **state)
{
    (void)state;
    static const struct {
        struct date date;
        bool valid;
    } cases[] = {
        {{2024, 2, 29}, true},  {{2023, 2, 29}, false}, {{1900, 2, 29}, false},
        {{2000, 2, 29}, true},  {{0, 2, 29}, true},     {{0, 2, 30}, false},
        {{2022, 0, 1}, false},  {{2022, 13, 1}, false}, {{2022, 1, 0}, false},
        {{2022, 4, 31}, false}, {{-1, 1, 1}, false},    {{2022, -1, 1}, false},
        {{2022, 1, -1}, false}, {{9999, 12, 31}, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(date_is_valid(cases[i].date), cases[i].valid);
}

static void test_order(void **state)
{
    (void)state;
    static const struct date ascending[] = {
        {0, 2, 29},    {0, 12, 31},  {2021, 12, 31}, {2022, 1, 1},
        {2022, 1, 31}, {2022, 2, 1}, {2023, 1, 1},
    };
    const int count = sizeof ascending / sizeof *ascending;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            int order = date_compare(ascending[i], ascending[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
}

static struct date next_day(struct date date)
{
    date.day++;
    if (date_is_valid(date))
        return date;
    return (struct date){date.year + date.month / 12, date.month % 12 + 1, 1};
}

/* Four centuries, after which the calendar repeats: each day is one after the one before it. */
static void test_days_follow_each_other(void **state)
{
    (void)state;
    struct date date = {1999, 12, 31};
    for (int i = 0; i < 146097; i++) {
        struct date next = next_day(date);
        assert_true(date_compare(date, next) < 0);
        assert_int_equal(date_weekday(next), (date_weekday(date) + 1) % 7);
        date = next;
    }
    assert_int_equal(date_compare(date, (struct date){2399, 12, 31}), 0);
}

/* As the notices of the State Council and calendars in print give them. */
static void test_weekdays(void **state)
{
    (void)state;
    static const struct {
        struct date date;
        int weekday;
    } cases[] = {
        {{2021, 2, 7}, 0},   {{2022, 10, 1}, 6}, {{2022, 9, 26}, 1}, {{2024, 2, 29}, 4},
        {{2025, 1, 1}, 3},   {{2026, 1, 2}, 5},  {{2025, 1, 28}, 2}, {{1949, 10, 1}, 6},
        {{1582, 10, 15}, 5}, {{1, 1, 1}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(date_weekday(cases[i].date), cases[i].weekday);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_of_the_calendar),
        cmocka_unit_test(test_what_is_no_day),
        cmocka_unit_test(test_printing),
        cmocka_unit_test(test_validity),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_days_follow_each_other),
        cmocka_unit_test(test_weekdays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
