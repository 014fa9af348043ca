/* base/report.c: findings as text and as JSON. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "in_folder.h"

/* What a finding prints as, built from the table of messages so that wording may change. */
static const char *expected(const char *before, enum language language, const char *source)
{
    const struct message *message = message_of(RULE_ID_DUPLICATE);
    const char *const values[] = {"scjgj", "2", NULL};
    return arena_printf(arena, "%s%s: %s [id-duplicate]\n%s    %s\n", before,
                        severity_word(SEVERITY_ERROR, language),
                        message_fill(arena, message->words[language], values), source,
                        message_fill(arena, message->hint[language], values));
}

static const char *printed(enum language language)
{
    return finding_print(arena, findings.last, (struct printing){language, false});
}

static void test_places(void **state)
{
    (void)state;
    static const struct {
        struct place place;
        const char *before;
    } cases[] = {
        {{NULL, 3, 5}, ""},
        {{"a.xml", 0, 0}, "a.xml: "},
        {{"a.xml", 3, 0}, "a.xml:3: "},
        {{"a.xml", 3, 5}, "a.xml:3:5: "},
        {{"a.xml", 0, 5}, "a.xml: "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        REPORT(&findings, RULE_ID_DUPLICATE, cases[i].place, "scjgj", "2");
        for (int k = 0; k < LANGUAGE_COUNT; k++)
            assert_string_equal(printed((enum language)k),
                                expected(cases[i].before, (enum language)k, ""));
    }
}

static void test_the_line_of_source_and_the_column(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a.xml", "\n  <b id=\"x\"/>\n\n");
    REPORT(&findings, RULE_ID_DUPLICATE, ((struct place){path, 2, 0}), "scjgj", "2");
    assert_string_equal(
        printed(LANGUAGE_ENGLISH),
        expected(arena_printf(arena, "%s:2: ", path), LANGUAGE_ENGLISH, "    <b id=\"x\"/>\n"));
    REPORT(&findings, RULE_ID_DUPLICATE, ((struct place){path, 2, 6}), "scjgj", "2");
    assert_string_equal(printed(LANGUAGE_CHINESE),
                        expected(arena_printf(arena, "%s:2:6: ", path), LANGUAGE_CHINESE,
                                 "    <b id=\"x\"/>\n       ^\n"));
    REPORT(&findings, RULE_ID_DUPLICATE, ((struct place){path, 3, 1}), "scjgj", "2");
    assert_string_equal(printed(LANGUAGE_CHINESE),
                        expected(arena_printf(arena, "%s:3:1: ", path), LANGUAGE_CHINESE, ""));
}

static const char *const values[] = {"scjgj", "2", NULL};

/* A Word file has no lines: the words are shown. */
static void test_words_where_there_is_no_line(void **state)
{
    (void)state;
    struct spot spot = {.place = {"final.docx", 0, 0}, .path = "/w:p[2]", .quote = "…质量月…"};
    finding_add_spot(&findings, RULE_ID_DUPLICATE, &spot, values);
    assert_string_equal(printed(LANGUAGE_ENGLISH),
                        expected("final.docx: ", LANGUAGE_ENGLISH, "    …质量月…\n"));
    spot.quote = "…质量…";
    finding_add_spot(&findings, RULE_ID_DUPLICATE, &spot, values);
    finding_add_spot(&findings, RULE_ID_DUPLICATE, &spot, values);
    assert_int_equal(findings.count, 2);
}

static void test_colors(void **state)
{
    (void)state;
    REPORT(&findings, RULE_FILE_EXISTS, ((struct place){"a", 0, 0}), "b");
    const char *text =
        finding_print(arena, findings.last, (struct printing){LANGUAGE_ENGLISH, true});
    assert_non_null(strstr(text, "\033[1ma: \033[0m\033[1;31merror\033[0m: b is already there"));
    assert_null(strchr(printed(LANGUAGE_ENGLISH), '\033'));
}

static void test_json(void **state)
{
    (void)state;
    struct spot spot = {.place = {"a.xml", 3, 5}, .path = "/notice/date", .quote = "\"质量\""};
    finding_add_spot(&findings, RULE_FILE_EXISTS, &spot, values);
    assert_string_equal(
        finding_json(arena, findings.last, LANGUAGE_ENGLISH),
        "{\"rule\":\"file-exists\",\"severity\":\"error\",\"file\":\"a.xml\",\"line\":3,"
        "\"column\":5,\"path\":\"/notice/date\",\"quote\":\"\\\"质量\\\"\","
        "\"message\":\"scjgj is already there\","
        "\"hint\":\"name an empty folder; nothing is overwritten\"}\n");
}

/* Whoever names a file or writes a line of it cannot act on the terminal that shows it. */
static void test_controls(void **state)
{
    (void)state;
    struct spot spot = {.place = {"a\x1B[2J\n\xFF.xml", 0, 0}, .quote = "\u202E质量\xC2\x9B"};
    finding_add_spot(&findings, RULE_ID_DUPLICATE, &spot, values);
    assert_string_equal(printed(LANGUAGE_ENGLISH),
                        expected("a?[2J??.xml: ", LANGUAGE_ENGLISH, "    ?质量?\n"));
    const char *json = finding_json(arena, findings.last, LANGUAGE_ENGLISH);
    assert_non_null(strstr(json, "\"file\":\"a?[2J\\u000a?.xml\""));
    assert_non_null(strstr(json, "\"quote\":\"\\u202e质量\\u009b\""));
}

static void test_controls_in_the_line_of_source(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a.xml", "<b id=\"\u202Ex\xC2\x9B\"/>\n");
    REPORT(&findings, RULE_ID_DUPLICATE, ((struct place){path, 1, 9}), "scjgj", "2");
    assert_string_equal(printed(LANGUAGE_ENGLISH),
                        expected(arena_printf(arena, "%s:1:9: ", path), LANGUAGE_ENGLISH,
                                 "    <b id=\"?x?\"/>\n            ^\n"));
}

/* Where lines are unknown, findings stand in the order of the document. */
static void test_order_by_rank(void **state)
{
    (void)state;
    struct spot spot = {.place = {"final.docx", 0, 0}, .quote = "second", .rank = 2};
    finding_add_spot(&findings, RULE_ID_DUPLICATE, &spot, values);
    spot.quote = "first";
    spot.rank = 1;
    finding_add_spot(&findings, RULE_ID_DUPLICATE, &spot, values);
    findings_sort(&findings);
    assert_string_equal(findings.first->quote, "first");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_line_of_source_and_the_column, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_where_there_is_no_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_colors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_controls, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_controls_in_the_line_of_source, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order_by_rank, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
