/* base/buffer.c: a text that grows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <string.h>

#include "base/buffer.h"
#include "on_arena.h"

static void test_empty_buffer_has_an_empty_text(void **state)
{
    (void)state;
    struct buffer buffer = buffer_on(arena);
    assert_string_equal(buffer_text(&buffer), "");
    buffer_printf(&buffer, "%s", "");
    assert_string_equal(buffer_text(&buffer), "");
    buffer_add(&buffer, "");
    assert_non_null(buffer.text);
    assert_int_equal(buffer.length, 0);
}

static void test_everything_is_added_at_the_end(void **state)
{
    (void)state;
    struct buffer buffer = buffer_on(arena);
    buffer_add(&buffer, "通知");
    buffer_add_char(&buffer, ':');
    buffer_add_n(&buffer, "12345", 2);
    buffer_add_code(&buffer, 0x3014);
    buffer_printf(&buffer, "%d%s", 2022, "〕");
    assert_string_equal(buffer.text, "通知:12〔2022〕");
    assert_int_equal(buffer.length, strlen(buffer.text));
}

static void test_texts_are_joined(void **state)
{
    (void)state;
    struct buffer buffer = buffer_on(arena);
    buffer_join(&buffer, "、", "");
    buffer_join(&buffer, "、", "公安局");
    buffer_join(&buffer, "、", "教育局");
    buffer_join(&buffer, "", "等");
    assert_string_equal(buffer_text(&buffer), "公安局、教育局等");
}

static void test_code_points_become_utf8(void **state)
{
    (void)state;
    struct buffer buffer = buffer_on(arena);
    static const uint32_t codes[] = {0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        buffer_add_code(&buffer, codes[i]);
    assert_string_equal(buffer.text, "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD"
                                     "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
}

/* Sizes round the room that a buffer starts with and doubles. */
static void test_numbers(void **state)
{
    (void)state;
    static const long numbers[] = {0, 7, -10, 1234567890, LONG_MAX, LONG_MIN};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct buffer buffer = buffer_on(arena);
        buffer_add_number(&buffer, numbers[i]);
        assert_string_equal(buffer.text, arena_printf(arena, "%ld", numbers[i]));
    }
}

static void test_growing_keeps_the_text(void **state)
{
    (void)state;
    for (size_t length = 60; length < 70; length++) {
        struct buffer buffer = buffer_on(arena);
        for (size_t i = 0; i < length; i++)
            buffer_add_char(&buffer, 'a');
        buffer_printf(&buffer, "%0*d", (int)length, 0);
        assert_int_equal(buffer.length, 2 * length);
        assert_int_equal(strspn(buffer.text, "a"), length);
        assert_int_equal(strspn(buffer.text + length, "0"), length);
        assert_int_equal(buffer.text[2 * length], '\0');
        assert_true(buffer.room > buffer.length);
    }
}

static void test_one_large_piece(void **state)
{
    (void)state;
    char *large = arena_printf(arena, "%0200000d", 7);
    struct buffer buffer = buffer_on(arena);
    buffer_add(&buffer, "x");
    buffer_add(&buffer, large);
    assert_int_equal(buffer.length, 200001);
    assert_int_equal(buffer.text[0], 'x');
    assert_string_equal(buffer.text + 1, large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_empty_buffer_has_an_empty_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_everything_is_added_at_the_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_texts_are_joined, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_code_points_become_utf8, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_growing_keeps_the_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_large_piece, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
