/* check/headings.c, series.c: headings of documents that others wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/families.h"
#include "passages.h"
#include "on_arena.h"

#define EXPECT(text, ...) assert_string_equal(FOUND_IN(arena, check_headings, __VA_ARGS__), (text))

static void test_series_begin_again_or_run_on(void **state)
{
    (void)state;
    EXPECT("", {ROLE_TITLE, "通知", "notice"}, {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_HEADING_2, "（一）提升", NULL}, {ROLE_HEADING_3, "1.产品", NULL},
           {ROLE_HEADING_3, "2.工程", NULL}, {ROLE_HEADING_2, "（二）监管", NULL},
           {ROLE_HEADING_3, "3.服务", NULL}, {ROLE_HEADING_1, "二、要求", NULL},
           {ROLE_HEADING_2, "（三）领导", NULL}, {ROLE_HEADING_3, "1.分工", NULL},
           {ROLE_TITLE, "方案", "issued"}, {ROLE_HEADING_1, "一、目标", NULL});
}

static void test_gap_in_headings(void **state)
{
    (void)state;
    EXPECT("test.md heading-series 三、|二、;", {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_BODY, "提升质量。", NULL}, {ROLE_HEADING_1, "三、要求", NULL});
    EXPECT("test.md heading-series （三）|（二）;", {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_HEADING_2, "（一）提升", NULL}, {ROLE_HEADING_2, "（三）监管", NULL},
           {ROLE_HEADING_2, "（四）促进", NULL});
}

static void test_number_twice(void **state)
{
    (void)state;
    EXPECT("test.md heading-series （二）|（三）;", {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_HEADING_2, "（一）提升", NULL}, {ROLE_HEADING_2, "（二）监管", NULL},
           {ROLE_HEADING_2, "（二）促进", NULL});
}

static void test_wrong_restart(void **state)
{
    (void)state;
    EXPECT("test.md heading-series （一）|（三）;", {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_HEADING_2, "（一）提升", NULL}, {ROLE_HEADING_2, "（二）监管", NULL},
           {ROLE_BODY, "加强领导。", NULL}, {ROLE_HEADING_2, "（一）促进", NULL});
    EXPECT("test.md heading-series （二）|（一）;", {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_HEADING_2, "（二）提升", NULL});
}

static void test_a_part_without_number_begins_anew(void **state)
{
    (void)state;
    EXPECT("", {ROLE_HEADING_1, "一、目标", NULL}, {ROLE_HEADING_1, "二、要求", NULL},
           {ROLE_BODY, "第二部分　任务", NULL}, {ROLE_HEADING_1, "一、分工", NULL});
}

static void test_lists_begin_where_they_like(void **state)
{
    (void)state;
    EXPECT("", {ROLE_LIST_1, "1.总结；", NULL}, {ROLE_LIST_2, "（1）图片；", NULL},
           {ROLE_LIST_2, "（2）名单；", NULL}, {ROLE_LIST_1, "2.资料。", NULL},
           {ROLE_BODY, "另外：", NULL}, {ROLE_LIST_1, "1.图片；", NULL},
           {ROLE_BODY, "含名单。", NULL}, {ROLE_LIST_1, "3.报表。", NULL});
    EXPECT("test.md heading-series 3.|2.;", {ROLE_LIST_1, "1.总结；", NULL},
           {ROLE_LIST_1, "3.资料。", NULL});
}

static void test_forms_are_told_once_a_file(void **state)
{
    (void)state;
    EXPECT("test.md heading-form (一)|2|（一）、（1）;test.md heading-form 1、|1|1.;",
           {ROLE_HEADING_1, "一、目标", NULL}, {ROLE_HEADING_2, "(一)提升", NULL},
           {ROLE_HEADING_2, "(二)监管", NULL}, {ROLE_HEADING_3, "1、产品", NULL});
}

static void test_skipped_level(void **state)
{
    (void)state;
    EXPECT("test.md heading-level-skipped 1.|（一）;", {ROLE_HEADING_1, "一、目标", NULL},
           {ROLE_HEADING_2, "（一）提升", NULL}, {ROLE_HEADING_1, "二、要求", NULL},
           {ROLE_HEADING_3, "1.分工", NULL});
    EXPECT("", {ROLE_HEADING_1, "一、目标", NULL}, {ROLE_HEADING_3, "1.分工", NULL});
}

static void test_heading_end(void **state)
{
    (void)state;
    EXPECT("test.md heading-end 一、目标。;", {ROLE_HEADING_1, "一、目标。", NULL},
           {ROLE_BODY, "提升质量。", NULL}, {ROLE_HEADING_1, "二、要求。加强领导。", NULL},
           {ROLE_BODY, "落实责任。", NULL}, {ROLE_HEADING_2, "（一）目标。", "annex-1"},
           {ROLE_BODY, "提升质量。", NULL});
    EXPECT("", {ROLE_HEADING_2, "（一）按时报送。", NULL},
           {ROLE_HEADING_2, "（二）如实报送。", NULL}, {ROLE_SIGNATURE, "质量办", "record"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_series_begin_again_or_run_on),
        cmocka_unit_test(test_gap_in_headings),
        cmocka_unit_test(test_number_twice),
        cmocka_unit_test(test_wrong_restart),
        cmocka_unit_test(test_a_part_without_number_begins_anew),
        cmocka_unit_test(test_lists_begin_where_they_like),
        cmocka_unit_test(test_forms_are_told_once_a_file),
        cmocka_unit_test(test_skipped_level),
        cmocka_unit_test(test_heading_end),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
