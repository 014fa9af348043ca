/* xml/schema.c: what a schema forbids, and the names that it knows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"
#include "xml/schema.h"

static struct arena *arena;
static struct findings findings;

static const struct value_form forms[] = {
    {"colour", {"write a colour", "写颜色"}},
    {0},
};

#define RULES                                                                                      \
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified'>"       \
    "<xs:simpleType name='colour'><xs:restriction base='xs:token'>"                                \
    "<xs:pattern value='[a-z]+'/></xs:restriction></xs:simpleType>"                                \
    "<xs:element name='box'><xs:complexType><xs:sequence>"                                         \
    "<xs:element name='lid' type='xs:date'/>"                                                      \
    "<xs:element name='item' minOccurs='0' maxOccurs='unbounded'><xs:complexType>"                 \
    "<xs:attribute name='colour' type='colour' use='required'/>"                                   \
    "<xs:attribute name='size' default='small'><xs:simpleType>"                                    \
    "<xs:restriction base='xs:token'><xs:enumeration value='small'/>"                              \
    "<xs:enumeration value='large'/></xs:restriction></xs:simpleType></xs:attribute>"              \
    "</xs:complexType></xs:element>"                                                               \
    "</xs:sequence></xs:complexType></xs:element></xs:schema>"

static const struct schema schema = {"box", RULES, RULES, forms};

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

static void test_what_is_allowed(void **state)
{
    (void)state;
    struct xml_document *document =
        parse_text(&findings, "<box><lid>2022-09-26</lid><item colour='red'/>"
                              "<item colour='blue' size='large'/></box>");
    assert_true(schema_check(&findings, &schema, document));
    assert_int_equal(findings.count, 0);
    struct xml_node *item = xml_first_named(xml_root(document), "item");
    assert_string_equal(xml_get(item, "size"), "small");
    assert_string_equal(xml_get(xml_next(item), "size"), "large");
    xml_document_free(document);
}

static void test_what_is_forbidden(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rule, *name;
    } cases[] = {
        {"<bax/>", "schema-root", "bax"},
        {"<box/>", "schema-content", "box"},
        {"<box><item colour='red'/></box>", "schema-element", "item"},
        {"<box><lid>2022-09-26</lid><itm colour='red'/></box>", "schema-element", "itm"},
        {"<box>x<lid>2022-09-26</lid></box>", "schema-text", "box"},
        {"<box><lid>2022-09-26</lid><item/></box>", "schema-attribute-missing", "item"},
        {"<box><lid>2022-09-26</lid><item colour='red' colr='x'/></box>", "schema-attribute",
         "item"},
        {"<box><lid>2022-02-30</lid></box>", "schema-value", "lid"},
        {"<box><lid>2022-09-26</lid><item colour='RED'/></box>", "schema-value", "colour"},
        {"<box><lid>2022-09-26</lid><item colour='red' size='huge'/></box>", "schema-value",
         "size"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        struct xml_document *document = parse_text(&findings, cases[i].text);
        assert_false(schema_check(&findings, &schema, document));
        if (findings.count != 1)
            fail_msg("%s: %s", cases[i].text, findings_text(&findings));
        assert_string_equal(message_of(findings.first->rule)->id, cases[i].rule);
        assert_non_null(strstr(findings.first->values[0], cases[i].name));
        assert_int_equal(findings.first->place.line, 1);
        xml_document_free(document);
    }
}

/* A mistake in one element does not hide those of the others. */
static void test_every_element_is_reported(void **state)
{
    (void)state;
    struct xml_document *document =
        parse_text(&findings, "<box>\n<lid>today</lid>\n<item colour='RED'/>\n"
                              "<item colour='red' size='huge'/>\n<item/>\n</box>");
    assert_false(schema_check(&findings, &schema, document));
    assert_string_equal(findings_rules(&findings),
                        "test.xml:2 schema-value;test.xml:3 schema-value;"
                        "test.xml:4 schema-value;test.xml:5 schema-attribute-missing;");
    xml_document_free(document);
}

/* A misspelt name is given the right one, a wrong value what it must look like. */
static void test_remedies(void **state)
{
    (void)state;
    static const struct {
        const char *text, *remedy;
        size_t value;
    } cases[] = {
        {"<box><lid>2022-09-26</lid><itme colour='red'/></box>", "item", 2},
        {"<box><lid>2022-09-26</lid><item colour='red' sise='small'/></box>", "size", 2},
        {"<box><lid>2022-09-26</lid><item colour='RED'/></box>", "write a colour", 2},
        {"<box><lid>2022-09-26</lid><item colour='red' size='huge'/></box>", "large", 2},
        {"<box><item colour='red'/></box>", "<lid>", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        struct xml_document *document = parse_text(&findings, cases[i].text);
        assert_false(schema_check(&findings, &schema, document));
        if (!strstr(findings.first->values[cases[i].value], cases[i].remedy))
            fail_msg("%s: %s", cases[i].text, findings_text(&findings));
        xml_document_free(document);
    }
}

static void test_names(void **state)
{
    (void)state;
    struct names elements = schema_names(arena, &schema, NAME_ELEMENT);
    struct names attributes = schema_names(arena, &schema, NAME_ATTRIBUTE);
    assert_int_equal(elements.count, 3);
    assert_string_equal(elements.name[0], "box");
    assert_string_equal(elements.name[1], "lid");
    assert_string_equal(elements.name[2], "item");
    assert_int_equal(attributes.count, 2);
    assert_true(names_have(&attributes, "colour"));
    assert_true(names_have(&attributes, "size"));
    assert_false(names_have(&attributes, "lid"));
    assert_false(names_have(&elements, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_is_allowed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_forbidden, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_every_element_is_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_remedies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
