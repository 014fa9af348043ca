/* base/ordinal.c: the number that a paragraph begins with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/ordinal.h"

static void expect(const char *text, int level, long value, enum ordinal_form form, size_t end)
{
    struct ordinal number = ordinal_of(text);
    if (number.level != level || (level && (number.value != value || number.form != form)))
        fail_msg("%s: level %d, value %ld, form %d", text, number.level, number.value,
                 (int)number.form);
    assert_int_equal(number.end, end);
}

static void test_numbers_of_the_standard(void **state)
{
    (void)state;
    expect("一、指导思想", 1, 1, ORDINAL_RIGHT, 6);
    expect("二十一、附则", 1, 21, ORDINAL_RIGHT, 12);
    expect("　　（十七）认证", 2, 17, ORDINAL_RIGHT, 18);
    expect("1.加强领导", 3, 1, ORDINAL_RIGHT, 2);
    expect("13．加强领导", 3, 13, ORDINAL_RIGHT, 5);
    expect("2.2022年活动图片", 3, 2, ORDINAL_RIGHT, 2);
    expect("（3）加强领导", 4, 3, ORDINAL_RIGHT, 7);
}

static void test_other_forms(void **state)
{
    (void)state;
    expect("(一)加强领导", 2, 1, ORDINAL_HALF_BRACKETS, 5);
    expect("（一)加强领导", 2, 1, ORDINAL_HALF_BRACKETS, 7);
    expect("(1)加强领导", 4, 1, ORDINAL_HALF_BRACKETS, 3);
    expect("（一）、加强领导", 2, 1, ORDINAL_MARK_AFTER, 12);
    expect("一.加强领导", 1, 1, ORDINAL_POINT, 4);
    expect("1、加强领导", 3, 1, ORDINAL_COMMA, 4);
}

static void test_no_numbers(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",        "加强领导",   "一是加强领导",   "三品一标", "三、四季度",
        "1.5万元", "2022年",     "3家企业",        "3、4日",   "（二）、（三）项",
        "（5分）", "（2022）号", "1234.",          "（一",     "（一、",
        "3.15",    "0.5",        "（市场监管局）", "1",        "一",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(texts[i], 0, 0, ORDINAL_RIGHT, 0);
}

static void test_printing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(ordinal_print(arena, 1, 1), "一、");
    assert_string_equal(ordinal_print(arena, 1, 10), "十、");
    assert_string_equal(ordinal_print(arena, 2, 12), "（十二）");
    assert_string_equal(ordinal_print(arena, 2, 40), "（四十）");
    assert_string_equal(ordinal_print(arena, 2, 99), "（九十九）");
    assert_string_equal(ordinal_print(arena, 2, 100), "（100）");
    assert_string_equal(ordinal_print(arena, 3, 7), "7.");
    assert_string_equal(ordinal_print(arena, 4, 15), "（15）");
    arena_free(arena);
}

static void test_values(void **state)
{
    (void)state;
    for (long value = 1; value < 100; value++) {
        struct arena *arena = arena_new();
        const char *characters = number_print(arena, value, true);
        const char *digits = number_print(arena, value, false);
        assert_int_equal(ordinal_value(&characters), value);
        assert_int_equal(ordinal_value(&digits), value);
        assert_string_equal(characters, "");
        assert_string_equal(digits, "");
        arena_free(arena);
    }
}

static void test_how_far_a_number_goes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int level;
        size_t end;
    } cases[] = {
        {"一、甲", 1, 6},   {"十二、甲", 1, 9}, {"一.甲", 1, 4},  {"（一）甲", 2, 9},
        {"(十二)甲", 2, 8}, {"1.甲", 3, 2},     {"12．甲", 3, 5}, {"1、甲", 3, 4},
        {"1.2022年", 3, 2}, {"（1）甲", 4, 7},  {"(1)甲", 4, 3},  {"1.5万元", 0, 0},
        {"一是", 0, 0},     {"2022年", 0, 0},   {"（一", 0, 0},   {"（2022年）", 0, 0},
        {"20221.甲", 0, 0}, {"", 0, 0},         {"第一、", 0, 0}, {"一二三四五、", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ordinal ordinal = ordinal_of(cases[i].text);
        if (ordinal.level != cases[i].level || ordinal.end != cases[i].end)
            fail_msg("%s: level %d, %zu bytes", cases[i].text, ordinal.level, ordinal.end);
    }
}

static void test_numerals(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    static const struct {
        long number;
        const char *text;
    } cases[] = {
        {1, "一"},      {9, "九"},    {10, "十"},     {11, "十一"}, {19, "十九"}, {20, "二十"},
        {21, "二十一"}, {30, "三十"}, {99, "九十九"}, {100, "100"}, {0, "0"},     {-3, "-3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(number_print(arena, cases[i].number, true), cases[i].text);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numerals),
        cmocka_unit_test(test_how_far_a_number_goes),
        cmocka_unit_test(test_numbers_of_the_standard),
        cmocka_unit_test(test_other_forms),
        cmocka_unit_test(test_no_numbers),
        cmocka_unit_test(test_printing),
        cmocka_unit_test(test_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
