/* check/listed.c: the items in front of 等. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "check/listed.h"

struct example {
    const char *text;
    long announced, differs;
};

static void check(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        long differs =
            listed_differs(examples[i].text, strlen(examples[i].text), examples[i].announced);
        if (differs != examples[i].differs)
            fail_msg("%s等%ld个: %ld", examples[i].text, examples[i].announced, differs);
    }
}

static void test_agree(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"考核要点共17项，涵盖质量水平、政策体系、安全监管、促进措施、基础设施", 5, 0},
        {"考核程序包括自我评价与公示、调研核查、综合考评、报批与通报", 4, 0},
        {"质量、标准、计量和认证", 4, 0},
        {"教育局、公安局、水利局", 3, 0},
        {"“双随机、一公开”、信用监管、风险监测", 3, 0},
        {"抽查（衣、食、住）、监测、通报", 3, 0},
        {"“质量月”“品牌日”《手册》《指南》", 4, 0},
        {"（含衣、食、住", 3, 0},
        {"对生产、销售农资检查（1分）、监测（2分）、评价（3分）", 3, 0},
    };
    check(examples, sizeof examples / sizeof *examples);
}

static void test_differ(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"涵盖质量水平、政策体系、安全监管、促进措施", 5, 4},
        {"涵盖质量水平、政策体系、安全监管、促进措施、基础设施", 4, 5},
        {"自我评价与公示、调研核查、综合考评、报批与通报", 3, 4},
        {"“双随机、一公开”、信用监管、风险监测", 4, 3},
        {"“质量月”“品牌日”“标准日”“计量日”", 5, 4},
        {"对生产、销售农资检查（1分）、监测（2分）、评价（3分）", 4, 3},
        {"前一句有、逗号，教育局、公安局、水利局", 2, 3},
    };
    check(examples, sizeof examples / sizeof *examples);
}

static void test_not_sure(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"", 5, 0},
        {"教育", 5, 0},
        {"教育、医疗", 3, 0},                             /* examples */
        {"教育、医疗、旅游", 10, 0},                      /* examples */
        {"围绕企业、群众需求开展帮扶、服务、宣贯", 3, 0}, /* begins at 帮扶 */
        {"向社区、学校发放宣传册、海报、手册", 3, 0},     /* begins at 宣传册 */
        {"企业、群众的质量、标准、计量", 4, 0},           /* 质量 or 企业 */
        {"教育局、公安局、水利局", 1, 0},
    };
    check(examples, sizeof examples / sizeof *examples);
}

/* No more items are read than there is room for. */
static void test_many(void **state)
{
    (void)state;
    static char text[4000];
    for (int i = 0; i < 300; i++)
        strcat(text, "城、");
    assert_int_equal(listed_differs(text, strlen(text), 200), 0);
    assert_int_equal(listed_items(text, strlen(text)), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_agree),
        cmocka_unit_test(test_differ),
        cmocka_unit_test(test_not_sure),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
