/* base/text.c: UTF-8, classes of characters, likeness of words. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_one_of(void **state)
{
    (void)state;
    assert_true(code_is_one_of(0x3001, "，、。"));
    assert_true(code_is_one_of('a', "cba"));
    assert_false(code_is_one_of(0x3001, "，。"));
    assert_false(code_is_one_of(0, "，。"));
    assert_false(code_is_one_of('a', ""));
    assert_true(text_has_digit("第1届"));
    assert_false(text_has_digit("第一届"));
}

static void test_walking_both_ways(void **state)
{
    (void)state;
    static const uint32_t codes[] = {'a', 0xE9, 0x8D28, 0x20BB7, 0};
    const char *text = "a\xC3\xA9质\xF0\xA0\xAE\xB7", *at = text;
    for (size_t i = 0; codes[i]; i++)
        assert_int_equal(text_next(&at), codes[i]);
    assert_int_equal(text_next(&at), 0);
    assert_int_equal(at - text, 10);
    assert_int_equal(text_before(text, at), 0x20BB7);
    assert_int_equal(text_before(text, text + 6), 0x8D28);
    assert_int_equal(text_before(text, text + 1), 'a');
    assert_int_equal(text_before(text, text), 0);
    assert_int_equal(text_count(text), 4);
    assert_int_equal(text_count(""), 0);
}

static void test_walking_stops_at_the_end_of_a_broken_text(void **state)
{
    (void)state;
    static const char *const broken[] = {"\xE8", "\xE8\xB4", "\xF0\xA0\xAE", "\xC3"};
    for (size_t i = 0; i < COUNT(broken); i++) {
        const char *at = broken[i];
        text_next(&at);
        assert_ptr_equal(at, broken[i] + strlen(broken[i]));
    }
}

static void test_encoding(void **state)
{
    (void)state;
    static const uint32_t edges[] = {1, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
    static const size_t lengths[] = {1, 1, 2, 2, 3, 3, 4, 4};
    for (size_t i = 0; i < COUNT(edges); i++) {
        char bytes[5] = "";
        assert_int_equal(text_encode(edges[i], bytes), lengths[i]);
        const char *at = bytes;
        assert_int_equal(text_next(&at), edges[i]);
        assert_ptr_equal(at, bytes + lengths[i]);
    }
}

/* Unicode, table 3-7, and production 2 of XML 1.0. */
static void test_first_invalid(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length, invalid;
    } cases[] = {
        {"", 0, 0},
        {"ab质量\t\n\r", 11, 11},
        {"a\0b", 3, 1},
        {"a\x01", 2, 1},
        {"\x1F", 1, 0},
        {"\x7F", 1, 1},
        {"\xC0\x80", 2, 0},     /* overlong NUL */
        {"\xC1\xBF", 2, 0},     /* overlong 0x7F */
        {"\xE0\x9F\xBF", 3, 0}, /* overlong 0x7FF */
        {"\xE0\xA0\x80", 3, 3},
        {"\xF0\x8F\xBF\xBF", 4, 0}, /* overlong 0xFFFF */
        {"\xF0\x90\x80\x80", 4, 4},
        {"\xED\x9F\xBF", 3, 3},
        {"\xED\xA0\x80", 3, 0}, /* surrogates */
        {"\xED\xBF\xBF", 3, 0},
        {"\xEE\x80\x80", 3, 3},
        {"\xF4\x8F\xBF\xBF", 4, 4},
        {"\xF4\x90\x80\x80", 4, 0}, /* past U+10FFFF */
        {"\xF5\x80\x80\x80", 4, 0},
        {"\xFF", 1, 0},
        {"\x80", 1, 0},      /* a tail without head */
        {"a\xE8\xB4", 3, 1}, /* cut */
        {"a\xF0\xA0\xAE", 4, 1},
        {"\xE8\xB4\xA8", 2, 0}, /* cut by the length given */
        {"\xE8x\xA8", 3, 0},
        {"\xC3(", 2, 0},
        {"\xEF\xBF\xBD", 3, 3},
        {"a\xEF\xBF\xBE", 4, 1}, /* noncharacters that XML forbids */
        {"a\xEF\xBF\xBF", 4, 1},
        {"\xF0\x9F\xBF\xBE", 4, 4}, /* U+1FFFE: XML allows it */
        {"\xEF\xBB\xBFx", 4, 4},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (text_first_invalid(cases[i].text, cases[i].length) != cases[i].invalid)
            fail_msg("case %zu: %zu", i, text_first_invalid(cases[i].text, cases[i].length));
}

/* Plain bytes are looked at several at a time. */
static void what_is_invalid_is_found_at_every_offset(void **state)
{
    (void)state;
    enum { LONG = 40 };
    for (size_t at = 0; at < LONG; at++)
        for (int byte = 0; byte < 256; byte++) {
            char text[LONG];
            memset(text, at % 2 ? '~' : ' ', sizeof text);
            text[at] = (char)byte;
            bool fine =
                (byte >= 0x20 && byte < 0x80) || byte == '\t' || byte == '\n' || byte == '\r';
            assert_int_equal(text_first_invalid(text, sizeof text), fine ? LONG : at);
        }
}

static void test_what_is_no_text_is_printed_as_question_marks(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_printable(arena, "质量\t月\n"), "质量\t月\n");
    assert_string_equal(text_printable(arena, "a\x1B[2Jb"), "a?[2Jb");
    assert_string_equal(text_printable(arena, "\xFF质\xE8\xB4"), "?质??");
    assert_string_equal(text_printable(arena, "\xEF\xBF\xBE"), "???");
    assert_string_equal(text_printable(arena, ""), "");
    assert_string_equal(text_shown(arena, "a\tb\r\nc\x1B[2J\xFF"), "a\tb??c?[2J?");
    assert_string_equal(text_shown(arena, "\x7F\xC2\x9B"
                                          "2J\u202E质\u2066\u200E\u061C"),
                        "??2J?质???");
    assert_string_equal(text_shown(arena, "\u00A0\u3000“—…”\u2028"), "\u00A0\u3000“—…”\u2028");
    arena_free(arena);
}

static void test_classes(void **state)
{
    (void)state;
    static const struct {
        uint32_t code;
        bool han, wide;
    } cases[] = {
        {0x4E00, true, true},   {0x3400, true, true},   {0x20000, true, true},
        {0x3007, true, true},   {0xF900, true, true},   {0x9FFF, true, true},
        {0x3001, false, true},  {0xFF08, false, true},  {0x201C, false, true},
        {0x2014, false, true},  {0x2026, false, true},  {0x3000, false, true},
        {'a', false, false},    {' ', false, false},    {0xE9, false, false},
        {0x2013, false, false}, {0xFF61, false, false}, {0xA000, false, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(code_is_han(cases[i].code), cases[i].han);
        assert_int_equal(code_is_wide(cases[i].code), cases[i].wide);
    }
}

static void test_blanks_and_trimming(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_true(text_is_blank(""));
    assert_true(text_is_blank(" \t\r\n\xE3\x80\x80"));
    assert_false(text_is_blank("\xE3\x80\x81"));
    assert_false(text_is_blank("  x"));
    assert_string_equal(text_trim(arena, " \t甲 乙\r\n"), "甲 乙");
    assert_string_equal(text_trim(arena, "\xE3\x80\x80甲"), "\xE3\x80\x80甲");
    assert_string_equal(text_trim(arena, " \n"), "");
    assert_string_equal(text_trim(arena, ""), "");
    assert_string_equal(text_strip(arena, "　 \u00A0甲　乙\u00A0\n　"), "甲　乙");
    assert_string_equal(text_strip(arena, " 　"), "");
    assert_string_equal(text_strip(arena, ""), "");
    arena_free(arena);
}

static void test_lines(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_in_one_line(arena, "\n旅游服务\n 质量\t2 \n分 a\nb　c\n"),
                        "旅游服务质量 2分 a b　c");
    assert_string_equal(text_in_one_line(arena, " \n"), "");
    assert_string_equal(text_without_blanks(arena, " 评价\n部　门 \t"), "评价部门");
    assert_string_equal(text_without_blanks(arena, ""), "");
    arena_free(arena);
}

static void test_comparing(void **state)
{
    (void)state;
    assert_true(text_starts("notice.xml", "notice"));
    assert_true(text_starts("", ""));
    assert_false(text_starts("not", "notice"));
    assert_true(text_equal(NULL, NULL));
    assert_true(text_equal("a", "a"));
    assert_false(text_equal("a", NULL));
    assert_false(text_equal(NULL, ""));
    assert_false(text_equal("a", "b"));
}

static void test_cutting(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(text_cut(arena, "甲乙c", 3), "甲乙c");
    assert_string_equal(text_cut(arena, "甲乙c", 2), "甲乙…");
    assert_string_equal(text_cut(arena, "", 2), "");
    arena_free(arena);
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const names[] = {"slogan", "signer", "deadline", "contact", "theme"};
    static const struct {
        const char *word, *nearest;
    } cases[] = {
        {"slogn", "slogan"},     {"slogan", "slogan"},    {"sloagn", "slogan"},
        {"singer", "signer"},    {"dedline", "deadline"}, {"themes", "theme"},
        {"contract", "contact"}, {"xyz", NULL},           {"annex", NULL},
        {"Slogan", "slogan"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *found = text_nearest(cases[i].word, names, COUNT(names));
        if (!text_equal(found, cases[i].nearest))
            fail_msg("%s: %s", cases[i].word, found ? found : "nothing");
    }
    assert_null(text_nearest("slogan", names, 0));
}

/* The first of several that are equally near; and words too long to be compared. */
static void test_nearest_at_the_edges(void **state)
{
    (void)state;
    char long_word[80];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    const char *const long_words[] = {long_word};
    static const char *const twins[] = {"cat", "car"};
    assert_null(text_nearest(long_word, long_words, 1));
    assert_string_equal(text_nearest("cab", twins, 2), "cat");
    assert_string_equal(text_nearest("cog", twins, 1), "cat"); /* two letters of three differ */
    assert_null(text_nearest("dog", twins, 1));
    long_word[63] = '\0';
    assert_string_equal(text_nearest(long_word, long_words, 1), long_word);
}

static void wide_characters_count_twice(void **state)
{
    (void)state;
    assert_int_equal(text_halves(""), 0);
    assert_int_equal(text_halves("2022年1月5日印发"), 16);
    assert_int_equal(text_halves("“质量月”——A　（一）"), 23);
}

static void test_words_at_the_ends(void **state)
{
    (void)state;
    static const char *const words[] = {"局", "委员会", NULL};
    assert_true(text_ends("市场监管局", "局") && text_ends("局", "局") && text_ends("局", ""));
    assert_false(text_ends("局长", "局") || text_ends("", "局"));
    assert_true(text_starts_any("局长", words) && text_ends_any("教育委员会", words));
    assert_true(text_has_any("各委员会、中心", words));
    assert_false(text_starts_any("市局", words) || text_ends_any("局长", words));
    assert_false(text_has_any("", words));
}

static void test_steps_back(void **state)
{
    (void)state;
    const char *text = "a局", *end = text + strlen(text);
    assert_ptr_equal(text_back(text, end), text + 1);
    assert_ptr_equal(text_back(text, text + 2), text + 1);
    assert_ptr_equal(text_back(text, text + 1), text);
    assert_ptr_equal(text_back(text, text), text);
    assert_int_equal(text_before(text, end), 0x5C40);
    assert_int_equal(text_before(text, text), 0);
}

/* The values that its authors publish. */
static void hashes_are_those_of_fnv(void **state)
{
    (void)state;
    assert_true(text_hash("") == 0xCBF29CE484222325);
    assert_true(text_hash("a") == 0xAF63DC4C8601EC8C);
    assert_true(text_hash("foobar") == 0x85944171F73967E8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_of),
        cmocka_unit_test(wide_characters_count_twice),
        cmocka_unit_test(test_walking_both_ways),
        cmocka_unit_test(test_walking_stops_at_the_end_of_a_broken_text),
        cmocka_unit_test(test_encoding),
        cmocka_unit_test(test_first_invalid),
        cmocka_unit_test(what_is_invalid_is_found_at_every_offset),
        cmocka_unit_test(test_what_is_no_text_is_printed_as_question_marks),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_blanks_and_trimming),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_comparing),
        cmocka_unit_test(test_cutting),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_nearest_at_the_edges),
        cmocka_unit_test(test_words_at_the_ends),
        cmocka_unit_test(test_steps_back),
        cmocka_unit_test(hashes_are_those_of_fnv),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
