/* markdown/pipe.c: heads of pipe tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "markdown/pipe.h"

static void test_heads(void **state)
{
    static const char *const tables[] = {
        "| a | b |\n| --- | :-: |", "a|b\n-|-", "a | b\r\n--|--:\n1|2", "x\r|a|\r|-|",
        "  | a\\| b |\n|-|",        "||\n|-|",
    };
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_true(has_pipe_table(tables[i], 3));
}

static void test_no_heads(void **state)
{
    static const char *const texts[] = {
        "",           "a | b",      "a | b\nc | d", "a | b\n|-|", "a\n---",
        "a\n-|-",     "| a |\n| |", "|a|\n|:|",     "|a|\n|-x|",  "|a|\n|- -|",
        "a\\|b\n-|-", "|a|\n|-\\|", "|a|\n\n|-|",   "-|-",        "a | b\n:--:",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(has_pipe_table(texts[i], 3));
}

/* What stands behind the lines that are asked for is not looked at. */
static void test_lines(void **state)
{
    (void)state;
    assert_false(has_pipe_table("|a|\n|-|", 1));
    assert_true(has_pipe_table("|a|\n|-|", 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_no_heads),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
