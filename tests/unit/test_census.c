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

static const char *values_in(const char *text, enum name_kind kind, struct names whole)
{
    struct buffer out = buffer_on(arena);
    struct xml_document *document = parse_text(&findings, text);
    struct census_values values = census_values(arena, document, kind, &whole);
    for (size_t i = 0; i < values.names.count; i++)
        if (values.count[i])
            buffer_printf(&out, "%s %zu %s;", values.names.name[i], values.count[i],
                          xml_path(arena, values.first[i]));
    xml_document_free(document);
    return buffer_text(&out);
}

static void test_values(void **state)
{
    (void)state;
    static const char text[] = "<d x='1'> <b y='2'>t <i z='3'>u</i></b> <c><b>v</b> <e> </e></c>"
                               " <w x='4'><b x='5'>w</b></w></d>";
    static const char *names[] = {"w"};
    static const struct names none = {0}, whole = {names, 1};
    assert_string_equal(values_in(text, NAME_ELEMENT, none), "b 3 /d/b;");
    assert_string_equal(values_in(text, NAME_ELEMENT, whole), "b 2 /d/b;");
    assert_string_equal(values_in(text, NAME_ATTRIBUTE, none),
                        "x 3 /d/@x;y 1 /d/b/@y;z 1 /d/b/i/@z;");
    assert_string_equal(values_in(text, NAME_ATTRIBUTE, whole),
                        "x 3 /d/@x;y 1 /d/b/@y;z 1 /d/b/i/@z;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_values, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
