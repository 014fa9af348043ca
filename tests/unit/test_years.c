/* flow/years.c: which years are raised, and which are left and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "flow/years.h"

static struct arena *arena;
static struct own_title plan = {NULL, "质量工作2022年要点"};
static struct own_title titles = {&plan, "2022年活动方案"};

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
    return 0;
}

/* The text as it becomes, and the fates: "2023年|+" and the letter of what was left. */
static const char *raised(int year, const char *text)
{
    static const char letters[] = {
        [YEAR_RAISED] = '+', [YEAR_CITED] = 'c',   [YEAR_SINCE] = 's', [YEAR_RANGE] = 'r',
        [YEAR_OTHER] = 'o',  [YEAR_COMMENT] = '!', [YEAR_NAMED] = 'n', [YEAR_COPIED] = '=',
    };
    struct years years = years_of(arena, year, &titles);
    char *copy = arena_copy(arena, text);
    struct buffer out = buffer_on(arena);
    years_begin(&years, "a.md", copy);
    years_in(&years, 0, strlen(copy), YEAR_RAISED);
    buffer_printf(&out, "%s|", copy);
    for (const struct year_note *note = years.first; note; note = note->next)
        buffer_add_char(&out, letters[note->fate]);
    return buffer_text(&out);
}

static void test_fates(void **state)
{
    (void)state;
    static const struct {
        const char *text, *raised;
    } cases[] = {
        {"2022年，2021年度", "2023年，2022年度|++"},
        {"2020年和2023年", "2020年和2023年|"},
        {"2022 年9月1日", "2023 年9月1日|+"},
        {"12022年，20221年", "12022年，20221年|"},
        {"“昆仑2022”，2022-09-01，ab2022@163.com", "“昆仑2022”，2022-09-01，ab2022@163.com|ooo"},
        {"二〇二二年，２０２２年", "二〇二二年，２０２２年|oo"},
        {"根据《2022年方案》", "根据《2022年方案》|c"},
        {"《方案》（豫〔2021〕3号）2021年", "《方案》（豫〔2021〕3号）2022年|c+"},
        {"《方案》\n（2022年2月6日印发）", "《方案》\n（2022年2月6日印发）|c"},
        {"《关于印发〈2022年方案〉的通知》", "《关于印发〈2022年方案〉的通知》|c"},
        {"（豫〔2021〕3号）", "（豫〔2021〕3号）|o"},
        {"《2022年活动方案》（2022年）", "《2023年活动方案》（2022年）|+c"},
        {"《质量工作<br/>2022年\n要点》", "《质量工作<br/>2023年\n要点》|+"},
        {"《2022年活动方案（试行）》", "《2022年活动方案（试行）》|c"},
        {"未完的《书名\n\n2022年", "未完的《书名\n\n2023年|+"},
        {"自2021年以来，2022年3月起，从2022年", "自2021年以来，2022年3月起，从2022年|sss"},
        {"2020—2022年，2022年至2025年", "2020—2022年，2022年至2025年|rr"},
        {"2021-2022年度", "2021-2022年度|rr"},
        {"2022年1月至2022年6月", "2023年1月至2023年6月|++"},
        {"——2022年", "——2023年|+"},
        {"", "|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(raised(2022, cases[i].text), cases[i].raised);
}

static void test_turn_of_the_decade(void **state)
{
    (void)state;
    assert_string_equal(raised(2029, "2028年2029年"), "2029年2030年|++");
    assert_string_equal(raised(1999, "1999年"), "2000年|+");
    assert_string_equal(raised(9998, "9998年"), "9999年|+");
}

static void test_notes(void **state)
{
    (void)state;
    struct years years = years_of(arena, 2022, NULL);
    char *text =
        arena_copy(arena, "第一行\n开展“昆仑2022”行动\n\n<t a=\"2022年工作要点\">\\<2021年\\>");
    years_begin(&years, "a.md", text);
    years_in(&years, 0, strlen(text), YEAR_RAISED);
    const struct year_note *note = years.first;
    assert_string_equal(note->file, "a.md");
    assert_int_equal(note->line, 2);
    assert_string_equal(year_note_words(arena, note), "开展“昆仑2022”行动");
    note = note->next;
    assert_int_equal(note->line, 4);
    assert_string_equal(year_note_words(arena, note), "2023年工作要点");
    assert_string_equal(year_note_words(arena, note->next), "\\<2022年\\>");
    assert_null(note->next->next);
}

static void test_left_as_told(void **state)
{
    (void)state;
    struct years years = years_of(arena, 2022, NULL);
    char *text = arena_copy(arena, "2022年");
    years_begin(&years, "a.md", text);
    years_in(&years, 0, strlen(text), YEAR_COMMENT);
    assert_string_equal(text, "2022年");
    assert_int_equal(years.first->fate, YEAR_COMMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_fates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_turn_of_the_decade, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_notes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_left_as_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
