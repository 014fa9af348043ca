/* check/departments*.c and counts.c on a document without its data, as a Word file is one. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "check/check.h"
#include "check/families.h"
#include "support.h"

static struct arena *arena;
static struct document document;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    document = (struct document){.lang = "zh-CN"};
    document_add_section(arena, &document, "notice");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct block *paragraph(enum role role, const char *text)
{
    struct block *block = paragraph_new(arena, role, (struct origin){0});
    paragraph_add_text(arena, block, role, 0, text, (struct origin){0});
    return block;
}

static void add(enum role role, const char *text)
{
    section_add_block(document.last, paragraph(role, text));
}

/* Rows of two cells, "indicator|department"; the first is the header. */
static void add_table(const char *const *rows)
{
    struct block *table = section_add_block(document.last, table_new(arena, (struct origin){0}));
    for (; *rows; rows++) {
        struct row *row = table_add_row(arena, table, (struct origin){0});
        const char *bar = strchr(*rows, '|');
        const char *texts[] = {arena_copy_n(arena, *rows, (size_t)(bar - *rows)), bar + 1};
        for (int i = 0; i < 2; i++) {
            struct cell *cell = row_add_cell(arena, row);
            cell->column = i;
            cell->span = 1;
            cell->rows = 1;
            cell_add_block(cell, paragraph(ROLE_TABLE_TEXT, texts[i]));
        }
    }
}

static const char *found_by(void (*family)(struct subject *))
{
    struct findings trouble = findings_on(arena);
    struct findings *found_here = ARENA_NEW(arena, struct findings);
    *found_here = findings_on(arena);
    struct checking checking = {.document = &document};
    struct patterns *patterns = patterns_new(&trouble);
    struct subject subject = subject_of(found_here, patterns, &checking);
    family(&subject);
    patterns_free(patterns);
    assert_int_equal(trouble.count, 0);
    return findings_text(found_here);
}

static void test_two_names(void **state)
{
    (void)state;
    add(ROLE_ADDRESSEE, "市工业和信息化局、住房城乡建设局、公路局：");
    add_table((const char *const[]){"考核内容|责任单位", "建材|工业和信息化局",
                                    "工程|住房和城乡建设局、水利局", "公路|公路运输管理局",
                                    "桥梁|住房和城乡建设局", NULL});
    assert_string_equal(found_by(check_departments),
                        " department-two-names 住房和城乡建设局|住房城乡建设局;");
}

static void test_labels(void **state)
{
    (void)state;
    add(ROLE_BODY, "加强监管。（2分）（责任单位：市场监管局　商务局）");
    add(ROLE_BODY, "落实责任。（牵头单位：市场监督管理局，配合单位：各相关部门、单位）");
    add(ROLE_BODY, "文化和旅游局与文化广电和旅游局是正文里的说法。");
    assert_string_equal(found_by(check_departments),
                        " department-two-names 市场监督管理局|市场监管局;");
}

static void test_empty_cells(void **state)
{
    (void)state;
    add_table((const char *const[]){"考核内容|责任部门", "甲|教育局", "乙|水利局", "丙|",
                                    "丁|公安局", "合计|", NULL});
    assert_string_equal(found_by(check_departments), " department-missing;");
}

/* A form that the recipient fills in, its first row an example; a column that names nobody. */
static void test_forms(void **state)
{
    (void)state;
    add_table((const char *const[]){"姓名|责任单位", "张三|教育局", "李四|", "|", "|", NULL});
    add_table((const char *const[]){"内容|备注", "甲|有", "乙|有", "丙|有", "丁|", NULL});
    assert_string_equal(found_by(check_departments), "");
}

static const char *const rows_of_points[] = {"考核要点|责任单位", "甲|教育局", "乙|水利局",
                                             "乙|公安局",         "丙|教育局", NULL};

static void test_counts(void **state)
{
    (void)state;
    add(ROLE_ADDRESSEE, "教育局、水利局、公安局：");
    add(ROLE_BODY, "考核要点共四项。本次考核涉及我市4个市直单位。附件共3份。");
    add(ROLE_ANNEX_LIST_FIRST, "附件：1.甲");
    add(ROLE_ANNEX_LIST_NEXT, "2.乙");
    add_table(rows_of_points);
    assert_string_equal(found_by(check_counts),
                        " count-differs 4个市直单位|3|are addressed|主送的;"
                        " count-differs 四项|3|stand in the column of that name|表里这一列的;"
                        " count-differs 3份|2|are listed|附件说明里列出的;");
}

static void test_right_counts(void **state)
{
    (void)state;
    add(ROLE_ADDRESSEE, "教育局、水利局、公安局、各相关单位：");
    add(ROLE_BODY, "考核要点共3项，评分标准共9项。本次考核涉及我市3个市直单位。附件共二十一份。");
    add(ROLE_BODY, "质量安全方面考核要点共2项。");
    add_table(rows_of_points);
    assert_string_equal(found_by(check_counts), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_two_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_cells, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_forms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_right_counts, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
