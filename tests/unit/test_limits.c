#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "standard.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    findings = findings_on(arena);
    assert_true(limits_set(&findings, "table-rows=20000"));
    assert_true(limits_set(&findings, "file-bytes=32M"));
    arena_free(arena);
    return 0;
}

static void test_each_is_what_the_table_says(void **state)
{
    (void)state;
#define LIMIT(NAME, word, of, standard, highest)                                                   \
    assert_string_equal(LIMIT_##NAME->name, word);                                                 \
    assert_int_equal(LIMIT_##NAME->unit, of);                                                      \
    assert_int_equal(LIMIT_##NAME->now, standard);                                                 \
    assert_true(LIMIT_##NAME->most > LIMIT_##NAME->now);
#include "base/limits.def"
#undef LIMIT
}

static void test_numbers(void **state)
{
    (void)state;
    assert_true(limits_set(&findings, "table-rows=50000"));
    assert_int_equal(LIMIT_TABLE_ROWS->now, 50000);
    assert_true(limits_set(&findings, "table-rows=1"));
    assert_int_equal(LIMIT_TABLE_ROWS->now, 1);
    assert_true(limits_set(&findings, "table-rows=10000000"));
    assert_int_equal(LIMIT_TABLE_ROWS->now, LIMIT_TABLE_ROWS->most);
    assert_int_equal(findings.count, 0);
}

static void test_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *asked, *words;
        size_t bytes;
    } cases[] = {
        {"file-bytes=1000", "1000 B", 1000},       {"file-bytes=3K", "3 KiB", 3 * KIB},
        {"file-bytes=256M", "256 MiB", 256 * MIB}, {"file-bytes=1024M", "1 GiB", GIB},
        {"file-bytes=1G", "1 GiB", GIB},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(limits_set(&findings, cases[i].asked));
        assert_int_equal(LIMIT_FILE_BYTES->now, cases[i].bytes);
        assert_string_equal(limit_words(arena, LIMIT_FILE_BYTES->now, LIMIT_FILE_BYTES),
                            cases[i].words);
    }
}

static void test_what_is_no_value(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "table-rows",
        "table-rows=",
        "table-rows=0",
        "table-rows=-1",
        "table-rows=1 ",
        "table-rows= 1",
        "table-rows=5K",
        "table-rows=1.5",
        "table-rows=10000001",
        "file-bytes=M",
        "file-bytes=2G",
        "file-bytes=1025M",
        "file-bytes=1MiB",
        "file-bytes=1m",
        "file-bytes=1T",
        "file-bytes=0K",
        "table-rows=０",
        "table-rows=18446744073709551617",
        "file-bytes=18014398509481985K",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        findings = findings_on(arena);
        assert_false(limits_set(&findings, wrong[i]));
        assert_string_equal(findings_rules(&findings), "gongwen limit-value;");
    }
    assert_int_equal(LIMIT_TABLE_ROWS->now, STANDARD_TABLE_ROWS);
    assert_int_equal(LIMIT_FILE_BYTES->now, STANDARD_FILE_BYTES);
}

static void test_the_limits_that_are_not_there(void **state)
{
    (void)state;
    assert_false(limits_set(&findings, "table-row=5"));
    assert_string_equal(findings.first->values[1], "did you mean \"table-rows\"?");
    assert_false(limits_set(&findings, "=5"));
    assert_false(limits_set(&findings, ""));
    assert_false(limits_set(&findings, "group-depth=5"));
    assert_int_equal(findings.count, 3);
}

static void test_a_finding_says_how_to_raise_it(void **state)
{
    (void)state;
    finding_add_limit(&findings, RULE_TABLE_ROWS, (struct place){0}, LIMIT_TABLE_ROWS, NULL);
    assert_string_equal(
        finding_hint(arena, findings.first, LANGUAGE_ENGLISH),
        "split the table; --limit table-rows=N raises it (now 20000, at most 10000000)");
    assert_string_equal(
        finding_hint(arena, findings.first, LANGUAGE_CHINESE),
        "请拆成几张表；可用 --limit table-rows=N 放宽（现为 20000，最多 10000000）");
    limits_set(&findings, "table-rows=10000000");
    assert_string_equal(finding_hint(arena, findings.first, LANGUAGE_ENGLISH), "split the table");
}

static void test_it_stays_with_a_finding_that_is_handed_on(void **state)
{
    (void)state;
    struct findings all = findings_on(arena);
    finding_add_limit(&findings, RULE_FILE_TOO_LARGE, (struct place){0}, LIMIT_FILE_BYTES, "a.xml");
    findings_hand_on(&findings, &all);
    assert_ptr_equal(all.first->limit, LIMIT_FILE_BYTES);
    assert_string_equal(findings_messages(&all),
                        "error: a.xml is larger than 32 MiB [file-too-large]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_each_is_what_the_table_says),
        TEST(test_numbers),
        TEST(test_bytes),
        TEST(test_what_is_no_value),
        TEST(test_the_limits_that_are_not_there),
        TEST(test_a_finding_says_how_to_raise_it),
        TEST(test_it_stays_with_a_finding_that_is_handed_on),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
