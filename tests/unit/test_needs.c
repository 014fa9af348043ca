/* tag/needs.c: what expressions ask of the data. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "on_arena.h"
#include "tag/needs.h"

static const char *needs(const char *expression, const char *context)
{
    struct buffer out = buffer_on(arena);
    const struct need *need = needs_of(arena, expression, context);
    for (; need; need = need->next)
        buffer_join(&out, " ", need->path);
    return buffer_text(&out);
}

static void test_paths(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *needs, *in_context;
    } cases[] = {
        {"title", "title", "c/title"},
        {"a/b/@c", "a/b/@c", "c/a/b/@c"},
        {"/notice/title", "/notice/title", "/notice/title"},
        {"//title", "//title", "//title"},
        {"a//b", "a//b", "c/a//b"},
        {".", "", "c"},
        {"./a", "a", "c/a"},
        {"..", "", ""},
        {"../a", "a", "a"},
        {"a/../b", "b", "c/b"},
        {"/", "/", "/"},
        {"*", "*", "c/*"},
        {"@*", "@*", "c/@*"},
        {"a[b = 'x']/d", "a/b a/d", "c/a/b c/a/d"},
        {"a[@id = ../e/@id]", "a/@id e/@id a", "c/a/@id c/e/@id c/a"},
        {"a[b[c]]", "a/b/c a/b a", "c/a/b/c c/a/b c/a"},
        {"count(a) * 2 - b", "a b", "c/a c/b"},
        {"concat(a, ',', a)", "a", "c/a"},
        {"names(dept[@x], a)", "dept/@x dept a", "c/dept/@x c/dept c/a"},
        {"(a | b)/d", "a b/d", "c/a c/b/d"},
        {"child::a/attribute::b", "a/@b", "c/a/@b"},
        {"ancestor::group/@n", "ancestor::group/@n", "c/ancestor::group/@n"},
        {"a/text()", "a", "c/a"},
        {"'x' = 2.5 + .5", "", ""},
        {"position() mod 2", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(needs(cases[i].expression, ""), cases[i].needs);
        assert_string_equal(needs(cases[i].expression, "c"), cases[i].in_context);
    }
}

static void test_inside(void **state)
{
    (void)state;
    static const struct {
        const char *expression, *inside;
    } cases[] = {
        {"a", "c/a"},          {"a[x]/b", "c/a/b"}, {"/n/a", "/n/a"}, {"a | b", "c/a"},
        {"count(a) > 1", "c"}, {"a = 'x'", "c"},    {"'x'", "c"},     {".", "c"},
        {"a[@b = 2]", "c/a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(needs_inside(arena, cases[i].expression, "c"), cases[i].inside);
}

/* Nothing is read past the end. */
static void test_breaking_off(void **state)
{
    (void)state;
    static const char *const cases[] = {"'a", "a[", "@", "a/", "count(",
                                        "\"", "::", ")", "]",  ")("};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        needs(arena_copy(arena, cases[i]), "c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_inside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_breaking_off, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
