/* compose/inline.c and compose/items.c: the inside of a paragraph. */
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
    composing_notice(
        &c, "<notice><title issuer='市政府'>关于<br/>开展的通知</title><theme>主题</theme>\n"
            "<slogan>甲 *星*</slogan><slogan>乙</slogan></notice>");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    composing_end(&c);
    return 0;
}

static void test_values(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"前{{ theme }}后", "前主题后\n"},
        {"{{ slogan }}", "甲 *星*\n"},        /* never read as Markdown */
        {"前{{& slogan }}后", "前甲 星后\n"}, /* and here it is */
        {"{{ title }}", "关于/开展的通知\n"},
        {"{{ string(title) }}", "关于开展的通知\n"},
        {"{{? note }}前{{? note }}后", "前后\n"},
        {"{{? note }}", ""}, /* nothing is left of the paragraph */
        {"**{{ theme }}**重", "*主题*重\n"},
        {"{{ count(slogan) }}{{ true() }}", "2true\n"},
        {"{{ '' = note }}", "false\n"},
        {"质\n量\nab\ncd", "质量 ab cd\n"},
        {"甲\\\n乙", "甲/乙\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

/* *星* is emphasis once it is read as Markdown: the run loses its asterisks. */
static void test_markdown_values_have_marks(void **state)
{
    (void)state;
    composed(&c, "前{{& slogan }}");
    const struct run *run = c.section->first->paragraph.first;
    assert_string_equal(run->next->text, "甲 ");
    assert_int_equal(run->next->marks, 0);
    assert_string_equal(run->next->next->text, "星");
    assert_int_equal(run->next->next->marks, RUN_ITALIC);
}

/* Only who writes the template marks: data that look like a mark are text. */
static void test_marks_of_the_template(void **state)
{
    (void)state;
    composing_notice(
        &c, "<notice><title>甲</title><theme>乙</theme><slogan>&lt;ins>丙&lt;/ins></slogan>"
            "</notice>");
    composed(
        &c, "<ins>{{ theme }}{{# title }}{{ . }}{{/}}</ins><del>{{ slogan }}</del>{{& slogan }}\n");
    const struct run *run = c.section->first->paragraph.first;
    assert_int_equal(run->marks, RUN_INSERTED);
    assert_int_equal(run->next->marks, RUN_INSERTED);
    assert_int_equal(run->next->next->marks, RUN_DELETED);
    assert_string_equal(run->next->next->text, "<ins>丙</ins>");
    assert_int_equal(run->next->next->next->marks, 0);
    assert_string_equal(run->next->next->next->text, "<ins>丙</ins>");
    composed(&c, "{{& slogan }}");
    assert_int_equal(c.section->first->paragraph.first->marks, 0);
    assert_int_equal(c.findings.count, 0);
}

static void test_sections_in_a_paragraph(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"（{{# slogan }}{{ . }}{{# position() != last() }}、{{/}}{{/}}）", "（甲 *星*、乙）\n"},
        {"{{# note }}有{{/}}{{^ note }}无{{/}}", "无\n"},
        {"{{# title/@issuer }}{{ . }}{{/}}{{^ title/@issuer }}无{{/}}", "市政府\n"},
        {"**{{# slogan }}口{{/}}**", "*口**口*\n"},
        {"{{# slogan }}\\\n{{ . }}{{/}}", "/甲 *星*/乙\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_origins_name_the_template_and_the_data(void **state)
{
    (void)state;
    composed(&c, "一\n\n二{{ slogan[2] }}");
    const struct run *run = c.section->first->next->paragraph.first;
    assert_int_equal(run->origin.line, 3);
    assert_null(run->origin.path);
    assert_null(run->origin.data.file);
    assert_string_equal(run->next->origin.path, "/notice/slogan[2]");
    assert_int_equal(run->next->origin.line, 3);
    assert_string_equal(path_base(run->next->origin.data.file), "notice.xml");
    assert_int_equal(run->next->origin.data.line, 2);
}

/* The path of the last run of a paragraph; "" if it has none. */
static const char *path_of_last(const char *text)
{
    composed(&c, text);
    const char *path = c.section->first->paragraph.last->origin.path;
    return path ? path : "";
}

static void test_origins_of_what_is_made_of_data(void **state)
{
    (void)state;
    assert_string_equal(path_of_last("{{ names(slogan) }}"), "/notice/slogan[1]");
    assert_string_equal(path_of_last("{{ join(slogan[2], '') }}"), "/notice/slogan[2]");
    assert_string_equal(path_of_last("甲{{& slogan }}"), "/notice/slogan[1]");
    assert_string_equal(path_of_last("{{& slogan }}"), "/notice/slogan[1]");
    assert_string_equal(path_of_last("{{& names(slogan) }}"), "/notice/slogan[1]");
    assert_string_equal(path_of_last("{{ title }}"), "/notice/title");
    assert_string_equal(path_of_last("{{ title }}{{_ f | 填 }}"), "");
    assert_string_equal(path_of_last("{{ string(theme) }}"), "");
}

/* Ids are used once in a document, whatever they are called. */
static void test_ids_of_fields_are_made_unique(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"{{_ unit | 单位 }}{{_ name | 姓名 }}", "{unit|单位}{name|姓名}\n"},
        {"{{# slogan }}{{_ row | 填写 }}{{/}}", "{row|填写}{row-2|填写}\n"},
        {"{{_ row | 再 }}{{_ row-2 | 又 }}", "{row-3|再}{row-2-2|又}\n"},
        {"{{_ row-4 | 四 }}{{_ row | 再 }}", "{row-4|四}{row-5|再}\n"},
        {"{{# slogan }}{{_ {position()}_sum | 填 }}{{/}}", "{1_sum|填}{2_sum|填}\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_what_is_wrong(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"甲{{ note }}", "1:2 tag-empty;"},
        {"{{# slogan }}甲", "1:1 tag-unclosed;"},
        {"甲{{/}}", "1:2 tag-unopened;"},
        {"{{# slogan }}甲\n\n乙{{/}}", "1:1 tag-unclosed;3:2 tag-unopened;"},
        {"甲{{ sum(theme | title) + count(1) }}", "1:2 tag-value;"},
        {"甲{{& '1. 乙' }}", "1:2 tag-value;"},
        {"甲{{& '# 乙' }}", "1:2 tag-value;"},
        {"甲{{& '> 乙' }}", "1:2 tag-value;"},
        {"甲{{& '乙' }}", ""},
        {"{{_ unit }}", "1:1 tag-syntax;"},
        {"甲\n<ins>{{ theme }}\n\n</ins><del>",
         "2:0 mark-unpaired;4:0 mark-unpaired;4:0 mark-unpaired;"},
        {"甲{{_ {note}_a | 填 }}", "1:2 tag-field;"},
        {"{{ theme", "1:1 tag-syntax;"},
    };
    ASSERT_WRONG(&c, cases);
}

static const char *field_with_id(size_t length)
{
    struct buffer out = buffer_on(c.arena);
    buffer_add(&out, "{{_ ");
    while (length-- > 0)
        buffer_add(&out, "号");
    buffer_add(&out, " | 填 }}");
    return out.text;
}

/* The second time the id is two characters longer. */
static void test_the_length_of_ids_at_the_cap_and_past_it(void **state)
{
    (void)state;
    composed(&c, field_with_id(LIMIT_FIELD_ID));
    composed(&c, field_with_id(LIMIT_FIELD_ID - 2));
    composed(&c, field_with_id(LIMIT_FIELD_ID - 2));
    assert_int_equal(c.findings.count, 0);
    composed(&c, field_with_id(LIMIT_FIELD_ID + 1));
    composed(&c, field_with_id(LIMIT_FIELD_ID));
    assert_int_equal(c.findings.count, 2);
    assert_int_equal(c.findings.first->rule, RULE_TAG_FIELD);
    assert_string_equal(c.findings.last->values[2], "it is longer than 64 characters");
}

static void test_ids_are_given_again_in_the_next_document(void **state)
{
    (void)state;
    assert_string_equal(composed(&c, "{{_ name | 姓名 }}"), "{name|姓名}\n");
    assert_string_equal(composed(&c, "{{_ name | 姓名 }}"), "{name-2|姓名}\n");
    compose_next_document(c.composer);
    assert_string_equal(composed(&c, "{{_ name | 姓名 }}"), "{name|姓名}\n");
}

/* A text has no form of its own: writers take it as it comes. */
static void test_forms_of_fields(void **state)
{
    (void)state;
    composed(&c, "{{_ form-a | 填 }}{{_date form-b | 填 }}{{_choice form-c | 填 | 有 | 无 }}");
    const struct run *run = c.section->first->paragraph.first;
    assert_null(run->form);
    assert_int_equal(run->next->form->kind, FIELD_DATE);
    assert_int_equal(run->next->next->form->kind, FIELD_CHOICE);
    assert_string_equal(run->next->next->form->choices[1], "无");
}

static const char *nested(int depth)
{
    struct buffer out = buffer_on(c.arena);
    buffer_add(&out, "前");
    for (int i = 0; i < depth; i++)
        buffer_add(&out, "{{# /notice }}");
    buffer_add(&out, "甲");
    for (int i = 0; i < depth; i++)
        buffer_add(&out, "{{/}}");
    return out.text;
}

static void test_the_depth_at_the_cap_and_past_it(void **state)
{
    (void)state;
    assert_string_equal(composed(&c, nested(LIMIT_SECTION_DEPTH)), "前甲\n");
    assert_int_equal(c.findings.count, 0);
    assert_string_equal(
        found_wrong(&c, nested(LIMIT_SECTION_DEPTH + 1)),
        arena_printf(c.arena, "1:%d template-depth;", 2 + LIMIT_SECTION_DEPTH * 14));
}

/* 1000 slogans, and for each all but the last: a million turns with those of the outer loop. */
static void test_turns_at_the_cap_and_past_it(void **state)
{
    (void)state;
    static const char template[] =
        "{{# slogan }}\n{{# ../slogan[position() < %d] }}\n{{/}}\n{{/}}\n";
    struct buffer notice = buffer_on(c.arena);
    buffer_add(&notice, "<notice><title>x</title>");
    for (int i = 0; i < STANDARD_TURNS / 1000; i++)
        buffer_add(&notice, "<slogan>x</slogan>");
    buffer_add(&notice, "</notice>");
    composing_notice(&c, notice.text);
    assert_string_equal(found_wrong(&c, arena_printf(c.arena, template, 1000)), "");
    composing_notice(&c, notice.text);
    assert_string_equal(found_wrong(&c, arena_printf(c.arena, template, 1001)),
                        "2:1 template-turns;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_markdown_values_have_marks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_of_the_template, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sections_in_a_paragraph, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_origins_name_the_template_and_the_data, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_origins_of_what_is_made_of_data, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ids_of_fields_are_made_unique, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_length_of_ids_at_the_cap_and_past_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_ids_are_given_again_in_the_next_document, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_forms_of_fields, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_depth_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_turns_at_the_cap_and_past_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
