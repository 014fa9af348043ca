/* check/points_annexes.c and check/points_printed.c: the same indicator in two annexes, and how
 * points are printed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "checking.h"

static const char *const indicators[] = {
    "组织中小学生参加质量教育实践活动。（4分）", "开展农产品质量安全专项整治。（2分）",
    "推进特种设备安全监管。（1.5分）",           "加强产品质量监督管理。（1分）",
    "畅通工程质量投诉渠道。（0.5分）",           NULL,
};

static void add_annex(struct checked *c, const char *name, const char *const *paragraphs)
{
    checked_section(c, name);
    for (; *paragraphs; paragraphs++)
        checked_paragraph(c, ROLE_BODY, *paragraphs);
}

/* The list above in annex 1, and another in annex 2. */
static struct checked beside(const char *const *paragraphs)
{
    struct checked c = checked_new();
    add_annex(&c, "annex-1", indicators);
    add_annex(&c, "annex-2", paragraphs);
    return c;
}

#define ASSERT_BESIDE(expected, ...)                                                               \
    do {                                                                                           \
        struct checked c = beside((const char *const[]){__VA_ARGS__, NULL});                       \
        assert_found(&c, check_points, expected);                                                  \
    } while (0)

static void test_other_points(void **state)
{
    (void)state;
    ASSERT_BESIDE(" points-differ 加强产品质量监督管理。|2|1;", "1.推进特种设备安全监管（1.5 分）",
                  "2.加强产品质量监督管理。（2分）（责任单位：甲局）", indicators[0],
                  indicators[1]);
    /* too few are common; most are other; named twice in one annex */
    ASSERT_BESIDE("", "加强产品质量监督管理。（2分）", indicators[0]);
    ASSERT_BESIDE("", "加强产品质量监督管理。（2分）", "推进特种设备安全监管。（3分）",
                  indicators[0], indicators[1]);
    ASSERT_BESIDE("", "加强产品质量监督管理。（2分）", "加强产品质量监督管理。（3分）",
                  indicators[0], indicators[1], indicators[2], indicators[4]);
}

static void test_other_words(void **state)
{
    (void)state;
    ASSERT_BESIDE(" wording-differs 强化产品质量监督管理。|加强产品质量监督管理。;", indicators[0],
                  indicators[1], indicators[2], "强化产品质量监督管理。（1分）", indicators[4]);
    /* other points: another indicator */
    ASSERT_BESIDE("", indicators[0], indicators[1], indicators[2], "强化产品质量监督管理。（3分）",
                  indicators[4]);
}

static void test_other_title_of_a_numbered_group(void **state)
{
    (void)state;
    struct checked c = checked_new();
    add_annex(&c, "annex-1",
              (const char *const[]){"（一）质量发展", "（二）质量安全", "（三）质量教育",
                                    "（四）深化检测改革", NULL});
    add_annex(&c, "annex-2",
              (const char *const[]){"（一）质量发展。", "（二）质量安全。", "（三）质量教育。",
                                    "（四）推进检测工作。（1.5分）", NULL});
    assert_found(&c, check_points, " wording-differs 推进检测工作|深化检测改革;");
}

/* Where numbers begin again, or little is the same, they name nothing. */
static void test_numbers_that_name_nothing(void **state)
{
    (void)state;
    struct checked c = checked_new();
    add_annex(&c, "annex-1",
              (const char *const[]){"（一）甲事项", "（二）乙事项", "（三）丙事项", "（四）丁事项",
                                    "（一）戊事项", NULL});
    add_annex(&c, "annex-2",
              (const char *const[]){"（一）戊事项", "（二）乙事项", "（三）丙事项", "（四）丁事项",
                                    NULL});
    add_annex(&c, "annex-3",
              (const char *const[]){"（一）时间", "（二）地点", "（三）人员", "（四）要求", NULL});
    assert_found(&c, check_points, "");
}

static void test_points_without_their_word(void **state)
{
    (void)state;
    ASSERT_BESIDE(" points-unit （1）|1;", indicators[0], indicators[1], indicators[2],
                  "加强产品质量监督管理。（1）（责任单位：甲局）", indicators[4]);
    ASSERT_BESIDE(" points-unit （0.5）|0.5;", indicators[0], indicators[1], indicators[2],
                  "畅通工程质量投诉渠道（0.5）");
    /* nothing else has points; a number of a series; an annex */
    ASSERT_BESIDE("", "加强产品质量监督管理。（1）");
    ASSERT_BESIDE("", indicators[0], indicators[1], indicators[2], "（1）建立台账。",
                  "按要求报送（见附件2）。", "计算办法见公式（2）。");
}

static void test_two_words_for_those_responsible(void **state)
{
    (void)state;
    ASSERT_BESIDE(" unit-label-mixed 负责单位|1|责任单位|2;", "甲事项（责任单位：甲局）",
                  "乙事项（负责单位：乙局）、丙事项（责任单位：丙局）");
    ASSERT_BESIDE("", "甲事项（责任单位：甲局）", "各责任单位、负责单位要配合。",
                  "乙事项（责任单位：乙局）");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_points),
        cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_other_title_of_a_numbered_group),
        cmocka_unit_test(test_numbers_that_name_nothing),
        cmocka_unit_test(test_points_without_their_word),
        cmocka_unit_test(test_two_words_for_those_responsible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
