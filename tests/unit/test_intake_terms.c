/* intake/terms.c: the words of columns and departments, of the share folder and of the office. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "intake/terms.h"
#include "support.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings;
static struct project project;
static const char *folder;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    write_text(arena, folder, "own/templates/notice.md", "own");
    project = project_of(&findings, arena_printf(arena, "%s/own/scheme.xml", folder),
                         arena_printf(arena, "%s/share", folder));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static const struct term *read_columns(const char *share, const char *own)
{
    if (share)
        write_text(arena, folder, "share/scheme-columns.tsv", share);
    if (own)
        write_text(arena, folder, "own/templates/scheme-columns.tsv", own);
    return terms_of_columns(&project);
}

static void test_the_own_list_counts_first(void **state)
{
    (void)state;
    const struct term *terms =
        read_columns("内容\ttext\t1\n单位\tdepartments\n", "# 说明\n内容\tmethod\n");
    assert_int_equal(term_at_end(terms, "内容")->field, FIELD_METHOD);
    assert_int_equal(term_at_end(terms, "单位")->field, FIELD_DEPARTMENTS);
    assert_null(term_at_end(terms, "分值"));
    assert_string_equal(findings_text(&findings), "");
}

static void test_the_longest_term_counts(void **state)
{
    (void)state;
    const struct term *terms =
        read_columns("材料\tremark\n印证材料\tevidence\n是否需要印证材料\tmethod\n", NULL);
    assert_int_equal(term_at_end(terms, "所需印证材料")->field, FIELD_EVIDENCE);
    assert_int_equal(term_at_end(terms, "是否需要印证材料")->field, FIELD_METHOD);
    assert_null(term_at_end(terms, "印证材料清单"));
    assert_int_equal(term_inside(terms, "印证材料清单")->field, FIELD_EVIDENCE);
}

static void test_lists_need_not_be_there(void **state)
{
    (void)state;
    assert_null(read_columns(NULL, NULL));
    assert_null(terms_of_departments(&project));
    assert_string_equal(findings_text(&findings), "");
}

static void test_wrong_lines_are_left_out(void **state)
{
    (void)state;
    const struct term *terms =
        read_columns("内容\n内容\ttext\t0\n内容\ttext\t12\n内容\ttitle\n内容\ttext\t9\n", NULL);
    assert_int_equal(terms->rank, 9);
    assert_null(terms->next);
    assert_string_equal(
        findings_subjects(&findings),
        "scheme-columns.tsv:1 scheme-field ;scheme-columns.tsv:2 scheme-rank 0;"
        "scheme-columns.tsv:3 scheme-rank 12;scheme-columns.tsv:4 scheme-field title;");
}

static void test_ids_are_names(void **state)
{
    (void)state;
    write_text(arena, folder, "share/scheme-departments.tsv",
               "公安\tgaj\n财政\tc-2\n教育\t教育局\n科技\n统计\t-t\n");
    const struct term *terms = terms_of_departments(&project);
    assert_string_equal(terms->id, "gaj");
    assert_string_equal(terms->next->id, "c-2");
    assert_null(terms->next->next);
    assert_string_equal(
        findings_text(&findings),
        "scheme-departments.tsv:3 scheme-id 教育局;"
        "scheme-departments.tsv:4 scheme-id ;scheme-departments.tsv:5 scheme-id -t;");
}

static const char *many_lines(int count)
{
    struct buffer out = buffer_on(arena);
    for (int i = 0; i < count; i++)
        buffer_printf(&out, "第%d列\tremark\n", i);
    return buffer_text(&out);
}

static void test_as_many_lines_as_a_list_may_have(void **state)
{
    (void)state;
    read_columns(many_lines(STANDARD_TERMS), NULL);
    assert_string_equal(findings_text(&findings), "");
    read_columns(many_lines(STANDARD_TERMS + 1), NULL);
    assert_string_equal(findings_text(&findings),
                        arena_printf(arena, "scheme-columns.tsv:%d scheme-terms %d;",
                                     STANDARD_TERMS + 1, STANDARD_TERMS));
}

static void test_the_installed_lists(void **state)
{
    (void)state;
    project.share = "templates";
    assert_int_equal(term_at_end(terms_of_columns(&project), "市直责任单位")->field,
                     FIELD_DEPARTMENTS);
    assert_string_equal(term_inside(terms_of_departments(&project), "市市场监管局")->id, "scjgj");
    assert_string_equal(term_inside(terms_of_departments(&project), "交通运输部门")->id, "jtysj");
    assert_string_equal(findings_text(&findings), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_own_list_counts_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_longest_term_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists_need_not_be_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wrong_lines_are_left_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ids_are_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_as_many_lines_as_a_list_may_have, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_installed_lists, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
