/* docx/content.c: the text of a paragraph, whatever Word wraps around it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "reading.h"
#include "standard.h"

static struct reading_test t;

static int set_up(void **state)
{
    (void)state;
    reading_begin(&t, "gbt9704");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    reading_end(&t);
    return 0;
}

/* The text of the one paragraph that a body has. */
static const char *text_of(const char *content)
{
    const char *tree = body_read(&t, arena_printf(t.arena, "<w:p>%s</w:p>", content));
    static const char head[] = "[notice]\nbody: ";
    assert_true(text_starts(tree, head));
    size_t length = strlen(tree) - strlen(head) - 1;
    return arena_copy_n(t.arena, tree + strlen(head), length);
}

static void what_stands_in_runs(void **state)
{
    (void)state;
    static const struct {
        const char *content, *text;
    } cases[] = {
        {T("质量") T("月"), "质量月"},
        {"<w:r><w:t xml:space=\"preserve\">a </w:t><w:t> b </w:t></w:r>", "a b"},
        {"<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"},
        {"<w:r><w:br/><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>", "a/b"},
        {"<w:r><w:t>a</w:t><w:br/><w:tab/><w:t>b</w:t></w:r>", "a\tb"},
        {"<w:r><w:t>0000</w:t><w:noBreakHyphen/><w:t>1</w:t><w:sym/></w:r>", "0000-1"},
        {"<w:hyperlink>" T("a") "</w:hyperlink><w:smartTag>" T("b") "</w:smartTag>", "ab"},
        {"<w:ins>" T("a") "</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
                          "<w:moveFrom>" T("c") "</w:moveFrom><w:moveTo>" T("d") "</w:moveTo>",
         "ad"},
        {T("　　　甲　"), "甲　"},
        {"<w:r><w:t>a</w:t><w:footnoteReference/><w:drawing><w:t>b</w:t></w:drawing></w:r>", "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(text_of(cases[i].content), cases[i].text);
}

#define MARK(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText><w:t>?</w:t></w:r>"

static void fields_show_their_result(void **state)
{
    (void)state;
    assert_string_equal(
        text_of(MARK("begin") CODE("DATE") MARK("separate") T("9月") MARK("end") T("起")), "9月起");
    assert_string_equal(text_of(MARK("begin") CODE("IF") MARK("begin") CODE("REF") MARK("separate")
                                    T("no") MARK("end") MARK("separate") T("yes") MARK("end")),
                        "yes");
    assert_string_equal(text_of(MARK("begin") CODE("XE") MARK("end")
                                    T("a") "<w:fldSimple w:instr=\"REF\">" T("b") "</w:fldSimple>"),
                        "ab");
}

#define CONTROL(properties, content)                                                               \
    "<w:sdt><w:sdtPr>" properties "</w:sdtPr><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define TAG "<w:alias w:val=\"填写\"/><w:tag w:val=\"score-1\"/>"
#define START "<w:bookmarkStart w:id=\"4\" w:name=\"f_score_1\"/>"
#define END "<w:bookmarkEnd w:id=\"4\"/>"

static void form_fields(void **state)
{
    (void)state;
    static const struct {
        const char *content, *text;
    } cases[] = {
        {T("得") START CONTROL(TAG, T("　　　")) END T("分"), "得{score-1|填写}分"},
        {CONTROL(TAG, T("8.5")) T("分"), "8.5分"},
        {T("得") "<w:sdt><w:sdtPr/><w:sdtContent>" START T("　　") "</w:sdtContent></w:sdt>" END T(
             "分"),
         "得{score_1|}分"},
        {T("得") START T("　　") END T("分"), "得{score_1|}分"},
        {T("得") START T("9") END T("分"), "得9分"},
        {T("得") "<w:bookmarkStart w:id=\"4\" w:name=\"f_x\"/>" T("　　"), "得{x|}"},
        {T("得") "<w:bookmarkStart w:id=\"4\" w:name=\"_GoBack\"/>" T("　") END T("分"), "得　分"},
        {CONTROL("<w:id w:val=\"77\"/><w:showingPlcHdr/>", T("单击此处")), "{77|}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(text_of(cases[i].content), cases[i].text);
}

static void marks_differ_from_the_paragraph(void **state)
{
    (void)state;
    assert_string_equal(text_of(T("a") "<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>"
                                       "<w:r><w:rPr><w:i/></w:rPr><w:t>c</w:t></w:r>"),
                        "a*b_c");
}

static void word_numbers_become_text(void **state)
{
    (void)state;
    static const char numbering[] =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt "
        "w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\">"
        "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>";
    static const char styles[] = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name "
                                 "w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/>"
                                 "</w:numPr></w:pPr></w:style>";
#define STYLED "<w:pStyle w:val=\"1\"/>"
    static const char body[] = "<w:p><w:pPr>" STYLED "</w:pPr>" T(
        "目标") "</w:p><w:p><w:pPr><w:numPr><w:ilvl "
                "w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>" T(
                    "范围") "</w:p>"
                            "<w:p><w:pPr>" STYLED "</w:pPr></w:p><w:p><w:pPr>" STYLED "</w:pPr>" T(
                                "任务") "</w:p>"
                                        "<w:p><w:pPr>" STYLED
                                        "<w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" T(
                                            "附") "</w:p>";
    assert_string_equal(
        word_read(&t, (struct word_file){.body = body, .styles = styles, .numbering = numbering}),
        "[notice]\nheading-1: 一、目标\nheading-2: （一）范围\nheading-1: 三、任务\n"
        "heading-1: 附\n");
}

static void origins_name_the_element(void **state)
{
    (void)state;
    body_read(&t, P("a") "<w:p/><w:sdt><w:sdtContent>" P("b") "</w:sdtContent></w:sdt>");
    const struct block *block = t.read.document->first->first;
    assert_string_equal(block->origin.file, "office.docx");
    assert_int_equal(block->origin.line, 0);
    assert_string_equal(block->origin.path, "/w:document/w:body[1]/w:p[1]");
    assert_string_equal(block->next->origin.path,
                        "/w:document/w:body[1]/w:sdt[1]/w:sdtContent[1]/w:p[1]");
}

static const char *many_paragraphs(int count)
{
    struct buffer out = buffer_on(t.arena);
    while (count-- > 0)
        buffer_add(&out, "<w:p/>");
    return buffer_text(&out);
}

static void paragraphs_are_limited(void **state)
{
    (void)state;
    assert_string_equal(body_read(&t, many_paragraphs(STANDARD_PARAGRAPHS)), "[notice]\n");
    assert_string_equal(word_refused(&t, many_paragraphs(STANDARD_PARAGRAPHS + 1)),
                        "document.xml:1 docx-paragraphs 100000;");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_stands_in_runs),
        TEST(fields_show_their_result),
        TEST(form_fields),
        TEST(marks_differ_from_the_paragraph),
        TEST(word_numbers_become_text),
        TEST(origins_name_the_element),
        TEST(paragraphs_are_limited),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
