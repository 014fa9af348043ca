/* base/likeness.c: when two wordings are meant to be the same. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/likeness.h"
#include "on_arena.h"

static void test_key_has_words_alone(void **state)
{
    (void)state;
    assert_string_equal(wording_key(arena, " 开展“质量月” 活动，PM2.5。"), "开展质量月活动PM25");
    assert_string_equal(wording_key(arena, "，。（）"), "");
}

static void test_likeness_counts_what_is_common_in_order(void **state)
{
    (void)state;
    assert_int_equal(wording_likeness("质量强县", "质量强县"), 100);
    assert_int_equal(wording_likeness("质量强县", "质量强市"), 75);
    assert_int_equal(wording_likeness("质量", "量质"), 50);
    assert_int_equal(wording_likeness("质量", "计算"), 0);
    assert_int_equal(wording_likeness("", "质量"), 0);
}

static const char *repeated(const char *character, size_t count)
{
    struct buffer out = buffer_on(arena);
    while (count--)
        buffer_add(&out, character);
    return buffer_text(&out);
}

static void test_likeness_ends_at_the_cap(void **state)
{
    (void)state;
    const char *most = repeated("质", WORDING_MOST), *over = repeated("质", WORDING_MOST + 1);
    assert_int_equal(wording_likeness(most, most), 100);
    assert_int_equal(wording_likeness(most, over), 0);
}

static void test_variants(void **state)
{
    (void)state;
    assert_true(wording_is_variant(arena, "组织开展产品质量风险监测。", "加强产品质量风险监测。"));
    assert_true(wording_is_variant(arena, "设立政府质量奖。", "设立本级政府质量奖。"));
}

static void test_no_variants(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"加强监管。", "加强监管。"},
        {"加强质量监管，落实责任。", "加强质量监管、落实责任。"}, /* the marks alone */
        {"产品质量合格率", "根据产品质量合格率得分。"},           /* a name and a sentence */
        {"开展食品安全风险监测。", "推进农业标准化生产。"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_false(wording_is_variant(arena, pairs[i][0], pairs[i][1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_key_has_words_alone),
        cmocka_unit_test(test_likeness_counts_what_is_common_in_order),
        cmocka_unit_test(test_likeness_ends_at_the_cap),
        cmocka_unit_test(test_variants),
        cmocka_unit_test(test_no_variants),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
