/* Searching for patterns. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "patterns.h"
#include "standard.h"

/* All matches with their first two groups, each "whole|first|second;". */
static const char *all(const char *expression, const char *text)
{
    struct buffer out = buffer_on(arena);
    struct match match = {{0}, {0}};
    while (pattern_find(patterns, expression, text, match.end[0], &match))
        for (int group = 0; group < 3; group++)
            buffer_printf(&out, "%s%c", match_text(arena, text, &match, group),
                          group < 2 ? '|' : ';');
    return buffer_text(&out);
}

static void assert_too_much(const char *expression, const char *text, const struct limit *limit,
                            const char *shown)
{
    struct match match;
    assert_false(pattern_find(patterns, expression, text, 0, &match));
    assert_string_equal(findings_rules(&findings), " pattern-limit;");
    assert_ptr_equal(findings.first->limit, limit);
    assert_string_equal(findings.first->values[1], shown);
}

static void every_match_with_its_groups(void **state)
{
    (void)state;
    assert_string_equal(all("([0-9]+)年([0-9]+)月", "自2021年9月至2022年12月"),
                        "2021年9月|2021|9;2022年12月|2022|12;");
    assert_string_equal(all("日", "自2021年9月"), "");
    assert_string_equal(all("日", ""), "");
}

static void offsets_are_bytes(void **state)
{
    (void)state;
    struct match match;
    assert_true(pattern_find(patterns, "质(量)", "提升质量", 0, &match));
    assert_int_equal(match.start[0], 6);
    assert_int_equal(match.end[0], 12);
    assert_int_equal(match.start[1], 9);
    assert_int_equal(match.end[1], 12);
}

static void groups_that_took_no_part(void **state)
{
    (void)state;
    struct match match;
    assert_string_equal(all("(甲)|(乙)|(丙)", "乙丙"), "乙||乙;丙||;");
    assert_true(pattern_find(patterns, "(甲)(乙)?", "甲", 0, &match));
    for (int group = 2; group < MATCH_GROUPS; group++) {
        assert_int_equal(match.start[group], MATCH_NONE);
        assert_int_equal(match.end[group], MATCH_NONE);
        assert_string_equal(match_text(arena, "甲", &match, group), "");
    }
}

/* An expression with many groups leaves nothing behind for one with few, or for one without. */
static void groups_of_another_expression(void **state)
{
    (void)state;
    struct match match;
    assert_true(
        pattern_find(patterns, "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "abcdefghijk", 0, &match));
    assert_string_equal(match_text(arena, "abcdefghijk", &match, 0), "abcdefghijk");
    assert_string_equal(match_text(arena, "abcdefghijk", &match, 9), "i");
    assert_true(pattern_find(patterns, "k", "abcdefghijk", 0, &match));
    assert_int_equal(match.start[1], MATCH_NONE);
    assert_int_equal(match.start[9], MATCH_NONE);
}

static void no_match_is_empty(void **state)
{
    (void)state;
    assert_string_equal(all("[0-9]*", "第12届，第3届"), "12||;3||;");
    assert_string_equal(all("(?=届)|$", "第12届"), "");
}

static void characters_not_bytes(void **state)
{
    (void)state;
    assert_string_equal(all(".", "a质\U00020000"), "a||;质||;\U00020000||;");
    assert_string_equal(all("[、，]{2}", "甲、，乙"), "、，||;");
    assert_string_equal(all("\\p{Han}[ \\x{3000}]+\\p{Han}", "张\u3000三, a b"), "张\u3000三||;");
    assert_string_equal(all("(?i)Ä", "ä"), "ä||;");
}

static void looks_back_beyond_its_start(void **state)
{
    (void)state;
    struct match match;
    assert_false(pattern_find(patterns, "(?<!第)[0-9]", "第1", strlen("第"), &match));
    assert_true(pattern_find(patterns, "(?<=第)[0-9]", "第1", strlen("第"), &match));
}

static void more_expressions_than_there_is_room_for(void **state)
{
    (void)state;
    enum { MANY = 200 };
    const char *digits[MANY];
    struct match match;
    for (int i = 0; i < MANY; i++)
        digits[i] = arena_printf(arena, "<%d>", i);
    for (int turn = 0; turn < 2; turn++)
        for (int i = 0; i < MANY; i++) {
            assert_true(pattern_find(patterns, digits[i], digits[i], 0, &match));
            assert_false(pattern_find(patterns, digits[i], digits[(i + 1) % MANY], 0, &match));
        }
}

static void too_many_steps(void **state)
{
    (void)state;
    assert_too_much("^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa质", LIMIT_PATTERN_STEPS,
                    "aaaaaaaaaaaaaaaaaaaa…");
    assert_int_equal(findings.errors, 1);
    assert_string_equal(all("a质", "a质"), "a质||;");
}

/* A long text that is looked through honestly: two steps a character. */
static void steps_about_the_cap(void **state)
{
    (void)state;
    struct match match;
    char *text = arena_take(arena, STANDARD_PATTERN_STEPS);
    memset(text, 'a', STANDARD_PATTERN_STEPS / 5 * 2);
    assert_true(pattern_find(patterns, "^(?:a|b)*?\\z", text, 0, &match));
    assert_int_equal(match.end[0], STANDARD_PATTERN_STEPS / 5 * 2);
    assert_int_equal(findings.count, 0);
    memset(text, 'a', STANDARD_PATTERN_STEPS / 5 * 3);
    assert_too_much("^(?:a|b)*?\\z", text, LIMIT_PATTERN_STEPS, "aaaaaaaaaaaaaaaaaaaa…");
}

/* Each turn of the group is kept, in about 256 bytes, as it might have to be taken back. */
static void memory_about_the_cap(void **state)
{
    (void)state;
    struct match match;
    enum { TURNS = STANDARD_PATTERN_BYTES / 256 };
    char *text = arena_take(arena, 2 * TURNS);
    memset(text, 'a', TURNS * 3 / 4);
    assert_true(pattern_find(patterns, "^(a|b)*$", text, 0, &match));
    assert_int_equal(findings.count, 0);
    memset(text, 'a', TURNS * 5 / 4);
    assert_too_much("^(a|b)*$", text, LIMIT_PATTERN_BYTES, "aaaaaaaaaaaaaaaaaaaa…");
}

/* From the second search on an expression may be machine code, whose stack is far smaller. */
static void each_search_has_the_same_memory(void **state)
{
    (void)state;
    static const char expression[] = "^(a|b)*$";
    enum { TURNS = STANDARD_PATTERN_BYTES / 256 };
    struct match match;
    char *text = arena_take(arena, 2 * TURNS);
    memset(text, 'a', TURNS * 3 / 4);
    for (int i = 0; i < 3; i++) {
        assert_true(pattern_find(patterns, expression, text, 0, &match));
        assert_int_equal(match.end[0], TURNS * 3 / 4);
    }
    assert_int_equal(findings.count, 0);
    memset(text, 'a', TURNS * 5 / 4);
    assert_too_much(expression, text, LIMIT_PATTERN_BYTES, "aaaaaaaaaaaaaaaaaaaa…");
}

static void a_short_text_is_shown_whole(void **state)
{
    (void)state;
    assert_too_much("^((?:质+)+)+$", "质质质质质质质质质质质质质质质质质质质量",
                    LIMIT_PATTERN_STEPS, "质质质质质质质质质质质质质质质质质质质量");
}

/* What a search ends a process with. */
static int signal_of(const char *expression, const char *text)
{
    pid_t child = fork();
    if (child == 0) {
        struct match match;
        signal(SIGABRT, SIG_DFL);
        pattern_find(patterns, expression, text, 0, &match);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void an_expression_that_does_not_compile_is_a_bug(void **state)
{
    (void)state;
    assert_int_equal(signal_of("(甲)", "甲"), 0);
    assert_int_equal(signal_of("(甲", "甲"), SIGABRT);
    assert_int_equal(signal_of("甲\\C", "甲"), SIGABRT);
}

static void a_text_that_is_not_utf8_is_a_bug(void **state)
{
    (void)state;
    assert_int_equal(signal_of("a", "\xFF"), SIGABRT);
    assert_int_equal(signal_of("a", "a\xE8\xB4"), SIGABRT);
}

static void nothing_to_free(void **state)
{
    (void)state;
    patterns_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_match_with_its_groups, set_up, tear_down),
        cmocka_unit_test_setup_teardown(offsets_are_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(groups_that_took_no_part, set_up, tear_down),
        cmocka_unit_test_setup_teardown(groups_of_another_expression, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_match_is_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(characters_not_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(looks_back_beyond_its_start, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_expressions_than_there_is_room_for, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_many_steps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(steps_about_the_cap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(memory_about_the_cap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_search_has_the_same_memory, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_short_text_is_shown_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_expression_that_does_not_compile_is_a_bug, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_text_that_is_not_utf8_is_a_bug, set_up, tear_down),
        cmocka_unit_test(nothing_to_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
