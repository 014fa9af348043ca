/* tag/functions.c: the functions of the language, by XPath over a small document. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"
#include "tag/functions.h"

static struct arena *arena;
static struct xml_document *document;
static struct xpath_engine *engine;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    struct findings findings = findings_on(arena);
    document = parse_text(&findings, "<n><day>2022-09-06</day><points>29.50</points>"
                                     "<d id='a' date='2022-12-25' part='下午' time='4时'/>"
                                     "<deadline id='a' date='2022-12-25' part='下午' time='4时'/>"
                                     "<deadline id='b' date='--01-07'/>"
                                     "<deadline id='c' vague='九月下旬'/><deadline id='d'/>"
                                     "<deadline id='e' date='' until='' part='下午'/>"
                                     "<u> 甲局 </u><u>乙局</u><u/></n>");
    engine = xpath_engine_new(arena, document, tag_functions);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xpath_engine_free(engine);
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

/* The value, or the error as one. */
static struct xpath_value run(const char *expression)
{
    struct xpath_error error;
    struct xpath_value value;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    assert_non_null(xpath);
    if (!xpath_run(engine, xpath, xml_root(document), 1, 1, &value, &error))
        value = (struct xpath_value){.kind = VALUE_STRING, .string = error.words[LANGUAGE_ENGLISH]};
    return value;
}

static const char *value(const char *expression)
{
    struct xpath_value result = run(expression);
    return xpath_string(arena, &result);
}

static void test_values(void **state)
{
    (void)state;
    static const char arity[] = "a function has too many or too few arguments";
    static const struct {
        const char *expression, *text;
    } cases[] = {
        {"date('2022-09-26')", "2022年9月26日"},
        {"date('--09-06')", "9月6日"},
        {"date(day)", "2022年9月6日"},
        {"date('2022-02-30')", "2022-02-30"},
        {"date('九月')", "九月"},
        {"date(nothing)", ""},
        {"date(/)", "2022-09-0629.50 甲局 乙局"},
        {"date(deadline[@id='a'])", "2022年12月25日下午4时"},
        {"date(deadline[@id='a']/@date)", "2022年12月25日"},
        {"date(deadline[@id='b'])", "1月7日"},
        {"date(deadline[@id='c'])", "九月下旬"},
        {"date(deadline[@id='d'])", ""},
        {"date(d)", "　年　月　日"},
        {"date(deadline[@id='e'])", "　年　月　日下午"},
        {"date(deadline[@id='e']/@until)", "　年　月　日"},
        {"numeral(3)", "三"},
        {"numeral('21')", "二十一"},
        {"numeral(count(u))", "三"},
        {"numeral(999999999)", "999999999"},
        {"numeral('12345678901234567890')", "12345678901234567890"},
        {"numeral('2.5')", "2.5"},
        {"numeral('三')", "三"},
        {"numeral(nothing)", ""},
        {"numeral(sum(u))", ""},
        {"points(points)", "29.5"},
        {"points(3)", "3"},
        {"points('0.50')", "0.5"},
        {"points('1.005')", "1.005"},
        {"points('约3')", "约3"},
        {"points(sum(u))", ""},
        {"points(1 div 0)", ""},
        {"names(u[. != ''])", "甲局、乙局"},
        {"names(u[1])", "甲局"},
        {"names(nothing)", ""},
        {"names('甲')", "甲"},
        {"join(u[. != ''], '　')", "甲局　乙局"},
        {"join(u, '')", "甲局乙局"},
        {"join(u[. != ''], 1)", "甲局1乙局"},
        {"join(3, 'x')", "3"},
        {"date()", arity},
        {"names(u, '、')", arity},
        {"join(u)", arity},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(value(cases[i].expression), cases[i].text) != 0)
            fail_msg("%s: %s", cases[i].expression, value(cases[i].expression));
}

static void test_values_know_the_node_that_they_print(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *path;
    } cases[] = {
        {"date(deadline[@id='b'])", "/n/deadline[2]"},
        {"date(deadline[@id='b']/@date)", "/n/deadline[2]/@date"},
        {"points(points)", "/n/points"},
        {"names(u[2] | u[1])", "/n/u[1]"},
        {"join(u[position() > 1], '　')", "/n/u[2]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(xml_path(arena, run(cases[i].expression).from), cases[i].path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_values_know_the_node_that_they_print, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
