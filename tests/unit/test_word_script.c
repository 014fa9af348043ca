/* Simplified and traditional characters. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "word/script.h"
#include "word/word.h"

static void assert_all(const char *text, enum script script)
{
    for (uint32_t code; (code = text_next(&text));)
        if (script_of(code) != script)
            fail_msg("U+%04X is %d, not %d", code, (int)script_of(code), (int)script);
}

static void test_simplified(void **state)
{
    (void)state;
    assert_all("们这质开关产业务纾锆", SCRIPT_SIMPLIFIED);
}

static void test_traditional(void **state)
{
    (void)state;
    assert_all("臺們質開關產業務聽裡", SCRIPT_TRADITIONAL);
}

static void test_shared_forms(void **state)
{
    (void)state;
    assert_all("于後后并范愿制征游台里干系的一二三", SCRIPT_BOTH);
}

static void test_rare_characters(void **state)
{
    (void)state;
    assert_all("珺瑀翀垚喆堃㐂\U00020000", SCRIPT_BOTH);
}

static void test_no_han(void **state)
{
    (void)state;
    assert_all("aé。“”（）〇①ㄅあαя—…\uFFFD\U0001F600", SCRIPT_BOTH);
    assert_int_equal(script_of(0), SCRIPT_BOTH);
    assert_int_equal(script_of(0x4DFF), SCRIPT_BOTH);
    assert_int_equal(script_of(0xA000), SCRIPT_BOTH);
    assert_int_equal(script_of(UINT32_MAX), SCRIPT_BOTH);
}

/* Of the 6763 characters of GB/T 2312-1980 Big5 has 4384; of the 5401 of Big5's level 1 the former
 * has 3318. */
static void test_all(void **state)
{
    (void)state;
    size_t counts[3] = {0};
    for (uint32_t code = 0x4E00; code <= 0x9FFF; code++)
        counts[script_of(code)]++;
    assert_int_equal(counts[SCRIPT_SIMPLIFIED], 6763 - 4384);
    assert_int_equal(counts[SCRIPT_TRADITIONAL], 5401 - 3318);
}

static void test_after_the_end(void **state)
{
    (void)state;
    script_end();
    script_end();
    assert_all("们", SCRIPT_SIMPLIFIED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_simplified),    cmocka_unit_test(test_traditional),
        cmocka_unit_test(test_shared_forms),  cmocka_unit_test(test_rare_characters),
        cmocka_unit_test(test_no_han),        cmocka_unit_test(test_all),
        cmocka_unit_test(test_after_the_end),
    };
    word_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    word_end();
    return failed;
}
