/* xml/edit.c: paths lead back to their elements, copies declare the prefixes that their new place
 * lacks, and what is printed is what was read. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "xml/edit.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static int assert_paths_lead_back(struct xml_document *document, struct xml_node *node)
{
    int count = 1;
    assert_ptr_equal(xml_at(document, xml_path(arena, node)), node);
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        count += assert_paths_lead_back(document, child);
    return count;
}

static void a_path_leads_back_to_its_element(void **state)
{
    (void)state;
    struct xml_document *document = parse_text(
        &findings,
        "<!-- 注 --><w:a xmlns:w='w' xmlns:v='v'><w:p/>文字<v:p/><w:p><w:r/><w:pr/></w:p>"
        "<p/><w:t xmlns='d'><p/><q/><v:p/><p/><w:p/></w:t><p/></w:a>");
    assert_int_equal(assert_paths_lead_back(document, xml_root(document)), 14);
    xml_document_free(document);
}

static void other_paths_lead_nowhere(void **state)
{
    (void)state;
    static const char *const paths[] = {"",
                                        "/",
                                        "w:a",
                                        "/a",
                                        "/w:a/",
                                        "/w:a/w:p[0]",
                                        "/w:a/w:p[3]",
                                        "/w:a/w:p[-1]",
                                        "/w:a/w:p[x]",
                                        "/w:a/v:p",
                                        "/w:a/w:p/w:r",
                                        "/w:a/w:",
                                        "/w:a/w:pp",
                                        "/w:a/p",
                                        "/w:a//w:p",
                                        "/v:a/w:p",
                                        "/w:a/:p"};
    struct xml_document *document =
        parse_text(&findings, "<w:a xmlns:w='w' xmlns:v='v'><w:p/><w:p/></w:a>");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (xml_at(document, paths[i]))
            fail_msg("%s leads to %s", paths[i], xml_path(arena, xml_at(document, paths[i])));
    assert_null(xml_at(document, NULL));
    xml_document_free(document);
}

static void an_element_knows_its_namespace(void **state)
{
    (void)state;
    struct xml_document *document = parse_text(&findings, "<w:a xmlns:w='urn:w'><b/></w:a>");
    assert_string_equal(xml_namespace(xml_root(document)), "urn:w");
    assert_string_equal(xml_namespace(xml_first(xml_root(document))), "");
    xml_document_free(document);
}

/* A copy of <w:n w:id="1">, whose namespace is urn:w, ahead of <b> below the root of a text. */
static const char *with_copy(const char *text)
{
    struct xml_document *from = parse_text(
        &findings, "<w:m xmlns:w='urn:w'><w:n w:id='1' plain='2'><w:t>字</w:t></w:n></w:m>");
    struct xml_document *to = parse_text(&findings, text);
    struct xml_node *root = xml_root(to);
    xml_insert_copy(root, xml_first_named(root, "b"), xml_first(xml_root(from)));
    xml_document_free(from);
    size_t length;
    const char *printed = xml_print(arena, to, &length);
    assert_int_equal(strlen(printed), length);
    xml_document_free(to);
    return printed;
}

static void a_copy_declares_no_prefix_again(void **state)
{
    (void)state;
    assert_string_equal(with_copy("<w:a xmlns:w='urn:w'><b/></w:a>"),
                        XML "<w:a xmlns:w=\"urn:w\"><w:n w:id=\"1\" plain=\"2\"><w:t>字</w:t>"
                            "</w:n><b/></w:a>\n");
    assert_string_equal(with_copy("<x:a xmlns:x='urn:w'><c/></x:a>"),
                        XML "<x:a xmlns:x=\"urn:w\"><c/><w:n xmlns:w=\"urn:w\" w:id=\"1\" "
                            "plain=\"2\"><w:t>字</w:t></w:n></x:a>\n");
}

/* An attribute without a prefix would have no namespace. */
static void a_copy_declares_what_its_place_lacks(void **state)
{
    (void)state;
    static const char *const places[] = {"<a xmlns='urn:w'/>", "<a/>", "<w:a xmlns:w='urn:other'/>",
                                         "<a xmlns:w='urn:w'><b xmlns:w='urn:z'/></a>"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct xml_document *document = parse_text(&findings, with_copy(places[i]));
        assert_non_null(document);
        struct xml_node *copy = xml_first(xml_root(document));
        assert_string_equal(xml_namespace(copy), "urn:w");
        assert_string_equal(xml_namespace(xml_first(copy)), "urn:w");
        assert_string_equal(xml_get_local(copy, "id"), "1");
        assert_null(xml_get(copy, "id"));
        assert_string_equal(xml_get(copy, "plain"), "2");
        xml_document_free(document);
    }
}

static void what_is_printed_is_what_was_read(void **state)
{
    (void)state;
    static const char text[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<w:a xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\" xmlns:w14=\"urn:w14\" mc:Ignorable=\"w14\">\n"
        "  <!-- 注 --><?pi 1?><w:t xml:space=\"preserve\"> 公文\t&lt;&amp;&#13; </w:t>"
        "<b c=\"&quot;&#10;\" w14:d=\"e\"/>\n</w:a>\n";
    struct xml_document *document = parse_text(&findings, text);
    size_t length;
    assert_string_equal(xml_print(arena, document, &length), text);
    assert_int_equal(length, strlen(text));
    xml_document_free(document);
}

static void what_was_built_is_printed_with_indentation(void **state)
{
    (void)state;
    struct xml_document *document = xml_document_new("a");
    struct xml_node *group = xml_add(xml_root(document), "b");
    struct xml_node *text = xml_add(group, "c");
    xml_add_text(text, "一");
    xml_add(text, "d");
    xml_set(xml_add(group, "e"), "f", "<");
    size_t length;
    assert_string_equal(
        xml_print_indented(arena, document, &length),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b>\n    <c>一<d/></c>\n"
        "    <e f=\"&lt;\"/>\n  </b>\n</a>\n");
    xml_document_free(document);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_path_leads_back_to_its_element),
        TEST(other_paths_lead_nowhere),
        TEST(an_element_knows_its_namespace),
        TEST(a_copy_declares_no_prefix_again),
        TEST(a_copy_declares_what_its_place_lacks),
        TEST(what_is_printed_is_what_was_read),
        TEST(what_was_built_is_printed_with_indentation),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
