/* flow/new.c: a small notice to begin with, never over what is there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "flow/new.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;

static const char *in_folder(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    write_text(arena, folder, "share/new/quality-month/notice.xml", "<notice/>");
    write_text(arena, folder, "share/new/quality-month/notice.md", "正文\r\n");
    write_text(arena, folder, "share/new/quality-month/other.md", "not copied");
    write_text(arena, folder, "share/new/assessment/notice.xml", "<notice/>");
    write_text(arena, folder, "share/new/assessment/rubrics/rubric.xml", "<rubric/>");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static bool begin(const char *kind)
{
    return flow_new(&findings, in_folder("share"), kind, in_folder("mine"));
}

static void test_the_files_of_a_kind_are_copied(void **state)
{
    (void)state;
    assert_true(begin("quality-month"));
    assert_int_equal(folder_count(in_folder("mine")), 2);
    assert_string_equal(text_of_file(arena, in_folder("mine/notice.xml")), "<notice/>");
    assert_string_equal(text_of_file(arena, in_folder("mine/notice.md")), "正文\r\n");
    folder_remove(in_folder("mine"));
    assert_true(begin("assessment"));
    assert_string_equal(text_of_file(arena, in_folder("mine/rubrics/rubric.xml")), "<rubric/>");
    assert_int_equal(findings.count, 0);
}

static void test_nothing_is_overwritten(void **state)
{
    (void)state;
    write_text(arena, folder, "mine/notice.md", "my own");
    assert_false(begin("quality-month"));
    assert_string_equal(findings_rules(&findings), " file-exists;");
    assert_string_equal(text_of_file(arena, in_folder("mine/notice.md")), "my own");
    assert_int_equal(folder_count(in_folder("mine")), 1);
}

static void test_files_of_other_names_do_not_matter(void **state)
{
    (void)state;
    write_text(arena, folder, "mine/notes.md", "my own");
    assert_true(begin("quality-month"));
    assert_int_equal(folder_count(in_folder("mine")), 3);
}

static void test_unknown_kinds(void **state)
{
    (void)state;
    static const char *const kinds[] = {"quality-mnth", "", "../assessment", "styles"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        findings = findings_on(arena);
        assert_false(begin(kinds[i]));
        assert_string_equal(findings_subjects(&findings),
                            arena_printf(arena, " kind-unknown %s;", kinds[i]));
        assert_false(file_exists(in_folder("mine")));
    }
}

/* A kind that the program knows, but whose files are not installed. */
static void test_missing_files(void **state)
{
    (void)state;
    assert_false(begin("issue-plan"));
    assert_string_equal(findings_rules(&findings), " file-missing;");
    assert_false(file_exists(in_folder("mine")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_files_of_a_kind_are_copied, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_overwritten, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_files_of_other_names_do_not_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unknown_kinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_missing_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
