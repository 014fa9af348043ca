/* fill/fill.c: the parts of a Word file, those with tags and the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "filling.h"

#define HEADER(blocks) "<w:hdr " NAMESPACES ">" blocks "</w:hdr>"

static void test_parts(void **state)
{
    (void)state;
    struct word_parts beside = {
        .header = HEADER(P("{{ title }}")),
        .core = "<cp:core xmlns:cp='c' xmlns:dc='d'><dc:title>{{ @name }} &lt;{{# item }}{{ @id }}"
                "{{/}}</dc:title><cp:x/></cp:core>",
    };
    struct filled filled = fill_with(P("{{ title }}"), beside, data_text);
    assert_string_equal(part_of(&filled, "word/header1.xml"), HEADER(PP("A &amp; B")));
    assert_string_equal(
        part_of(&filled, "docProps/core.xml"),
        "<cp:core xmlns:cp='c' xmlns:dc='d'><dc:title>名称 &lt;12</dc:title><cp:x/></cp:core>");
}

/* Word puts it into content controls again when it opens the file. What has no tags may be
 * anything. */
static void test_bound_data(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<x><y>{{ title }}</y></x>", "<x><y>A &amp; B</y></x>"},
        {"\xFF\xFE", "\xFF\xFE"},
    };
    for (size_t i = 0; i < 2; i++) {
        struct word_parts beside = {.header = HEADER(P("x")), .bound = cases[i][0]};
        struct filled filled = fill_with(P("{{ title }}"), beside, data_text);
        assert_string_equal(part_of(&filled, "customXml/item1.xml"), cases[i][1]);
    }
}

/* Byte for byte, whatever stands in it. */
static void test_untouched(void **state)
{
    (void)state;
    static const char body[] =
        "<w:p ><w:r>\n <w:t a='1'  >{ x }</w:t></w:r></w:p ><!-- c --><w:tbl/>";
    struct word_parts beside = {.header = "<?xml version='1.0'?><w:hdr " NAMESPACES " />"};
    struct filled filled = fill_with(body, beside, data_text);
    assert_non_null(strstr(part_of(&filled, "word/document.xml"), body));
    assert_string_equal(part_of(&filled, "word/header1.xml"), beside.header);
    filled = fill_with(arena_printf(arena, "%s%s", body, P("{{ title }}")), beside, data_text);
    assert_non_null(strstr(part_of(&filled, "word/document.xml"), body));
}

static void test_places(void **state)
{
    (void)state;
    static const char body[] =
        TBL(TR(TC(P("")))) P("p") TBL(TR(TC(P("a")) TC(P("b") TBL(TR(TC(P("c") P("{{ x }}")))))));
    struct word_parts beside = {
        .header = HEADER("<w:p/>" P("{{ y }}")),
        .core = "<cp:core xmlns:cp='c'><t>{{ z }}</t></cp:core>",
    };
    struct filled filled = fill_with(body, beside, data_text);
    assert_null(filled.package.bytes);
    assert_string_equal(findings_messages(&filled.findings),
                        "t.docx: table 2, row 1, cell 2, table 1, row 1, cell 1, paragraph 2: "
                        "error: no element \"x\" in the data [tag-name]\n"
                        "t.docx: header1.xml, paragraph 2: error: no element \"y\" in the data "
                        "[tag-name]\n"
                        "t.docx: core.xml, t: error: no element \"z\" in the data [tag-name]\n");
    const struct finding *first = filled.findings.first;
    assert_string_equal(first->path, "/w:document/w:body/w:tbl[2]/w:tr/w:tc[2]/w:tbl/w:tr/w:tc/"
                                     "w:p[2]");
    assert_string_equal(first->where[LANGUAGE_CHINESE], "第2张表第1行第2格第1张表第1行第1格第2段");
    const char *text = finding_print(arena, first, (struct printing){LANGUAGE_CHINESE, false});
    assert_non_null(strstr(text, "\n    {{ x }}\n    ^\n"));
}

static const char *listed(const char *body, const char *text)
{
    struct package word = word_file(body, (struct word_parts){0});
    struct file template = {"t.docx", word.bytes, word.length};
    struct xml_document *document = text ? parse_text(&findings, text) : NULL;
    struct vocabulary vocabulary = {0};
    if (document)
        vocabulary.elements = census_names(arena, document, NAME_ELEMENT);
    struct fill_data data = {.document = document, .vocabulary = document ? &vocabulary : NULL};
    struct fill_tag *tags;
    assert_true(fill_tags(&findings, &template, data, &findings, &tags));
    struct buffer out = buffer_on(arena);
    for (; tags; tags = tags->next) {
        buffer_printf(&out, "%s %s %s:", tags->source, tags->where[LANGUAGE_ENGLISH], tags->part);
        for (const struct need *need = tags->needs; need; need = need->next)
            buffer_printf(&out, " %s", need->path);
        buffer_printf(&out, ", %zu %s;\n", tags->found, tags->first ? tags->first : "");
    }
    xml_document_free(document);
    return buffer_text(&out);
}

#define BOX(blocks) "<w:txbxContent>" blocks "</w:txbxContent>"
#define TWICE(blocks)                                                                              \
    "<w:r><mc:AlternateContent><mc:Choice>" BOX(blocks) "</mc:Choice><mc:Fallback>" BOX(           \
        blocks) "</mc:Fallback></mc:AlternateContent></w:r>"

/* Word writes them twice: both are filled, and what is wrong is told once. */
static void test_text_boxes(void **state)
{
    (void)state;
    assert_string_equal(
        filled_body("<w:p>" TWICE(P("{{# item }}") P("{{ @id }}") P("{{/}}")) "</w:p>"),
        "<w:p>" TWICE(PP("1") PP("2")) "</w:p>");
    assert_string_equal(
        filled_body("<w:p>" TWICE(P("") P("{{ x }}")) TWICE(P("{{ x }}{{ y }}")) "</w:p>"),
        "t.docx: paragraph 1, text box 1, paragraph 2: error: no element \"x\" in the data "
        "[tag-name]\n"
        "t.docx: paragraph 1, text box 2, paragraph 1: error: no element \"x\" in the data "
        "[tag-name]\n"
        "t.docx: paragraph 1, text box 2, paragraph 1: error: no element \"y\" in the data "
        "[tag-name]\n");
    assert_string_equal(listed("<w:p>" TWICE(P("{{ title }}")) "</w:p>", NULL),
                        "{{ title }} paragraph 1, text box 1, paragraph 1 word/document.xml: "
                        "title, 0 ;\n");
    /* what stands in for it may say something else */
    assert_string_equal(
        listed(
            "<w:p><w:r><mc:AlternateContent><mc:Choice>" BOX(P(
                "{{ title }}")) "</mc:Choice>"
                                "<mc:Fallback>" BOX(P(
                                    "{{ lines }}")) "</mc:Fallback></mc:AlternateContent></w:r>"
                                                    "<w:r><mc:Fallback>" BOX(P(
                                                        "{{ yes }}")) "</mc:Fallback></w:r></w:p>",
            NULL),
        "{{ title }} paragraph 1, text box 1, paragraph 1 word/document.xml: title, 0 ;\n"
        "{{ lines }} paragraph 1, text box 2, paragraph 1 word/document.xml: lines, 0 ;\n"
        "{{ yes }} paragraph 1, text box 2, paragraph 1 word/document.xml: yes, 0 ;\n");
}

/* A form field that is there once. */
static void test_field_in_text_box(void **state)
{
    (void)state;
    const char *body = filled_body("<w:p>" TWICE(P("{{_ who | Name }}")) "</w:p>");
    const char *fallback = strstr(body, "<mc:Fallback>");
    assert_non_null(strstr(body, "<w:tag w:val=\"who\"/>"));
    assert_string_equal(
        fallback,
        "<mc:Fallback>" BOX("<w:p><w:r>" T(
            "　　　　") "</w:r></w:p>") "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
}

/* A template of Word's own becomes a document. */
static void test_word_template(void **state)
{
    (void)state;
    static const char wml[] = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    const char *types[] = {"template", "document"};
    for (size_t i = 0; i < 2; i++) {
        struct word_parts beside = {.type = arena_printf(arena, "%s.%s.main+xml", wml, types[i])};
        struct filled filled = fill_with(P("{{ title }}"), beside, data_text);
        assert_string_equal(part_of(&filled, "[Content_Types].xml"),
                            arena_printf(arena,
                                         "<Types><Override PartName=\"/word/document.xml\" "
                                         "ContentType=\"%s.document.main+xml\"/></Types>",
                                         wml));
    }
}

/* Names of elements are what Word writes. */
static void test_prefix(void **state)
{
    (void)state;
    static const char header[] = "<hdr xmlns=\"" W "\"><p><r><t>{{ title }}</t></r></p></hdr>";
    struct filled filled =
        fill_with(P("{{ x }}"), (struct word_parts){.header = header}, data_text);
    assert_null(filled.package.bytes);
    assert_string_equal(findings_messages(&filled.findings),
                        "t.docx: paragraph 1: error: no element \"x\" in the data [tag-name]\n"
                        "t.docx: error: word/header1.xml is not written as Word does, with names "
                        "that begin with w: [fill-prefix]\n");
}

/* All that is wrong, in one run: with the tags, and with the data. */
static void test_all_errors(void **state)
{
    (void)state;
    struct filled filled = fill_with(P("{{ titel }} {{ count(item }}") P("{{/}}") P("{{# item }}"),
                                     (struct word_parts){0}, data_text);
    assert_string_equal(findings_rules(&filled.findings),
                        "t.docx:1 tag-name;t.docx:13 tag-xpath;t.docx:1 tag-unopened;"
                        "t.docx:1 tag-unclosed;");
    filled =
        fill_with(P("{{ empty }}{{# item }}{{ part[2] }}{{/}}"), (struct word_parts){0}, data_text);
    assert_string_equal(findings_messages(&filled.findings),
                        "t.docx: paragraph 1: error: \"{{ empty }}\" finds nothing in /data of "
                        "d.xml [fill-empty]\n"
                        "t.docx: paragraph 1: error: \"{{ part[2] }}\" finds nothing in "
                        "/data/item[2] of d.xml [fill-empty]\n");
}

static void test_limits(void **state)
{
    (void)state;
    struct buffer body = buffer_on(arena);
    for (int i = 0; i < (int)LIMIT_TAGS->now; i++)
        buffer_add(&body, "{{! }}");
    const char *tags = buffer_text(&body);
    assert_string_equal(filled_body(arena_printf(arena, P("%sx"), tags)), PP("x"));
    assert_string_equal(filled_body(arena_printf(arena, P("%s{{! }}{{! }}"), tags)),
                        "t.docx: paragraph 1: error: more than 4096 tags in one template "
                        "[tag-count]\n");
    struct buffer open = buffer_on(arena), end = buffer_on(arena);
    for (int i = 0; i < LIMIT_SECTION_DEPTH; i++) {
        buffer_add(&open, "{{# . }}");
        buffer_add(&end, "{{/}}");
    }
    assert_string_equal(filled_body(arena_printf(arena, P("%sx%s"), open.text, end.text)), PP("x"));
    assert_string_equal(
        filled_body(arena_printf(arena, P("{{# . }}%sx%s{{/}}"), open.text, end.text)),
        "t.docx: paragraph 1: error: sections and templates are nested deeper than 32 "
        "[template-depth]\n");
}

static void test_field(void **state)
{
    (void)state;
    assert_string_equal(
        filled_body("<w:p><w:r><w:rPr><w:b/></w:rPr>" T(
            "a{{_ who | Name }}") "</w:r></w:p>"
                                  "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"x\"/></w:p>"),
        "<w:p><w:r><w:rPr><w:b/></w:rPr>" PT(
            "a") "</w:r><w:bookmarkStart w:id=\"2\" "
                 "w:name=\"f_who\"/><w:sdt><w:sdtPr><w:alias w:val=\"Name\"/><w:tag w:val=\"who\"/>"
                 "<w:id "
                 "w:val=\"2\"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>　　　　</"
                 "w:t>"
                 "</w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"2\"/></w:p>"
                 "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"x\"/></w:p>");
    const char *twice = filled_body(P("{{# item }}{{_ {@id}_n | N }}{{/}}{{_ 1_n | N }}"));
    assert_non_null(strstr(twice, "w:val=\"2_n\""));
    assert_non_null(strstr(twice, "w:val=\"1_n-2\""));
    assert_string_equal(filled_body(P("{{_ {empty} | N }}")),
                        "t.docx: paragraph 1: error: \"{empty}\" cannot be the id of a form field: "
                        "{empty} finds nothing [tag-field]\n");
}

static void test_tags(void **state)
{
    (void)state;
    static const char body[] = P("{{ title }}{{! x }}")
        P("{{# item[yes] }}x{{/}}{{# item }}{{# part }}{{ . }}{{/}}{{_ {position()}_{part} | N }}"
          "{{/}}");
    assert_string_equal(
        listed(body, data_text),
        "{{ title }} paragraph 1 word/document.xml: title, 1 A & B;\n"
        "{{! x }} paragraph 1 word/document.xml:, 0 ;\n"
        "{{# item[yes] }} paragraph 2 word/document.xml: item/yes item, 0 ;\n"
        "{{/}} paragraph 2 word/document.xml:, 0 ;\n"
        "{{# item }} paragraph 2 word/document.xml: item, 2 甲ab;\n"
        "{{# part }} paragraph 2 word/document.xml: item/part, 3 a;\n"
        "{{ . }} paragraph 2 word/document.xml: item/part, 3 a;\n"
        "{{/}} paragraph 2 word/document.xml:, 0 ;\n"
        "{{_ {position()}_{part} | N }} paragraph 2 word/document.xml: item/part, 0 ;\n"
        "{{/}} paragraph 2 word/document.xml:, 0 ;\n");
}

/* Any names may stand in tags then. */
static void test_tags_alone(void **state)
{
    (void)state;
    assert_string_equal(listed(P("{{ x/y }}{{^ z }}{{ @a }}{{/}}"), NULL),
                        "{{ x/y }} paragraph 1 word/document.xml: x/y, 0 ;\n"
                        "{{^ z }} paragraph 1 word/document.xml: z, 0 ;\n"
                        "{{ @a }} paragraph 1 word/document.xml: @a, 0 ;\n"
                        "{{/}} paragraph 1 word/document.xml:, 0 ;\n");
}

/* parts alone */

static struct fill_part part_alone(const char *name, const char *text)
{
    return (struct fill_part){name, {arena_printf(arena, "t.docx/%s", name), text, strlen(text)}};
}

static bool fill_both(struct fill_part parts[2])
{
    struct fill_data data = fill_data_of(&findings, data_text);
    bool done = fill_parts(&findings, "t.docx", parts, 2, data);
    xml_document_free(data.document);
    return done;
}

static void test_parts_alone(void **state)
{
    (void)state;
    static const char plain[] = HEADER(P("{ x }"));
    struct fill_part parts[] = {part_alone("word/header1.xml", plain),
                                part_alone("word/footer1.xml", HEADER(P("{{ title }}")))};
    assert_true(fill_both(parts));
    assert_ptr_equal(parts[0].text.bytes, plain);
    assert_string_equal(parts[1].text.bytes, HEADER(PP("A &amp; B")));
    assert_int_equal(parts[1].text.length, strlen(parts[1].text.bytes));
    parts[1] = parts[0];
    assert_true(fill_both(parts));
    assert_ptr_equal(parts[1].text.bytes, plain);
}

/* All in one run. */
static void test_parts_with_errors(void **state)
{
    (void)state;
    struct fill_part parts[] = {
        part_alone("word/header1.xml", HEADER(P("{{_ who | Name }}") P("{{ empty }}"))),
        part_alone("word/footer1.xml", HEADER(P("{{ y }}")))};
    assert_false(fill_both(parts));
    assert_string_equal(
        findings_messages(&findings),
        "t.docx: footer1.xml, paragraph 1: error: no element \"y\" in the data [tag-name]\n"
        "t.docx: header1.xml, paragraph 1: error: the form field \"{{_ who | Name }}\" stands in a "
        "letterhead [fill-field]\n"
        "t.docx: header1.xml, paragraph 2: error: \"{{ empty }}\" finds nothing in /data of d.xml "
        "[fill-empty]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_parts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bound_data, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_untouched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_boxes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_field_in_text_box, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_word_template, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_prefix, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_errors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_field, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tags, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tags_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_parts_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_parts_with_errors, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
