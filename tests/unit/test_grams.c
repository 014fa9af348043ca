/* scheme/grams.c: what wordings have in common. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scheme/grams.h"
#include "on_arena.h"
#include "standard.h"

static long likeness(const struct lexicon *lexicon, size_t a, size_t b)
{
    return grams_likeness(lexicon, &lexicon->of[a], &lexicon->of[b]);
}

static void test_the_same_and_nothing_in_common(void **state)
{
    (void)state;
    static const char *const keys[] = {"质量提升行动", "质量提升行动", "计量器具", "", ""};
    struct lexicon lexicon = lexicon_of(arena, keys, 5);
    assert_int_equal(likeness(&lexicon, 0, 1), LIKENESS_WHOLE);
    assert_int_equal(likeness(&lexicon, 0, 2), likeness(&lexicon, 2, 0));
    assert_true(likeness(&lexicon, 0, 2) < LIKENESS_WHOLE / 5);
    assert_int_equal(likeness(&lexicon, 0, 3), 0);
    assert_int_equal(likeness(&lexicon, 3, 4), 0);
}

/* 测算得分 stands everywhere; 水利 in two. */
static void test_rare_words_say_more(void **state)
{
    (void)state;
    static const char *const keys[] = {"水利工程测算得分", "水利设施核定分数", "旅游满意测算得分",
                                       "教育质量测算得分", "计量检定测算得分", "公安检查测算得分",
                                       "农业抽检测算得分", "交通抽查测算得分"};
    struct lexicon lexicon = lexicon_of(arena, keys, 8);
    assert_true(likeness(&lexicon, 2, 3) < LIKENESS_WHOLE / 3);
    assert_true(lexicon.weight[0] > lexicon.weight[lexicon.count - 1]);
}

/* A gram that stands twice counts twice. */
static void test_repetitions_count(void **state)
{
    (void)state;
    static const char *const keys[] = {"量", "量量", "量量量"};
    struct lexicon lexicon = lexicon_of(arena, keys, 3);
    assert_int_equal(lexicon.of[0].count, 1);
    assert_int_equal(lexicon.of[1].count, 3);
    assert_int_equal(lexicon.of[2].count, 5);
}

static const char *with_end(size_t count, const char *end)
{
    struct buffer out = buffer_on(arena);
    while (count--)
        buffer_add(&out, "质");
    buffer_add(&out, end);
    return buffer_text(&out);
}

static void test_characters_at_the_cap_and_past_it(void **state)
{
    (void)state;
    const char *const keys[] = {with_end(STANDARD_LIKENESS_CHARACTERS - 1, "甲"),
                                with_end(STANDARD_LIKENESS_CHARACTERS - 1, "乙"),
                                with_end(STANDARD_LIKENESS_CHARACTERS, "甲"),
                                with_end(STANDARD_LIKENESS_CHARACTERS, "乙")};
    struct lexicon lexicon = lexicon_of(arena, keys, 4);
    assert_true(likeness(&lexicon, 0, 1) < LIKENESS_WHOLE);
    assert_int_equal(likeness(&lexicon, 2, 3), LIKENESS_WHOLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_same_and_nothing_in_common, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rare_words_say_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_repetitions_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_characters_at_the_cap_and_past_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
