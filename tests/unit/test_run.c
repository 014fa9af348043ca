/* compose/run.c and compose/passage.c: titles, headings, lists, prose, templates in templates. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "composing.h"

static struct composing c;

static int set_up(void **state)
{
    (void)state;
    composing_begin(&c);
    composing_notice(&c,
                     "<notice><title issuer='市政府'>关于<br/>开展的通知</title><theme>主题</theme>"
                     "<slogan>甲 *星*</slogan><slogan>乙</slogan></notice>");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    composing_end(&c);
    return 0;
}

static void test_headings(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"# {{ title/@issuer }}<br>{{ title }}", "title: 市政府/关于/开展的通知\n"},
        {"## 甲\n\n### 乙\n\n#### 丙\n\n##### 丁\n",
         "heading-1: 一、甲\nheading-2: （一）乙\nheading-3: 1.丙\nheading-4: （1）丁\n"},
        {"{{# slogan }}\n## {{ . }}\n{{/}}", "heading-1: 一、甲 *星*\nheading-1: 二、乙\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

/* Only the paragraph in the very next line runs in. */
static void test_run_in_headings(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"## 甲。\n正文\n", "heading-1: 一、甲。<body>正文\n"},
        {"## 甲。\n\n正文\n", "heading-1: 一、甲。\n正文\n"},
        {"## 甲。\n正文\n\n第二\n", "heading-1: 一、甲。<body>正文\n第二\n"},
        {"## {{ theme }}\n{{ theme }}\n", "heading-1: 一、主题<body>主题\n"},
        {"##\n正文\n", "一、正文\n"},
        {"## 甲\n### 乙\n正文", "heading-1: 一、甲\nheading-2: （一）乙<body>正文\n"},
        {"# 题\n正文", "title: 题\n正文\n"},
        {"## 甲\n1. 乙", "heading-1: 一、甲\nlist-1: 1.乙\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_lists(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"1. 甲\n2. 乙\n   1. 丙\n   2. 丁\n3. 戊\n",
         "list-1: 1.甲\nlist-1: 2.乙\nlist-2: （1）丙\nlist-2: （2）丁\nlist-1: 3.戊\n"},
        {"5. 甲\n1. 乙\n", "list-1: 5.甲\nlist-1: 6.乙\n"},
        {"1. 甲\n\n   续\n\n2. 乙\n", "list-1: 1.甲\n续\nlist-1: 2.乙\n"},
        {"{{# slogan }}\n1. {{ . }}\n{{/}}\n1. 末\n",
         "list-1: 1.甲 *星*\nlist-1: 2.乙\nlist-1: 3.末\n"},
        {"1. 甲\n\n正文\n\n1. 乙\n", "list-1: 1.甲\n正文\nlist-1: 1.乙\n"},
        {"1. 甲\n\n## 题\n\n1. 乙\n", "list-1: 1.甲\nheading-1: 一、题\nlist-1: 1.乙\n"},
        {"1. 甲\n\n{{? note }}\n\n1. 乙\n", "list-1: 1.甲\nlist-1: 2.乙\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_markdown_that_cannot_stand(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"甲\n\n- 乙\n", "3:0 template-markdown;"},
        {"> 甲\n", "1:0 template-markdown;"},
        {"###### 甲\n", "1:0 template-markdown;"},
        {"1. 甲\n   1. 乙\n      1. 丙\n", "3:0 template-markdown;"},
        {"***\n", "1:0 template-markdown;"},
    };
    ASSERT_WRONG(&c, cases);
}

/* Prose is a template of its own file; its context is the element that names it. */
static void test_prose(void **state)
{
    (void)state;
    write_text(c.arena, c.folder, "p.md",
               "---\ncontinue: 2\n---\n## 甲\n\n### {{ theme }}\n\n## 乙\n\n### 丙\n{{ slogn }}\n");
    composing_notice(&c, "<notice prose='p.md'><title>x</title><theme>主题</theme></notice>");
    const char *found = found_wrong(&c, "{{# prose }}\n{{& . }}\n{{/}}\n");
    assert_string_equal(found, "11:1 tag-name;");
    assert_string_equal(path_base(c.findings.first->place.file), "p.md");
    assert_string_equal(outline(c.arena, c.section), "heading-1: 一、甲\nheading-2: （一）主题\n"
                                                     "heading-1: 二、乙\nheading-2: （二）丙\n");
}

/* Other data that is read as Markdown gives blocks, but its braces stay text. */
static void test_markdown_blocks(void **state)
{
    (void)state;
    composing_notice(&c, "<notice><title>x</title><theme>主 **题** {{ title }}</theme></notice>");
    static const struct composition cases[] = {
        {"{{& theme }}\n", "主 *题* {{ title }}\n"},
        {"{{& '1. 甲' }}\n", "list-1: 1.甲\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_each_document_begins_its_numbers_anew(void **state)
{
    (void)state;
    assert_string_equal(composed(&c, "## 甲\n\n1. 乙\n"), "heading-1: 一、甲\nlist-1: 1.乙\n");
    assert_string_equal(composed(&c, "1. 丙\n\n## 丁\n"), "list-1: 1.丙\nheading-1: 一、丁\n");
    assert_string_equal(c.section->name, "test");
    assert_false(c.section->landscape);
}

static void test_a_template_that_is_missing(void **state)
{
    (void)state;
    struct place asked = {"notice.xml", 7, 0};
    assert_null(compose(c.composer, "gone", xml_root(c.notice->joined), "gone", asked));
    assert_string_equal(findings_subjects(&c.findings), "notice.xml:7 template-missing gone;");
}

/* Numbered templates, each of which includes the next. */
static void write_chain(const char *prefix, int length)
{
    for (int i = 1; i < length; i++)
        composing_template(&c, arena_printf(c.arena, "%s%d", prefix, i),
                           arena_printf(c.arena, "{{> %s%d }}\n", prefix, i + 1));
    composing_template(&c, arena_printf(c.arena, "%s%d", prefix, length), "底\n");
}

static void test_the_depth_of_templates_at_the_cap_and_past_it(void **state)
{
    (void)state;
    write_chain("a", LIMIT_SECTION_DEPTH - 1);
    write_chain("b", LIMIT_SECTION_DEPTH);
    assert_string_equal(composed(&c, "{{> a1 }}\n"), "底\n");
    assert_int_equal(c.findings.count, 0);
    assert_string_equal(found_wrong(&c, "{{> b1 }}\n"), "1:1 template-depth;");
}

/* Twice in itself: without an end to it this would take 2 to the power of the cap. */
static void test_a_template_that_includes_itself_twice(void **state)
{
    (void)state;
    composing_template(&c, "self", "甲\n\n{{> self }}\n{{> self }}\n");
    assert_string_equal(found_wrong(&c, "{{> self }}\n"), "3:1 template-depth;");
}

static void test_properties(void **state)
{
    (void)state;
    composing_notice(&c, "<notice><number organ='质' year='2022' serial='1'/>"
                         "<title issuer='市政府'>关于<br/>通知</title>"
                         "<publication index='X1' publisher='公开办'/>"
                         "<signer>甲局</signer><signer>乙局</signer><date>2022-01-05</date>"
                         "</notice>");
    struct buffer out = buffer_on(c.arena);
    for (struct property *p = compose_properties(c.composer); p; p = p->next)
        buffer_printf(&out, "%s=%s;", p->name, p->value);
    assert_string_equal(out.text, "title=市政府关于通知;issuer=市政府;number=质〔2022〕1号;"
                                  "date=2022-01-05;索引号=X1;发文机构=公开办;");
    composing_notice(&c, "<notice><title>通知</title><signer>甲局</signer><signer>乙局</signer>"
                         "</notice>");
    const struct property *title = compose_properties(c.composer);
    assert_string_equal(title->value, "通知");
    assert_string_equal(title->next->value, "甲局、乙局");
    assert_null(title->next->next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_headings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_run_in_headings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_markdown_that_cannot_stand, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_prose, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_markdown_blocks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_each_document_begins_its_numbers_anew, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_template_that_is_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_depth_of_templates_at_the_cap_and_past_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_template_that_includes_itself_twice, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_properties, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
