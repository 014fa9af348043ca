/* base/arena.c: pieces of any size, copies, and what happens when memory ends. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    memory_set_handler(NULL);
    return 0;
}

static void test_pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 0, 3, 16, 17, 1000, 64 * 1024, 64 * 1024 + 1, 1000000, 5};
    enum { COUNT = sizeof sizes / sizeof *sizes };
    unsigned char *piece[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        piece[i] = arena_take(arena, sizes[i]);
        assert_non_null(piece[i]);
        assert_int_equal((uintptr_t)piece[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(piece[i][k], 0);
        memset(piece[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(piece[i][k], i + 1);
}

static void test_array_of_nothing(void **state)
{
    (void)state;
    assert_non_null(ARENA_ARRAY(arena, long, 0));
    assert_non_null(arena_take_array(arena, 0, SIZE_MAX));
}

static void test_copies(void **state)
{
    (void)state;
    char source[] = "质量月";
    char *copy = arena_copy(arena, source);
    char *part = arena_copy_n(arena, source, 3);
    source[0] = '?';
    assert_string_equal(copy, "质量月");
    assert_string_equal(part, "质");
    assert_string_equal(arena_copy(arena, ""), "");
    assert_string_equal(arena_copy_n(arena, "x", 0), "");
}

static void test_printf_takes_what_it_needs(void **state)
{
    (void)state;
    assert_string_equal(arena_printf(arena, "%s-%d", "a", 7), "a-7");
    assert_string_equal(arena_printf(arena, "%s", ""), "");
    for (int length = 250; length < 260; length++)
        assert_int_equal(strlen(arena_printf(arena, "%0*d", length, 1)), length);
    assert_int_equal(strlen(arena_printf(arena, "%070000d", 1)), 70000);
}

static void test_free_of_nothing(void **state)
{
    (void)state;
    arena_free(NULL);
    arena_free(arena_new());
    struct arena *other = arena_new();
    assert_ptr_not_equal(arena_take(other, 8), arena_take(arena, 8));
    arena_free(other);
}

static void test_memory_of_no_bytes(void **state)
{
    (void)state;
    void *memory = memory_take(0);
    assert_non_null(memory);
    char *text = memory_resize(memory, 4);
    memcpy(text, "abc", 4);
    text = memory_resize(text, 100);
    assert_string_equal(text, "abc");
    memory = memory_resize(text, 0);
    assert_non_null(memory);
    arena_take(arena, 1);
    assert_ptr_not_equal(memory, arena_take(arena, 1));
    free(memory);
}

static jmp_buf before_the_end;

static void leave(void)
{
    longjmp(before_the_end, 1);
}

/* Sizes that no address space holds must not wrap round to small ones. */
static void test_impossible_sizes_end_memory(void **state)
{
    (void)state;
    static const struct {
        size_t size, count;
    } cases[] = {
        {SIZE_MAX, 1},           {SIZE_MAX / 2 + 1, 1}, {1, SIZE_MAX},
        {2, SIZE_MAX / 2 + 1},   {SIZE_MAX / 2 + 1, 2}, {SIZE_MAX, SIZE_MAX},
        {16, SIZE_MAX / 16 + 1},
    };
    static size_t i;
    static size_t ended;
    memory_set_handler(leave);
    for (i = 0, ended = 0; i < sizeof cases / sizeof *cases; i++) {
        if (setjmp(before_the_end))
            ended++;
        else
            arena_take_array(arena, cases[i].size, cases[i].count);
    }
    assert_int_equal(ended, sizeof cases / sizeof *cases);
    if (setjmp(before_the_end) == 0) {
        arena_take(arena, SIZE_MAX);
        fail();
    }
    assert_non_null(arena_take(arena, 1));
}

static void test_release_keeps_what_comes_after(void **state)
{
    (void)state;
    char *first = arena_copy(arena, "first");
    arena_take(arena, 100000);
    char *kept = arena_copy(arena, "kept");
    arena_take(arena, 100000);
    char *last = arena_copy(arena, "last");
    arena_release(arena, kept);
    assert_string_equal(kept, "kept");
    assert_string_equal(last, "last");
    arena_release(arena, kept);
    arena_release(arena, last);
    assert_string_equal(last, "last");
    (void)first;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_pieces_are_zeroed_aligned_and_apart, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_array_of_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_copies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_printf_takes_what_it_needs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_release_keeps_what_comes_after, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_free_of_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_memory_of_no_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_impossible_sizes_end_memory, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
