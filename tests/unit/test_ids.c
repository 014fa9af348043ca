/* docx/ids.c: numbers that elements have as ids. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/ids.h"
#include "docx/part.h"
#include "on_arena.h"

static const char *list_of(const struct ids *ids)
{
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < ids->count; i++)
        buffer_join(&out, " ", arena_printf(arena, "%ld", ids->number[i]));
    return buffer_text(&out);
}

static struct ids ids_of(const char *part)
{
    struct ids ids = {.arena = arena};
    ids_note(&ids, part);
    ids_sort(&ids);
    return ids;
}

static void all_kinds_of_ids_are_found(void **state)
{
    (void)state;
    struct ids ids =
        ids_of("<w:hdr><wp:docPr id=\"7\"/><w:bookmarkStart w:id=\"3\"/><w:id w:val=\"-12\"/>"
               "<w:bookmarkEnd w:id=\"3\"/><a r:id=\"99\" w:idx=\"98\"/></w:hdr>");
    assert_string_equal(list_of(&ids), "-12 3 7");
    assert_true(ids_have(&ids, 3));
    assert_false(ids_have(&ids, 4));
    ids = ids_of("");
    assert_false(ids_have(&ids, 0));
}

static void documents_take_the_numbers_between(void **state)
{
    (void)state;
    static const struct {
        const char *part;
        long free[4];
    } cases[] = {
        {"", {1, 2, 3, 4}},
        {"<a id=\"2\"/><a id=\"3\"/>", {1, 4, 5, 6}},
        {"<a id=\"-5\"/><a id=\"0\"/><a id=\"1\"/><a id=\"3\"/>", {2, 4, 5, 6}},
        {"<a id=\"2147483647\"/>", {1, 2, 3, 4}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct docx docx = {.taken = ids_of(cases[i].part)};
        for (size_t n = 0; n < 4; n++)
            assert_int_equal(free_number(&docx, n + 1), cases[i].free[n]);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(all_kinds_of_ids_are_found),
        TEST(documents_take_the_numbers_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
