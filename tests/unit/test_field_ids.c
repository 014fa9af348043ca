/* compose/field_ids.c: every id once. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "compose/field_ids.h"

static struct arena *arena;
static struct field_ids *ids;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    ids = field_ids_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void the_first_keeps_its_id(void **state)
{
    (void)state;
    assert_string_equal(field_ids_take(ids, "name"), "name");
    assert_string_equal(field_ids_take(ids, "name"), "name-2");
    assert_string_equal(field_ids_take(ids, "post"), "post");
    assert_string_equal(field_ids_take(ids, "name"), "name-3");
}

static void a_number_that_is_taken_is_passed_over(void **state)
{
    (void)state;
    field_ids_take(ids, "name-2");
    field_ids_take(ids, "name");
    assert_string_equal(field_ids_take(ids, "name"), "name-3");
    assert_string_equal(field_ids_take(ids, "name-2"), "name-2-2");
}

/* As many as the rows of a long table: what was taken is not counted through again. */
static void many_are_alike(void **state)
{
    (void)state;
    enum { MANY = 100000 };
    const char *last = NULL;
    for (int i = 0; i < MANY; i++)
        last = field_ids_take(ids, "name");
    assert_string_equal(last, "name-100000");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_first_keeps_its_id),
        TEST(a_number_that_is_taken_is_passed_over),
        TEST(many_are_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
