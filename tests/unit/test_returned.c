/* intake/returned.c: what files are called. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "intake/returned.h"

static void test_names(void **state)
{
    (void)state;
    char *const paths[] = {"a.docx", "x/b.docx",      "/x/c.docx", "y/c.docx",
                           "c.docx", "z/\xFF甲.docx", "\xFF\xFE"};
    static const char *const names[] = {"a.docx", "b.docx",  "x/c.docx", "y/c.docx",
                                        "c.docx", "甲.docx", "?"};
    struct arena *arena = arena_new();
    struct returned returned = {paths, sizeof paths / sizeof *paths};
    for (size_t i = 0; i < returned.count; i++)
        assert_string_equal(returned_name(arena, &returned, paths[i]), names[i]);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
