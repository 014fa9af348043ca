/* base/finding.c: findings kept once, counted past the cap, and printed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings;
static const struct place here = {"notice.xml", 3, 5};

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
    arena_free(arena);
    return 0;
}

static void test_order_and_values(void **state)
{
    (void)state;
    char value[] = "b.md";
    REPORT(&findings, RULE_FILE_MISSING, here, value);
    value[0] = '?';
    REPORT(&findings, RULE_SCHEMA_ROOT, ((struct place){0}), "rubric", "notice");
    assert_string_equal(findings_text(&findings), "notice.xml:3:5 file-missing b.md;"
                                                  " schema-root rubric|notice;");
    assert_int_equal(findings.count, 2);
    assert_int_equal(findings.errors, 2);
}

static void test_repetitions_are_dropped(void **state)
{
    (void)state;
    static const struct place others[] = {
        {"notice.xml", 3, 5}, {"notice.md", 3, 5}, {"notice.xml", 4, 5},
        {"notice.xml", 3, 6}, {NULL, 3, 5},
    };
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            REPORT(&findings, RULE_FILE_MISSING, others[i], "b.md");
    assert_int_equal(findings.count, 5);
    assert_int_equal(findings.errors, 5);
    assert_int_equal(findings.failures, 10);
    REPORT(&findings, RULE_FILE_MISSING, here, "c.md");
    REPORT(&findings, RULE_FILE_EXISTS, here, "b.md");
    REPORT(&findings, RULE_FILE_UNREADABLE, here, "b.md", "why");
    REPORT(&findings, RULE_FILE_UNREADABLE, here, "b.md");
    assert_int_equal(findings.count, 9);
}

/* A name in a package may hold escape sequences of the terminal. */
static void test_values_are_made_printable(void **state)
{
    (void)state;
    REPORT(&findings, RULE_FILE_MISSING, here, "\x1B]0;title\x07.md\xFF");
    assert_string_equal(findings_text(&findings), "notice.xml:3:5 file-missing ?]0;title?.md?;");
}

static size_t count_listed(void)
{
    size_t count = 0;
    for (const struct finding *f = findings.first; f; f = f->next)
        count++;
    return count;
}

static void test_the_cap(void **state)
{
    (void)state;
    for (int i = 0; i < STANDARD_FINDINGS; i++)
        REPORT(&findings, RULE_USAGE, here, arena_printf(arena, "%d", i), "");
    assert_int_equal(count_listed(), STANDARD_FINDINGS);
    assert_int_equal(findings.count, STANDARD_FINDINGS);
    REPORT(&findings, RULE_USAGE, here, "one more", "");
    assert_int_equal(count_listed(), STANDARD_FINDINGS);
    assert_int_equal(findings.count, STANDARD_FINDINGS + 1);
    assert_int_equal(findings.errors, STANDARD_FINDINGS + 1);
    assert_string_equal(findings.last->values[0], arena_printf(arena, "%d", STANDARD_FINDINGS - 1));
}

/* By file as they first appear, then by place; what stands in one place keeps its order. */
/* What is beyond the cap stays what it is: a warning is no failure. */
static void test_handing_on(void **state)
{
    (void)state;
    struct findings to = findings_on(arena);
    for (long i = 1; i <= (long)LIMIT_FINDINGS->now; i++)
        REPORT(&findings, RULE_TAG_NAME, ((struct place){"a.md", i, 1}), "element", "x");
    for (long i = 1; i <= 3; i++)
        REPORT(&findings, i == 1 ? RULE_TAG_NAME : RULE_TAG_NEAR, ((struct place){"b.md", i, 1}),
               "element", "x");
    findings_hand_on(&findings, &to);
    assert_int_equal(to.count, LIMIT_FINDINGS->now + 3);
    assert_int_equal(to.errors, LIMIT_FINDINGS->now + 1);
    assert_int_equal(to.failures, LIMIT_FINDINGS->now + 1);
    assert_int_equal(to.warnings, 2);
}

static void test_sorting(void **state)
{
    (void)state;
    static const struct place places[] = {
        {"b.md", 9, 2}, {"a.md", 4, 0}, {"b.md", 3, 7}, {"b.md", 3, 1},
        {NULL, 0, 0},   {"a.md", 1, 0}, {"b.md", 3, 7},
    };
    static const char *const words[] = {"0", "1", "2", "3", "4", "5", "6"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        REPORT(&findings, RULE_FILE_MISSING, places[i], words[i]);
    findings_sort(&findings);
    assert_string_equal(findings_text(&findings),
                        "b.md:3:1 file-missing 3;b.md:3:7 file-missing 2;b.md:3:7 file-missing 6;"
                        "b.md:9:2 file-missing 0;a.md:1 file-missing 5;a.md:4 file-missing 1;"
                        " file-missing 4;");
    assert_string_equal(findings.last->values[0], "4");
    assert_int_equal(findings.count, 7);
}

static void test_suggestions(void **state)
{
    (void)state;
    static const char *const words[] = {"slogan", "theme"};
    struct suggestion near = suggestion_near(arena, "slogn", words, 2);
    assert_string_equal(near.words[LANGUAGE_ENGLISH], "did you mean \"slogan\"?");
    assert_string_equal(near.words[LANGUAGE_CHINESE], "是不是“slogan”？");
    near = suggestion_near(arena, "zzzzzz", words, 2);
    assert_string_equal(near.words[LANGUAGE_ENGLISH], "");
    assert_string_equal(near.words[LANGUAGE_CHINESE], "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_order_and_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_repetitions_are_dropped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_values_are_made_printable, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_cap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_handing_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sorting, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_suggestions, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
