/* xml/parse.c: what is read, and the place and rule of what is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "on_arena.h"

static void test_well_formed_documents(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "<a/>",
        "<?xml version=\"1.0\"?><a/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n<!-- 注 -->\n",
        "<?xml version='1.0' encoding='utf-8'?><a/>",
        "<!-- 注 --><a b='1'>&lt;&amp;&#x8D28;<![CDATA[<x>]]></a>",
        "<?pi?><a/>",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xml_document *document = parse_text(&findings, cases[i]);
        assert_non_null(document);
        assert_string_equal(xml_name(xml_root(document)), "a");
        assert_string_equal(xml_file(xml_root(document)), "test.xml");
        xml_document_free(document);
    }
    assert_int_equal(findings.count, 0);
}

static void test_content_is_unescaped(void **state)
{
    (void)state;
    struct xml_document *document =
        parse_text(&findings, "<a b='&quot;&#36136;&lt;'>&lt;&amp;&#x8D28;<![CDATA[<x>]]></a>");
    assert_string_equal(xml_content(arena, xml_root(document)), "<&质<x>");
    assert_string_equal(xml_get(xml_root(document), "b"), "\"质<");
    xml_document_free(document);
}

/* Each is refused with one finding: what follows from the first mistake is not said. */
static void test_what_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rule;
        long line;
    } cases[] = {
        {"", "xml-syntax", 1},
        {"   \n", "xml-syntax", 0},
        {"text", "xml-syntax", 1},
        {"<a>\n<b>\n</a>", "xml-syntax", 3},
        {"<a>\n<b></c></a>", "xml-syntax", 2},
        {"<a/>\n\n<b/>", "xml-syntax", 3},
        {"<a>\n\n", "xml-syntax", 0},
        {"<a b=1/>", "xml-syntax", 1},
        {"<a b/>", "xml-syntax", 1},
        {"<a\nb='1'\nb='2'/>", "xml-syntax", 3},
        {"<a b='1'c='2'/>", "xml-syntax", 1},
        {"<a b='<'/>", "xml-syntax", 1},
        {"<a>\n&nbsp;</a>", "xml-syntax", 2},
        {"<a>R&D</a>", "xml-syntax", 1},
        {"<a>1 < 2</a>", "xml-syntax", 1},
        {"<a>&#0;</a>", "xml-syntax", 1},
        {"<a>]]></a>", "xml-syntax", 1},
        {"<a><!-- x -- y --></a>", "xml-syntax", 1},
        {"<a><!-- x", "xml-syntax", 1},
        {"<a><![CDATA[x</a>", "xml-syntax", 1},
        {"<p:a/>", "xml-syntax", 1},
        {"\n<?xml version='1.0'?><a/>", "xml-syntax", 2},
        {"<?xml version='1.0' encoding='GB2312'?><a/>", "xml-encoding", 1},
        {"<?xml version='1.0' encoding=\"UTF-16\"?>\n<a/>", "xml-encoding", 1},
        {"<!DOCTYPE a><a/>", "xml-doctype", 1},
        {"<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'a.dtd'>\n<a/>", "xml-doctype", 2},
        {"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "xml-doctype", 1},
        {"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "xml-doctype", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        assert_null(parse_text(&findings, cases[i].text));
        if (findings.count != 1)
            fail_msg("%s: %zu findings", cases[i].text, findings.count);
        assert_string_equal(message_of(findings.first->rule)->id, cases[i].rule);
        assert_string_equal(findings.first->place.file, "test.xml");
        if (cases[i].line)
            assert_int_equal(findings.first->place.line, cases[i].line);
    }
}

/* Every reason is said in both languages, with the names that it is about. */
static void test_reasons_hold_their_names(void **state)
{
    (void)state;
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"<a>&nbsp;</a>", "nbsp"}, {"<a><b></c></a>", "b"}, {"<a x='1' x='2'/>", "x"},
        {"<p:a/>", "p"},           {"<a b/>", "b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        assert_null(parse_text(&findings, cases[i].text));
        for (int k = 0; k < LANGUAGE_COUNT; k++)
            assert_non_null(strstr(findings.first->values[k], cases[i].name));
    }
}

/* Nested deeper than the parser's own cap: refused, not followed. */
static void test_depth(void **state)
{
    (void)state;
    struct buffer text = buffer_on(arena);
    for (int i = 0; i < 10000; i++)
        buffer_add(&text, "<a>");
    assert_null(parse_text(&findings, text.text));
    assert_string_equal(message_of(findings.first->rule)->id, "xml-syntax");
    assert_int_equal(findings.count, 1);
}

static void tell(void *context, struct xml_node *node)
{
    const char *id = xml_get(node, "id");
    buffer_printf(context, "%s %s=%s;", xml_name(xml_parent(node)), id ? id : "",
                  xml_raw_content(arena, node));
}

/* What the elements a and b hold when they are complete. */
static const char *visited(const char *text, bool *is_read)
{
    static const char *const names[] = {"a", "b", NULL};
    struct buffer out = buffer_on(arena);
    const struct xml_visitor visitor = {names, tell, &out};
    const struct file file = {"test.xml", text, strlen(text)};
    *is_read = xml_visit(&findings, &file, &visitor);
    return buffer_text(&out);
}

static void test_elements_are_visited(void **state)
{
    (void)state;
    bool is_read;
    assert_string_equal(
        visited("<r>x<a id='1'>1<c>2</c></a>y<c><b>3</b> <b/>z</c><a>4</a>w</r>", &is_read),
        "r 1=12;c =3;c =;r =4;");
    assert_true(is_read);
    assert_string_equal(visited("<a><a id='1'>1<b>2</b>3</a></a>", &is_read), "a =2;a 1=13;");
    assert_true(is_read);
    assert_string_equal(visited("<a/>", &is_read), "");
    assert_true(is_read);
    assert_string_equal(findings_text(&findings), "");
}

static void test_what_is_visited_may_be_refused(void **state)
{
    (void)state;
    bool is_read;
    visited("<r><a>1</a><a></r>", &is_read);
    assert_false(is_read);
    assert_string_equal(visited("<!DOCTYPE r []><r><a/></r>", &is_read), "");
    assert_false(is_read);
    assert_string_equal(findings_rules(&findings),
                        "test.xml:1:19 xml-syntax;test.xml:1 xml-doctype;");
}

static struct xml_document *parse_attributes(int count)
{
    struct buffer text = buffer_on(arena);
    buffer_add(&text, "<a>\n<!-- x --><b");
    for (int i = 0; i < count; i++)
        buffer_printf(&text, " a%d = '%s'", i, i % 2 ? ">" : "=1");
    buffer_add(&text, "/><b c='1'/></a>");
    return parse_text(&findings, buffer_text(&text));
}

static void test_attributes_at_the_cap_and_beyond(void **state)
{
    (void)state;
    struct xml_document *document = parse_attributes(LIMIT_ATTRIBUTES);
    assert_non_null(document);
    xml_document_free(document);
    assert_null(parse_attributes(LIMIT_ATTRIBUTES + 1));
    assert_string_equal(message_of(findings.last->rule)->id, "xml-attributes");
    assert_int_equal(findings.last->place.line, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_well_formed_documents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_content_is_unescaped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_reasons_hold_their_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_depth, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_elements_are_visited, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_visited_may_be_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_attributes_at_the_cap_and_beyond, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
