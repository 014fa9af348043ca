/* check/mention.c: days that a text names. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/mention.h"
#include "patterns.h"

/* All days of a text: what joins it to the one before, year-month-day, "?" where the year is
 * adrift, the weekday, "<" before 前. */
static const char *days_in(const char *text)
{
    static const char *const joints[] = {"", "到", "至", "-"};
    struct buffer out = buffer_on(arena);
    struct mention mention = {0};
    while (mention_next(patterns, text, &mention)) {
        const char *start = mention.joint == JOINT_NONE && out.text ? " " : "";
        buffer_printf(&out, "%s%s%d-%d-%d", start, joints[mention.joint], mention.date.year,
                      mention.date.month, mention.date.day);
        if (mention.adrift)
            buffer_add(&out, "?");
        if (mention.weekday >= 0)
            buffer_printf(&out, "w%d", mention.weekday);
        if (mention.before)
            buffer_add(&out, "<");
    }
    assert_int_equal(findings.count, 0);
    return buffer_text(&out);
}

static void test_single_days(void **state)
{
    (void)state;
    assert_string_equal(days_in(""), "");
    assert_string_equal(days_in("2022年9月26日"), "2022-9-26");
    assert_string_equal(days_in("2022 年 09 月 26 日"), "2022-9-26");
    assert_string_equal(days_in("1.2022年1月5日，2.9月6号"), "2022-1-5 0-9-6");
    assert_string_equal(days_in("13月32日"), "0-13-32");
    assert_string_equal(days_in("3·15、9.21、2022年9月、18个月3日、第112月3日"), "");
}

static void test_years_in_words(void **state)
{
    (void)state;
    assert_string_equal(days_in("今年9月1日，本年9月2日"), "0-9-1 0-9-2");
    assert_string_equal(days_in("次年9月1日，每年 9月2日，二〇二二年9月3日"),
                        "0-9-1? 0-9-2? 0-9-3?");
    assert_string_equal(days_in("12022年9月1日"), "0-9-1?");
}

static void test_weekdays(void **state)
{
    (void)state;
    assert_string_equal(days_in("9月26日（星期一）"), "0-9-26w1");
    assert_string_equal(days_in("9月25日(周日)、9月25日星期天"), "0-9-25w0 0-9-25w0");
    assert_string_equal(days_in("9月26日周密部署"), "0-9-26");
}

static void test_deadlines(void **state)
{
    (void)state;
    assert_string_equal(days_in("9月26日前，9月27日之前，9月28日以前"), "0-9-26< 0-9-27< 0-9-28<");
    assert_string_equal(days_in("1月17日下午下班前，12月25日下午4时前，1月2日17:30前"),
                        "0-1-17< 0-12-25< 0-1-2<");
    assert_string_equal(days_in("9月26日（星期一）上午12时30分前"), "0-9-26w1<");
    assert_string_equal(days_in("9月26日（含）前"), "0-9-26<");
    assert_string_equal(days_in("9月26日前往，9月26日前后，9月26日下午4时"),
                        "0-9-26 0-9-26 0-9-26");
}

static void test_ranges(void **state)
{
    (void)state;
    assert_string_equal(days_in("7月1日到7月31日"), "0-7-1到0-7-31");
    assert_string_equal(days_in("2022年8月1日起至10日"), "2022-8-1至2022-8-10");
    assert_string_equal(days_in("9月1日—9月30日，10月1日～3日"), "0-9-1-0-9-30 0-10-1-0-10-3");
    assert_string_equal(days_in("9月26日（周一）至28日（周三）"), "0-9-26w1至0-9-28w3");
    assert_string_equal(days_in("2022年12月26日至1月5日"), "2022-12-26至2023-1-5");
    assert_string_equal(days_in("2022年9月30日至9月1日"), "2022-9-30至2022-9-1");
    assert_string_equal(days_in("2022年12月26日至次年1月5日"), "2022-12-26至0-1-5?");
    assert_string_equal(days_in("每年9月1日至5日"), "0-9-1?至0-9-5?");
    assert_string_equal(days_in("9月1日到县里，9月2日至少5人"), "0-9-1 0-9-2");
}

static void test_where_they_stand(void **state)
{
    (void)state;
    static const char text[] = "于2022年9月26日（星期一）下班前报送";
    struct mention mention = {0};
    assert_true(mention_next(patterns, text, &mention));
    assert_int_equal(mention.start, strlen("于"));
    assert_int_equal(mention.end, strlen("于2022年9月26日"));
    assert_int_equal(mention.tail, strlen("于2022年9月26日（星期一）下班前"));
    assert_false(mention_next(patterns, text, &mention));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_single_days, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_years_in_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_weekdays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_deadlines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ranges, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_where_they_stand, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
