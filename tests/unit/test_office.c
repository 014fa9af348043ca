/* check/office.c: names of offices. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/office.h"

static void test_place(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"市公安局", "公安局"},
        {"永济市公安局", "公安局"},
        {"市市场监管局", "市场监管局"},
        {"平顶山市市场监督管理局", "市场监督管理局"},
        {"市场监管局", "市场监管局"},
        {"市政管理局", "市政管理局"},
        {"城市管理局", "城市管理局"},
        {"區衛生健康局", "衛生健康局"},
        {"区域合作局", "区域合作局"},
        {"平顶山海关", "平顶山海关"},
        {"国家税务总局永济市税务局", "国家税务总局永济市税务局"},
        {"县", "县"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(office_without_place(cases[i][0]), cases[i][1]);
}

static void test_same(void **state)
{
    (void)state;
    assert_true(office_same("市工业和信息化局", "工业和信息化局"));
    assert_true(office_same("教育局", "教育局"));
    assert_false(office_same("工科局", "市工信局"));
    assert_false(office_same("市场监管局", "市市政管理局"));
}

static void test_near(void **state)
{
    (void)state;
    static const char *const near[][2] = {
        {"住房城乡建设局", "住房和城乡建设局"}, {"住房城乡建筑局", "住房和城乡建设局"},
        {"文化和旅游局", "文化广电和旅游局"},   {"市场监管局", "市市场监督管理局"},
        {"卫生健康委", "卫生健康委员会"},       {"卫健委", "卫生健康委员会"},
        {"住建局", "住房和城乡建设局"},         {"工信局", "工业和信息化局"},
        {"發展改革委", "發展和改革委員會"},
    };
    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        assert_true(office_near(near[i][0], near[i][1]));
        assert_true(office_near(near[i][1], near[i][0]));
    }
}

static void test_others(void **state)
{
    (void)state;
    static const char *const others[][2] = {
        {"教育局", "教育局"},
        {"市教育局", "县教育局"},
        {"教育局", "体育局"},
        {"公路局", "公路运输管理局"},
        {"农业局", "农业机械管理局"},
        {"公安局", "公安分局"},
        {"工科局", "工信局"},
        {"卫健局", "卫健委"},
        {"市委", "市卫健委"},
        {"纪委", "纪律检查委员会"},
        {"第一税务局", "第二税务局"},
        {"市场监督管理局", "市容监督管理局"},
        {"东湖风景管理局", "西湖风景管理局"},
        {"市场监管部门", "市场监管局"},
        {"工商局", "工商联"},
        {"", "局"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(office_near(others[i][0], others[i][1]));
        assert_false(office_near(others[i][1], others[i][0]));
    }
}

static void test_groups(void **state)
{
    (void)state;
    assert_true(office_is_one("教育局"));
    assert_true(office_is_one("平顶山海关"));
    assert_true(office_is_one("质强办"));
    assert_false(office_is_one("各相关部门"));
    assert_false(office_is_one("市场监管部门"));
    assert_false(office_is_one("各乡镇卫生院"));
    assert_false(office_is_one("乡镇人民政府"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_place),  cmocka_unit_test(test_same),   cmocka_unit_test(test_near),
        cmocka_unit_test(test_others), cmocka_unit_test(test_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
