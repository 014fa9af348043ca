/* scheme/order.c: what stands elsewhere among its neighbours. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scheme/order.h"
#include "scheme/pairs.h"
#include "on_arena.h"

/* Both orders as digits: of each thing of the new side its place on the old one and its parent, -
 * where it does not count. Gives a * for each that is displaced. */
static const char *displaced(const char *places, const char *parents)
{
    size_t count = strlen(places);
    enum { PLACES = 10 };
    struct pairing pairing = pairing_of(arena, PLACES, count);
    long *parent = ARENA_ARRAY(arena, long, count);
    for (size_t i = 0; i < count; i++) {
        pairing_join(&pairing, (size_t)(places[i] - '0'), i);
        parent[i] = parents[i] == '-' ? -1 : parents[i] - '0';
    }
    const bool *flags = find_displaced(arena, &pairing, parent, 3);
    char *found = arena_copy(arena, places);
    for (size_t i = 0; i < count; i++)
        found[i] = flags[i] ? '*' : '.';
    return found;
}

static void test_as_few_as_possible(void **state)
{
    (void)state;
    assert_string_equal(displaced("01234", "00000"), ".....");
    assert_string_equal(displaced("12340", "00000"), "....*");
    assert_string_equal(displaced("40123", "00000"), "*....");
    assert_string_equal(displaced("03214", "00000"), ".**..");
    assert_string_equal(displaced("", ""), "");
}

static void test_each_parent_by_itself(void **state)
{
    (void)state;
    assert_string_equal(displaced("3412", "1122"), "....");
    assert_string_equal(displaced("3102", "1212"), "*...");
    assert_string_equal(displaced("3012", "-000"), "....");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_as_few_as_possible, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_each_parent_by_itself, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
