/* fill/compile.c: sections over paragraphs and rows, and what Word would not open otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "filling.h"

static void test_paragraphs(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("{{# item }}") P("{{ @id }}") P("same") P("{{/}}") P("end"),
         PP("1") P("same") PP("2") P("same") P("end")},
        {P("{{# item }}{{ @id }}") P("z{{/}}"), PP("1") PP("z") PP("2") PP("z")},
        {P("{{# item }}") P("{{/}}") P("end"), P("end")},
        {P("{{^ item }}") P("none") P("{{/}}") P("end"), P("end")},
        {P("{{# item }}") P("{{# part }}") P("{{ . }}") P("{{/}}") P("{{/}}"),
         PP("a") PP("b") PP("c")},
        {P("{{# item }}{{# part }}") P("{{ . }}") P("{{/}}{{/}}"), PP("a") PP("b") PP("c")},
        {P("{{# group }}") P("{{ @name }}") TBL(TR(TC(P("{{# leaf }}")) TC(P("{{ . }}{{/}}"))))
             P("{{/}}"),
         PP("G") TBL(TR(TC("<w:p></w:p>") TC(PP("l1"))) TR(TC("<w:p></w:p>") TC(PP("l2")))) PP("H")
             TBL(TR(TC("<w:p></w:p>") TC(PP("l3"))))},
        {P("a {{# item }}") P("b{{/}}"),
         "t.docx: paragraph 1: error: the section tag \"{{# item }}\" cannot stand here: something "
         "stands before it [fill-section]\n"},
        {P("{{# item }}a") P("b{{/}} c"),
         "t.docx: paragraph 2: error: the section tag \"{{/}}\" cannot stand here: something "
         "stands behind it [fill-section]\n"},
        {P("{{# item }}") TBL(TR(TC(P("{{/}}")))),
         "t.docx: paragraph 1: error: the section tag \"{{# item }}\" cannot stand here: it opens "
         "in one place and ends in another [fill-section]\n"},
    };
    assert_filled(cases);
}

static void test_rows(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {TBL(TR(TC(P("h"))) TR(TC(P("{{# item }}{{ @id }}")) TC(P("x{{/}}"))) TR(TC(P("f")))),
         TBL(TR(TC(P("h"))) TR(TC(PP("1")) TC(PP("x"))) TR(TC(PP("2")) TC(PP("x")))
                 TR(TC(P("f"))))},
        {TBL(TR(TC(P("{{# item }}"))) TR(TC(P("{{ @id }}"))) TR(TC(P("two"))) TR(TC(P("{{/}}")))),
         TBL(TR(TC(PP("1"))) TR(TC(P("two"))) TR(TC(PP("2"))) TR(TC(P("two"))))},
        {TBL(TR(TC(P("{{# item }}{{ @id }}"))) TR(TC(P("two{{/}}")))),
         TBL(TR(TC(PP("1"))) TR(TC(PP("two"))) TR(TC(PP("2"))) TR(TC(PP("two"))))},
        {TBL(TR(TC(P("{{# group }}{{ @name }}"))) TR(TC(P("{{# leaf }}{{ . }}")) TC(P("{{/}}")))
                 TR(TC(P("{{/}}")))),
         TBL(TR(TC(PP("G"))) TR(TC(PP("l1")) TC("<w:p></w:p>")) TR(TC(PP("l2")) TC("<w:p></w:p>"))
                 TR(TC(PP("H"))) TR(TC(PP("l3")) TC("<w:p></w:p>")))},
        {TBL(TR(TC(P("{{# item }}") P("{{ @id }}") P("{{/}}")))), TBL(TR(TC(PP("1") PP("2"))))},
        {TBL(TR(TC(P("{{ title }}")) TC(P("{{# item }}")) TC(P("{{/}}")))),
         "t.docx: table 1, row 1, cell 2: error: the section tag \"{{# item }}\" cannot stand "
         "here: something stands before it [fill-section]\n"},
    };
    assert_filled(cases);
}

/* A cell holds a paragraph, a table rows; two tables do not meet. */
static void test_mending(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {TBL(TR(TC(P("{{# empty/@x }}") P("y") P("{{/}}")))),
         "t.docx: table 1, row 1, cell 1: error: no attribute \"x\" in the data [tag-name]\n"},
        {TBL(TR(TC(P("{{# 1 = 2 }}") P("y") P("{{/}}")))), TBL(TR(TC("<w:p></w:p>")))},
        {TBL(TR(TC(P("{{# 1 = 2 }}")) TC(P("{{/}}")))) P("x"), P("x")},
        {TBL(TR(TC(TBL(TR(TC(P("in")))) P("{{? empty }}")))),
         TBL(TR(TC(TBL(TR(TC(P("in")))) "<w:p></w:p>")))},
        {P("{{# item }}") TBL(TR(TC(P("{{ @id }}")))) P("{{/}}") P("end"),
         TBL(TR(TC(PP("1")))) "<w:p/>" TBL(TR(TC(PP("2")))) P("end")},
        {"<w:sdt><w:sdtPr/><w:sdtContent>" P("{{? empty }}") "</w:sdtContent></w:sdt>" P("x"),
         P("x")},
    };
    assert_filled(cases);
}

/* Blanks between elements are kept, and are nothing. */
static void test_blanks(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {TBL(" <w:tr> <!-- r -->" TC(" " P("{{ title }}") "\n") " </w:tr>\n"),
         TBL(" <w:tr> <!-- r -->" TC(" " PP("A &amp; B") "\n") " </w:tr>\n")},
        {TBL(TR(TC("\n" P("{{# 1 = 2 }}") "\n" P("y") "\n" P("{{/}}") "\n"))),
         TBL(TR(TC("\n\n\n\n<w:p></w:p>")))},
        {TBL("\n" TR(TC(P("{{# 1 = 2 }}")) TC(P("{{/}}"))) "\n") P("x"), P("x")},
        {TBL(TR(TC(TBL(TR(TC(P("in")))) "\n" P("{{? empty }}") "\n"))),
         TBL(TR(TC(TBL(TR(TC(P("in")))) "\n\n<w:p></w:p>")))},
        {TBL(TR(TC("<w:bookmarkStart w:id=\"1\"/>" TBL(
             TR(TC(P("in")))) "<w:bookmarkEnd w:id=\"1\"/> " P("{{? empty }}")))),
         TBL(TR(TC("<w:bookmarkStart w:id=\"1\"/>" TBL(
             TR(TC(P("in")))) "<w:bookmarkEnd w:id=\"1\"/> <w:p></w:p>")))},
        {P("{{# item }}") " " TBL(TR(TC(P("{{ @id }}")))) " " P("{{/}}") P("end"),
         " " TBL(TR(TC(PP("1")))) "<w:p/>" TBL(TR(TC(PP("2")))) " " P("end")},
        {"<w:p><w:sdt><w:sdtPr/><w:sdtContent>\n" R("{{? empty }}x") "\n</w:sdtContent></w:sdt>"
                                                                     "</w:p>",
         "<w:p><w:sdt><w:sdtPr/><w:sdtContent>" PR("x") "</w:sdtContent></w:sdt></w:p>"},
    };
    assert_filled(cases);
}

static void test_unique(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {"<w:p w14:paraId=\"1\" w:rsidR=\"2\">" R(
             "{{# item }}") "</w:p>"
                            "<w:p w14:paraId=\"3\" w:rsidR=\"4\"><w:bookmarkStart w:id=\"1\" "
                            "w:name=\"b\"/>" R("{{ @id }}") "<w:bookmarkEnd w:id=\"1\"/></w:p>" P(
                                "{{/}}"),
         "<w:p w:rsidR=\"4\"><w:bookmarkStart w:id=\"1\" w:name=\"b\"/>" PR(
             "1") "<w:bookmarkEnd w:id=\"1\"/></w:p><w:p w:rsidR=\"4\">" PR("2") "</w:p>"},
        {P("{{# item }}") "<w:p><w:r><w:drawing><wp:docPr id=\"2\" "
                          "name=\"x\"/></w:drawing></w:r></w:p>" P("{{/}}"),
         "<w:p><w:r><w:drawing><wp:docPr id=\"2\" name=\"x\"/></w:drawing></w:r></w:p>"
         "<w:p><w:r><w:drawing><wp:docPr id=\"1\" name=\"x\"/></w:drawing></w:r></w:p>"},
        {P("{{# item }}") "<w:p><w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>" R(
             "a") "</w:sdtContent></w:sdt></w:p>" P("{{/}}"),
         "<w:p><w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>" R(
             "a") "</w:sdtContent></w:sdt></w:p>"
                  "<w:p><w:sdt><w:sdtPr></w:sdtPr><w:sdtContent>" R(
                      "a") "</w:sdtContent></w:sdt></w:p>"},
    };
    assert_filled(cases);
}

#define LISTED(number, text)                                                                       \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" number                           \
    "\"/></w:numPr></w:pPr>" text "</w:p>"

/* A list that stands in a turn begins anew with it; one that is made of the turns goes on. */
static void test_lists(void **state)
{
    (void)state;
    static const char numbering[] =
        "<w:numbering " NAMESPACES "><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\">"
        "<w:start w:val=\"1\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId "
        "w:val=\"7\"/></w:num></w:numbering>";
    struct filled filled =
        fill_with(P("{{# group }}") P("{{ @name }}") P("{{# leaf }}") LISTED("3", R("{{ . }}"))
                      P("{{/}}") P("{{/}}") LISTED("3", R("after")),
                  (struct word_parts){.numbering = numbering}, data_text);
    const char *text = part_of(&filled, "word/document.xml");
    assert_non_null(strstr(text, PP("G") LISTED("3", PR("l1")) LISTED("3", PR("l2")) PP("H")
                                     LISTED("4", PR("l3")) LISTED("3", R("after"))));
    assert_non_null(strstr(part_of(&filled, "word/numbering.xml"),
                           "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride "
                           "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                           "</w:numbering>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_paragraphs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mending, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_blanks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unique, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
