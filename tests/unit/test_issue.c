/* check/issue.c: the date of a document, and the years that it leaves out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/issue.h"
#include "patterns.h"

static struct document document;
static struct section *section;

static int set_up_document(void **state)
{
    set_up(state);
    document = (struct document){.lang = "zh-CN"};
    section = document_add_section(arena, &document, "notice");
    return 0;
}

static void add(enum role role, const char *text)
{
    struct origin origin = {0};
    struct block *block = section_add_block(section, paragraph_new(arena, role, origin));
    paragraph_add_text(arena, block, role, 0, text, origin);
}

static struct issue read_issue(void)
{
    struct checking checking = {.document = &document};
    struct subject subject = subject_of(&findings, patterns, &checking);
    return issue_of(&subject);
}

static const char *day_of(const struct issue *issue, int month, int day)
{
    struct mention mention = {.date = {0, month, day}};
    return date_print(arena, issue_day(issue, &mention));
}

static void test_nothing_known(void **state)
{
    (void)state;
    add(ROLE_DATE, "年　月　日");
    struct issue issue = read_issue();
    assert_null(issue.dated);
    assert_int_equal(issue.year, 0);
    assert_string_equal(day_of(&issue, 9, 26), "9月26日");
}

static void test_date_before_all(void **state)
{
    (void)state;
    add(ROLE_DOCUMENT_NUMBER, "安质强办〔2021〕3号");
    add(ROLE_DATE, "2022年8月24日");
    add(ROLE_ANNEX_LABEL, "附件1");
    add(ROLE_DATE, "2020年1月1日");
    add(ROLE_PRINTING, "安平县质量强县领导小组办公室\t2022年8月25日印发");
    struct issue issue = read_issue();
    assert_string_equal(date_print(arena, issue.signed_on.date), "2022年8月24日");
    assert_string_equal(date_print(arena, issue.printed_on.date), "2022年8月25日");
    assert_int_equal(issue.number_year, 2021);
    assert_int_equal(issue.number_start, strlen("安质强办〔"));
    assert_int_equal(issue.year, 2022);
}

static void test_printing_date_where_no_other_is(void **state)
{
    (void)state;
    add(ROLE_ANNEX_LABEL, "附件1");
    add(ROLE_DATE, "2020年1月1日");
    add(ROLE_PRINTING, "办公室\t2022年1月5日印发");
    struct issue issue = read_issue();
    assert_string_equal(date_print(arena, issue.date), "2022年1月5日");
}

static void test_years_left_out(void **state)
{
    (void)state;
    add(ROLE_DATE_UNSEALED, "2022年12月1日");
    struct issue issue = read_issue();
    assert_string_equal(day_of(&issue, 12, 26), "2022年12月26日");
    assert_string_equal(day_of(&issue, 7, 1), "2022年7月1日");
    assert_string_equal(day_of(&issue, 6, 30), "2023年6月30日");
    assert_string_equal(day_of(&issue, 1, 10), "2023年1月10日");
    struct mention mention = {.date = {0, 12, 26}, .adrift = true};
    assert_int_equal(issue_day(&issue, &mention).year, 0);
    mention = (struct mention){.date = {2020, 1, 1}};
    assert_int_equal(issue_day(&issue, &mention).year, 2020);
}

static void test_year_of_the_number(void **state)
{
    (void)state;
    add(ROLE_SUBTITLE, "（国市监质发〔2022〕76号）");
    add(ROLE_BODY, "根据〔2019〕1号");
    struct issue issue = read_issue();
    assert_int_equal(issue.year, 2022);
    assert_string_equal(day_of(&issue, 9, 26), "2022年9月26日");
    assert_string_equal(day_of(&issue, 1, 10), "1月10日");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing_known, set_up_document, tear_down),
        cmocka_unit_test_setup_teardown(test_date_before_all, set_up_document, tear_down),
        cmocka_unit_test_setup_teardown(test_printing_date_where_no_other_is, set_up_document,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_years_left_out, set_up_document, tear_down),
        cmocka_unit_test_setup_teardown(test_year_of_the_number, set_up_document, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
