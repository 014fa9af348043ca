/* check/issuer.c: which names may be one organ's. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "check/issuer.h"

static void test_full_and_short_names(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"安平县教育局", "安平县教育局"},
        {"枣庄市市中区人民政府", "市中区人民政府"},
        {"国家市场监督管理总局", "市场监管总局"},
        {"平安县人民政府", "平安县政府"},
        {"国家发展和改革委员会", "国家发展改革委"},
        {"安平县质量强县领导小组办公室", "县质强办"},
        {"國務院國有資產監督管理委員會", "國務院國資委"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_true(is_same_organ(arena, pairs[i][0], pairs[i][1]));
        assert_true(is_same_organ(arena, pairs[i][1], pairs[i][0]));
    }
}

static void test_two_organs(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"平安县人民政府", "平安县人民政府办公室"},
        {"安平县质量强县领导小组", "安平县质量强县领导小组办公室"},
        {"安平县教育局", "安平县公安局"},
        {"平安县人民政府", "安平县人民政府"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_false(is_same_organ(arena, pairs[i][0], pairs[i][1]));
        assert_false(is_same_organ(arena, pairs[i][1], pairs[i][0]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_and_short_names),
        cmocka_unit_test(test_two_organs),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
