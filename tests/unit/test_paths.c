/* xml/paths.c: in whatever order nodes are asked for, their paths are those of libxml2. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "xml/paths.h"
#include "xml/xpath.h"

static void add_nodes(struct buffer *out, int depth)
{
    static const char *const nodes[] = {"<a x='1' y='2'>", "<b>", "<a>", "<c z='3'>", "<b>"};
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
        buffer_printf(out, "%s一<!-- -->", nodes[i]);
        if (depth)
            add_nodes(out, depth - 1);
        buffer_printf(out, "</%c>二", nodes[i][1]);
    }
}

/* Levels deeper than are remembered one by one, and a bush at their end. */
static const char *document_text(void)
{
    enum { DEEP = 40 };
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "<r>");
    add_nodes(&out, 3);
    for (int i = 0; i < DEEP; i++)
        buffer_add(&out, "<d><e/>");
    add_nodes(&out, 1);
    for (int i = 0; i < DEEP; i++)
        buffer_add(&out, "</d>");
    buffer_add(&out, "</r>");
    return buffer_text(&out);
}

static void assert_paths(const char *expression, size_t step)
{
    struct xml_document *document = parse_text(&findings, document_text());
    struct xpath_engine *engine =
        xpath_engine_new(arena, document, (const struct xpath_function_entry[]){{0}});
    struct xpath_value value;
    struct xpath_error error;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    assert_true(xpath_run(engine, xpath, xml_root(document), 1, 1, &value, &error));
    struct xml_paths *paths = xml_paths_new(arena);
    for (size_t i = 0, at = 0; i < value.count; i++, at = (at + step) % value.count)
        assert_string_equal(xml_paths_path(paths, value.nodes[at]),
                            xml_path(arena, value.nodes[at]));
    xpath_engine_free(engine);
    xml_document_free(document);
}

static void test_elements_in_any_order(void **state)
{
    (void)state;
    static const size_t steps[] = {0, 1, 2, 7, 101, SIZE_MAX / 2};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        assert_paths("//*", steps[i]);
}

static void test_attributes_and_texts(void **state)
{
    (void)state;
    assert_paths("//@* | //text()", 1);
    assert_paths("//@*", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_elements_in_any_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_attributes_and_texts, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
