/* docx/numbering.c: the numbers that Word shows, as text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/numbering.h"
#include "on_arena.h"

#define LEVEL(level, format, text)                                                                 \
    "<lvl ilvl=\"" level "\"><start val=\"1\"/><numFmt val=\"" format "\"/><lvlText val=\"" text   \
    "\"/></lvl>"
#define SERIES(id, levels) "<abstractNum abstractNumId=\"" id "\">" levels "</abstractNum>"
#define LIST(id, series, more)                                                                     \
    "<num numId=\"" id "\"><abstractNumId val=\"" series "\"/>" more "</num>"

/* The numbers of paragraphs, each a list and its level: "1:0 1:1". */
static const char *numbers(const char *xml, const char *paragraphs)
{
    struct buffer out = buffer_on(arena);
    struct xml_document *document =
        parse_text(&findings, arena_printf(arena, "<numbering>%s</numbering>", xml));
    struct numbering *numbering = numbering_new(arena, xml_root(document));
    for (const char *at = paragraphs; *at; at += strspn(at, " ")) {
        const char *list = arena_copy_n(arena, at, strcspn(at, ":"));
        at += strlen(list) + 1;
        const char *level = arena_copy_n(arena, at, strcspn(at, " "));
        at += strlen(level);
        buffer_printf(&out, "%s ", numbering_next(numbering, list, level));
    }
    xml_document_free(document);
    return buffer_text(&out);
}

static void levels_count_below_each_other(void **state)
{
    (void)state;
    static const char xml[] = SERIES("7", LEVEL("0", "chineseCounting", "%1、")
                                              LEVEL("1", "chineseCountingThousand", "（%2）")
                                                  LEVEL("2", "decimal", "%3.")) LIST("1", "7", "");
    assert_string_equal(numbers(xml, "1:0 1:1 1:2 1:2 1:1 1:2 1:0 1:1"),
                        "一、 （一） 1. 2. （二） 1. 二、 （一） ");
}

static void formats(void **state)
{
    (void)state;
    static const struct {
        const char *format, *expected;
    } cases[] = {
        {"decimal", "9 10 11 12 "},
        {"chineseCounting", "九 十 十一 十二 "},
        {"japaneseCounting", "九 十 十一 十二 "},
        {"ideographDigital", "九 一〇 一一 一二 "},
        {"none", "    "},
        {"upperRoman", "9 10 11 12 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *xml = arena_printf(
            arena,
            SERIES("0", "<lvl ilvl=\"0\"><start val=\"9\"/><numFmt val=\"%s\"/><lvlText "
                        "val=\"%%1\"/></lvl>") LIST("1", "0", ""),
            cases[i].format);
        assert_string_equal(numbers(xml, "1:0 1:0 1:0 1:0"), cases[i].expected);
    }
}

static void great_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *start, *expected;
    } cases[] = {
        {"20", "二十 "},           {"99", "九十九 "},        {"100", "一百 "},
        {"101", "一百零一 "},      {"110", "一百一十 "},     {"1005", "一千零五 "},
        {"2022", "二千零二十二 "}, {"10000", "一〇〇〇〇 "}, {"0", "〇 "},
        {"99999", "一 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *xml = arena_printf(
            arena,
            SERIES("0", "<lvl ilvl=\"0\"><start val=\"%s\"/><numFmt val=\"chineseCounting\"/>"
                        "<lvlText val=\"%%1\"/></lvl>") LIST("1", "0", ""),
            cases[i].start);
        assert_string_equal(numbers(xml, "1:0"), cases[i].expected);
    }
}

static void a_level_may_show_those_above(void **state)
{
    (void)state;
    static const char xml[] =
        SERIES("0", LEVEL("0", "chineseCounting", "%1、")
                        LEVEL("1", "decimal",
                              "%1.%2") "<lvl ilvl=\"2\"><isLgl/><lvlText val=\"%1.%2.%3\"/></lvl>")
            LIST("1", "0", "");
    assert_string_equal(numbers(xml, "1:0 1:1 1:2 1:2"), "一、 一.1 1.1.1 1.1.2 ");
}

static void lists_of_one_series_count_on(void **state)
{
    (void)state;
    static const char xml[] =
        SERIES("0", LEVEL("0", "decimal", "%1.")) LIST("1", "0", "") LIST("2", "0", "")
            LIST("3", "0", "<lvlOverride ilvl=\"0\"><startOverride val=\"5\"/></lvlOverride>");
    assert_string_equal(numbers(xml, "1:0 2:0 3:0 3:0 1:0"), "1. 2. 5. 6. 7. ");
}

static void what_is_no_list_has_no_number(void **state)
{
    (void)state;
    static const char xml[] =
        SERIES("0", LEVEL("0", "bullet", "●")) LIST("1", "0", "") LIST("2", "9", "");
    assert_string_equal(numbers(xml, "1:0 2:0 0:0 7:0 1:5 1:99"), "      ");
    struct numbering *none = numbering_new(arena, NULL);
    assert_string_equal(numbering_next(none, "1", NULL), "");
    assert_string_equal(numbering_next(none, NULL, NULL), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(levels_count_below_each_other),
        TEST(formats),
        TEST(great_numbers),
        TEST(a_level_may_show_those_above),
        TEST(lists_of_one_series_count_on),
        TEST(what_is_no_list_has_no_number),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
