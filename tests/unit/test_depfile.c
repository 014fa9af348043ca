/* flow/depfile.c: dependencies in the syntax of make. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "flow/depfile.h"

static struct arena *arena;
static struct outputs outputs;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    outputs = outputs_on(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct dependency dependencies[] = {{&dependencies[1], "a.xml"}, {NULL, "templates/t.md"}};

static void assert_depfile(const char *text)
{
    assert_string_equal(outputs.last->path, "x.d");
    assert_string_equal(outputs.last->bytes, text);
    assert_int_equal(outputs.last->length, strlen(text));
}

static void test_a_rule_and_an_empty_one_for_each(void **state)
{
    (void)state;
    outputs_add(&outputs, "out/notice.docx", "", 0);
    outputs_add(&outputs, "out/notice.md", "", 0);
    depfile_add(&outputs, "x.d", dependencies);
    assert_depfile("out/notice.docx out/notice.md: a.xml templates/t.md\n\n"
                   "a.xml:\n\ntemplates/t.md:\n");
    assert_ptr_equal(outputs.first->next->next, outputs.last);
}

static void test_signs_that_make_reads(void **state)
{
    (void)state;
    static const struct {
        const char *name, *target, *dependency;
    } cases[] = {
        {"a b", "a\\ b", "a\\ b"}, {"a#b", "a\\#b", "a\\#b"}, {"a$b$$", "a$$b$$$$", "a$$b$$$$"},
        {"a:b", "a\\:b", "a\\:b"}, {"a%b", "a\\%b", "a%b"},   {"a|b", "a|b", "a\\|b"},
        {"通知", "通知", "通知"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct dependency one = {NULL, cases[i].name};
        outputs = outputs_on(arena);
        outputs_add(&outputs, cases[i].name, "", 0);
        depfile_add(&outputs, "x.d", &one);
        assert_depfile(arena_printf(arena, "%s: %s\n\n%s:\n", cases[i].target, cases[i].dependency,
                                    cases[i].target));
    }
}

static void test_no_dependencies(void **state)
{
    (void)state;
    outputs_add(&outputs, "out/notice.md", "", 0);
    depfile_add(&outputs, "x.d", NULL);
    assert_depfile("out/notice.md:\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_rule_and_an_empty_one_for_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_signs_that_make_reads, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_dependencies, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
