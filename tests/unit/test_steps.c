/* xml/steps.c: a plain path finds what the evaluator of the library finds for it in brackets. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "xml/steps.h"

static const char text[] = "<r a='1' x:a='2' xmlns:x='urn:x'><b a='3'>one<c d='4'/><c/><x:c "
                           "d='5'/></b><b><c d='6'>two</c></b>"
                           "<!-- b --><部门 名='7'/><deep><deep><deep/></deep></deep></r>";

static struct xml_document *document;
static struct xpath_engine *engine;

static struct xpath_value run(const char *expression, struct xml_node *context)
{
    struct xpath_value value;
    struct xpath_error error;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    assert_non_null(xpath);
    assert_true(xpath_run(engine, xpath, context, 1, 1, &value, &error));
    return value;
}

static void assert_same(const char *expression, struct xml_node *context)
{
    struct xpath_value plain = run(expression, context);
    struct xpath_value whole = run(arena_printf(arena, "(%s)", expression), context);
    assert_non_null(steps_read(arena, expression));
    assert_int_equal(plain.kind, VALUE_NODES);
    assert_int_equal(plain.count, whole.count);
    assert_ptr_equal(plain.from, whole.from);
    for (size_t i = 0; i < plain.count; i++)
        assert_ptr_equal(plain.nodes[i], whole.nodes[i]);
}

static void test_plain_paths(void **state)
{
    (void)state;
    static const char *const expressions[] = {".",         "..",
                                              "../..",     "@a",
                                              "b",         "b/c",
                                              "b/c/@d",    "b/@a",
                                              "../b",      "../@a",
                                              "../../r",   "/r",
                                              "/r/@a",     "/r/b",
                                              "/r/b/c/@d", "/b",
                                              "部门/@名",  "deep/deep",
                                              "@none",     "none/@a",
                                              "/@a",       "c",
                                              "c/@d",      "../b/c",
                                              "/r/部门",   "deep/deep/deep/deep",
                                              "self::b",   "self::b/@a",
                                              "self::b/c", "self::部门/@名"};
    document = parse_text(&findings, text);
    engine = xpath_engine_new(arena, document, (const struct xpath_function_entry[]){{0}});
    struct xpath_value contexts = run("//node() | //@*", xml_root(document));
    assert_true(contexts.count > 10);
    for (size_t i = 0; i < contexts.count; i++)
        for (size_t j = 0; j < sizeof expressions / sizeof *expressions; j++)
            assert_same(expressions[j], contexts.nodes[i]);
    xpath_engine_free(engine);
    xml_document_free(document);
}

static void test_other_expressions(void **state)
{
    (void)state;
    static const char *const expressions[] = {"",
                                              "/",
                                              "//b",
                                              "b[1]",
                                              "text()",
                                              "*",
                                              "@*",
                                              "b/..",
                                              "b/.",
                                              "./b",
                                              "b/",
                                              "@a/b",
                                              "x:c",
                                              "b | c",
                                              "a b",
                                              "'b'",
                                              "1",
                                              "/..",
                                              "b//c",
                                              "self::*",
                                              "a/b/c/d/e/f/g/h/i",
                                              "b/self::c",
                                              "../self::r",
                                              "/self::r",
                                              "self::b/self::b",
                                              "self::x:c",
                                              "self::",
                                              "self::b/.."};
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        assert_null(steps_read(arena, expressions[i]));
}

static void test_they_are_bounded(void **state)
{
    (void)state;
    struct xpath_value value;
    document = parse_text(&findings, "<r><a/><a/><a/></r>");
    const struct steps *steps = steps_read(arena, "a");
    assert_true(steps_run(arena, steps, xml_root(document), 0, &value));
    assert_true(steps_run(arena, steps, xml_root(document), 3, &value));
    assert_int_equal(value.count, 3);
    assert_false(steps_run(arena, steps, xml_root(document), 2, &value));
    xml_document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_plain_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_other_expressions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_they_are_bounded, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
