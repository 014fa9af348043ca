/* base/message.c: the table of messages, and filling in values. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "base/message.h"

static void test_filling(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
    } cases[] = {
        {"no {0} \"{1}\"", "no element \"slogn\""},
        {"{1}{0}{1}", "slognelementslogn"},
        {"{2}|{9}", "|"},
        {"{{/}} {x} {10} {", "{{/}} {x} {10} {"},
        {"{{0}}", "{element}"},
        {"", ""},
    };
    static const char *const values[] = {"element", "slogn", NULL};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(message_fill(arena, cases[i].pattern, values), cases[i].text);
    arena_free(arena);
}

/* A value is never read as a pattern. */
static void test_values_are_not_filled_in(void **state)
{
    (void)state;
    static const char *const values[] = {"{1}", "x", NULL};
    struct arena *arena = arena_new();
    assert_string_equal(message_fill(arena, "{0} {1}", values), "{1} x");
    arena_free(arena);
}

static bool is_rule_id(const char *id)
{
    return *id && strspn(id, "abcdefghijklmnopqrstuvwxyz-") == strlen(id);
}

static void test_every_rule_is_whole(void **state)
{
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct message *message = message_of((enum rule)i);
        assert_true(is_rule_id(message->id));
        for (int k = 0; k < LANGUAGE_COUNT; k++) {
            assert_true(*message->words[k]);
            assert_non_null(message->hint[k]);
        }
        assert_int_equal(*message->hint[0] == '\0', *message->hint[1] == '\0');
        for (int k = 0; k < i; k++)
            assert_string_not_equal(message->id, message_of((enum rule)k)->id);
    }
}

static void test_rules_and_severities_by_name(void **state)
{
    (void)state;
    assert_string_equal(message_of(RULE_FILE_MISSING)->id, "file-missing");
    assert_string_equal(message_of(RULE_USAGE)->id, "usage");
    assert_int_equal(message_of(RULE_TAG_EMPTY)->severity, SEVERITY_ERROR);
    assert_string_equal(severity_word(SEVERITY_ERROR, LANGUAGE_ENGLISH), "error");
    assert_string_equal(severity_word(SEVERITY_WARNING, LANGUAGE_CHINESE), "警告");
    assert_string_equal(severity_word(SEVERITY_NOTE, LANGUAGE_CHINESE), "提示");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filling),
        cmocka_unit_test(test_values_are_not_filled_in),
        cmocka_unit_test(test_every_rule_is_whole),
        cmocka_unit_test(test_rules_and_severities_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
