/* xml/xpath.c: values of all kinds, functions of ours, and what stops a hostile expression. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "standard.h"
#include "support.h"
#include "xml/xpath.h"

static struct arena *arena;
static struct xml_document *document;
static struct xpath_engine *engine;

/* Says what it was given: a letter for each argument's kind, and its text. */
static const char *describe(struct arena *on, const struct xpath_value *arguments, int count)
{
    struct buffer out = buffer_on(on);
    for (int i = 0; i < count; i++)
        buffer_printf(&out, "%c:%s;", "nb#s"[arguments[i].kind], xpath_string(on, arguments + i));
    return buffer_text(&out);
}

static const struct xpath_function_entry functions[] = {
    {"describe", 1, 4, describe},
    {NULL, 0, 0, NULL},
};

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    struct findings findings = findings_on(arena);
    document = parse_text(&findings, "<a n='0.5'><b>一</b><c><b> 二\n三 </b></c><b/></a>");
    engine = xpath_engine_new(arena, document, functions);
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

static struct xpath_value run_at(const char *expression, struct xml_node *node, long position,
                                 long size)
{
    struct xpath_error error;
    struct xpath_value value = {0};
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    if (!xpath || !xpath_run(engine, xpath, node, position, size, &value, &error))
        fail_msg("%s: %s", expression, error.words[LANGUAGE_ENGLISH]);
    return value;
}

static struct xpath_value run(const char *expression)
{
    return run_at(expression, xml_root(document), 1, 1);
}

static void test_kinds_texts_and_truths(void **state)
{
    (void)state;
    static const struct {
        const char *expression;
        enum value_kind kind;
        const char *text;
        bool truth;
    } cases[] = {
        {"b", VALUE_NODES, "一", true},
        {"c/b", VALUE_NODES, "二 三", true},
        {"@n", VALUE_NODES, "0.5", true},
        {"d", VALUE_NODES, "", false},
        {"b[2]", VALUE_NODES, "", true},
        {"count(//b)", VALUE_NUMBER, "3", true},
        {"@n * 1", VALUE_NUMBER, "0.5", true},
        {"0", VALUE_NUMBER, "0", false},
        {"number('x')", VALUE_NUMBER, "NaN", false},
        {"-1", VALUE_NUMBER, "-1", true},
        {"1 = 1", VALUE_BOOLEAN, "true", true},
        {"not(b)", VALUE_BOOLEAN, "false", false},
        {"string(b)", VALUE_STRING, "一", true},
        {"''", VALUE_STRING, "", false},
        {"'false'", VALUE_STRING, "false", true},
        {"concat(b, '、', @n)", VALUE_STRING, "一、0.5", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xpath_value value = run(cases[i].expression);
        assert_int_equal(value.kind, cases[i].kind);
        assert_string_equal(xpath_string(arena, &value), cases[i].text);
        assert_int_equal(xpath_boolean(&value), cases[i].truth);
    }
}

static void test_nodes_come_in_document_order(void **state)
{
    (void)state;
    static const char *const expressions[] = {"//b", "b[2] | c/b | b[1]", "//c/b | //b"};
    for (size_t i = 0; i < 3; i++) {
        struct xpath_value value = run(expressions[i]);
        assert_int_equal(value.count, 3);
        assert_string_equal(xml_path(arena, value.nodes[0]), "/a/b[1]");
        assert_string_equal(xml_path(arena, value.nodes[1]), "/a/c/b");
        assert_string_equal(xml_path(arena, value.nodes[2]), "/a/b[2]");
    }
    struct xpath_value back =
        run_at("ancestor::*", xml_first(xml_first_named(xml_root(document), "c")), 1, 1);
    assert_int_equal(back.count, 2);
    assert_string_equal(xml_name(back.nodes[0]), "a");
}

static void test_context_node_and_loop(void **state)
{
    (void)state;
    struct xml_node *c = xml_first_named(xml_root(document), "c");
    struct xpath_value value = run_at("b", c, 1, 1);
    assert_string_equal(xpath_string(arena, &value), "二 三");
    value = run_at("position()", c, 4, 9);
    assert_string_equal(xpath_string(arena, &value), "4");
    value = run_at("position() = last()", c, 9, 9);
    assert_true(xpath_boolean(&value));
    value = run_at("last()", c, 4, 9);
    assert_string_equal(xpath_string(arena, &value), "9");
}

static void test_functions_of_ours(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *text;
    } cases[] = {
        {"describe(b)", "n:一;"},
        {"describe('x', 1.5, true(), d)", "s:x;#:1.5;b:true;n:;"},
        {"concat('<', describe(describe(1)), '>')", "<s:#:1;;>"},
        {"//b[describe(.) = 'n:二 三;']", "二 三"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xpath_value value = run(cases[i].expression);
        assert_string_equal(xpath_string(arena, &value), cases[i].text);
    }
}

/* What a value was made of: its first node, or the first that a function of ours was handed. */
static void test_values_know_their_node(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *path;
    } cases[] = {
        {"//b", "/a/b[1]"},
        {"@n", "/a/@n"},
        {"describe(c/b)", "/a/c/b"},
        {"describe(b[2] | c/b)", "/a/c/b"},
        {"describe('x', d, @n, b)", "/a/@n"},
        {"describe(describe(c))", "/a/c"},
        {"string-length(describe(c))", "/a/c"},
        {"concat(describe(c), '至', describe(@n))", "/a/c"},
        {"describe(@n, describe(c))", "/a/@n"},
        {"describe(//b[describe(.) = 'n:二 三;'])", "/a/c/b"},
        {"describe(c) != ''", "/a/c"},
        {"string(c)", NULL},
        {"describe('x')", NULL},
        {"describe(d)", NULL},
        {"d", NULL},
        {"b[describe(.) = 'x']", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xml_node *from = run(cases[i].expression).from;
        const char *path = from ? xml_path(arena, from) : NULL;
        if (!text_equal(path, cases[i].path))
            fail_msg("%s: %s", cases[i].expression, path ? path : "none");
    }
}

/* The library frees them with their set. */
static void test_namespaces_are_no_nodes(void **state)
{
    (void)state;
    assert_int_equal(run("namespace::*").count, 0);
    assert_int_equal(run("namespace::* | b").count, 2);
    struct xpath_value value = run("describe(namespace::*)");
    assert_string_equal(xpath_string(arena, &value), "n:;");
}

static const char *error_of(const char *expression)
{
    struct xpath_error error = {{NULL, NULL}, NULL};
    struct xpath_value value;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    if (xpath && xpath_run(engine, xpath, xml_root(document), 1, 1, &value, &error))
        return NULL;
    assert_true(*error.words[LANGUAGE_CHINESE]);
    return error.words[LANGUAGE_ENGLISH];
}

static void test_errors(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *error;
    } cases[] = {
        {"b[", NULL},
        {"", NULL},
        {"b c", NULL},
        {"count(b", NULL},
        {"b[1", "a [ ] is not closed"},
        {"'x", "a text is not closed with '"},
        {"$x", "there are no variables"},
        {"p:b", "names have no prefix here"},
        {"describe()", "a function has too many or too few arguments"},
        {"describe(1, 2, 3, 4, 5)", "a function has too many or too few arguments"},
        {"count('x')", "a function has an argument of the wrong kind"},
        {"sum(1)", "a function has an argument of the wrong kind"},
        {"unknown(1)", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *error = error_of(cases[i].expression);
        if (!error)
            fail_msg("%s has no error", cases[i].expression);
        if (cases[i].error)
            assert_string_equal(error, cases[i].error);
    }
    assert_null(error_of("b"));
}

/* Work that multiplies at every step is stopped, and the next expression runs again. */
static void test_a_hostile_expression_stops(void **state)
{
    (void)state;
    struct buffer expression = buffer_on(arena);
    buffer_add(&expression, "count(//*");
    for (int i = 0; i < 40; i++)
        buffer_add(&expression, "[count(//*");
    for (int i = 0; i < 40; i++)
        buffer_add(&expression, ")>0]");
    buffer_add(&expression, ")");
    xpath_engine_bound(engine);
    assert_string_equal(error_of(expression.text), "it takes too many steps");
    assert_null(error_of("b"));
}

static void set_steps(int steps)
{
    struct findings findings = findings_on(arena);
    assert_true(limits_set(&findings, arena_printf(arena, "xpath-steps=%d", steps)));
    xpath_engine_bound(engine);
}

/* Some number of steps is enough, and one less is not. */
static void test_the_steps_at_the_cap_and_past_it(void **state)
{
    (void)state;
    int steps = 1;
    struct xpath_error error;
    struct xpath_value value = {0};
    struct xpath *xpath = xpath_compile(engine, "count(//b)", &error);
    for (set_steps(steps); !xpath_run(engine, xpath, xml_root(document), 1, 1, &value, &error);
         set_steps(++steps))
        assert_ptr_equal(error.limit, LIMIT_XPATH_STEPS);
    assert_in_range(steps, 2, 30);
    assert_int_equal(value.number, 3);
    set_steps(1);
    assert_string_equal(error_of("//b"), "it takes too many steps");
    assert_string_equal(error_of("c/b"), "it takes too many steps");
    set_steps(STANDARD_XPATH_STEPS);
}

static void test_deep_nesting_is_refused(void **state)
{
    (void)state;
    struct buffer expression = buffer_on(arena);
    for (int i = 0; i < 20000; i++)
        buffer_add_char(&expression, '(');
    assert_non_null(error_of(expression.text));
}

static void test_core_functions(void **state)
{
    (void)state;
    size_t count;
    const char *const *names = xpath_core_functions(&count);
    assert_int_equal(count, 27);
    for (size_t i = 0; i < count; i++)
        assert_true(xpath_is_core_function(names[i]));
    assert_false(xpath_is_core_function("describe"));
    assert_false(xpath_is_core_function(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_kinds_texts_and_truths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nodes_come_in_document_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_context_node_and_loop, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_functions_of_ours, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_values_know_their_node, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_namespaces_are_no_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_hostile_expression_stops, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_steps_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_deep_nesting_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_core_functions, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
