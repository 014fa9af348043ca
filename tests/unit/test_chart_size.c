/* docx/chart_size.c: how tall charts are, and where their names break. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "docx/chart_size.h"
#include "docx/height.h"

enum { LINE = 360, BAR = 240, SPACE = 180, WIDTH = 8000 };

static const char *const series[] = {"旧", "新"};
static struct arena *arena;
static struct style style;

/* 12 pt characters in lines of 18 pt; 13 of them in 40 % of the width. */
static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    style = (struct style){.chart = {.bar = BAR, .space = SPACE, .names = 40, .smallest = 15}};
    style.role[ROLE_TABLE_TEXT] = (struct role_style){.size = 24, .line = LINE};
    style.role[ROLE_TABLE_HEADER] = style.role[ROLE_TABLE_TEXT];
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct block *chart(const char *title, size_t count, size_t series_count)
{
    struct block *block = chart_new(arena, (struct origin){0});
    block->chart.title = title;
    block->chart.series = series;
    block->chart.series_count = series_count;
    for (size_t i = 0; i < count; i++)
        chart_add_category(arena, block, "市教育局", (struct origin){0});
    return block;
}

static long height(const struct block *block)
{
    return chart_height(&style, &block->chart, WIDTH);
}

static void each_category_and_what_is_around_them_takes_room(void **state)
{
    (void)state;
    assert_int_equal(height(chart("", 1, 1)), 2 * SPACE + BAR + SPACE);
    assert_int_equal(height(chart("", 13, 1)), 2 * SPACE + 13 * (BAR + SPACE));
    assert_int_equal(height(chart("", 13, 2)), 2 * SPACE + 13 * (2 * BAR + SPACE) + LINE);
    assert_int_equal(height(chart("分值", 1, 1)) - height(chart("", 1, 1)), LINE + SPACE);
    style.chart.before = style.chart.after = 100;
    assert_int_equal(block_height(&style, NULL, chart("", 1, 1), WIDTH),
                     height(chart("", 1, 1)) + 200);
}

/* A title of 34 characters is longer than a line of 33. */
static void a_long_title_has_lines(void **state)
{
    (void)state;
    static const char ten[] = "一二三四五六七八九十";
    const char *title = arena_printf(arena, "%s%s%s一二三四", ten, ten, ten);
    assert_int_equal(height(chart(title, 1, 1)) - height(chart("分值", 1, 1)), LINE);
}

static struct chart_sizes sizes(const struct block *block, long height)
{
    return chart_sizes(&style, &block->chart, WIDTH, height);
}

static void sizes_are_those_of_the_style_where_there_is_room(void **state)
{
    (void)state;
    const struct block *block = chart("分值", 13, 2);
    struct chart_sizes found = sizes(block, height(block));
    assert_int_equal(found.names, 24);
    assert_int_equal(found.lengths, 24);
    assert_int_equal(found.line, 26);
}

/* 40 categories in 12,000 twips: 285 for each, 103 for a bar. */
static void what_stands_in_a_low_chart_is_small(void **state)
{
    (void)state;
    struct chart_sizes found = sizes(chart("", 40, 2), 12000);
    assert_int_equal(found.names, 21);
    assert_int_equal(found.lengths, 12);
    found = sizes(chart("", 40, 2), 1);
    assert_int_equal(found.names, 2);
    assert_int_equal(found.lengths, 2);
}

/* 30 characters at 12 pt are three lines, too tall for one bar and its space; at 8 pt they are two.
 * What is too long at 7.5 pt too moves the bars apart. */
static void a_long_name_is_small_before_bars_move_apart(void **state)
{
    (void)state;
    static const char thirty[] = "市质量强市工作领导小组办公室（市市场监督管理局质量发展科室）";
    struct block *block = chart("", 2, 1);
    block->chart.last->name = thirty;
    assert_int_equal(height(block), 2 * SPACE + 2 * (BAR + SPACE));
    assert_int_equal(sizes(block, height(block)).names, 16);
    block->chart.last->name = arena_printf(arena, "%s%s%s", thirty, thirty, thirty);
    assert_int_equal(height(block), 2 * SPACE + 2 * 5 * 195);
    assert_int_equal(sizes(block, height(block)).names, 15);
}

static void a_style_may_want_nothing(void **state)
{
    (void)state;
    style.chart.bar = style.chart.space = 0;
    const struct block *block = chart("", 1, 1);
    assert_int_equal(height(block), 195);
    assert_int_equal(sizes(block, height(block)).lengths, 2);
}

static void names_break_into_lines(void **state)
{
    (void)state;
    assert_int_equal(chart_name_line("市教育局", 8), strlen("市教育局"));
    assert_int_equal(chart_name_line("市教育局", 7), strlen("市教育"));
    assert_int_equal(chart_name_line("市教育局）甲", 8), strlen("市教育局）"));
    assert_int_equal(chart_name_line("abc", 2), 2);
    assert_int_equal(chart_name_line("市", 0), strlen("市"));
    assert_int_equal(chart_name_line("", 8), 0);
    assert_int_equal(chart_name_width("市质量强市办公室", 14), 8);
    assert_int_equal(chart_name_width("abc市质量强市", 9), 7);
    assert_int_equal(chart_name_width("市教育局", 14), 8);
    assert_int_equal(chart_name_width("", 14), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(each_category_and_what_is_around_them_takes_room),
        TEST(a_long_title_has_lines),
        TEST(sizes_are_those_of_the_style_where_there_is_room),
        TEST(what_stands_in_a_low_chart_is_small),
        TEST(a_long_name_is_small_before_bars_move_apart),
        TEST(a_style_may_want_nothing),
        TEST(names_break_into_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
