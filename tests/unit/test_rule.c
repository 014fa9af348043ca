/* check/rule.c: the table of rules is whole, and rules are found by name. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/rule.h"
#include "support.h"

static void assert_both(const char *const words[LANGUAGE_COUNT])
{
    assert_true(*words[LANGUAGE_ENGLISH]);
    assert_true(*words[LANGUAGE_CHINESE]);
    assert_string_not_equal(words[LANGUAGE_ENGLISH], words[LANGUAGE_CHINESE]);
}

static void test_every_rule_says_everything(void **state)
{
    (void)state;
    size_t count;
    const struct rule_info *info = rule_infos(&count);
    assert_true(count > 0);
    for (const struct rule_info *end = info + count; info < end; info++) {
        const struct message *message = message_of(info->rule);
        assert_both(message->words);
        assert_both(message->hint);
        assert_both(info->summary);
        assert_both(info->why);
        assert_true(*message->source && *info->wrong && *info->right);
        assert_string_not_equal(info->wrong, info->right);
    }
}

static void test_rules_by_name(void **state)
{
    (void)state;
    const struct rule_info *info = rule_named("slogan-duplicate");
    assert_non_null(info);
    assert_int_equal(info->rule, RULE_SLOGAN_DUPLICATE);
    assert_ptr_equal(rule_info(RULE_SLOGAN_DUPLICATE), info);
    assert_null(rule_named("file-missing"));
    assert_null(rule_info(RULE_FILE_MISSING));
    assert_null(rule_named(""));
}

static void test_switching_off(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct findings findings = findings_on(arena);
    bool off[RULE_COUNT] = {0};
    rule_switch_off(&findings, "slogan-long", (struct place){"notice.xml", 3, 0}, off);
    assert_true(off[RULE_SLOGAN_LONG]);
    assert_int_equal(findings.count, 0);
    rule_switch_off(&findings, "slogan-lang", (struct place){"notice.xml", 3, 0}, off);
    assert_int_equal(findings.errors, 1);
    assert_int_equal(findings.first->rule, RULE_RULE_UNKNOWN);
    assert_non_null(strstr(findings.first->values[1], "slogan-long"));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_rule_says_everything),
        cmocka_unit_test(test_rules_by_name),
        cmocka_unit_test(test_switching_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
