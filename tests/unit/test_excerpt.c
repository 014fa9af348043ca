/* base/excerpt.c: lines of a file shown, and words found in them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "in_folder.h"

static struct excerpt excerpt_of(const char *path, long line, long column)
{
    return file_excerpt(arena, (struct place){path, line, column});
}

static void test_a_line_without_the_blanks_around_it(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a", "one\n  \t两 个  \r\n\nfour");
    assert_string_equal(excerpt_of(path, 1, 0).line, "one");
    assert_string_equal(excerpt_of(path, 2, 0).line, "两 个");
    assert_string_equal(excerpt_of(path, 3, 0).line, "");
    assert_string_equal(excerpt_of(path, 4, 0).line, "four");
    assert_null(excerpt_of(path, 5, 0).line);
    assert_null(excerpt_of(path, 0, 0).line);
    assert_null(excerpt_of(arena_printf(arena, "%s/gone", folder), 1, 0).line);
    assert_null(excerpt_of(NULL, 1, 0).line);
    path = write_text(arena, folder, "b", "\xFF\nfine\n");
    assert_null(excerpt_of(path, 1, 0).line);
    assert_string_equal(excerpt_of(path, 2, 0).line, "fine");
}

/* Wide characters take two half cells. */
static void test_where_the_column_stands(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a", "  ab质量c\n");
    static const struct {
        long column, halves;
    } cases[] = {{1, 0}, {2, 0}, {3, 0}, {4, 1}, {5, 2}, {6, 4}, {7, 6}, {8, 7}, {99, 7}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(excerpt_of(path, 1, cases[i].column).halves, cases[i].halves);
}

static const char *repeated(const char *text, int times)
{
    struct buffer line = buffer_on(arena);
    while (times--)
        buffer_add(&line, text);
    return buffer_text(&line);
}

static void test_a_long_line_is_cut_between_characters(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a", repeated("质", 121));
    const char *shown = excerpt_of(path, 1, 0).line;
    assert_int_equal(text_count(shown), 120);
    assert_int_equal(strlen(shown), 360);
}

static void test_a_far_column_is_shown(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a", repeated("质", 300));
    struct excerpt excerpt = excerpt_of(path, 1, 200);
    assert_true(text_starts(excerpt.line, "…质"));
    assert_int_equal(text_count(excerpt.line), 121);
    assert_int_equal(excerpt.halves, 2 + 2 * 40);
    assert_int_equal(text_count(excerpt_of(path, 1, 81).line), 120);
    assert_int_equal(text_count(excerpt_of(path, 1, 82).line), 121);
}

static void test_finding_words(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "a", "质量\n强县 质量\n质量\n");
    static const struct {
        long from, lines;
        const char *words;
        long line, column;
    } cases[] = {
        {1, 3, "质量", 1, 1}, {2, 3, "质量", 2, 4},   {2, 1, "质量", 2, 4}, {1, 1, "强县", 0, 0},
        {1, 9, "强县", 2, 1}, {1, 9, "质量强", 0, 0}, {4, 1, "质量", 0, 0}, {9, 1, "质量", 0, 0},
    };
    struct sources *sources = sources_new(arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct place from = {path, cases[i].from, 0};
        struct place place = sources_find(sources, from, cases[i].lines, cases[i].words);
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.column, cases[i].column);
    }
    assert_int_equal(sources_find(sources, (struct place){"gone", 1, 0}, 1, "质量").line, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_line_without_the_blanks_around_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_where_the_column_stands, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_long_line_is_cut_between_characters, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_far_column_is_shown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_finding_words, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
