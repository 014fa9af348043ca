/* docx/drawing.c and docx/chart.c: a chart in the text, and the part that it is. Runs in the
 * project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/chart_size.h"
#include "docx/drawing.h"
#include "writing.h"

static const char *const series[] = {"2021年", "2022年"};
static const struct bar some[] = {{true, 2950}, {true, 0}};
static const struct bar missing[] = {{false, 0}, {true, 700}};

static struct block *add_chart(const char *title, size_t series_count)
{
    struct block *block = section_add_block(document.last, chart_new(arena, nowhere));
    block->chart.title = title;
    block->chart.series = series;
    block->chart.series_count = series_count;
    chart_add_category(arena, block, "甲局", nowhere)->bars = some;
    chart_add_category(arena, block, "乙局", nowhere)->bars = missing;
    return block;
}

static const char *chart_written(size_t number)
{
    struct docx docx = docx_prepare(arena, &document, style, NULL);
    struct xml_writer *out = xml_writer_new(arena);
    size_t length;
    assert_true(number < docx.drawing_count);
    chart_write(out, &docx, &docx.drawings[number]);
    return strstr(xml_writer_finish(out, &length), "<c:chartSpace");
}

static void assert_lacks(const char *text, const char *word)
{
    if (strstr(text, word))
        fail_msg("%s\nis in\n%s", word, text);
}

static void a_chart_is_a_drawing_in_a_line_of_its_height(void **state)
{
    (void)state;
    add_chart("分值", 2);
    const char *body = body_written();
    assert_holds(body, "<w:p><w:pPr><w:pStyle w:val=\"table-text\"/><w:spacing w:before=\"120\" "
                       "w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r>"
                       "<w:drawing><wp:inline");
    assert_holds(body, arena_printf(arena, "<wp:extent cx=\"%ld\" cy=\"%ld\"/>",
                                    page_text_width(&style->portrait) * 635,
                                    (2 * (2 * 240 + 180) + 360 + 180 + 360 + 2 * 180) * 635L));
    assert_holds(body,
                 "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                 "r:id=\"rIdChart1\"/>");
}

static void who_sees_no_bars_reads_the_numbers(void **state)
{
    (void)state;
    add_chart("分值", 2);
    assert_holds(body_written(), "<wp:docPr id=\"1\" name=\"图表 1\" descr=\"分值：2021年、2022年；"
                                 "甲局 29.5、0；乙局 －、7\"/>");
    section->first = section->last = NULL;
    add_chart("", 1);
    assert_holds(body_written(), "descr=\"2021年；甲局 29.5；乙局 －\"/>");
}

static void charts_are_numbered(void **state)
{
    (void)state;
    add_chart("一", 1);
    add(ROLE_BODY, "中间");
    document_add_section(arena, &document, "annex-1")->landscape = true;
    add_chart("二", 1);
    const char *body = body_written();
    assert_holds(body, "<wp:docPr id=\"2\" name=\"图表 2\"");
    assert_holds(body, "r:id=\"rIdChart2\"");
    assert_holds(body, arena_printf(arena, "<wp:extent cx=\"%ld\"",
                                    page_text_width(&style->landscape) * 635));
    assert_holds(chart_written(1), "<a:t>二</a:t>");
}

/* The last paragraph of a section holds its properties. */
static void a_section_may_end_in_a_chart(void **state)
{
    (void)state;
    add_chart("分值", 1);
    document_add_section(arena, &document, "annex-1");
    add(ROLE_BODY, "后");
    assert_holds(body_written(), "w:lineRule=\"auto\"/><w:sectPr>");
}

static void no_chart_is_taller_than_a_page(void **state)
{
    (void)state;
    struct block *block = add_chart("分值", 2);
    for (int i = 0; i < 38; i++)
        chart_add_category(arena, block, "丙局", nowhere)->bars = some;
    long height = page_text_height(&style->portrait) - style->table.spare - chart_space(style);
    assert_true(height < chart_height(style, &block->chart, page_text_width(&style->portrait)));
    assert_holds(body_written(), arena_printf(arena, "cy=\"%ld\"/>", height * 635));
    assert_holds(chart_written(0), "sz=\"600\"");
}

/* What does not fit below stands on the next page whole. */
static void charts_fill_pages(void **state)
{
    (void)state;
    add_chart("一", 1);
    add_chart("二", 1);
    struct docx docx = docx_prepare(arena, &document, style, NULL);
    struct body body = {.out = xml_writer_new(arena), .docx = &docx, .page = {.height = 5000}};
    long height = docx.drawings[0].height + chart_space(style);
    xml_open(body.out, "w:body");
    body.page.used = 5000 - height;
    drawing_write(&body, (struct setting){0});
    assert_int_equal(body.page.used, 5000);
    drawing_write(&body, (struct setting){0});
    assert_int_equal(body.page.used, height);
    size_t length;
    xml_writer_finish(body.out, &length);
}

static void bars_stand_in_the_part_itself(void **state)
{
    (void)state;
    add_chart("分值", 2);
    const char *chart = chart_written(0);
    assert_holds(chart, "<c:tx><c:v>2021年</c:v></c:tx>");
    assert_holds(chart,
                 "<c:cat><c:strLit><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>甲局</c:v></c:pt>"
                 "<c:pt idx=\"1\"><c:v>乙局</c:v></c:pt></c:strLit></c:cat>");
    assert_holds(chart, "<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>29.5</c:v></c:pt></c:numLit>");
    assert_holds(chart, "<c:pt idx=\"0\"><c:v>0</c:v></c:pt><c:pt idx=\"1\"><c:v>7</c:v></c:pt>");
    assert_lacks(chart, "externalData");
    assert_lacks(chart, "<c:f>");
}

static void the_first_category_is_on_top_and_lengths_begin_at_0(void **state)
{
    (void)state;
    add_chart("分值", 1);
    const char *chart = chart_written(0);
    assert_holds(chart, "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/>"
                        "</c:scaling><c:delete val=\"0\"/>");
    assert_holds(chart, "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>"
                        "<c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/>");
}

static void faces_and_fills_are_those_of_the_style(void **state)
{
    (void)state;
    add_chart("分值", 2);
    const char *chart = chart_written(0);
    assert_holds(chart, "<a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"0\"><a:solidFill><a:srgbClr "
                        "val=\"000000\"/></a:solidFill><a:latin typeface=\"黑体\"/><a:ea "
                        "typeface=\"黑体\"/></a:rPr><a:t>分值</a:t>");
    assert_holds(chart, "<a:latin typeface=\"仿宋_GB2312\"/>");
    assert_holds(chart, "<a:srgbClr val=\"BFBFBF\"/></a:solidFill><a:ln w=\"6350\">");
    assert_holds(chart, "<a:srgbClr val=\"404040\"/>");
    assert_holds(chart, "<c:gapWidth val=\"75\"/>");
}

static void a_single_series_needs_no_legend_and_a_chart_no_title(void **state)
{
    (void)state;
    add_chart("", 1);
    add_chart("分值", 2);
    assert_lacks(chart_written(0), "<c:legend>");
    assert_holds(chart_written(0), "<c:chart><c:autoTitleDeleted val=\"1\"/>");
    assert_holds(chart_written(1), "<c:legend><c:legendPos val=\"b\"/>");
    assert_holds(chart_written(1), "</c:title><c:autoTitleDeleted val=\"0\"/>");
}

static void long_names_have_lines(void **state)
{
    (void)state;
    struct block *block = add_chart("分值", 1);
    block->chart.last->name = "市质量强市工作领导小组办公室（市市场监督管理局）";
    assert_holds(chart_written(0), "<c:v>市质量强市工作领导小组办\n公室（市市场监督管理局）</c:v>");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_chart_is_a_drawing_in_a_line_of_its_height),
        TEST(who_sees_no_bars_reads_the_numbers),
        TEST(charts_are_numbered),
        TEST(a_section_may_end_in_a_chart),
        TEST(no_chart_is_taller_than_a_page),
        TEST(charts_fill_pages),
        TEST(bars_stand_in_the_part_itself),
        TEST(the_first_category_is_on_top_and_lengths_begin_at_0),
        TEST(faces_and_fills_are_those_of_the_style),
        TEST(a_single_series_needs_no_legend_and_a_chart_no_title),
        TEST(long_names_have_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
