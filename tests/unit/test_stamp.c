/* flow/stamp.c: a stamp holds as long as nothing is another. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "flow/stamp.h"
#include "in_folder.h"

static const char *source, *out;

static void write_all_of_it(void)
{
    source = write_text(arena, folder, "notice.xml", "<notice/>");
    out = path_join(arena, folder, "a");
    struct outputs outputs = outputs_on(arena);
    struct project project = {.passing = &(struct dependency){.path = source}};
    outputs_add(&outputs, path_join(arena, out, "notice.docx"), "one", 3);
    outputs_add(&outputs, path_join(arena, out, "departments/x/y.docx"), "two", 3);
    assert_true(stamp_add(stamps_new(arena), &findings, &outputs, out, "key", &project));
    assert_true(outputs_write(&outputs, &findings));
}

static bool holds(const char *key)
{
    struct project project = {.root = folder};
    return stamp_holds(stamps_new(arena), &project, arena, out, key);
}

static void test_nothing_is_another(void **state)
{
    (void)state;
    write_all_of_it();
    assert_true(holds("key"));
    assert_false(holds("other key"));
    assert_false(
        stamp_holds(stamps_new(arena), &(struct project){.root = folder}, arena, folder, "key"));
}

/* The program's template is the same, but another stands before it. */
static void test_a_template_is_laid_over(void **state)
{
    (void)state;
    write_all_of_it();
    struct outputs outputs = outputs_on(arena);
    const char *shared = write_text(arena, folder, "share/styles/x.xml", "");
    struct project project = {
        .root = folder,
        .share = path_join(arena, folder, "out/../share"),
        .dependencies = &(struct dependency){.path = shared},
    };
    outputs_add(&outputs, path_join(arena, out, "notice.docx"), "one", 3);
    assert_true(stamp_add(stamps_new(arena), &findings, &outputs, out, "key", &project));
    assert_true(outputs_write(&outputs, &findings));
    assert_true(stamp_holds(stamps_new(arena), &project, arena, out, "key"));
    write_text(arena, folder, "templates/styles/x.xml", "");
    assert_false(stamp_holds(stamps_new(arena), &project, arena, out, "key"));
}

static void test_a_document_is_gone(void **state)
{
    (void)state;
    write_all_of_it();
    assert_int_equal(unlink(path_join(arena, out, "departments/x/y.docx")), 0);
    assert_false(holds("key"));
}

static void test_a_source_is_another(void **state)
{
    (void)state;
    write_all_of_it();
    write_text(arena, folder, "notice.xml", "<notice></notice>");
    assert_false(holds("key"));
    write_text(arena, folder, "notice.xml", "<notice/>");
    assert_true(holds("key"));
    assert_int_equal(unlink(source), 0);
    assert_false(holds("key"));
}

/* More than is read at once, and than a file that is read whole may have. */
static void test_a_large_source(void **state)
{
    (void)state;
    write_all_of_it();
    struct outputs outputs = outputs_on(arena);
    const char *rows = write_text(arena, folder, "rows.csv", "");
    struct project project = {.dependencies = &(struct dependency){.path = rows}};
    off_t size = (off_t)LIMIT_FILE_BYTES->now + 1;
    assert_int_equal(truncate(rows, size), 0);
    outputs_add(&outputs, path_join(arena, out, "notice.docx"), "one", 3);
    assert_true(stamp_add(stamps_new(arena), &findings, &outputs, out, "key", &project));
    assert_true(outputs_write(&outputs, &findings));
    assert_true(holds("key"));
    assert_int_equal(truncate(rows, size + 1), 0);
    assert_false(holds("key"));
}

static void test_a_source_that_cannot_be_read(void **state)
{
    (void)state;
    struct outputs outputs = outputs_on(arena);
    const char *none = path_join(arena, folder, "none.csv");
    struct project project = {.dependencies = &(struct dependency){.path = none}};
    assert_false(stamp_add(stamps_new(arena), &findings, &outputs, folder, "key", &project));
    assert_string_equal(findings_rules(&findings), " file-missing;");
    assert_null(outputs.first);
}

static void test_what_is_no_stamp(void **state)
{
    (void)state;
    static const char cut[] =
        "key 2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683\nfrom 2c70\n";
    static const char *const texts[] = {"", "\n", "key", "key \n", "made notice.docx\n", cut};
    write_all_of_it();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        write_text(arena, out, STAMP_NAME, texts[i]);
        assert_false(holds("key"));
    }
    assert_int_equal(findings.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing_is_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_template_is_laid_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_document_is_gone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_source_is_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_large_source, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_source_that_cannot_be_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_stamp, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
