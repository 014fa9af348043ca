/* xml/scan.c: where the values of an XML text stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "xml/scan.h"
#include "on_arena.h"

/* Each span as "element@attribute=value;", a comment as "!value;". */
static const char *spans(const char *text)
{
    struct buffer out = buffer_on(arena);
    struct xml_scan scan = xml_scan_of(arena, text);
    struct xml_span span;
    while (xml_scan_next(&scan, &span)) {
        assert_true(span.start <= span.end && span.end <= strlen(text));
        const char *value = arena_copy_n(arena, text + span.start, span.end - span.start);
        if (span.kind == SPAN_COMMENT)
            buffer_printf(&out, "!%s;", value);
        else if (span.attribute)
            buffer_printf(&out, "%s@%s=%s;", span.element, span.attribute, value);
        else
            buffer_printf(&out, "%s=%s;", span.element, value);
    }
    return buffer_text(&out);
}

static void test_values(void **state)
{
    (void)state;
    static const struct {
        const char *text, *spans;
    } cases[] = {
        {"<a/>", ""},
        {"<a b=\"1\"/>", "a@b=1;"},
        {"<a\n b = '1\"2' c=\"x>y/\" >t</a>", "a@b=1\"2;a@c=x>y/;a=t;"},
        {"<t i=\"1\">a<br/>b</t>", "t@i=1;t=a;t=b;"},
        {"<t>a<b>c</b>d</t>e", "t=a;b=c;=d;=e;"},
        {"<t><![CDATA[<x>]]>y</t>", "t=<x>;t=y;"},
        {"<?xml version='1.0'?><!-- a <b> --><t/>", "!xml version='1.0';! a <b> ;"},
        {"<通知 年=\"2022\">字</通知>", "通知@年=2022;通知=字;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(spans(cases[i].text), cases[i].spans);
}

static void test_a_break_keeps_the_start_tag(void **state)
{
    (void)state;
    struct xml_scan scan = xml_scan_of(arena, "<n><t>a<br/>b</t><t>c</t></n>");
    struct xml_span first, second, third;
    assert_true(xml_scan_next(&scan, &first));
    assert_true(xml_scan_next(&scan, &second));
    assert_true(xml_scan_next(&scan, &third));
    assert_int_equal(first.tag, 3);
    assert_int_equal(second.tag, 3);
    assert_int_equal(third.tag, 17);
}

/* What no parser accepts still comes to an end, and within the text. */
static void test_broken(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "<",      "<a",       "<a b",     "<a b=",     "<a b=\"1",   "<a \"1\"/>",     "<a//b>t",
        "<!--",   "<!-- a",   "</a",      "<![CDATA[", "<?xml",      "<a b='1' c=2>t", "t<",
        "<a =1>", "<a / />t", "<><></>t", "<a b/=\"",  "<!DOCTYPE ", "<a b=\"1\"c",    "</>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        spans(texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_break_keeps_the_start_tag, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_broken, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
