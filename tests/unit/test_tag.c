/* tag/tag.c: tags found in a text, read, and worked out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"
#include "tag/tag.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *document;
static struct tag_engine *engine;
static const char *element_names[] = {"notice", "title", "br", "slogan"};
static const char *attribute_names[] = {"id"};
static const char *const kind[] = {"a notice", "通知"};
static const char *const where[] = {"the schema has all names", "名称见格式"};
static const struct vocabulary vocabulary = {
    kind, where, {element_names, 4}, {attribute_names, 1}, false};
static const struct place place = {"t.md", 2, 7};

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document =
        parse_text(&findings, "<notice><title>关于 <br/> 开展<br/>的</title>"
                              "<slogan id='a'>甲</slogan><slogan id='b'>乙</slogan></notice>");
    engine = tag_engine_new(&findings, document, &vocabulary);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    tag_engine_free(engine);
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

static struct tag tag_of(const char *text)
{
    return tag_read(engine, text, text + strlen(text), place);
}

static void test_finding(void **state)
{
    (void)state;
    static const struct {
        const char *text, *before, *tag;
    } cases[] = {
        {"a {{ x }} b {{ y }}", "a ", "{{ x }}"},
        {"{{}}", "", "{{}}"},
        {"甲{{/}}", "甲", "{{/}}"},
        {"{{ x\n}}", "", "{{ x"},
        {"{{ x", "", "{{ x"},
        {"{{ a {{ b }}", "", "{{ a {{ b }}"},
        {"{ { {{{ x }}}", "{ { ", "{{{ x }}"},
    };
    const char *start, *end;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(tag_find(cases[i].text, &start, &end));
        assert_int_equal(start - cases[i].text, strlen(cases[i].before));
        assert_string_equal(arena_copy_n(arena, start, (size_t)(end - start)), cases[i].tag);
    }
    assert_false(tag_find("a { b } }}", &start, &end));
    assert_false(tag_find("", &start, &end));
}

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum tag_kind kind;
        const char *expression, *prompt;
        bool compiled;
    } cases[] = {
        {"{{ slogan }}", TAG_VALUE, "slogan", NULL, true},
        {"{{slogan}}", TAG_VALUE, "slogan", NULL, true},
        {"{{? slogan }}", TAG_OPTIONAL, "slogan", NULL, true},
        {"{{& slogan }}", TAG_MARKDOWN, "slogan", NULL, true},
        {"{{#slogan}}", TAG_SECTION, "slogan", NULL, true},
        {"{{^ slogan }}", TAG_INVERTED, "slogan", NULL, true},
        {"{{/}}", TAG_END, "", NULL, false},
        {"{{ / }}", TAG_END, "", NULL, false},
        {"{{ /notice }}", TAG_VALUE, "/notice", NULL, true},
        {"{{ //slogan }}", TAG_VALUE, "//slogan", NULL, true},
        {"{{> head }}", TAG_PARTIAL, "head", NULL, false},
        {"{{_ unit | 单位 名称 }}", TAG_FIELD, "unit", "单位 名称", false},
        {"{{_unit|}}", TAG_FIELD, "unit", "", false},
        {"{{! 注 {{ }}", TAG_COMMENT, "注 {{", NULL, false},
        {"{{!}}", TAG_COMMENT, "", NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tag tag = tag_of(cases[i].text);
        assert_int_equal(tag.kind, cases[i].kind);
        assert_string_equal(tag.expression, cases[i].expression);
        assert_string_equal(tag.source, cases[i].text);
        assert_int_equal(tag.xpath != NULL, cases[i].compiled);
        if (cases[i].prompt)
            assert_string_equal(tag.field->prompt, cases[i].prompt);
    }
    assert_int_equal(findings.count, 0);
}

static void test_tags_that_are_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *findings;
    } cases[] = {
        {"{{}}", "t.md:2:7 tag-syntax {{}};"},
        {"{{  }}", "t.md:2:7 tag-syntax {{  }};"},
        {"{{#}}", "t.md:2:7 tag-syntax {{#}};"},
        {"{{>}}", "t.md:2:7 tag-syntax {{>}};"},
        {"{{_ unit }}", "t.md:2:7 tag-syntax {{_ unit }};"},
        {"{{ slogan", "t.md:2:7 tag-syntax {{ slogan;"},
        {"{{ slogan }", "t.md:2:7 tag-syntax {{ slogan };"},
        {"{{}", "t.md:2:7 tag-syntax {{};"},
        {"{{ slogn }}", "t.md:2:7 tag-name element;"},
        {"{{ slogan[ }}", "t.md:2:7 tag-xpath slogan[;"},
        {"{{ slogan) }}", "t.md:2:7 tag-xpath slogan);"},
        {"{{ sloganeer() }}", "t.md:2:7 tag-function sloganeer;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings.first = findings.last = NULL;
        findings.count = 0;
        struct tag tag = tag_of(cases[i].text);
        assert_null(tag.xpath);
        assert_string_equal(findings_subjects(&findings), cases[i].findings);
    }
}

static void test_the_length_at_the_cap_and_past_it(void **state)
{
    (void)state;
    struct buffer expression = buffer_on(arena);
    buffer_add(&expression, "slogan");
    while (expression.length < STANDARD_XPATH_BYTES)
        buffer_add_char(&expression, ' ');
    assert_non_null(tag_compile(engine, expression.text, place));
    assert_int_equal(findings.count, 0);
    buffer_add_char(&expression, ' ');
    assert_null(tag_compile(engine, expression.text, place));
    assert_string_equal(findings_rules(&findings), "t.md:2:7 tag-length;");
    assert_string_equal(findings.first->values[0], "2 KiB");
}

static const char *text_of(const char *expression)
{
    struct xpath_value value;
    struct scope scope = {xml_root(document), 1, 1};
    struct xpath *xpath = tag_compile(engine, expression, place);
    assert_non_null(xpath);
    assert_true(tag_run(engine, xpath, expression, place, scope, &value));
    return tag_text(arena, &value);
}

/* <br/> is a line break, and the blanks beside it are none. */
static void test_texts(void **state)
{
    (void)state;
    assert_string_equal(text_of("title"), "关于\n开展\n的");
    assert_string_equal(text_of("string(title)"), "关于  开展的");
    assert_string_equal(text_of("slogan"), "甲");
    assert_string_equal(text_of("names(slogan)"), "甲、乙");
    assert_string_equal(text_of("slogan[@id='c']"), "");
    assert_string_equal(text_of("count(slogan)"), "2");
}

static void test_running_in_a_scope(void **state)
{
    (void)state;
    struct xpath_value value;
    struct xml_node *slogan = xml_first_named(xml_root(document), "slogan");
    struct xpath *xpath = tag_compile(engine, "concat(., position(), '/', last())", place);
    assert_true(tag_run(engine, xpath, "", place, (struct scope){xml_next(slogan), 2, 5}, &value));
    assert_string_equal(tag_text(arena, &value), "乙2/5");
    assert_false(tag_run(engine, NULL, "", place, (struct scope){slogan, 1, 1}, &value));
    assert_int_equal(findings.count, 0);
}

static void test_what_cannot_be_worked_out(void **state)
{
    (void)state;
    struct xpath_value value;
    struct xpath *xpath = tag_compile(engine, "count('x')", place);
    assert_non_null(xpath);
    assert_false(tag_run(engine, xpath, "count('x')", place,
                         (struct scope){xml_root(document), 1, 1}, &value));
    assert_string_equal(findings_subjects(&findings), "t.md:2:7 tag-value count('x');");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_finding, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tags_that_are_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_length_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_running_in_a_scope, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_worked_out, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
