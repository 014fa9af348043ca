/* base/scratch.c: folders for what is not yet in place, and those of killed runs. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/scratch.h"
#include "in_folder.h"

static const char *in_folder(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static void test_made_and_removed(void **state)
{
    (void)state;
    struct scratch scratch = {.folder = folder, .lock = -1};
    assert_true(scratch_make(arena, &scratch));
    assert_int_equal(folder_count(scratch.path), 0);
    assert_int_equal(folder_count(folder), 1);
    scratch_remove(&scratch);
    assert_int_equal(folder_count(folder), 0);
    assert_null(scratch.path);
    scratch_remove(&scratch);
}

static void test_none_can_be_made(void **state)
{
    (void)state;
    struct scratch scratch = {.folder = in_folder("gone"), .lock = -1};
    assert_false(scratch_make(arena, &scratch));
    scratch_remove(&scratch);
    assert_int_equal(folder_count(folder), 0);
}

static void test_one_at_work_stays(void **state)
{
    (void)state;
    struct scratch scratch = {.folder = folder, .lock = -1};
    assert_true(scratch_make(arena, &scratch));
    write_text(arena, scratch.path, "1", "half");
    scratch_sweep(arena, folder);
    assert_int_equal(folder_count(scratch.path), 1);
    close(scratch.lock); /* as the end of its process does */
    scratch_sweep(arena, folder);
    assert_int_equal(folder_count(folder), 0);
}

/* Nobody makes them, but a folder is removed as it is. */
static void test_with_folders_and_links_inside(void **state)
{
    (void)state;
    write_text(arena, folder, "kept/a.md", "old");
    write_text(arena, folder, ".gongwen-aB3dE6/deep/1", "half");
    assert_int_equal(symlink(in_folder("kept"), in_folder(".gongwen-aB3dE6/link")), 0);
    scratch_sweep(arena, folder);
    assert_int_equal(folder_count(folder), 1);
    assert_int_equal(folder_count(in_folder("kept")), 1);
}

static void test_what_only_looks_like_one_stays(void **state)
{
    (void)state;
    static const char *const names[] = {".gongwen-aB3dE", ".gongwen-aB3dE67", "gongwen-aB3dE6",
                                        ".gongwen"};
    enum { COUNT = sizeof names / sizeof *names };
    for (size_t i = 0; i < COUNT; i++)
        write_text(arena, folder, arena_printf(arena, "%s/a.md", names[i]), "old");
    write_text(arena, folder, ".gongwen-a_file", "old");
    assert_int_equal(symlink(in_folder(names[0]), in_folder(".gongwen-a_link")), 0);
    scratch_sweep(arena, folder);
    assert_int_equal(folder_count(folder), COUNT + 2);
    assert_int_equal(folder_count(in_folder(names[0])), 1);
}

static void test_a_folder_that_is_not_there(void **state)
{
    (void)state;
    scratch_sweep(arena, in_folder("gone"));
    assert_int_equal(folder_count(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_made_and_removed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_none_can_be_made, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_at_work_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_with_folders_and_links_inside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_only_looks_like_one_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_folder_that_is_not_there, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
