/* fill/prose.c: Markdown in the data, as the template looks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "filling.h"

#define BOLD(text) "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>" PT(text) "</w:r>"
#define LOOK "<w:rPr><w:rFonts/>"
#define STYLE "<w:pPr><w:pStyle w:val=\"s\"/></w:pPr>"

static void test_blocks(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("{{&amp; md }}"), "<w:p>" PR("Some ") BOLD("bold") PR(" words") "</w:p><w:p>" PR("1. ")
                                 PR("first") "</w:p><w:p>" PR("2. ") PR("second") "</w:p>"},
        {"<w:p>" STYLE "<w:r>" LOOK "<w:sz/></w:rPr>" T("{{&amp; '*a*' }}") "</w:r></w:p>",
         "<w:p>" STYLE "<w:r>" LOOK "<w:i/><w:iCs/><w:sz/></w:rPr>" PT("a") "</w:r></w:p>"},
        {"<w:p><w:r><w:rPr><w:b/></w:rPr>" T("{{&amp; '**a**' }}") "</w:r></w:p>",
         "<w:p><w:r><w:rPr><w:b/></w:rPr>" PT("a") "</w:r></w:p>"},
        {"<w:p><w:bookmarkStart w:id=\"1\"/>" R(
             "{{&amp; '*a*' }}") "<w:bookmarkEnd w:id=\"1\"/></w:p>",
         "<w:bookmarkStart w:id=\"1\"/><w:p><w:r><w:rPr><w:i/><w:iCs/></w:rPr>" PT(
             "a") "</w:r></w:p><w:bookmarkEnd w:id=\"1\"/>"},
        {P("{{&amp; '# h' }}"), "<w:p>" BOLD("h") "</w:p>"},
        {P("{{&amp; '1 &lt; 2' }}"), "<w:p>" PR("1 &lt; 2") "</w:p>"},
        {P("{{&amp; '> q' }}"),
         "t.docx: paragraph 1: error: a block quote cannot stand here; /data of d.xml has one "
         "[fill-markdown]\n"},
        {P("{{&amp; '1. > q' }}"),
         "t.docx: paragraph 1: error: a block quote cannot stand here; /data of d.xml has one "
         "[fill-markdown]\n"},
    };
    assert_filled(cases);
}

/* Within a paragraph: the words of the first one. */
static void test_phrase(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("a {{&amp; md }} b"),
         "<w:p>" PR("a ") PR("Some ") BOLD("bold") PR(" words") PR(" b") "</w:p>"},
        {P("{{# item }}{{&amp; . }}{{/}}"), "<w:p>" PR("甲ab") PR("乙c") "</w:p>"},
        {P("x {{&amp; '1. a' }}"),
         "t.docx: paragraph 1: error: a list beside other words cannot stand here; /data of d.xml "
         "has one [fill-markdown]\n"},
        {P("x {{&amp; '---' }}"),
         "t.docx: paragraph 1: error: a thematic break cannot stand here; /data of d.xml has one "
         "[fill-markdown]\n"},
        {P("{{&amp; empty }} x"),
         "t.docx: paragraph 1: error: \"{{& empty }}\" finds nothing in /data of d.xml "
         "[fill-empty]\n"},
    };
    assert_filled(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_blocks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_phrase, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
