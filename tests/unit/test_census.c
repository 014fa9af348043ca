/* xml/census.c: the names that occur in a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "xml/census.h"

static const char *names_in(const char *text, enum name_kind kind)
{
    struct buffer out = buffer_on(arena);
    struct xml_document *document = parse_text(&findings, text);
    struct names names = census_names(arena, document, kind);
    for (size_t i = 0; i < names.count; i++)
        buffer_join(&out, " ", names.name[i]);
    const char *joined = arena_copy(arena, buffer_text(&out));
    xml_document_free(document);
    return joined;
}

static void test_names(void **state)
{
    (void)state;
    static const char text[] = "<d x='1'><b y='2' x='3'/><b><a>t<c z='4'/></a></b><a/></d>";
    assert_string_equal(names_in(text, NAME_ELEMENT), "a b c d");
    assert_string_equal(names_in(text, NAME_ATTRIBUTE), "x y z");
    assert_string_equal(names_in("<d/>", NAME_ATTRIBUTE), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
