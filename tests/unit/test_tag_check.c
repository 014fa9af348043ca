/* tag/check.c: the names in an expression, held against those that there are. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"
#include "tag/check.h"

static struct arena *arena;
static struct findings findings;
static const char *element_names[] = {"notice", "slogan", "deadline", "div", "标题"};
static const char *attribute_names[] = {"id", "date", "mod"};
static const char *const kind[] = {"a notice", "通知"};
static const char *const where[] = {"the schema has all names", "名称见格式"};
static const struct vocabulary vocabulary = {
    kind, where, {element_names, 5}, {attribute_names, 3}, false};

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static bool check(const char *expression)
{
    return check_names(&findings, expression, (struct place){"t.md", 3, 5}, &vocabulary);
}

static void test_names_that_there_are(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "slogan",
        "/notice/slogan[1]",
        "//deadline[@id = 'x' and not(@date)]/@date",
        "标题",
        "count(slogan) div 2",
        "slogan div div div div",
        "@mod mod 2",
        "* * 2",
        "slogan/* * 2",
        "ancestor::notice/descendant-or-self::node()",
        "attribute::date",
        "attribute :: date",
        "date(deadline)",
        "names(slogan)",
        "join(slogan, \"elemnt's\")",
        "text() | comment()",
        "'slogn'",
        "\"@nothing\"",
        "1.5 + .5 - 2",
        "position() != last()",
        "..",
        ".//slogan",
        "slogan or deadline",
        "@*",
        "child::*[self::slogan]",
        "numeral(position())",
        "",
        "-slogan",
        "( slogan )[last()]",
        "@ date",
        "string-length(normalize-space(slogan)) > 0",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!check(cases[i]))
            fail_msg("%s: %s", cases[i], findings_text(&findings));
    assert_int_equal(findings.count, 0);
}

static void test_names_that_there_are_not(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *findings;
    } cases[] = {
        {"slogn", "t.md:3:5 tag-name element|slogn;"},
        {"notice/@slogan", "t.md:3:5 tag-name attribute|slogan;"},
        {"attribute::dat", "t.md:3:5 tag-name attribute|dat;"},
        {"@date/deadlin", "t.md:3:5 tag-name element|deadlin;"},
        {"slogan[@idd='x']", "t.md:3:5 tag-name attribute|idd;"},
        {"name(slogan)", ""},
        {"nmes(slogan)", "t.md:3:5 tag-function nmes|did you mean \"names\"?;"},
        {"slogan mod mod", "t.md:3:5 tag-name element|mod;"},
        {"a | b", "t.md:3:5 tag-name element|a;t.md:3:5 tag-name element|b;"},
        {"and", "t.md:3:5 tag-name element|and;"},
        {"Slogan", "t.md:3:5 tag-name element|Slogan;"},
        {"slogan-x", "t.md:3:5 tag-name element|slogan-x;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        assert_int_equal(check(cases[i].expression), *cases[i].findings == '\0');
        assert_string_equal(findings_with(&findings, 2), cases[i].findings);
    }
}

static void test_suggestions(void **state)
{
    (void)state;
    assert_false(check("slogn"));
    assert_string_equal(findings.first->values[3], "did you mean \"slogan\"?");
    assert_false(check("@dte"));
    assert_string_equal(findings.last->values[3], "did you mean \"date\"?");
}

/* Of data that may hold more than they do. */
static void test_open_vocabulary(void **state)
{
    (void)state;
    struct vocabulary open = vocabulary;
    open.is_open = true;
    assert_true(
        check_names(&findings, "slogn[@date or @far-off]", (struct place){"t.md", 3, 5}, &open));
    assert_string_equal(findings_with(&findings, 2),
                        "t.md:3:5 tag-near element|slogn;t.md:3:5 tag-absent attribute|far-off;");
    assert_int_equal(findings.warnings, 1);
    assert_int_equal(findings.errors, 0);
    assert_false(check_names(&findings, "slogn and dat()", (struct place){"t.md", 4, 5}, &open));
}

/* What XPath knows and the tags do not: reported as such, and not as names. */
static void test_prefixes_and_variables(void **state)
{
    (void)state;
    assert_false(check("p:slogan"));
    assert_string_equal(findings_subjects(&findings), "t.md:3:5 tag-xpath p:slogan;");
    findings = findings_on(arena);
    assert_false(check("slogan[$n]"));
    assert_string_equal(findings_subjects(&findings), "t.md:3:5 tag-xpath slogan[$n];");
}

/* XML has names that XPath cannot say: how they are meant is told. */
static void test_signs_in_names(void **state)
{
    (void)state;
    assert_false(check("@标题（一）"));
    assert_false(check("date（deadline）"));
    assert_string_equal(
        findings_messages(&findings),
        "t.md:3:5: error: \"@标题（一）\" is no XPath expression: a name with "
        "signs in it is @*[name() = '标题（一）'] [tag-xpath]\n"
        "t.md:3:5: error: \"date（deadline）\" is no XPath expression: write date() "
        "with plain brackets [tag-xpath]\n");
    assert_true(check("@*[name() = '标题（一）']"));
}

/* Nothing is read past the end. */
static void test_expressions_that_break_off(void **state)
{
    (void)state;
    static const char *const cases[] = {"'slogan", "slogan[", "@", "slogan/", "count(", "\"", "::"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(check(arena_copy(arena, cases[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names_that_there_are, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names_that_there_are_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_suggestions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_open_vocabulary, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_prefixes_and_variables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_signs_in_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_expressions_that_break_off, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
