/* doc/role.c: the table of roles. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "doc/role.h"

static void test_every_role_is_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < ROLE_COUNT; i++) {
        enum role role = (enum role)i;
        assert_string_equal(role_names()[i], role_info(role)->id);
        assert_int_equal(role_named(role_info(role)->id), role);
    }
}

static void test_unknown_names(void **state)
{
    (void)state;
    static const char *const names[] = {"", "Body", "table", "body ", "role-count"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(role_named(names[i]), ROLE_COUNT);
}

/* GB/T 9704-2012, 7.3.3: four levels, and nothing else stands in the outline. */
static void test_headings(void **state)
{
    (void)state;
    assert_int_equal(role_heading(1), ROLE_HEADING_1);
    assert_int_equal(role_heading(4), ROLE_HEADING_4);
    for (int i = 0; i < ROLE_COUNT; i++) {
        const struct role_info *info = role_info((enum role)i);
        assert_int_equal(info->outline > 0, strncmp(info->id, "heading-", 8) == 0);
    }
    for (int level = 1; level <= 4; level++)
        assert_int_equal(role_info(role_heading(level))->outline, level);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_role_is_found_by_its_name),
        cmocka_unit_test(test_unknown_names),
        cmocka_unit_test(test_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
