/* tag/field.c: form fields, their kinds, ids and choices. */
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
static const char *element_names[] = {"notice", "slogan"};
static const char *attribute_names[] = {"id"};
static const char *const kind[] = {"a notice", "通知"};
static const char *const where[] = {"the schema has all names", "名称见格式"};
static const struct vocabulary vocabulary = {
    kind, where, {element_names, 2}, {attribute_names, 1}, false};

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document =
        parse_text(&findings, "<notice><slogan id='a'>甲</slogan><slogan>乙</slogan></notice>");
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
    findings.first = findings.last = NULL;
    findings.count = 0;
    return tag_read(engine, text, text + strlen(text), (struct place){"t.md", 2, 7});
}

static void fields_have_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text, *id, *prompt;
        enum field_kind kind;
    } cases[] = {
        {"{{_ day | 日期 }}", "day", "日期", FIELD_TEXT},
        {"{{_day|}}", "day", "", FIELD_TEXT},
        {"{{_ date | 日期 }}", "date", "日期", FIELD_TEXT},
        {"{{_date day | 日期 }}", "day", "日期", FIELD_DATE},
        {"{{_date {slogan[1]/@id}\t|日 期}}", "{slogan[1]/@id}", "日 期", FIELD_DATE},
        {"{{_choice veto | 选 | 有 | 无 }}", "veto", "选", FIELD_CHOICE},
        {"{{_ {slogan | notice}_{'}| '} | 填 }}", "{slogan | notice}_{'}| '}", "填", FIELD_TEXT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tag tag = tag_of(cases[i].text);
        assert_string_equal(findings_rules(&findings), "");
        assert_int_equal(tag.kind, TAG_FIELD);
        assert_int_equal(tag.field->form.kind, cases[i].kind);
        assert_string_equal(tag.expression, cases[i].id);
        assert_string_equal(tag.field->prompt, cases[i].prompt);
    }
}

static void choices_are_in_their_order(void **state)
{
    (void)state;
    struct tag tag = tag_of("{{_choice veto | 选 | 未发生|发生 }}");
    assert_int_equal(tag.field->form.choice_count, 2);
    assert_string_equal(tag.field->form.choices[0], "未发生");
    assert_string_equal(tag.field->form.choices[1], "发生");
}

static void fields_that_are_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rule, *hint;
    } cases[] = {
        {"{{_ unit }}", "tag-syntax", "write {{_ id | prompt }}"},
        {"{{_ | x }}", "tag-syntax", "write {{_ id | prompt }}"},
        {"{{_ unit | x | y }}", "tag-syntax", "write {{_ id | prompt }}"},
        {"{{_ my unit | x }}", "tag-syntax",
         "a form field is {{_ … }}, {{_date … }} or {{_choice … }}, and its id has no blanks"},
        {"{{_date my day | x }}", "tag-syntax", "write {{_date id | prompt }}"},
        {"{{_date day | x | y }}", "tag-syntax", "write {{_date id | prompt }}"},
        {"{{_choice a | x }}", "tag-syntax", "write {{_choice id | prompt | one | two }}"},
        {"{{_choice a | x | y }}", "tag-syntax", "write {{_choice id | prompt | one | two }}"},
        {"{{_choice a | x | y | }}", "tag-syntax", "no choice may be empty"},
        {"{{_choice a | x | y | z | y }}", "tag-syntax", "\"y\" may be there to choose only once"},
        {"{{_ {slogan | x }}", "tag-syntax", "close with } what { opens in the id"},
        {"{{_ {'a}_b | x }}", "tag-xpath", NULL},
        {"{{_ { }_a | x }}", "tag-syntax", "an expression must stand between { and }"},
        {"{{_ {slogn}_a | x }}", "tag-name", NULL},
        {"{{_ {slogan[}_a | x }}", "tag-xpath", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tag tag = tag_of(cases[i].text);
        assert_int_equal(tag.kind, TAG_COMMENT);
        assert_string_equal(findings_rules(&findings),
                            arena_printf(arena, "t.md:2:7 %s;", cases[i].rule));
        if (cases[i].hint)
            assert_string_equal(findings.first->values[1], cases[i].hint);
    }
}

static const char *with_choices(int count)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "{{_choice a | x");
    for (int i = 0; i < count; i++)
        buffer_printf(&out, " | %d", i);
    buffer_add(&out, " }}");
    return out.text;
}

static void the_choices_at_the_cap_and_past_it(void **state)
{
    (void)state;
    struct tag tag = tag_of(with_choices(STANDARD_CHOICES));
    assert_int_equal(findings.count, 0);
    assert_int_equal(tag.field->form.choice_count, STANDARD_CHOICES);
    assert_string_equal(tag.field->form.choices[STANDARD_CHOICES - 1], "99");
    tag_of(with_choices(STANDARD_CHOICES + 1));
    assert_string_equal(findings_rules(&findings), "t.md:2:7 tag-choices;");
}

static const char *id_of(const char *text)
{
    struct tag tag = tag_of(text);
    assert_int_equal(tag.kind, TAG_FIELD);
    return tag_field_id(engine, &tag, (struct scope){xml_root(document), 1, 1});
}

static void ids_are_worked_out(void **state)
{
    (void)state;
    assert_string_equal(id_of("{{_ a-{count(slogan)}_score | x }}"), "a-2_score");
    assert_string_equal(id_of("{{_ {slogan} | x }}"), "甲");
    assert_string_equal(id_of("{{_{name()}{slogan/@id}|x}}"), "noticea");
    assert_int_equal(findings.count, 0);
}

static void ids_that_are_none(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rule, *id, *why;
    } cases[] = {
        {"{{_ {slogan[9]}_score | x }}", "tag-field", "{slogan[9]}_score",
         "{slogan[9]} finds nothing"},
        {"{{_ {concat('a', ' b')} | x }}", "tag-field", "a b", "there is a blank in it"},
        {"{{_ {concat('甲', '　', '乙')} | x }}", "tag-field", "甲　乙", "there is a blank in it"},
        {"{{_ a{sum(1)} | x }}", "tag-value", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(id_of(cases[i].text));
        assert_string_equal(findings_rules(&findings),
                            arena_printf(arena, "t.md:2:7 %s;", cases[i].rule));
        if (!cases[i].id)
            continue;
        assert_string_equal(findings.first->values[1], cases[i].id);
        assert_string_equal(findings.first->values[2], cases[i].why);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fields_have_kinds),     TEST(choices_are_in_their_order),
        TEST(fields_that_are_wrong), TEST(the_choices_at_the_cap_and_past_it),
        TEST(ids_are_worked_out),    TEST(ids_that_are_none),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
