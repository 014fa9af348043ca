/* compose/chart_plan.c and compose/chart.c: chart blocks over the slogans of a small notice. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "composing.h"

static struct composing c;

static int set_up(void **state)
{
    (void)state;
    composing_begin(&c);
    composing_notice(&c, "<notice><title>全年</title>\n<slogan>12.5</slogan><slogan>0</slogan>"
                         "<slogan> </slogan>\n<slogan>很多</slogan></notice>");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    composing_end(&c);
    return 0;
}

#define THREE "```chart rows=\"slogan[position() < 4]\"\n"
#define CATEGORY "category: 第{{ position() }}\n"
#define SERIES "\nseries: 分值\nvalue: .\n"

static void test_a_category_for_each_row(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {THREE "title: {{ title }}得分\n" CATEGORY SERIES "```\n后",
         "chart 全年得分: 分值\n第1: 12.5\n第2: 0\n第3: \n后\n"},
        {THREE CATEGORY "series: 一\nvalue: position() * 0.5\n\n"
                        "series: 二\n  {{ title }}\nvalue:\n  note\n```\n",
         "chart : 一 二 全年\n第1: 0.5 \n第2: 1 \n第3: 1.5 \n"},
        {"前\n\n```chart rows=\"slogan\"\ncategory: **甲**<ins>乙</ins><br>丙\n" SERIES "```\n",
         ""},
        {"```chart rows=\"note\"\n" CATEGORY SERIES "```\n后", "后\n"},
    };
    composed(&c, cases[2].text); /* a value that is no number */
    assert_string_equal(c.section->first->next->chart.first->name, "甲乙 丙");
    assert_int_equal(c.findings.count, 1);
    c.findings.count = 0;
    assert_composed(&c, cases, 2);
    assert_composed(&c, cases + 3, 1);
}

static void test_origins_name_the_rows(void **state)
{
    (void)state;
    composed(&c, "前\n\n" THREE CATEGORY SERIES "```\n");
    const struct block *block = c.section->first->next;
    assert_int_equal(block->origin.line, 3);
    assert_string_equal(block->chart.last->origin.path, "/notice/slogan[3]");
    assert_int_equal(block->chart.last->origin.line, 3);
    assert_int_equal(block->chart.last->origin.data.line, 2);
}

static void test_what_is_wrong_in_the_block(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"```chart\n```\n", "1:1 chart-incomplete;1:1 chart-incomplete;1:1 chart-incomplete;"},
        {"```chart rows=\"slogan\" page=\"landscape\"\n" CATEGORY SERIES "```\n",
         "1:1 chart-syntax;5:8 chart-value;"},
        {"```chart rows=slogan\n" CATEGORY SERIES "```\n", "1:1 chart-syntax;"},
        {THREE "titel: x\n" CATEGORY SERIES "```\n", "2:1 chart-syntax;"},
        {THREE "title: x\n" SERIES "```\n", "1:1 chart-incomplete;"},
        {THREE CATEGORY "\nvalue: .\n\nseries: 一\n```\n",
         "4:1 chart-incomplete;6:1 chart-incomplete;"},
        {THREE CATEGORY "\nserie: 一\nvalue: .\n```\n", "4:1 chart-syntax;"},
        {THREE CATEGORY SERIES "series: 二\nvalue: .\n```\n", "6:9 chart-syntax;7:8 chart-syntax;"},
        {THREE CATEGORY CATEGORY "title:\ntitle: x\n" SERIES "```\n",
         "3:11 chart-syntax;5:8 chart-syntax;"},
        {THREE CATEGORY "\nseries: 一\nvalue: slogn\n```\n", "5:8 tag-name;"},
        {"```chart rows=\"1\"\n" CATEGORY SERIES "```\n", "1:1 tag-value;"},
        {THREE CATEGORY SERIES, "1:1 block-unclosed;"},
        {"```charts\n```\n", "1:1 block-unknown;"},
    };
    ASSERT_WRONG(&c, cases);
}

static void test_what_is_wrong_in_the_data(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"```chart rows=\"slogan\"\n" CATEGORY SERIES "```\n", "5:8 chart-value;"},
        {"```chart rows=\"slogan[1]\"\n" CATEGORY "series: 一\nvalue: 0 - 1\n```\n",
         "4:8 chart-value;"},
        {"```chart rows=\"slogan[1]\"\n" CATEGORY "series: 一\nvalue: 1 div 3\n```\n",
         "4:8 chart-value;"},
        {"```chart rows=\"slogan[1]\"\n" CATEGORY "series: 一\nvalue: 100000.01\n```\n",
         "4:8 chart-value;"},
        {"```chart rows=\"slogan[1]\"\ncategory: {{ note }}\n" SERIES "```\n", "2:11 tag-empty;"},
        {"```chart rows=\"slogan[1]\"\ncategory: {{_ name | 名称 }}\n" SERIES "```\n",
         "1:1 chart-field;"},
    };
    ASSERT_WRONG(&c, cases);
}

/* A cell may include a template with a chart. */
static void test_no_chart_in_a_cell(void **state)
{
    (void)state;
    composing_template(&c, "bars", THREE CATEGORY SERIES "```\n");
    assert_string_equal(found_wrong(&c, "```table rows=\"slogan[1]\"\nwidth: 100%\ncell: 前\n"
                                        "  {{> bars }}\n```\n"),
                        "1:1 chart-place;");
    assert_string_equal(found_wrong(&c, "{{> bars }}"), "");
}

static const char *chart_of_series(int count)
{
    struct buffer out = buffer_on(c.arena);
    buffer_add(&out, THREE CATEGORY);
    for (int i = 0; i < count; i++)
        buffer_add(&out, SERIES);
    buffer_add(&out, "```\n");
    return buffer_text(&out);
}

static void test_series_at_the_cap_and_past_it(void **state)
{
    (void)state;
    assert_string_equal(found_wrong(&c, chart_of_series(LIMIT_CHART_SERIES)), "");
    assert_int_equal(c.section->first->chart.series_count, LIMIT_CHART_SERIES);
    assert_string_equal(found_wrong(&c, chart_of_series(LIMIT_CHART_SERIES + 1)),
                        "1:1 chart-series;");
    assert_null(c.section->first);
}

static void test_categories_at_the_cap_and_past_it(void **state)
{
    (void)state;
    struct buffer text = buffer_on(c.arena);
    buffer_add(&text, "<notice><title>x</title>");
    for (int i = 0; i <= LIMIT_CHART_CATEGORIES; i++)
        buffer_add(&text, "<slogan>1</slogan>");
    buffer_add(&text, "</notice>");
    composing_notice(&c, text.text);
    assert_string_equal(
        found_wrong(&c, "```chart rows=\"slogan[position() > 1]\"\n" CATEGORY SERIES "```\n"), "");
    assert_int_equal(c.section->first->chart.count, LIMIT_CHART_CATEGORIES);
    assert_string_equal(found_wrong(&c, "```chart rows=\"slogan\"\n" CATEGORY SERIES "```\n"),
                        "1:1 chart-categories;");
    assert_null(c.section->first);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_category_for_each_row),
        TEST(test_origins_name_the_rows),
        TEST(test_what_is_wrong_in_the_block),
        TEST(test_what_is_wrong_in_the_data),
        TEST(test_no_chart_in_a_cell),
        TEST(test_series_at_the_cap_and_past_it),
        TEST(test_categories_at_the_cap_and_past_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
