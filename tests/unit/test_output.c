/* base/output.c: files written together or not at all. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>

#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct outputs outputs;
static const char *folder;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    outputs = outputs_on(arena);
    folder = folder_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static const char *in_folder(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static void add(const char *name, const char *text)
{
    outputs_add(&outputs, in_folder(name), text, strlen(text));
}

static void test_all_files_are_written_with_their_folders(void **state)
{
    (void)state;
    add("a.md", "甲");
    add("new/deep/b.md", "乙");
    outputs_add(&outputs, in_folder("c"), "x\0y", 3);
    add("empty", "");
    assert_true(outputs_write(&outputs, &findings));
    assert_int_equal(findings.count, 0);
    assert_string_equal(text_of_file(arena, in_folder("a.md")), "甲");
    assert_string_equal(text_of_file(arena, in_folder("new/deep/b.md")), "乙");
    assert_memory_equal(text_of_file(arena, in_folder("c")), "x\0y", 4);
    assert_string_equal(text_of_file(arena, in_folder("empty")), "");
    assert_int_equal(folder_count(folder), 4);
    assert_int_equal(folder_count(in_folder("new/deep")), 1);
}

/* What a maker is to do: write, or fail with an errno. */
struct making {
    const char *text;
    int error;
};

static bool make(void *context, int out, int aside)
{
    const struct making *making = context;
    char back[8] = {0};
    assert_true(write_all(aside, "aside", 5));
    assert_int_equal(pread(aside, back, sizeof back, 0), 5);
    assert_string_equal(back, "aside");
    errno = making->error;
    return making->text && write_all(out, making->text, strlen(making->text));
}

static void test_files_are_made_while_they_are_written(void **state)
{
    (void)state;
    add("a.md", "甲");
    outputs_add_made(&outputs, in_folder("b.md"), make, &(struct making){"乙", 0});
    assert_true(outputs_write(&outputs, &findings));
    assert_string_equal(text_of_file(arena, in_folder("b.md")), "乙");
    assert_int_equal(folder_count(folder), 2);
}

static void test_what_cannot_be_made_leaves_nothing(void **state)
{
    (void)state;
    add("a.md", "甲");
    outputs_add_made(&outputs, in_folder("b.md"), make, &(struct making){NULL, ENOSPC});
    assert_false(outputs_write(&outputs, &findings));
    assert_string_equal(findings_rules(&findings), " output-file;");
    assert_int_equal(folder_count(folder), 0);
}

static void test_what_a_maker_told_is_not_told_again(void **state)
{
    (void)state;
    outputs_add_made(&outputs, in_folder("b.md"), make, &(struct making){NULL, 0});
    assert_false(outputs_write(&outputs, &findings));
    assert_int_equal(findings.count, 0);
    assert_int_equal(folder_count(folder), 0);
}

static void test_nothing_to_write(void **state)
{
    (void)state;
    assert_true(outputs_write(&outputs, &findings));
    assert_int_equal(folder_count(folder), 0);
}

static void test_a_new_file_never_replaces_one(void **state)
{
    (void)state;
    write_text(arena, folder, "a.md", "old");
    outputs_add_new(&outputs, &findings, in_folder("b.md"), "new", 3);
    assert_int_equal(findings.count, 0);
    outputs_add_new(&outputs, &findings, in_folder("a.md"), "new", 3);
    assert_string_equal(findings_rules(&findings), " file-exists;");
    assert_string_equal(outputs.last->path, in_folder("b.md"));
}

static void test_an_old_file_is_replaced(void **state)
{
    (void)state;
    write_text(arena, folder, "a.md", "a much longer old text");
    add("a.md", "new");
    assert_true(outputs_write(&outputs, &findings));
    assert_string_equal(text_of_file(arena, in_folder("a.md")), "new");
}

/* Whatever goes wrong with a later file, the earlier ones stay as they were. */
static void test_a_failure_touches_no_file(void **state)
{
    (void)state;
    static const struct {
        const char *name, *rule;
    } cases[] = {
        {"is-a-folder", " output-file;"},
        {"is-a-file/b.md", " output-folder;"},
        {"is-a-file/deeper/b.md", " output-folder;"},
        {"is-a-pipe", " output-file;"},
    };
    mkfifo(in_folder("is-a-pipe"), 0666);
    mkdir(in_folder("is-a-folder"), 0777);
    write_text(arena, folder, "is-a-file", "old");
    write_text(arena, folder, "a.md", "old");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        outputs = outputs_on(arena);
        add("a.md", "new");
        add("fresh.md", "new");
        add(cases[i].name, "new");
        assert_false(outputs_write(&outputs, &findings));
        assert_string_equal(findings_rules(&findings), cases[i].rule);
        assert_string_equal(text_of_file(arena, in_folder("a.md")), "old");
        assert_string_equal(text_of_file(arena, in_folder("is-a-file")), "old");
        assert_int_equal(folder_count(folder), 4);
        assert_int_equal(folder_count(in_folder("is-a-folder")), 0);
    }
}

static void test_a_name_too_long(void **state)
{
    (void)state;
    write_text(arena, folder, "a.md", "old");
    add("a.md", "new");
    add(arena_printf(arena, "%0300d", 1), "new");
    assert_false(outputs_write(&outputs, &findings));
    assert_string_equal(findings_rules(&findings), " output-file;");
    assert_string_equal(text_of_file(arena, in_folder("a.md")), "old");
    assert_int_equal(folder_count(folder), 1);
}

static void test_a_name_as_long_as_can_be(void **state)
{
    (void)state;
    const char *name = arena_printf(arena, "%0255d", 1);
    add(name, "new");
    assert_true(outputs_write(&outputs, &findings));
    assert_string_equal(text_of_file(arena, in_folder(name)), "new");
}

static void test_nothing_is_written_after_an_error(void **state)
{
    (void)state;
    REPORT(&findings, RULE_FILE_KIND, ((struct place){0}), NULL);
    add("a.md", "new");
    assert_false(outputs_write(&outputs, &findings));
    assert_int_equal(folder_count(folder), 0);
}

static void test_what_a_killed_run_left_is_removed(void **state)
{
    (void)state;
    write_text(arena, folder, ".gongwen-aB3dE6/1", "half");
    add("a.md", "new");
    assert_true(outputs_write(&outputs, &findings));
    assert_int_equal(folder_count(folder), 1);
}

/* The seal of what was there before does not stand beside what is new. */
static void test_a_seal_goes_first_and_comes_last(void **state)
{
    (void)state;
    write_text(arena, folder, "seal", "old");
    add("a.md", "new");
    outputs.seal = in_folder("seal");
    assert_true(outputs_write(&outputs, &findings));
    assert_int_equal(access(in_folder("seal"), F_OK), -1);
    outputs = outputs_on(arena);
    add("a.md", "newer");
    add("seal", "new");
    outputs.seal = in_folder("seal");
    assert_true(outputs_write(&outputs, &findings));
    assert_string_equal(text_of_file(arena, in_folder("seal")), "new");
}

static void test_a_seal_stays_where_nothing_is_put_in_place(void **state)
{
    (void)state;
    mkdir(in_folder("is-a-folder"), 0777);
    write_text(arena, folder, "seal", "old");
    add("a.md", "new");
    add("is-a-folder", "new");
    outputs.seal = in_folder("seal");
    assert_false(outputs_write(&outputs, &findings));
    assert_string_equal(text_of_file(arena, in_folder("seal")), "old");
}

static void test_a_seal_that_cannot_go_stops_all(void **state)
{
    (void)state;
    mkdir(in_folder("seal"), 0777);
    add("a.md", "new");
    outputs.seal = in_folder("seal");
    assert_false(outputs_write(&outputs, &findings));
    assert_string_equal(findings_rules(&findings), " output-file;");
    assert_int_equal(folder_count(folder), 1);
}

static void test_files_are_synced_with_their_system(void **state)
{
    (void)state;
    const char *systems[] = {folder, in_folder("none"), "/dev"};
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        const char *text = arena_printf(arena, "%zu", i);
        outputs = outputs_on(arena);
        outputs.system = systems[i];
        add("a.md", text);
        add("deep/b.md", text);
        assert_true(outputs_write(&outputs, &findings));
        assert_int_equal(outputs.scratches->is_shared, systems[i] == folder);
        assert_string_equal(text_of_file(arena, in_folder("a.md")), text);
        assert_string_equal(text_of_file(arena, in_folder("deep/b.md")), text);
        assert_int_equal(folder_count(folder), 2);
    }
}

static void test_the_mode_honours_the_umask(void **state)
{
    (void)state;
    static const mode_t masks[] = {0022, 0027, 0077, 0000};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
        struct stat status;
        mode_t before = umask(masks[i]);
        outputs = outputs_on(arena);
        add("a.md", "x");
        bool written = outputs_write(&outputs, &findings);
        assert_int_equal(umask(before), masks[i]);
        assert_true(written);
        assert_int_equal(stat(in_folder("a.md"), &status), 0);
        assert_int_equal(status.st_mode & 0777, 0666 & ~masks[i]);
    }
}

/* Nothing is being written: nothing may be removed. */
static void test_abandoning_nothing(void **state)
{
    (void)state;
    add("a.md", "x");
    assert_true(outputs_write(&outputs, &findings));
    outputs_abandon();
    assert_string_equal(text_of_file(arena, in_folder("a.md")), "x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files_are_made_while_they_are_written, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_made_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_maker_told_is_not_told_again, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_all_files_are_written_with_their_folders, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_to_write, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_new_file_never_replaces_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_old_file_is_replaced, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_failure_touches_no_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_name_too_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_name_as_long_as_can_be, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_written_after_an_error, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_killed_run_left_is_removed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_seal_goes_first_and_comes_last, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_seal_stays_where_nothing_is_put_in_place, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_seal_that_cannot_go_stops_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_files_are_synced_with_their_system, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_mode_honours_the_umask, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_abandoning_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
