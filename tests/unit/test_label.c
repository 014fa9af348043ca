/* compose/label.c: the numbers of headings and lists. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "compose/label.h"

static struct arena *arena;
static struct labels labels;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    labels = (struct labels){0};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* Each digit of `levels` is a heading of that level. */
static const char *headings(const char *levels)
{
    struct buffer out = buffer_on(arena);
    for (; *levels; levels++)
        buffer_printf(&out, "%s ", label_heading(arena, &labels, *levels - '0'));
    return buffer_text(&out);
}

/* GB/T 9704-2012, 7.3.3. */
static void test_the_four_levels(void **state)
{
    (void)state;
    assert_string_equal(headings("1234"), "一、 （一） 1. （1） ");
}

static void test_numbers_restart_in_their_parent(void **state)
{
    (void)state;
    assert_string_equal(headings("122312"), "一、 （一） （二） 1. 二、 （一） ");
    assert_string_equal(headings("34434"), "1. （1） （2） 2. （1） ");
}

static void test_a_level_that_is_left_out(void **state)
{
    (void)state;
    assert_string_equal(headings("133133"), "一、 1. 2. 二、 1. 2. ");
}

static void test_a_series_that_continues(void **state)
{
    (void)state;
    labels.continues[3] = true;
    assert_string_equal(headings("1233123423"),
                        "一、 （一） 1. 2. 二、 （一） 3. （1） （二） 4. ");
}

static void test_more_than_ten(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++)
        label_heading(arena, &labels, 1);
    assert_string_equal(label_heading(arena, &labels, 1), "十一、");
    for (int i = 0; i < 19; i++)
        label_heading(arena, &labels, 2);
    assert_string_equal(label_heading(arena, &labels, 2), "（二十）");
}

static void test_lists(void **state)
{
    (void)state;
    assert_string_equal(label_list(arena, &labels, 1, 1), "1.");
    assert_string_equal(label_list(arena, &labels, 1, 2), "2.");
    assert_string_equal(label_list(arena, &labels, 2, 1), "（1）");
    assert_string_equal(label_list(arena, &labels, 2, 2), "（2）");
    assert_string_equal(label_list(arena, &labels, 1, 3), "3.");
    assert_string_equal(label_list(arena, &labels, 2, 1), "（1）");
}

static void test_lists_that_meet_are_one(void **state)
{
    (void)state;
    assert_string_equal(label_list(arena, &labels, 1, 5), "5.");
    assert_string_equal(label_list(arena, &labels, 1, 1), "6.");
    label_close_lists(&labels);
    assert_string_equal(label_list(arena, &labels, 1, 1), "1.");
}

static void test_a_heading_closes_lists(void **state)
{
    (void)state;
    label_list(arena, &labels, 1, 1);
    label_list(arena, &labels, 2, 1);
    assert_string_equal(headings("1"), "一、 ");
    assert_string_equal(label_list(arena, &labels, 1, 1), "1.");
    assert_string_equal(label_list(arena, &labels, 2, 4), "（4）");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_four_levels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_restart_in_their_parent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_level_that_is_left_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_series_that_continues, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_more_than_ten, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists_that_meet_are_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_heading_closes_lists, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
