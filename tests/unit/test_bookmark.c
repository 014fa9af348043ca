/* docx/bookmark.c: names of the bookmarks that form fields stand in. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "docx/bookmark.h"
#include "on_arena.h"

static void ids_that_are_plain_stay_whole(void **state)
{
    (void)state;
    static const struct {
        const char *id, *bookmark;
    } cases[] = {
        {"year", "f_year"},
        {"自评-1", "f_自评_1"},
        {"a-b", "f_a_b"},
        {"a_b", "f_a__b"},
        {"food-safety_score", "f_food_safety__score"},
        {"a23456789b123456789c123456789d12345678", "f_a23456789b123456789c123456789d12345678"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(field_bookmark(arena, cases[i].id), cases[i].bookmark);
}

/* The hash is there, the ends can be read, and Word keeps it all. */
static void others_lose_their_middle(void **state)
{
    (void)state;
    static const struct {
        const char *id, *start, *end;
    } cases[] = {
        {"a23456789b123456789c123456789d123456789", "f_a23456789b123456789c123___", ""},
        {"management-system-construction-and-upkeep_score", "f_management_syste___", "__score"},
        {"A1_score", "f_A1___", "__score"},
        {"a-_b", "f_a___", "___b"},
        {"-a", "f__a___", ""},
        {"_a", "f____", "__a"},
        {"1.2", "f_1_2___", ""},
        {"a_bcdefghijklmnopqrstuvwxyz-0123456789-abc", "f_a__bcdefghijklmnopqrstu___", ""},
        {"产品质量监督抽查合格率和质量竞争力指数以及服务业顾客满意度测评得分情况_score",
         "f_产品质量监督抽查合格率和质量竞争___", "__score"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *name = field_bookmark(arena, cases[i].id);
        if (!text_starts(name, cases[i].start) || !text_ends(name, cases[i].end))
            fail_msg("%s", name);
        assert_true(text_count(name) <= BOOKMARK_MOST);
        assert_string_equal(field_bookmark(arena, cases[i].id), name);
    }
}

static bool same_to_word(const char *a, const char *b)
{
    return strcasecmp(a, b) == 0;
}

static void different_ids_have_different_names(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "a-b",
        "a_b",
        "A-b",
        "a-B",
        "a.b",
        "a--b",
        "a__b",
        "a-_b",
        "a_-b",
        "-ab",
        "_ab",
        "a b",
        "management-system-construction-and-upkeep_score",
        "management-system-construction-or-upkeep_score",
        "management-system-construction-and-upkeep_remark",
    };
    enum { IDS = sizeof ids / sizeof *ids };
    for (size_t i = 0; i < IDS; i++)
        for (size_t j = 0; j < i; j++)
            assert_false(
                same_to_word(field_bookmark(arena, ids[i]), field_bookmark(arena, ids[j])));
}

static void names_are_known_again(void **state)
{
    (void)state;
    assert_string_equal(field_of_bookmark("f_score_1"), "score_1");
    assert_null(field_of_bookmark("_Toc1"));
    assert_null(field_of_bookmark("from_here"));
    assert_null(field_of_bookmark(NULL));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(ids_that_are_plain_stay_whole),
        TEST(others_lose_their_middle),
        TEST(different_ids_have_different_names),
        TEST(names_are_known_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
