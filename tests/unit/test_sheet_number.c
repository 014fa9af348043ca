/* sheet/number.c: numbers, percentages and days as a clerk reads them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/formats.h"
#include "sheet/number.h"
#include "base/text.h"
#include "support.h"

struct number_case {
    const char *stored;
    unsigned shows;
    const char *shown;
};

static void check(const struct number_case *cases, size_t count, bool from_1904)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++) {
        const char *shown = number_shown(arena, cases[i].stored, cases[i].shows, from_1904);
        if (!text_equal(shown, cases[i].shown))
            fail_msg("%s: %s, not %s", cases[i].stored, shown ? shown : "none",
                     cases[i].shown ? cases[i].shown : "none");
    }
    arena_free(arena);
}
#define CHECK(cases, from_1904) check(cases, sizeof(cases) / sizeof *(cases), from_1904)

static void numbers_are_those_that_were_typed(void **state)
{
    (void)state;
    static const struct number_case cases[] = {
        {"2", 0, "2"},
        {"2.0", 0, "2"},
        {"-0", 0, "0"},
        {"0.1", 0, "0.1"},
        {"0.10000000000000001", 0, "0.1"},
        {"29.499999999999996", 0, "29.5"},
        {"1E-3", 0, "0.001"},
        {"1.5E-5", 0, "0.000015"},
        {"-2.5e-9", 0, "-0.0000000025"},
        {"1E-10", 0, "1E-10"},
        {"13800138000", 0, "13800138000"},
        {"123456789012345", 0, "123456789012345"},
        {"1E+20", 0, "1E+20"},
    };
    CHECK(cases, false);
}

static void what_is_no_number_is_none(void **state)
{
    (void)state;
    static const struct number_case cases[] = {
        {"", 0, NULL},     {"x", 0, NULL},   {"1 ", 0, NULL},  {" 1", 0, NULL},
        {"0x10", 0, NULL}, {"inf", 0, NULL}, {"NaN", 0, NULL}, {"1E999", 0, NULL},
        {"1,5", 0, NULL},  {"1e", 0, NULL},  {"-", 0, NULL},   {"1.2.3", 0, NULL},
    };
    CHECK(cases, false);
}

static void shares_are_percentages(void **state)
{
    (void)state;
    static const struct number_case cases[] = {
        {"0.3", SHOWS_PERCENT, "30%"},
        {"7.0000000000000007E-2", SHOWS_PERCENT, "7%"},
        {"0.56999999999999995", SHOWS_PERCENT, "57%"},
        {"0.305", SHOWS_PERCENT, "30.5%"},
        {"1", SHOWS_PERCENT, "100%"},
    };
    CHECK(cases, false);
}

static void days_count_from_1900(void **state)
{
    (void)state;
    static const struct number_case cases[] = {
        {"1", SHOWS_DATE, "1900年1月1日"},
        {"59", SHOWS_DATE, "1900年2月28日"},
        {"60", SHOWS_DATE, "1900年2月29日"},
        {"61", SHOWS_DATE, "1900年3月1日"},
        {"36585", SHOWS_DATE, "2000年2月29日"},
        {"46082", SHOWS_DATE, "2026年3月1日"},
        {"46082", SHOWS_YEAR | SHOWS_MONTH, "2026年3月"},
        {"46082", SHOWS_MONTH | SHOWS_DAY, "3月1日"},
        {"2958465", SHOWS_DATE, "9999年12月31日"},
        {"2958466", SHOWS_DATE, "2958466"},
        {"-1", SHOWS_DATE, "-1"},
        {"0", SHOWS_DATE, "0"},
        {"1E300", SHOWS_DATE, "1E+300"},
    };
    CHECK(cases, false);
}

static void days_count_from_1904_where_the_file_says_so(void **state)
{
    (void)state;
    static const struct number_case cases[] = {
        {"0", SHOWS_DATE, "1904年1月1日"},
        {"44620", SHOWS_DATE, "2026年3月1日"},
        {"0.5", SHOWS_TIME, "12:00"},
        {"1.5", SHOWS_TIME | SHOWS_ELAPSED, "36:00"},
    };
    CHECK(cases, true);
}

static void parts_of_a_day_are_hours(void **state)
{
    (void)state;
    static const struct number_case cases[] = {
        {"46082.604166666664", SHOWS_DATE | SHOWS_TIME, "2026年3月1日 14:30"},
        {"46082.999999999", SHOWS_DATE | SHOWS_TIME, "2026年3月2日 0:00"},
        {"0.604178240740741", SHOWS_TIME, "14:30:01"},
        {"1.5", SHOWS_TIME, "12:00"},
        {"1.5", SHOWS_TIME | SHOWS_ELAPSED, "36:00"},
        {"0.25", SHOWS_DATE | SHOWS_TIME, "6:00"},
    };
    CHECK(cases, false);
}

static void days_may_be_written_out(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2026-03-01", "2026年3月1日"},
        {"2026-03-01T00:00:00", "2026年3月1日"},
        {"2026-03-01T00:00:00.000Z", "2026年3月1日"},
        {"2026-03-01T14:30:00", "2026年3月1日 14:30"},
        {"2026-13-01", "2026-13-01"},
        {"T", "T"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(day_shown(arena, cases[i][0]), cases[i][1]);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_that_were_typed),
        cmocka_unit_test(what_is_no_number_is_none),
        cmocka_unit_test(shares_are_percentages),
        cmocka_unit_test(days_count_from_1900),
        cmocka_unit_test(days_count_from_1904_where_the_file_says_so),
        cmocka_unit_test(parts_of_a_day_are_hours),
        cmocka_unit_test(days_may_be_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
