/* check/points_table.c: sums and missing points of tables, as a Word file has them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "checking.h"

/* A table of three columns in an annex. */
static struct checked table_of(const char *const *rows)
{
    struct checked c = checked_new();
    checked_section(&c, "annex-1");
    checked_table(&c, 3);
    for (; *rows; rows++)
        checked_row(&c, *rows);
    return c;
}

#define ASSERT_TABLE(expected, ...)                                                                \
    do {                                                                                           \
        struct checked c = table_of((const char *const[]){__VA_ARGS__, NULL});                     \
        assert_found(&c, check_points, expected);                                                  \
    } while (0)

static void test_a_group_is_the_sum_of_what_it_covers(void **state)
{
    (void)state;
    ASSERT_TABLE("", "考核领域|具体内容|评价部门", "2:一、质量水平（3.5分）|合格率。（2 分）|甲",
                 "^|满意度。（1.5分）|乙");
    ASSERT_TABLE(" points-group-sum 质量水平|3.5|3;", "考核领域|具体内容|评价部门",
                 "2:一、质量水平（3.5分）|合格率。（2分）|甲", "^|满意度。（1分）|乙");
    /* the points in a paragraph of their own */
    ASSERT_TABLE(" points-group-sum 质量水平|4|3;", "2:质量水平\n（4分）|合格率。（2分）|甲",
                 "^|满意度。（1分）|乙");
}

static void test_levels_are_added_up_one_by_one(void **state)
{
    (void)state;
    ASSERT_TABLE(" points-group-sum 产品|6|5;", "3:水平（10分）|2:产品（6分）|合格率。（3分）",
                 "^|^|抽检。（2分）", "^|服务（4分）|满意度。（4分）");
    ASSERT_TABLE(" points-group-sum 水平|10|9;", "2:水平（10分）|产品（6分）|合格率。（6分）",
                 "^|服务（3分）|满意度。（3分）");
}

static void test_a_cell_across_the_table_heads_the_rows_below(void **state)
{
    (void)state;
    ASSERT_TABLE(" points-group-sum 措施|4|5;", "=一、水平（5分）", "1|合格率。（3分）|甲",
                 "2|满意度。（2分）|乙", "=二、措施（4分）", "3|教育。（3分）|丙",
                 "4|宣传。（2分）|丁");
}

static void test_deductions_and_vetoes_stand_outside(void **state)
{
    (void)state;
    ASSERT_TABLE("", "4:水平（5分）|合格率。（3分）|甲", "^|满意度。（2分）|乙",
                 "^|发生重大事件。（每项扣1分，最高扣2分）|甲",
                 "^|发生系统性事件的，考核结果一律为D级。|甲");
}

static void test_what_is_not_clear_is_left_alone(void **state)
{
    (void)state;
    /* several points in a paragraph; steps of a scale; points and a deduction; none at all */
    ASSERT_TABLE("", "2:水平（5分）|合格率（1分）、抽检（1分）。|甲", "^|满意度。（2分）|乙");
    ASSERT_TABLE("", "3:水平（5分）|优秀（5分）|甲", "^|良好（3分）|甲", "^|一般（1分）|甲");
    ASSERT_TABLE("", "2:水平（5分）|合格率。（3分）|甲", "^|减分项（1分）|乙");
    ASSERT_TABLE("", "2:水平（5分）|合格率。|甲", "^|满意度。|乙");
}

static void test_points_are_missing(void **state)
{
    (void)state;
    ASSERT_TABLE(" points-missing 教育。;", "2:水平（5分）|合格率。（3分）|甲",
                 "^|满意度。（2分）|乙", "3:措施（4分）|宣传。（3分）|甲", "^|投诉。（1分）|甲",
                 "^|教育。|乙");
    ASSERT_TABLE(" points-missing 保障;", "2:水平（5分）|合格率。|甲", "^|满意度。|乙",
                 "2:措施（4分）|宣传。|甲", "^|投诉。|甲", "保障|经费。|乙",
                 "一票否决项|发生事故。|乙");
    /* few have points: they may be examples */
    ASSERT_TABLE("", "水平|合格率。（3分）|甲", "措施|宣传。|甲", "保障|经费。|甲");
}

static const char *const hundred[] = {
    "2:水平（50分）|合格率。（30分）|甲",
    "^|满意度。（20分）|乙",
    "2:措施（49分）|教育。（40分）|丙",
    "^|宣传。（9分）|丁",
    NULL,
};

static void test_the_total(void **state)
{
    (void)state;
    struct checked c = table_of(hundred);
    assert_found(&c, check_points, " points-total 99|100;");
    c = table_of(hundred);
    checked_section(&c, "notice");
    checked_paragraph(&c, ROLE_BODY, "考核满分为99分。");
    assert_found(&c, check_points, "");
    c = table_of(hundred);
    checked_paragraph(&c, ROLE_BODY, "满分120分。"); /* far off */
    assert_found(&c, check_points, "");
    c = table_of(hundred);
    checked_paragraph(&c, ROLE_BODY, "甲类满分100分。");
    checked_paragraph(&c, ROLE_BODY, "乙类满分99分。");
    assert_found(&c, check_points, "");
}

static void test_the_total_is_that_of_all_tables_of_an_annex(void **state)
{
    (void)state;
    struct checked c = table_of(hundred);
    checked_table(&c, 3);
    checked_row(&c, "2:保障（1分）|经费。（0.5分）|甲");
    checked_row(&c, "^|人员。（0.5分）|甲");
    assert_found(&c, check_points, "");
}

static void test_a_wrong_group_is_not_told_twice(void **state)
{
    (void)state;
    ASSERT_TABLE(" points-group-sum 措施|49|50;", "2:水平（50分）|合格率。（30分）|甲",
                 "^|满意度。（20分）|乙", "2:措施（49分）|教育。（40分）|丙",
                 "^|宣传。（10分）|丁");
}

static void test_tables_without_points(void **state)
{
    (void)state;
    ASSERT_TABLE("", "姓名|单位|电话", "张静|甲|13803180126", "=注：本表一式两份。");
    ASSERT_TABLE("", "||", "||");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_group_is_the_sum_of_what_it_covers),
        cmocka_unit_test(test_levels_are_added_up_one_by_one),
        cmocka_unit_test(test_a_cell_across_the_table_heads_the_rows_below),
        cmocka_unit_test(test_deductions_and_vetoes_stand_outside),
        cmocka_unit_test(test_what_is_not_clear_is_left_alone),
        cmocka_unit_test(test_points_are_missing),
        cmocka_unit_test(test_the_total),
        cmocka_unit_test(test_the_total_is_that_of_all_tables_of_an_annex),
        cmocka_unit_test(test_a_wrong_group_is_not_told_twice),
        cmocka_unit_test(test_tables_without_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
