/* flow/twins.c: ids that stand more than once. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "flow/twins.h"
#include "on_arena.h"

static struct buffer told;

static void tell(void *context, const struct suspect *twin, const struct suspect *first)
{
    assert_null(context);
    buffer_printf(&told, "%s %zu of %s %zu;", twin->id, twin->row, first->id, first->row);
}

static void look_at(struct twins *twins, const char *const *ids, size_t count)
{
    told = buffer_on(arena);
    *twins = twins_on(arena);
    for (size_t i = 0; i < count; i++)
        twins_note(twins, ids[i]);
    if (!twins_suspected(twins))
        return;
    for (size_t i = 0; i < count; i++)
        twins_look(twins, ids[i], i + 1, (struct place){0});
    twins_settle(twins, tell, NULL);
}

static void test_all_but_the_first(void **state)
{
    (void)state;
    static const char *const ids[] = {"b", "a", "c", "A", "市", "B", "a", "b-1", "市"};
    struct twins twins;
    look_at(&twins, ids, sizeof ids / sizeof *ids);
    assert_string_equal(buffer_text(&told), "A 4 of a 2;a 7 of a 2;B 6 of b 1;市 9 of 市 5;");
    static const size_t rows[] = {4, 6, 7, 9};
    for (size_t row = 1, i = 0; row <= sizeof ids / sizeof *ids; row++) {
        bool expected = i < sizeof rows / sizeof *rows && rows[i] == row;
        assert_int_equal(twins_has(&twins, row), expected);
        i += expected;
    }
    twins_free(&twins);
}

static void test_none(void **state)
{
    (void)state;
    enum { COUNT = 100000 };
    struct twins twins = twins_on(arena);
    assert_false(twins_suspected(&twins));
    for (int i = 0; i < COUNT; i++)
        twins_note(&twins, arena_printf(arena, "%d", i));
    assert_false(twins_suspected(&twins));
    assert_false(twins_has(&twins, 1));
    twins_free(&twins);
}

/* Whose hashes meet are looked at again, and may be told apart. */
static void test_hashes_that_meet(void **state)
{
    (void)state;
    struct suspect suspects[] = {{"a", 1, {0}}, {"b", 2, {0}}, {"A", 3, {0}}};
    struct twins twins = {.arena = arena, .suspect = suspects, .suspects = 3};
    told = buffer_on(arena);
    twins_settle(&twins, tell, NULL);
    assert_string_equal(buffer_text(&told), "A 3 of a 1;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_all_but_the_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hashes_that_meet, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
