/* intake/score.c: points as people type them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "intake/score.h"

static void test_all(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum score_state state;
        points value;
    } cases[] = {
        {"2", SCORE_GOOD, 200},
        {"2.0", SCORE_GOOD, 200},
        {" 2 分 ", SCORE_GOOD, 200},
        {"２．５", SCORE_GOOD, 250},
        {"１．５０分", SCORE_GOOD, 150},
        {"+3", SCORE_GOOD, 300},
        {"3.00", SCORE_GOOD, 300},
        {"2.500", SCORE_GOOD, 250},
        {"0", SCORE_GOOD, 0},
        {"-0", SCORE_GOOD, 0},
        {"\xE3\x80\x80", SCORE_EMPTY, 0},
        {"", SCORE_EMPTY, 0},
        {"\n", SCORE_EMPTY, 0},
        {"3.01", SCORE_ABOVE, 0},
        {"99999999999999999999", SCORE_ABOVE, 0},
        {"-1", SCORE_BELOW, 0},
        {"−0.5", SCORE_BELOW, 0},
        {"－1分", SCORE_BELOW, 0},
        {"1.005", SCORE_PLACES, 0},
        {"二分", SCORE_NO_NUMBER, 0},
        {"2.", SCORE_NO_NUMBER, 0},
        {".5", SCORE_NO_NUMBER, 0},
        {"1.2.3", SCORE_NO_NUMBER, 0},
        {"1,5", SCORE_NO_NUMBER, 0},
        {"2分2", SCORE_NO_NUMBER, 0},
        {"分", SCORE_NO_NUMBER, 0},
        {"1e1", SCORE_NO_NUMBER, 0},
        {"=1+1", SCORE_NO_NUMBER, 0},
        {"1\n0", SCORE_NO_NUMBER, 0},
        {"1 1", SCORE_NO_NUMBER, 0},
        {"2\n分", SCORE_GOOD, 200},
        {"--1", SCORE_NO_NUMBER, 0},
        {"-", SCORE_NO_NUMBER, 0},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        points value = -7;
        if (score_read(arena, cases[i].text, 300, &value) != cases[i].state)
            fail_msg("\"%s\" was not taken as it should", cases[i].text);
        assert_int_equal(value, cases[i].state == SCORE_GOOD ? cases[i].value : -7);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
