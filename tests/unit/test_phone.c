/* Which numbers are telephone numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/phone.h"
#include "patterns.h"

static void assert_all(const char *const *numbers, enum phone phone)
{
    for (; *numbers; numbers++)
        if (phone_of(arena, patterns, *numbers) != phone)
            fail_msg("%s", *numbers);
}

static void test_whole_numbers(void **state)
{
    (void)state;
    static const char *const numbers[] = {
        "13803180126",
        "138 0318 0126",
        "138-0318-0126",
        "+86 13803180126",
        "8613803180126",
        "013803180126",
        "0318-7523461",
        "0318 7523461",
        "03187523461",
        "（0318）7523461",
        "(0318) 7523461",
        "0318—7523461",
        "010-82262233",
        "+86-10-82262233",
        "+86 010 82262233",
        "0769-22110011",
        "010-82262233-801",
        "0318-7523461转801",
        "0318-7523461 转 801",
        "400-810-0001",
        "4008100001",
        "12315",
        "0318-12345",
        "95598",
        "962233",
        "110",
        "801",
        "661234",
        "00852-2345678901",
        "+1 202 555 0100",
        "049-2222106",
        "(02) 2345-6789",
        "037-321876",
        "0912-345-678",
        "0318-7523461 13803180126",
        NULL,
    };
    assert_all(numbers, PHONE_WHOLE);
}

static void test_local_numbers(void **state)
{
    (void)state;
    static const char *const numbers[] = {
        "3122759", "82262233", "312-2759", "3122759转801", "3122759-801", "3122759 3122760", NULL,
    };
    assert_all(numbers, PHONE_LOCAL);
}

static void test_wrong_numbers(void **state)
{
    (void)state;
    static const char *const numbers[] = {
        "1380318012",   "138031801266",   "138 0318 012",
        "12803180126",  "0318-752346",    "0318752346",
        "010-8226223",  "010-822622334",  "0318-752346123",
        "752346",       "752346123",      "1803180",
        "400-810-001",  "+86 1380318012", "3122759 1380318012",
        "037-65321876", "0371-653218",    NULL,
    };
    assert_all(numbers, PHONE_WRONG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_whole_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_local_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wrong_numbers, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
