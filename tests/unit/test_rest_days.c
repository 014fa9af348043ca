/* data/rest_days.c: holidays and moved working days, of the share folder and of the office. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/rest_days.h"
#include "support.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    write_text(arena, folder, "own/templates/notice.md", "own");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

/* Reads from a project whose share folder is folder/share; NULL: a file that is not there. */
static struct rest_days *read_files(const char *share, const char *own)
{
    if (share)
        write_text(arena, folder, "share/rest-days.tsv", share);
    if (own)
        write_text(arena, folder, "own/templates/rest-days.tsv", own);
    struct project project = project_of(&findings, arena_printf(arena, "%s/own/notice.xml", folder),
                                        arena_printf(arena, "%s/share", folder));
    return rest_days_read(&project);
}

static struct rest_days *read_shipped(void)
{
    struct project project =
        project_of(&findings, arena_printf(arena, "%s/own/notice.xml", folder), "templates");
    return rest_days_read(&project);
}

/* "rest 国庆节", "work 国庆节"; "rest" and "work" of a day that no file names. */
static const char *told(const struct rest_days *days, const char *text)
{
    struct date date;
    const char *holiday;
    assert_true(date_read(text, &date));
    const char *kind = rest_days_is_rest(days, date, &holiday) ? "rest" : "work";
    return holiday ? arena_printf(arena, "%s %s", kind, holiday) : kind;
}

static void test_plain_weeks_without_files(void **state)
{
    (void)state;
    const struct rest_days *days = read_files(NULL, NULL);
    assert_string_equal(told(days, "2022-09-30"), "work");
    assert_string_equal(told(days, "2022-10-01"), "rest");
    assert_string_equal(told(days, "2022-10-02"), "rest");
    assert_string_equal(told(days, "2022-10-03"), "work");
    assert_int_equal(findings.count, 0);
}

static void test_without_a_share_folder(void **state)
{
    (void)state;
    write_text(arena, folder, "own/templates/rest-days.tsv", "2030-10-01 rest 国庆节\n");
    struct project project =
        project_of(&findings, arena_printf(arena, "%s/own/notice.xml", folder), NULL);
    const struct rest_days *days = rest_days_read(&project);
    assert_string_equal(told(days, "2030-10-01"), "rest 国庆节");
}

static void test_lines_in_any_order_and_spacing(void **state)
{
    (void)state;
    const struct rest_days *days = read_files("\xEF\xBB\xBF# 说明\r\n"
                                              "2030-10-08\twork\t国庆节\r\n"
                                              "\r\n"
                                              " \t\n"
                                              "2030-10-01  rest   国庆节、中秋节 \n"
                                              "  2029-02-13 \t rest \t春节\n"
                                              "2030-01-01\trest\t元旦",
                                              NULL);
    assert_string_equal(findings_text(&findings), "");
    assert_string_equal(told(days, "2029-02-13"), "rest 春节");
    assert_string_equal(told(days, "2030-01-01"), "rest 元旦");
    assert_string_equal(told(days, "2030-10-01"), "rest 国庆节、中秋节");
    assert_string_equal(told(days, "2030-10-08"), "work 国庆节");
    assert_string_equal(told(days, "2030-10-09"), "work");
}

static void test_lines_of_the_office_win(void **state)
{
    (void)state;
    const struct rest_days *days = read_files("2030-10-01\trest\t国庆节\n"
                                              "2030-10-04\trest\t国庆节\n"
                                              "2030-10-12\twork\t国庆节\n",
                                              "2030-10-04\twork\t防汛值守\n"
                                              "2030-10-14\trest\t补休\n");
    assert_string_equal(findings_text(&findings), "");
    assert_string_equal(told(days, "2030-10-01"), "rest 国庆节");
    assert_string_equal(told(days, "2030-10-04"), "work 防汛值守");
    assert_string_equal(told(days, "2030-10-12"), "work 国庆节");
    assert_string_equal(told(days, "2030-10-14"), "rest 补休");
}

static void test_wrong_lines_are_reported_and_left_out(void **state)
{
    (void)state;
    const struct rest_days *days = read_files("# 说明\n"
                                              "2030-02-29\trest\t春节\n"
                                              "--10-01\trest\t国庆节\n"
                                              "2030-10-01\t休\t国庆节\n"
                                              "2030-10-02\trest\n"
                                              "2030-10-03\n"
                                              "国庆节\n"
                                              "2030-10-04\trest\t国庆节\n",
                                              "2030-13-01\twork\t元旦\n");
    assert_string_equal(findings_text(&findings), "rest-days.tsv:2 rest-day-date 2030-02-29;"
                                                  "rest-days.tsv:3 rest-day-date --10-01;"
                                                  "rest-days.tsv:4 rest-day-kind 休;"
                                                  "rest-days.tsv:5 rest-day-holiday 2030-10-02;"
                                                  "rest-days.tsv:6 rest-day-kind ;"
                                                  "rest-days.tsv:7 rest-day-date 国庆节;"
                                                  "rest-days.tsv:1 rest-day-date 2030-13-01;");
    assert_string_equal(told(days, "2030-10-01"), "work");
    assert_string_equal(told(days, "2030-10-04"), "rest 国庆节");
}

static void test_a_day_that_stands_twice(void **state)
{
    (void)state;
    read_files("2030-10-02\trest\t国庆节\n2030-10-01\trest\t国庆节\n2030-10-02\twork\t国庆节\n"
               "2030-10-02\trest\t国庆节\n",
               "2030-10-01\twork\t国庆节\n");
    assert_string_equal(findings_text(&findings),
                        "rest-days.tsv:3 rest-day-twice 1;rest-days.tsv:4 rest-day-twice 3;");
}

static void test_files_that_cannot_be_read(void **state)
{
    (void)state;
    write_text(arena, folder, "own/templates/rest-days.tsv/inner", "");
    const struct rest_days *days = read_files("2030-10-01\trest\t\xFF\n", NULL);
    assert_string_equal(findings_rules(&findings),
                        "rest-days.tsv:1:17 text-encoding; file-unreadable;");
    assert_string_equal(told(days, "2030-10-01"), "work");
}

static struct date next_day(struct date date)
{
    date.day++;
    if (date_is_valid(date))
        return date;
    return (struct date){date.year + date.month / 12, date.month % 12 + 1, 1};
}

/* `count` days from 2030-01-01 on, each on its line. */
static const char *many_days(int count)
{
    struct buffer out = buffer_on(arena);
    for (struct date date = {2030, 1, 1}; count > 0; count--, date = next_day(date))
        buffer_printf(&out, "%d-%02d-%02d\trest\t假\n", date.year, date.month, date.day);
    return buffer_text(&out);
}

static void test_as_many_days_as_a_file_may_list(void **state)
{
    (void)state;
    const struct rest_days *days = read_files(many_days(STANDARD_REST_DAYS), NULL);
    assert_string_equal(findings_text(&findings), "");
    assert_string_equal(told(days, "2040-12-13"), "rest 假");
    assert_string_equal(told(days, "2040-12-14"), "work");
    days = read_files(many_days(STANDARD_REST_DAYS + 1), NULL);
    assert_string_equal(findings_text(&findings),
                        arena_printf(arena, "rest-days.tsv:%d rest-days-count %d;",
                                     STANDARD_REST_DAYS + 1, STANDARD_REST_DAYS));
    assert_string_equal(told(days, "2040-12-13"), "rest 假");
}

/* The days that the notices for 2021 to 2026 say in words. */
static void test_the_installed_file(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2021-02-07", "work 春节"},
        {"2021-09-18", "work 中秋节"},
        {"2022-01-01", "rest 元旦"},
        {"2022-10-01", "rest 国庆节"},
        {"2022-10-07", "rest 国庆节"},
        {"2022-10-08", "work 国庆节"},
        {"2022-10-10", "work"},
        {"2022-12-31", "rest 元旦"},
        {"2023-01-02", "rest 元旦"},
        {"2023-01-03", "work"},
        {"2023-10-06", "rest 中秋节、国庆节"},
        {"2024-01-01", "rest 元旦"},
        {"2024-02-09", "work"},
        {"2024-10-12", "work 国庆节"},
        {"2025-01-02", "work"},
        {"2025-10-08", "rest 国庆节、中秋节"},
        {"2026-02-23", "rest 春节"},
        {"2026-02-28", "work 春节"},
    };
    const struct rest_days *days = read_shipped();
    assert_string_equal(findings_text(&findings), "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(told(days, cases[i][0]), cases[i][1]);
}

/* A day that is worked for a holiday is a Saturday or Sunday; so many the six notices name. */
static void test_work_is_moved_to_weekends(void **state)
{
    (void)state;
    const struct rest_days *days = read_shipped();
    int worked = 0;
    for (struct date date = {2021, 1, 1}; date.year < 2027; date = next_day(date)) {
        const char *holiday;
        if (rest_days_is_rest(days, date, &holiday) || !holiday)
            continue;
        worked++;
        assert_true(date_weekday(date) == 0 || date_weekday(date) == 6);
    }
    assert_int_equal(worked, 7 + 7 + 7 + 8 + 5 + 6);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_plain_weeks_without_files),
        TEST(test_without_a_share_folder),
        TEST(test_lines_in_any_order_and_spacing),
        TEST(test_lines_of_the_office_win),
        TEST(test_wrong_lines_are_reported_and_left_out),
        TEST(test_a_day_that_stands_twice),
        TEST(test_files_that_cannot_be_read),
        TEST(test_as_many_days_as_a_file_may_list),
        TEST(test_the_installed_file),
        TEST(test_work_is_moved_to_weekends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
