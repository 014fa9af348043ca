/* fill/strand.c: tags in paragraphs, however Word cuts them up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "on_arena.h"
#include "filling.h"

#define BOLD(text) "<w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r>"
#define WRITTEN_BOLD(text)                                                                         \
    "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

static void test_values(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("no tag") "<w:sectPr/>", P("no tag") "<w:sectPr/>"},
        {P("{{ title }}"), PP("A &amp; B")},
        {P("a {{title}} b"), PP("a A &amp; B b")},
        {P("&lt;{{ title }}&gt;"), PP("&lt;A &amp; B&gt;")},
        {P("{{ title }}{{ @name }}"), PP("A &amp; B名称")},
        {P("{{ lines }}"), "<w:p><w:r>" PT("one") "<w:br/>" PT("two") "</w:r></w:p>"},
        {P("{{! nothing }}x"), PP("x")},
        {P("a{{? empty }}b"), PP("ab")},
        {P("{{ concat(‘a’, “b”) }}"), PP("ab")},
        {P("{{ sum(item) }}"), "t.docx: paragraph 1: error: \"sum(item)\" cannot be worked out: "
                               "its value is not a number "
                               "[tag-value]\n"},
        {P("{{# sum(item) }}x{{/}}{{ sum(yes) }}"), PP("1")},
        /* as an input method writes them */
        {P("{{　title　}}{{？empty}}{{ ＃ item }}{{ @id }}{{／}}{{ ‘？　’ }}"),
         PP("A &amp; B12？　")},
    };
    assert_filled(cases);
}

/* The run in which a tag begins gives the look; what it held of the others is gone. */
static void test_split(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {"<w:p>" R("a {") BOLD("{ title ") R("}} b") "</w:p>",
         "<w:p>" PR("a A &amp; B") PR(" b") "</w:p>"},
        {"<w:p>" R("x") BOLD("{{") R(" tit") R("le }}") "</w:p>",
         "<w:p>" R("x") WRITTEN_BOLD("A &amp; B") "</w:p>"},
        {"<w:p>" R("{{ ti") "<w:proofErr w:type=\"spellStart\"/>" R(
             "tle") "<w:bookmarkEnd w:id=\"1\"/>" R(" }}") "</w:p>",
         "<w:p>" PR(
             "A &amp; B") "<w:proofErr w:type=\"spellStart\"/><w:bookmarkEnd w:id=\"1\"/></w:p>"},
        {"<w:p><w:r>" T("{{ ti") T("tle }}") "</w:r></w:p>", PP("A &amp; B")},
        {"<w:p><w:r>" T("{{") "<w:tab/>" T("title }}") "<w:tab/>" T("z") "</w:r></w:p>",
         "<w:p><w:r>" PT("A &amp; B") "<w:tab/>" T("z") "</w:r></w:p>"},
        {"<w:p><w:hyperlink r:id=\"x\">" R("{{ title }}") "</w:hyperlink></w:p>",
         "<w:p><w:hyperlink r:id=\"x\">" PR("A &amp; B") "</w:hyperlink></w:p>"},
        {"<w:p>" R("{{ title") "<w:hyperlink>" R(" }}") "</w:hyperlink>" R("!") "</w:p>",
         "<w:p>" PR("A &amp; B") "<w:hyperlink></w:hyperlink>" R("!") "</w:p>"},
        {"<w:p>" R("{{ title }}") "<w:del><w:r><w:delText>{{ gone</w:delText></w:r></w:del></w:p>",
         "<w:p>" PR("A &amp; B") "<w:del><w:r><w:delText>{{ gone</w:delText></w:r></w:del></w:p>"},
    };
    assert_filled(cases);
}

static void test_sections(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("{{# item }}{{ @id }}，{{/}}"), PP("1，2，")},
        {P("{{# yes = 1 }}yes{{/}}{{^ yes = 1 }}no{{/}}"), PP("yes")},
        {P("{{^ empty/x | missing }}none{{/}}!"),
         "t.docx: paragraph 1: error: no element \"x\" in the data [tag-name]\n"
         "t.docx: paragraph 1: error: no element \"missing\" in the data [tag-name]\n"},
        {P("{{# item }}{{# part }}{{ . }}{{/}};{{/}}"), PP("ab;c;")},
        {"<w:p>" R("({{# item }}") BOLD("{{ @id }}") R("{{/}})") "</w:p>",
         "<w:p>" PR("(") WRITTEN_BOLD("1") WRITTEN_BOLD("2") PR(")") "</w:p>"},
        {"<w:p>" R("{{# item }}a") "<w:r><w:br/></w:r>" R("b{{/}}") "</w:p>",
         "<w:p>" PR("a") "<w:r><w:br/></w:r>" PR("b")
             PR("a") "<w:r><w:br/></w:r>" PR("b") "</w:p>"},
        {"<w:p><w:hyperlink>" R("{{# item }}") "</w:hyperlink>" R("x{{/}}") "</w:p>",
         "t.docx: paragraph 1: error: the section tag \"{{# item }}\" cannot stand here: it opens "
         "in one place and ends in another [fill-section]\n"},
    };
    assert_filled(cases);
}

/* A paragraph of which the data leave nothing is not written, if it has nothing else. */
static void test_nothing_left(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("{{? empty }}") P("x"), P("x")},
        {"<w:p>" R("{{? empty }}") "<w:r><w:drawing/></w:r></w:p>",
         "<w:p><w:r><w:drawing/></w:r></w:p>"},
        {"<w:p><w:pPr><w:sectPr/></w:pPr>" R("{{? empty }}") "</w:p>",
         "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"},
        {TBL(TR(TC("<w:p><w:pPr><w:jc/></w:pPr>" R("{{? empty }}") "</w:p>"))),
         TBL(TR(TC("<w:p><w:pPr><w:jc/></w:pPr></w:p>")))},
    };
    assert_filled(cases);
}

static void test_refused(void **state)
{
    (void)state;
    static const struct fill_case cases[] = {
        {P("{{ titel }}"),
         "t.docx: paragraph 1: error: no element \"titel\" in the data [tag-name]\n"},
        {P("x") P("{{ title"),
         "t.docx: paragraph 2: error: the tag \"{{ title\" is not understood [tag-syntax]\n"},
        {P("{{ empty }}"), "t.docx: paragraph 1: error: \"{{ empty }}\" finds nothing in /data of "
                           "d.xml [fill-empty]\n"},
        {P("{{> head }}"),
         "t.docx: paragraph 1: error: the tag \"{{> head }}\" is not understood [tag-syntax]\n"},
        {P("{{= title }}"),
         "t.docx: paragraph 1: error: the tag \"{{= title }}\" is not understood [tag-syntax]\n"},
        {P("{{# item }}") P("{{/}}{{/}}"),
         "t.docx: paragraph 2: error: {{/}} closes nothing [tag-unopened]\n"},
        {P("{{# item }}x"),
         "t.docx: paragraph 1: error: the section \"{{# item }}\" is not closed [tag-unclosed]\n"},
    };
    assert_filled(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_split, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sections, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
