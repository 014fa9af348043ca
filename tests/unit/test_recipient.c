/* data/recipient.c and data/portion.c: each department its part of a notice. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "base/text.h"
#include "data/recipient.h"
#include "support.h"
#include "xml/xpath.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct notice *notice;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    notice = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    if (notice)
        notice_free(notice);
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

/* Three departments and a group of all; the third level has one indicator. */
static const char scheme[] =
    "<rubric id='r-2025' title='方案'>"
    "<department id='gaj' name='公安局'/><department id='czj' name='财政局'/>"
    "<department id='kjj' name='科技局'/><department id='all' name='各单位' group='true'/>"
    "<group title='一'>"
    "<indicator id='a' points='2' departments='gaj czj'><text>甲</text></indicator>"
    "<indicator id='b' points='0.5' departments='gaj'><text>乙</text></indicator>"
    "</group>"
    "<group title='二'><group title='三'>"
    "<indicator id='c' points='1' departments='all'><text>丙</text></indicator>"
    "<indicator id='d' departments='all czj'><text>丁</text><deduction most='3'/></indicator>"
    "</group></group>"
    "</rubric>";

static struct recipient *hand_out(const char *rubric, const char *inner)
{
    write_text(arena, folder, "rubrics/r.xml", rubric);
    const char *path = write_text(arena, folder, "notice.xml",
                                  arena_printf(arena,
                                               "<notice rubric='rubrics/r.xml'>"
                                               "<title>通知</title>\n%s</notice>",
                                               inner));
    struct project project = project_of(&findings, path, NULL);
    notice = notice_read(&project, path);
    if (!notice)
        fail_msg("%s", findings_text(&findings));
    struct recipient *first = recipients_list(&findings, notice);
    for (const struct recipient *r = first; r; r = r->next)
        recipient_join(arena, notice, r);
    return first;
}

static const char *value(const char *expression)
{
    static const struct xpath_function_entry none[] = {{NULL, 0, 0, NULL}};
    struct xpath_engine *engine = xpath_engine_new(arena, notice->joined, none);
    struct xpath_error error;
    struct xpath_value result;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    assert_non_null(xpath);
    assert_true(xpath_run(engine, xpath, xml_root(notice->joined), 1, 1, &result, &error));
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; result.kind == VALUE_NODES && i < result.count; i++)
        buffer_printf(&out, "%s%s", i ? " " : "", xml_content(arena, result.nodes[i]));
    const char *text =
        result.kind == VALUE_NODES ? buffer_text(&out) : xpath_string(arena, &result);
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
            fail_msg("%s: \"%s\", not \"%s\"", cases[i].expression, value(cases[i].expression),
                     cases[i].text);
}
#define ASSERT_VALUES(...)                                                                         \
    do {                                                                                           \
        static const struct expectation cases[] = {__VA_ARGS__};                                   \
        assert_values(cases, sizeof cases / sizeof *cases);                                        \
    } while (0)

static void test_departments_of_the_rubric(void **state)
{
    (void)state;
    struct recipient *first = hand_out(scheme, "");
    assert_non_null(first);
    assert_string_equal(first->id, "gaj");
    assert_string_equal(first->name, "公安局");
    assert_string_equal(first->rubric, "r-2025");
    assert_string_equal(recipient_departments(arena, first), "gaj");
    ASSERT_VALUES({"recipient/@id", "gaj czj kjj"}, {"recipient/@name", "公安局 财政局 科技局"},
                  {"recipient/@departments", "gaj czj kjj"});
}

/* The notice's come first, under its names; what they map to stands for itself no more. */
static void test_departments_of_the_notice(void **state)
{
    (void)state;
    struct recipient *first =
        hand_out(scheme, "<department id='none' name='综检中心'/>"
                         "<department id='both' name='财科局' rubric='kjj czj'/>");
    assert_string_equal(recipient_departments(arena, first), "kjj czj");
    ASSERT_VALUES({"recipient/@id", "both gaj"}, {"recipient/@name", "财科局 公安局"},
                  {"recipient[1]/@departments", "kjj czj"},
                  {"recipient[1]/rubric[1]//indicator/@id", "a d"});
}

static void test_its_own_and_what_all_bear(void **state)
{
    (void)state;
    hand_out(scheme, "");
    ASSERT_VALUES(
        {"recipient[1]/rubric[1]//indicator/@id", "a b"}, {"recipient[1]/rubric[1]/@group", ""},
        {"recipient[1]/rubric[2]//indicator/@id", "c d"}, {"recipient[1]/rubric[2]/@group", "true"},
        {"recipient[2]/rubric[1]//indicator/@id", "a d"},
        {"recipient[2]/rubric[2]//indicator/@id", "c"},
        {"recipient[3]/rubric//indicator/@id", "c d"}, {"count(recipient[3]/rubric)", "1"},
        {"recipient[3]/rubric/@group", "true"});
}

/* Numbers are those of the whole, sums its own; empty groups are gone. */
static void test_numbers_and_sums(void **state)
{
    (void)state;
    hand_out(scheme, "");
    ASSERT_VALUES({"recipient[1]/rubric[1]/@sum", "2.5"}, {"recipient[2]/rubric[1]/@sum", "2"},
                  {"recipient[2]/rubric[1]/group/@sum", "2 0"}, {"rubric/@sum", "3.5"},
                  {"recipient[2]/rubric[2]//group/@title", "二 三"},
                  {"recipient[2]/rubric[2]/group/@number", "2"},
                  {"recipient[2]/rubric[1]//indicator/@running", "1 4"},
                  {"recipient[2]/rubric[1]//indicator/@label", "2分 最高扣3分"},
                  {"recipient[1]/rubric[1]/group/@title", "一"});
}

static void test_who_shares_an_indicator(void **state)
{
    (void)state;
    hand_out(scheme, "");
    ASSERT_VALUES({"recipient[2]//indicator[@id='a']/department[@own='true']", "财政局"},
                  {"recipient[2]//indicator[@id='a']/department[not(@own)]", "公安局"},
                  {"recipient[3]//indicator/department[@own]", ""},
                  {"rubric//department[@own]", ""});
}

static void test_tasks(void **state)
{
    (void)state;
    hand_out(scheme, "<department id='gongan' name='公安局' rubric='gaj'/>"
                     "<department id='kjj' name='科技局'/>"
                     "<task id='one' departments='gongan kjj'/><task id='two' departments='kjj'/>"
                     "<task id='three' group='各单位'/>");
    ASSERT_VALUES({"recipient[@id='gongan']/task/@id", "one three"},
                  {"recipient[@id='gongan']/task/department[@own]", "公安局"},
                  {"recipient[@id='czj']/task/@id", "three"},
                  {"recipient[@id='czj']/task/department[@own]", ""});
}

static void test_deadlines(void **state)
{
    (void)state;
    hand_out(scheme, "<department id='gongan' name='市公安局' rubric='gaj'><short>公安</short>"
                     "</department><department id='jc' name='综检中心'/>"
                     "<deadline id='all' what='x'/><deadline id='each' what='x' who='各单位'/>"
                     "<deadline id='one' what='x' who='公安'/>"
                     "<deadline id='two' what='x' who='综检中心、财政局'/>"
                     "<deadline id='mixed' what='x' who='综检中心、各县'/>"
                     "<deadline id='other' what='x' who='综检中心'/>");
    ASSERT_VALUES({"recipient[@id='gongan']/deadline/@id", "all each one mixed"},
                  {"recipient[@id='czj']/deadline/@id", "all each two mixed"},
                  {"recipient[@id='kjj']/deadline/@id", "all each mixed"});
}

/* Without indicators that all bear. */
static const char plain[] = "<rubric id='r' title='方案'><department id='%s' name='公安局'/>"
                            "<department id='czj' name='财政局'/><group title='一'>"
                            "<indicator id='a' departments='%s'><text>甲</text></indicator>"
                            "</group></rubric>";

static void test_a_department_without_indicators(void **state)
{
    (void)state;
    struct recipient *first = hand_out(arena_printf(arena, plain, "gaj", "gaj"), "");
    assert_non_null(first);
    assert_null(first->next);
    assert_int_equal(findings.count, 1);
    assert_int_equal(findings.errors, 0);
    assert_int_equal(findings.first->rule, RULE_RECIPIENT_EMPTY);
    assert_string_equal(findings.first->values[0], "财政局");
    ASSERT_VALUES({"recipient/@id", "gaj"});
}

static void test_no_recipient(void **state)
{
    (void)state;
    assert_null(hand_out("<rubric id='r' title='方案'><group title='一'><indicator id='a'>"
                         "<text>甲</text></indicator></group></rubric>",
                         ""));
    assert_int_equal(findings.first->rule, RULE_RECIPIENTS_NONE);
}

static void try_id(const char *id, enum rule rule)
{
    if (notice)
        notice_free(notice);
    findings = findings_on(arena);
    struct recipient *first = hand_out(arena_printf(arena, plain, id, id), "");
    if (!findings.errors != (rule == RULE_COUNT) || !first != (rule != RULE_COUNT) ||
        (rule != RULE_COUNT && findings.first->rule != rule))
        fail_msg("%s: %s", id, findings_text(&findings));
}

static void test_names_of_folders(void **state)
{
    (void)state;
    static const char *const good[] = {"市监局", "_x", "a.b", "console", "com", "com0", "lpt10"};
    static const char *const bad[] = {"a.", "con", "NUL", "aux.x", "Com1", "lpt9.txt"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        try_id(good[i], RULE_COUNT);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        try_id(bad[i], RULE_RECIPIENT_FOLDER);
    char longest[LIMIT_FOLDER_NAME + 2];
    memset(longest, 'x', sizeof longest);
    longest[LIMIT_FOLDER_NAME] = '\0';
    try_id(longest, RULE_COUNT);
    longest[LIMIT_FOLDER_NAME] = 'x';
    longest[LIMIT_FOLDER_NAME + 1] = '\0';
    try_id(longest, RULE_RECIPIENT_FOLDER);
    try_id("CZJ", RULE_RECIPIENT_TWICE);
}

/* The notice's own department and one of the rubric that nobody maps to. */
static void test_one_id_for_two(void **state)
{
    (void)state;
    assert_null(hand_out(scheme, "<department id='kjj' name='公安局' rubric='gaj'/>"));
    assert_int_equal(findings.count, 1);
    assert_int_equal(findings.first->rule, RULE_RECIPIENT_TWICE);
    assert_string_equal(findings.first->values[1], "公安局");
    assert_true(text_ends(findings.first->place.file, "rubrics/r.xml"));
}

/* A note on it names its line, as do those on what was copied. */
static void test_places(void **state)
{
    (void)state;
    hand_out(scheme, "\n<department id='x' name='公安局' rubric='gaj'/>");
    struct xml_node *node = xml_first_named(xml_root(notice->joined), "recipient");
    struct place place = xml_place(node);
    assert_true(text_ends(place.file, "notice.xml"));
    assert_int_equal(place.line, 3);
    assert_true(text_ends(xml_file(xml_first_named(node, "rubric")), "rubrics/r.xml"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_departments_of_the_rubric),
        TEST(test_departments_of_the_notice),
        TEST(test_its_own_and_what_all_bear),
        TEST(test_numbers_and_sums),
        TEST(test_who_shares_an_indicator),
        TEST(test_tasks),
        TEST(test_deadlines),
        TEST(test_a_department_without_indicators),
        TEST(test_no_recipient),
        TEST(test_names_of_folders),
        TEST(test_one_id_for_two),
        TEST(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
