/* flow/import.c: which kind of file it is, which of its tables are wanted. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "flow/import.h"
#include "reading.h"

#define TABLE(text) "<w:tbl><w:tr><w:tc>" P(text) "</w:tc></w:tr></w:tbl>" P("")

static struct reading_test t;
static const char *folder;
static const size_t all[] = {0};

static int set_up(void **state)
{
    xml_begin();
    reading_begin(&t, "gbt9704");
    folder = folder_new(t.arena);
    return (void)state, 0;
}

static int tear_down(void **state)
{
    folder_remove(folder);
    reading_end(&t);
    return end_xml(state);
}

static const char *word_saved(const char *name, const char *body)
{
    struct file file = word_pack(&t, (struct word_file){.body = body});
    return write_bytes(t.arena, folder, name, file.bytes, file.length);
}

/* The numbers and first texts of the tables; what is wrong if there are none. */
static const char *imported(const char *path, const size_t *numbers)
{
    struct grids grids;
    if (!import_tables(&t.findings, path, numbers, &grids))
        return findings_text(&t.findings);
    struct buffer out = buffer_on(t.arena);
    size_t count = 0;
    for (const struct grid *grid = grids.first; grid; grid = grid->next, count++)
        buffer_printf(&out, "%zu %s;", grid->number, grid_text(grid, 0, 0));
    assert_int_equal(count, grids.count);
    assert_true(!grids.last || !grids.last->next);
    return buffer_text(&out);
}

static void the_content_says_what_kind_of_file_it_is(void **state)
{
    (void)state;
    assert_string_equal(imported(word_saved("scheme.csv", TABLE("A")), all), "1 A;");
}

static void all_tables_are_given_or_those_that_are_wanted(void **state)
{
    (void)state;
    const char *path = word_saved("scheme.docx", TABLE("A") TABLE("B") TABLE("C"));
    assert_string_equal(imported(path, all), "1 A;2 B;3 C;");
    assert_string_equal(imported(path, (const size_t[]){3, 1, 3, 0}), "1 A;3 C;");
    assert_string_equal(imported(path, (const size_t[]){2, 0}), "2 B;");
}

static void a_table_that_is_not_there_is_named(void **state)
{
    (void)state;
    const char *path = word_saved("scheme.docx", TABLE("A") TABLE("B"));
    assert_string_equal(imported(path, (const size_t[]){3, 2, 9, 0}),
                        "scheme.docx import-table 3|2;scheme.docx import-table 9|2;");
}

static void a_file_without_a_table_is_refused(void **state)
{
    (void)state;
    assert_string_equal(imported(word_saved("scheme.docx", P("A")), all),
                        "scheme.docx import-no-table;");
}

static void another_package_is_refused(void **state)
{
    (void)state;
    struct package_part part = {"ppt/presentation.xml", "<p/>", 4};
    struct package package;
    assert_true(package_pack(t.arena, &part, 1, NULL, &package));
    const char *path = write_bytes(t.arena, folder, "scheme.docx", package.bytes, package.length);
    assert_string_equal(imported(path, all), "scheme.docx import-kind;");
}

static void a_text_of_that_name_is_no_package(void **state)
{
    (void)state;
    imported(write_text(t.arena, folder, "scheme.xlsx", "A,B\n"), all);
    assert_string_equal(findings_rules(&t.findings), "scheme.xlsx package-broken;");
}

static void a_missing_file_is_named(void **state)
{
    (void)state;
    imported("scheme.docx", all);
    assert_string_equal(findings_rules(&t.findings), " file-missing;");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_content_says_what_kind_of_file_it_is),
        TEST(all_tables_are_given_or_those_that_are_wanted),
        TEST(a_table_that_is_not_there_is_named),
        TEST(a_file_without_a_table_is_refused),
        TEST(another_package_is_refused),
        TEST(a_text_of_that_name_is_no_package),
        TEST(a_missing_file_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
