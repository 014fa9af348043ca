/* base/json.c: flat objects. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/json.h"

static void test_an_object(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct json json = json_object(arena);
    json_string(&json, "rule", "annex-title");
    json_number(&json, "line", 12);
    json_number(&json, "column", 0);
    json_string(&json, "path", NULL);
    json_string(&json, "hint", "");
    json_list(&json, "none", (const char *const[]){NULL});
    json_list(&json, "needs", (const char *const[]){"a", "b\"", NULL});
    assert_string_equal(json_line(&json),
                        "{\"rule\":\"annex-title\",\"line\":12,\"needs\":[\"a\",\"b\\\"\"]}\n");
    arena_free(arena);
}

static void test_an_empty_object(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct json json = json_object(arena);
    assert_string_equal(json_line(&json), "{}\n");
    arena_free(arena);
}

static void test_characters(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct json json = json_object(arena);
    json_string(&json, "text", "\"质量\" \\ \n\t\x1f /");
    assert_string_equal(json_line(&json),
                        "{\"text\":\"\\\"质量\\\" \\\\ \\u000a\\u0009\\u001f /\"}\n");
    arena_free(arena);
}

/* JSON lets these stand, a terminal acts on them. */
static void test_controls(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct json json = json_object(arena);
    json_string(&json, "text",
                "\x7F \xC2\x9B"
                "2J \u202E \u2066 \u200F \u00A0 \u2028");
    assert_string_equal(json_line(&json),
                        "{\"text\":\"\\u007f \\u009b2J \\u202e \\u2066 \\u200f \u00A0 \u2028\"}\n");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_object),
        cmocka_unit_test(test_an_empty_object),
        cmocka_unit_test(test_characters),
        cmocka_unit_test(test_controls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
