/* compose/split.c: sections, partials, fenced blocks and front matter of a template. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "composing.h"
#include "standard.h"

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

static void test_sections_over_nodes_and_conditions(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"{{# slogan }}\n第{{ position() }}条共{{ last() }}条：{{ . }}\n{{/}}\n",
         "第1条共2条：甲 *星*\n第2条共2条：乙\n"},
        {"{{# theme }}\n有{{ . }}\n{{/}}\n{{^ theme }}\n没有\n{{/}}\n", "有主题\n"},
        {"{{# note }}\n有\n{{/}}\n{{^ note }}\n没有\n{{/}}\n", "没有\n"},
        {"{{# count(slogan) > 1 }}\n{{ theme }}\n{{/}}\n", "主题\n"},
        {"{{# count(slogan) > 2 }}\n{{ theme }}\n{{/}}\n", ""},
        {"{{# slogan }}\n{{# ../theme }}\n{{ . }}{{ position() }}\n{{/}}\n{{ position() "
         "}}\n{{/}}\n",
         "主题1\n1\n主题1\n2\n"},
        {"  {{# theme }}  \n甲\n\n乙\n  {{/}}\n", "甲\n乙\n"},
        {"{{# theme }}{{/}}\n丙", "丙\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_partials_and_comments(void **state)
{
    (void)state;
    composing_template(&c, "part", "引{{ theme }}");
    composing_template(&c, "each", "条{{ . }}\n");
    static const struct composition cases[] = {
        {"前\n{{> part }}\n后", "前\n引主题\n后\n"},
        {"{{# slogan[2] }}\n{{> each }}\n{{/}}", "条乙\n"},
        {"前\n{{! 注 }}\n后", "前\n后\n"},
        {"前{{! 注 }}后", "前后\n"},
        {"{{! 注 {{ slogn }}\n", ""},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_fenced_blocks_take_their_role(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"```addressee\n{{ theme }}：\n\n第二\n```\n正文",
         "addressee: 主题：\naddressee: 第二\n正文\n"},
        {"```note\n{{# slogan }}\n（{{ . }}）\n{{/}}\n```", "note: （甲 *星*）\nnote: （乙）\n"},
        {"{{# theme }}\n```date\n{{ . }}\n```\n{{/}}\n后", "date: 主题\n后\n"},
        {"``` signature  \n甲\n```  \n", "signature: 甲\n"},
        {"```annex-list\n一\n\n二\n```\n隔\n```annex-list\n三\n```",
         "annex-list: 一\nannex-list: 二\n隔\nannex-list: 三\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_front_matter(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"---\ncontinue: 2\n---\n## 甲\n\n### 一\n\n## 乙\n\n### 二\n",
         "heading-1: 一、甲\nheading-2: （一）一\nheading-1: 二、乙\nheading-2: （二）二\n"},
        {"## 甲\n\n### 一\n\n## 乙\n\n### 二\n",
         "heading-1: 一、甲\nheading-2: （一）一\nheading-1: 二、乙\nheading-2: （一）二\n"},
        {"---\n---\n甲", "甲\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_what_is_wrong(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"{{# theme }}\n甲\n", "1:1 tag-unclosed;"},
        {"甲\n\n  {{/}}\n", "3:3 tag-unopened;"},
        {"{{# theme }}\n{{/}}\n{{/}}\n", "3:1 tag-unopened;"},
        {"{{# slogn }}\n甲\n{{/}}\n", "1:1 tag-name;"},
        {"甲\n{{> gone }}\n", "2:1 template-missing;"},
        {"甲 {{> part }}\n", "1:3 tag-syntax;"},
        {"```addresee\n甲\n```\n", "1:1 block-unknown;"},
        {"甲\n\n质{{ slogn }}{{ nam }}\n", "3:2 tag-name;3:13 tag-name;"},
        {"---\nstyle: x\n---\n", "2:1 template-front-matter;"},
        {"---\ncontinue: 5\ncontinue: 0\ncontinue: 3x\n---\n",
         "2:1 template-front-matter;3:1 template-front-matter;4:1 template-front-matter;"},
    };
    ASSERT_WRONG(&c, cases);
}

static const char *repeated(const char *before, const char *middle, const char *after, int count)
{
    struct buffer out = buffer_on(c.arena);
    for (int i = 0; i < count; i++)
        buffer_add(&out, before);
    buffer_add(&out, middle);
    for (int i = 0; i < count; i++)
        buffer_add(&out, after);
    return out.text;
}

static void test_the_depth_of_sections_at_the_cap_and_past_it(void **state)
{
    (void)state;
    const char *text = repeated("{{# /notice }}\n", "甲\n", "{{/}}\n", LIMIT_SECTION_DEPTH);
    assert_string_equal(composed(&c, text), "甲\n");
    assert_int_equal(c.findings.count, 0);
    text = repeated("{{# /notice }}\n", "甲\n", "{{/}}\n", LIMIT_SECTION_DEPTH + 1);
    assert_string_equal(found_wrong(&c, text),
                        arena_printf(c.arena, "%d:1 template-depth;", LIMIT_SECTION_DEPTH + 1));
}

static void test_the_number_of_tags_at_the_cap_and_past_it(void **state)
{
    (void)state;
    composed(&c, repeated("{{ 1 }}", "", "", STANDARD_TAGS));
    assert_int_equal(c.findings.count, 0);
    assert_int_equal(strlen(paragraph_text(c.arena, &c.section->first->paragraph)), STANDARD_TAGS);
    assert_string_equal(found_wrong(&c, repeated("{{ 1 }}", "", "", STANDARD_TAGS + 1)),
                        arena_printf(c.arena, "1:%d tag-count;", STANDARD_TAGS * 7 + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sections_over_nodes_and_conditions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_partials_and_comments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_fenced_blocks_take_their_role, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_front_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_depth_of_sections_at_the_cap_and_past_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_the_number_of_tags_at_the_cap_and_past_it, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
