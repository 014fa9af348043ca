/* Words of Chinese text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "word/word.h"
#include "on_arena.h"

static void assert_words(const char *text, const char *expected)
{
    const bool *starts = word_starts(arena, text);
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; text[i]; i++) {
        if (i > 0 && starts[i])
            buffer_add_char(&out, '|');
        buffer_add_char(&out, text[i]);
    }
    assert_true(starts[strlen(text)]);
    assert_string_equal(buffer_text(&out), expected);
}

static void test_simplified(void **state)
{
    (void)state;
    assert_words("关于开展质量提升行动的指导意见", "关于|开展|质量|提升|行动|的|指导|意见");
}

static void test_traditional(void **state)
{
    (void)state;
    assert_words("關於開展質量活動的通知", "關於|開展|質量|活動|的|通知");
}

static void test_marks_and_numbers(void **state)
{
    (void)state;
    assert_words("迎接2021年度“考核”，ISO 9001", "迎接|2021|年度|“|考核|”|，|ISO| |9001");
}

static void test_characters_of_every_length(void **state)
{
    (void)state;
    assert_words("a\u00B7质\U00020000。", "a|\u00B7|质|\U00020000|。");
}

static void test_nothing(void **state)
{
    (void)state;
    assert_words("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_simplified, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_traditional, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_and_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_characters_of_every_length, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing, set_up, tear_down),
    };
    word_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    word_end();
    return failed;
}
