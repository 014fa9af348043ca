/* docx/properties.c: what docProps says, read back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/properties.h"
#include "support.h"

static const char core[] =
    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dcterms:created>2022-09-01T00:"
    "00:00Z</dcterms:created><dc:creator>市质量办</dc:creator><dc:title>自评\n报告</dc:title>"
    "<dc:subject/></cp:coreProperties>";
static const char custom[] =
    "<Properties xmlns='p' xmlns:vt='v'><property pid='2' name='考核方案'><vt:lpwstr>henan-2021"
    "</vt:lpwstr></property><property pid='3' name='年度'><vt:i4>2021</vt:i4></property>"
    "<property pid='4' name='部门'><vt:lpwstr/></property><property pid='5'><vt:i4>1</vt:i4>"
    "</property></Properties>";

static void assert_properties(const char *core_text, const char *custom_text, const char *wanted)
{
    struct arena *arena = arena_new();
    struct findings findings = findings_on(arena);
    struct xml_document *first = core_text ? parse_text(&findings, core_text) : NULL;
    struct xml_document *second = custom_text ? parse_text(&findings, custom_text) : NULL;
    const struct property *list =
        properties_read(arena, first ? xml_root(first) : NULL, second ? xml_root(second) : NULL);
    xml_document_free(first);
    xml_document_free(second);
    struct buffer out = buffer_on(arena);
    for (; list; list = list->next)
        buffer_printf(&out, "%s=%s;", list->name, list->value);
    assert_string_equal(buffer_text(&out), wanted);
    arena_free(arena);
}

static void properties_have_the_names_of_documents(void **state)
{
    (void)state;
    assert_properties(core, NULL, "title=自评 报告;issuer=市质量办;");
    assert_properties(NULL, custom, "考核方案=henan-2021;年度=2021;");
    assert_properties(core, custom,
                      "title=自评 报告;issuer=市质量办;考核方案=henan-2021;年度=2021;");
    assert_properties(NULL, NULL, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(properties_have_the_names_of_documents)};
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
