/* opc/input.c: parts of a Word file are found and read; what acts by itself or reaches out of the
 * file is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "opc/input.h"
#include "zip/package.h"
#include "on_arena.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONSHIP(type, target)                                                                 \
    "<Relationship Id=\"r\" Type=\"" OFFICE type "\" Target=\"" target "\"/>"
#define EXTERNAL(type, target)                                                                     \
    "<Relationship Id=\"r\" Type=\"" OFFICE type "\" Target=\"" target                             \
    "\" TargetMode=\"External\"/>"
#define RELATIONSHIPS(list)                                                                        \
    "<Relationships "                                                                              \
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list                 \
    "</Relationships>"

static struct package_part part(const char *name, const char *text)
{
    return (struct package_part){name, text, strlen(text)};
}

/* Opens a package of content types and up to two other parts. */
static struct opc_input *open_parts(const char *types, struct package_part a, struct package_part b)
{
    const struct package_part parts[] = {part("[Content_Types].xml", types), a, b};
    size_t count = b.name ? 3 : a.name ? 2 : 1;
    struct package package;
    assert_true(package_pack(arena, parts, count, NULL, &package));
    struct file *file = ARENA_NEW(arena, struct file);
    *file = (struct file){"office.docx", package.bytes, package.length};
    return opc_input_open(&findings, file);
}

static const struct package_part none;

/* parts */

static void parts_are_found_by_their_relationship(void **state)
{
    (void)state;
    struct opc_input *input = open_parts(
        "<Types/>",
        part("_rels/.rels", RELATIONSHIPS(RELATIONSHIP("officeDocument", "/word/document2.xml"))),
        part("word/_rels/document2.xml.rels",
             RELATIONSHIPS(RELATIONSHIP("theme", "theme/theme1.xml")
                               RELATIONSHIP("styles", "../styles3.xml"))));
    assert_non_null(input);
    const char *document = opc_input_target(input, NULL, "officeDocument");
    assert_string_equal(document, "word/document2.xml");
    assert_string_equal(opc_input_target(input, document, "theme"), "word/theme/theme1.xml");
    assert_string_equal(opc_input_target(input, document, "styles"), "styles3.xml");
    assert_null(opc_input_target(input, document, "fontTable"));
    assert_null(opc_input_target(input, "word/other.xml", "styles"));
    opc_input_free(input);
}

static void relations_are_sorted_by_id(void **state)
{
    (void)state;
    struct opc_input *input =
        open_parts("<Types/>",
                   part("word/_rels/document.xml.rels",
                        RELATIONSHIPS("<Relationship Id=\"b\" Target=\"footer1.xml\"/>"
                                      "<Relationship Id=\"a\" Target=\"/word/header1.xml\"/>")),
                   none);
    size_t count;
    const struct opc_relation *relations = opc_input_relations(input, "word/document.xml", &count);
    assert_int_equal(count, 2);
    assert_string_equal(relations[0].id, "a");
    assert_string_equal(relations[0].target, "word/header1.xml");
    assert_string_equal(relations[1].target, "word/footer1.xml");
    opc_input_relations(input, "word/other.xml", &count);
    assert_int_equal(count, 0);
    opc_input_free(input);
}

static void links_are_told_from_parts(void **state)
{
    (void)state;
    size_t count;
    struct opc_input *input = open_parts(
        "<Types/>",
        part("word/_rels/a.xml.rels",
             RELATIONSHIPS("<Relationship Id=\"1\" Type=\"x/image\" Target=\"b.png\"/>"
                           "<Relationship Id=\"2\" Type=\"x/hyperlink\" "
                           "Target=\"https://a.cn\" TargetMode=\"External\"/>"
                           "<Relationship Id=\"3\" Type=\"x/hyperlink\" Target=\"#top\"/>")),
        none);
    const struct opc_relation *relations = opc_input_relations(input, "word/a.xml", &count);
    assert_int_equal(count, 3);
    assert_string_equal(relations[0].target, "word/b.png");
    assert_string_equal(relations[0].uri, "x/image");
    assert_false(relations[0].is_link);
    assert_string_equal(relations[1].target, "https://a.cn");
    assert_true(relations[1].is_link && relations[1].is_external);
    assert_string_equal(relations[2].target, "#top");
    assert_true(relations[2].is_link && !relations[2].is_external);
    assert_ptr_equal(opc_relation_of(relations, count, "2"), &relations[1]);
    assert_null(opc_relation_of(relations, count, "4"));
    assert_null(opc_relation_of(relations, count, NULL));
    assert_null(opc_relation_of(NULL, 0, "1"));
    opc_input_free(input);
}

static void types_are_those_of_parts_or_of_extensions(void **state)
{
    (void)state;
    struct opc_input *input = open_parts(
        "<Types><Override PartName=\"/word/A.xml\" ContentType=\"of a\"/><Default "
        "Extension=\"xml\" "
        "ContentType=\"of xml\"/><Override PartName=\"\" ContentType=\"of none\"/></Types>",
        none, none);
    assert_string_equal(opc_input_type(input, "word/a.xml"), "of a");
    assert_string_equal(opc_input_type(input, "word/b.XML"), "of xml");
    assert_null(opc_input_type(input, "word/b"));
    assert_null(opc_input_type(input, ""));
    opc_input_free(input);
}

static void parts_are_read_as_xml(void **state)
{
    (void)state;
    struct opc_input *input =
        open_parts("<Types/>",
                   part("a.xml", "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<a "
                                 "w:b=\"质量月\" xmlns:w=\"w\"/>"),
                   none);
    struct xml_document *document = opc_input_part(input, "a.xml");
    assert_string_equal(xml_get_local(xml_root(document), "b"), "质量月");
    assert_null(xml_get_local(xml_root(document), "c"));
    assert_string_equal(xml_place(xml_root(document)).file, "office.docx/a.xml");
    assert_int_equal(xml_place(xml_root(document)).line, 2);
    xml_document_free(document);
    opc_input_free(input);
}

static void broken_parts_are_reported(void **state)
{
    (void)state;
    struct opc_input *input = open_parts(
        "<Types/>",
        part("a.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
        part("b.xml", "<a b=\"\xD6\xCA\"/>"));
    assert_null(opc_input_part(input, "a.xml"));
    assert_null(opc_input_part(input, "b.xml"));
    assert_null(opc_input_part(input, "c.xml"));
    opc_input_free(input);
    assert_string_equal(findings_messages(&findings),
                        "office.docx/a.xml:1: error: a DOCTYPE is not allowed [xml-doctype]\n"
                        "office.docx/b.xml:1:7: error: the byte 0xD6 is not UTF-8 [text-encoding]\n"
                        "office.docx: error: the package lacks c.xml [package-part]\n");
}

/* refusals */

static void what_acts_or_reaches_out_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *relationship, *what, *target;
    } cases[] = {
        {EXTERNAL("attachedTemplate", "file:///x.dotm"), "a template that Word would load",
         "file:///x.dotm"},
        {EXTERNAL("image", "http://x/y.png"), "a link to the outside", "http://x/y.png"},
        {EXTERNAL("hyperlink", "file:///etc"), "a link to the outside", "file:///etc"},
        {EXTERNAL("hyperlink", "\\\\x\\y"), "a link to the outside", "\\\\x\\y"},
        {EXTERNAL("frame", "http://x"), "a frame with another document", "http://x"},
        {EXTERNAL("subDocument", "x.docx"), "a subdocument", "x.docx"},
        {EXTERNAL("mailMergeSource", "x.xlsx"), "a source of mail merge", "x.xlsx"},
        {EXTERNAL("oleObject", "http://x"), "an embedded object", "http://x"},
        {RELATIONSHIP("oleObject", "o.bin"), "an embedded object", "o.bin"},
        {RELATIONSHIP("package", "o.xlsx"), "an embedded file", "o.xlsx"},
        {RELATIONSHIP("aFChunk", "chunk.html"), "an imported document", "chunk.html"},
        {RELATIONSHIP("control", "a.xml"), "an ActiveX control", "a.xml"},
        {"<Relationship "
         "Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" "
         "Target=\"macrosheets/sheet1.xml\"/>",
         "macros", "macrosheets/sheet1.xml"},
        {"<Relationship Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" "
         "Target=\"vbaProject.bin\"/>",
         "macros", "vbaProject.bin"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rels = arena_printf(arena, RELATIONSHIPS("%s"), cases[i].relationship);
        findings = findings_on(arena);
        assert_null(open_parts("<Types/>", part("word/_rels/settings.xml.rels", rels), none));
        assert_string_equal(findings_messages(&findings),
                            arena_printf(arena,
                                         "office.docx/word/_rels/settings.xml.rels:1: error: the "
                                         "document holds %s: \"%s\" [package-content]\n",
                                         cases[i].what, cases[i].target));
    }
}

static void links_to_the_web_and_to_mail_are_let_in(void **state)
{
    (void)state;
    struct opc_input *input =
        open_parts("<Types/>",
                   part("word/_rels/header1.xml.rels",
                        RELATIONSHIPS(EXTERNAL("hyperlink", "HTTPS://gov.cn/") EXTERNAL(
                            "hyperlink", "http://a.cn") EXTERNAL("hyperlink", "mailto:a@b.cn"))),
                   none);
    assert_non_null(input);
    opc_input_free(input);
}

static void types_of_macros_are_refused(void **state)
{
    (void)state;
    assert_null(open_parts("<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                           "application/vnd.ms-word.document.macroEnabled.main+xml\"/>"
                           "<Default Extension=\"bin\" ContentType=\""
                           "application/vnd.ms-office.vbaProject\"/></Types>",
                           none, none));
    assert_string_equal(findings_messages(&findings),
                        "office.docx/[Content_Types].xml:1: error: the document holds "
                        "macros: \"/word/document.xml\" [package-content]\n"
                        "office.docx/[Content_Types].xml:1: error: the document holds "
                        "macros: \"application/vnd.ms-office.vbaProject\" "
                        "[package-content]\n");
}

static void a_package_without_content_types_is_refused(void **state)
{
    (void)state;
    const struct package_part other = part("mimetype", "x");
    struct package package;
    assert_true(package_pack(arena, &other, 1, NULL, &package));
    struct file file = {"office.odt", package.bytes, package.length};
    assert_null(opc_input_open(&findings, &file));
    assert_string_equal(
        findings_messages(&findings),
        "office.odt: error: the package lacks [Content_Types].xml [package-part]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(parts_are_found_by_their_relationship),
        TEST(relations_are_sorted_by_id),
        TEST(links_are_told_from_parts),
        TEST(types_are_those_of_parts_or_of_extensions),
        TEST(parts_are_read_as_xml),
        TEST(broken_parts_are_reported),
        TEST(what_acts_or_reaches_out_is_refused),
        TEST(links_to_the_web_and_to_mail_are_let_in),
        TEST(types_of_macros_are_refused),
        TEST(a_package_without_content_types_is_refused),
    };
    xml_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
