/* data/join.c: what joining adds to the nodes of a rubric. Nodes are found by XPath, as templates
 * do. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/rubric.h"
#include "support.h"
#include "xml/xpath.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *document;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

static void join(const char *inner)
{
    document = parse_text(&findings, arena_printf(arena, "<rubric>\n%s</rubric>", inner));
    assert_non_null(document);
    rubric_join(&findings, rubric_read(&findings, xml_root(document)));
}

static const char *value(const char *expression)
{
    static const struct xpath_function_entry none[] = {{NULL, 0, 0, NULL}};
    struct xpath_engine *engine = xpath_engine_new(arena, document, none);
    struct xpath_error error;
    struct xpath_value result;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    assert_non_null(xpath);
    assert_true(xpath_run(engine, xpath, xml_root(document), 1, 1, &result, &error));
    const char *text = xpath_string(arena, &result);
    xpath_engine_free(engine);
    return text;
}

struct expectation {
    const char *expression, *text;
};

static void assert_values(const struct expectation *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(value(cases[i].expression), cases[i].text) != 0)
            fail_msg("%s: %s", cases[i].expression, value(cases[i].expression));
}

#define ASSERT_VALUES(cases) assert_values(cases, sizeof cases / sizeof *cases)

static void test_numbers_of_groups(void **state)
{
    (void)state;
    join("<group title='a'><group title='aa'/><group title='ab'/></group>"
         "<group title='b'><group title='ba'/></group>");
    static const struct expectation cases[] = {
        {"//group[@title='a']/@number", "1"},   {"//group[@title='b']/@number", "2"},
        {"//group[@title='ab']/@number", "2"},  {"//group[@title='ba']/@number", "1"},
        {"//group[@title='ab']/@running", "2"}, {"//group[@title='ba']/@running", "3"},
        {"//group[@title='b']/@running", "2"},
    };
    ASSERT_VALUES(cases);
}

/* One serial a group, one an indicator, or none; a veto has no running number. */
static void test_numbers_of_rows(void **state)
{
    (void)state;
    join("<group title='a'><indicator id='i1'><text>x</text></indicator>"
         "<indicator id='i2'><text>x</text></indicator></group>"
         "<group title='b' numbered='each'><indicator id='i3'><text>x</text></indicator>"
         "<indicator id='i4'><text>x</text><veto result='D'/></indicator></group>"
         "<group title='c' numbered='none'><indicator id='i5'><text>x</text></indicator></group>"
         "<group title='d'><indicator id='i6'><text>x</text></indicator></group>");
    static const struct expectation cases[] = {
        {"//group[@title='a']/@serial", "1"},
        {"count(//indicator[@id='i1']/@serial)", "0"},
        {"//indicator[@id='i2']/@number", "2"},
        {"//indicator[@id='i3']/@number", "1"},
        {"//indicator[@id='i3']/@serial", "2"},
        {"//indicator[@id='i4']/@serial", "3"},
        {"count(//group[@title='b']/@serial)", "0"},
        {"count(//group[@title='c']/@serial)", "0"},
        {"count(//indicator[@id='i5']/@serial)", "0"},
        {"//group[@title='d']/@serial", "4"},
        {"//indicator[@id='i3']/@running", "3"},
        {"count(//indicator[@id='i4']/@running)", "0"},
        {"//indicator[@id='i6']/@running", "5"},
    };
    ASSERT_VALUES(cases);
}

static void test_sums_and_labels(void **state)
{
    (void)state;
    join("<department id='d' name='甲局'/><group title='a'><group title='aa'>"
         "<indicator id='i1' points='2.50' departments='d'><text>x</text></indicator>"
         "<indicator id='i2'><text>x</text><deduction each='1' most='2.5'/></indicator>"
         "<indicator id='i3' departments='d'><text>x</text><deduction most='1'/></indicator>"
         "<indicator id='i4'><text>x</text><veto result='D'/></indicator>"
         "<indicator id='i5'><text>x</text></indicator></group>"
         "<indicator id='i6' points='0.5'><text>x</text></indicator></group>");
    static const struct expectation cases[] = {
        {"/rubric/@sum", "3"},
        {"//group[@title='a']/@sum", "3"},
        {"//group[@title='aa']/@sum", "2.5"},
        {"//indicator[@id='i1']/@label", "2.5分"},
        {"//indicator[@id='i2']/@label", "每项扣1分，最高扣2.5分"},
        {"//indicator[@id='i3']/@label", "最高扣1分"},
        {"count(//indicator[@id='i4']/@label)", "0"},
        {"count(//indicator[@id='i5']/@label)", "0"},
        {"/rubric/department/@points", "2.5"},
        {"/rubric/department/@indicators", "2"},
        {"//indicator[@id='i3']/department", "甲局"},
        {"//indicator[@id='i3']/department/@id", "d"},
    };
    ASSERT_VALUES(cases);
}

static void test_the_wording_round_its_points(void **state)
{
    (void)state;
    join("<group title='a'><indicator id='i1'><text> 前<mark/>；后 </text></indicator>"
         "<indicator id='i2'><text>全部 </text></indicator>"
         "<indicator id='i3'><text><mark/>后</text></indicator></group>");
    static const struct expectation cases[] = {
        {"//indicator[@id='i1']/before", "前"},   {"//indicator[@id='i1']/after", "；后"},
        {"//indicator[@id='i2']/before", "全部"}, {"count(//indicator[@id='i2']/after)", "0"},
        {"//indicator[@id='i3']/before", ""},     {"//indicator[@id='i3']/after", "后"},
    };
    ASSERT_VALUES(cases);
}

/* It stands in the line of the text, not of its indicator. */
static void test_the_line_of_the_wording(void **state)
{
    (void)state;
    join("<group title='a'><indicator id='i1'>\n<text>前<mark/>后</text></indicator></group>");
    struct xml_node *indicator = xml_first(xml_first(xml_root(document)));
    assert_int_equal(xml_line(indicator), 2);
    assert_int_equal(xml_line(xml_first_named(indicator, "before")), 3);
    assert_int_equal(xml_line(xml_first_named(indicator, "after")), 3);
}

/* A focus says only what differs. */
static void test_focus_of_an_indicator(void **state)
{
    (void)state;
    join("<department id='d' name='甲局'/><department id='e' name='乙局'/><group title='a'>"
         "<indicator id='i1' points='1' departments='d'><text>指标</text><focus/></indicator>"
         "<indicator id='i2' points='1' departments='d'><text>指标</text>"
         "<focus title='条目' label='9分' unit-label='负责：'><dept ref='e' as='乙'/> 说明 </focus>"
         "</indicator></group>");
    static const struct expectation cases[] = {
        {"//indicator[@id='i1']/focus/@title", "指标"},
        {"//indicator[@id='i1']/focus/@label", "1分"},
        {"//indicator[@id='i1']/focus/@unit-label", "责任单位："},
        {"//indicator[@id='i1']/focus/department", "甲局"},
        {"//indicator[@id='i1']/focus/text", ""},
        {"//indicator[@id='i2']/focus/@title", "条目"},
        {"//indicator[@id='i2']/focus/@label", "9分"},
        {"//indicator[@id='i2']/focus/@unit-label", "负责："},
        {"//indicator[@id='i2']/focus/department", "乙"},
        {"count(//indicator[@id='i2']/focus/department)", "1"},
        {"//indicator[@id='i2']/focus/text", "说明"},
        {"count(//focus/dept)", "0"},
    };
    ASSERT_VALUES(cases);
    assert_int_equal(findings.count, 0);
}

static void test_focus_of_a_group_with_items(void **state)
{
    (void)state;
    join("<department id='d' name='甲局'/><department id='e' name='乙局'/><group title='组'>"
         "<focus>一是<item ref='i1' as='合格率'/>；二是<item ref='i2' as='督查' unit-label=''/>。"
         "</focus>"
         "<indicator id='i1' points='1.5' departments='d e'><text>x</text></indicator>"
         "<indicator id='i2' departments='d'><text>x</text><veto result='D'/></indicator></group>");
    static const struct expectation cases[] = {
        {"//group/focus/text", "一是合格率（1.5分）（责任单位：甲局、乙局）；二是督查（甲局）。"},
        {"//group/focus/@title", "组"},
        {"count(//group/focus/@label)", "0"},
        {"count(//group/focus/department)", "0"},
    };
    ASSERT_VALUES(cases);
}

static void test_an_item_of_no_indicator(void **state)
{
    (void)state;
    join("<group title='组'>\n<focus>一是<item ref='gone' as='合格率'/></focus></group>");
    assert_string_equal(findings_rules(&findings), "test.xml:3 indicator-unknown;");
    assert_string_equal(findings.first->values[0], "gone");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_numbers_of_groups, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_of_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sums_and_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_wording_round_its_points, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_line_of_the_wording, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_focus_of_an_indicator, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_focus_of_a_group_with_items, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_item_of_no_indicator, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
