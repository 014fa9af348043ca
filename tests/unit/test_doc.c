/* doc/doc.c: building the document tree and reading it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "doc/doc.h"

static struct arena *arena;
static const struct origin nowhere;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct run *add_special(struct block *paragraph, enum run_kind kind, const char *text)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.kind = kind, .text = text};
    return paragraph_add_run(paragraph, run);
}

static void test_sections_and_blocks_stand_in_order(void **state)
{
    (void)state;
    struct document document = {.lang = "zh-CN"};
    struct section *first = document_add_section(arena, &document, "notice");
    struct section *second = document_add_section(arena, &document, "annex-1");
    assert_ptr_equal(document.first, first);
    assert_ptr_equal(document.last, second);
    assert_ptr_equal(first->next, second);
    assert_string_equal(second->name, "annex-1");
    assert_null(second->first);
    struct block *a = section_add_block(second, paragraph_new(arena, ROLE_TITLE, nowhere));
    struct block *b = section_add_block(second, table_new(arena, nowhere));
    assert_ptr_equal(second->first, a);
    assert_ptr_equal(a->next, b);
    assert_ptr_equal(second->last, b);
    assert_int_equal(a->kind, BLOCK_PARAGRAPH);
    assert_int_equal(a->paragraph.role, ROLE_TITLE);
    assert_int_equal(b->kind, BLOCK_TABLE);
    assert_true(b->table.borders);
}

static void test_runs_keep_what_they_are_given(void **state)
{
    (void)state;
    struct origin origin = {"notice.md", 3, "/notice/theme", {"notice.xml", 5, 0}};
    struct block *paragraph = paragraph_new(arena, ROLE_HEADING_1, origin);
    struct run *a = paragraph_add_text(arena, paragraph, ROLE_HEADING_1, 0, "一、", nowhere);
    struct run *b =
        paragraph_add_text(arena, paragraph, ROLE_BODY, RUN_BOLD | RUN_ITALIC, "正文", origin);
    assert_ptr_equal(paragraph->paragraph.first, a);
    assert_ptr_equal(a->next, b);
    assert_ptr_equal(paragraph->paragraph.last, b);
    assert_int_equal(b->kind, RUN_TEXT);
    assert_int_equal(b->face, ROLE_BODY);
    assert_int_equal(b->marks, RUN_BOLD | RUN_ITALIC);
    assert_int_equal(b->origin.line, 3);
    assert_string_equal(paragraph->origin.path, "/notice/theme");
    assert_int_equal(paragraph->origin.data.line, 5);
}

/* A cell begins where the one before ends, whatever that spans. */
static void test_cells_know_their_columns(void **state)
{
    (void)state;
    struct block *table = table_new(arena, nowhere);
    struct row *row = table_add_row(arena, table, nowhere);
    assert_int_equal(row_add_cell(arena, row)->column, 0);
    row->last->span = 3;
    struct cell *cell = row_add_cell(arena, row);
    assert_int_equal(cell->column, 3);
    assert_int_equal(cell->span, 1);
    assert_int_equal(cell->rows, 1);
    assert_int_equal(cell->merge, MERGE_NONE);
    assert_int_equal(row_add_cell(arena, row)->column, 4);
    struct row *next = table_add_row(arena, table, nowhere);
    assert_int_equal(row_add_cell(arena, next)->column, 0);
    assert_ptr_equal(table_next_row(&table->table, NULL), row);
    assert_ptr_equal(table_next_row(&table->table, row), next);
    assert_null(table_next_row(&table->table, next));
    assert_false(next->header);
}

/* A source that counts down the rows of another table. */
struct rows_ahead {
    const struct table *table;
    const struct row *last, *passed;
};
static struct rows_ahead ahead;
static struct block *behind;

static struct rows_ahead *ahead_begin(const struct row_source *source)
{
    (void)source;
    ahead = (struct rows_ahead){.table = &behind->table};
    return &ahead;
}

static const struct row *ahead_next(struct rows_ahead *a)
{
    const struct row *next = table_next_row(a->table, a->last);
    a->last = next ? next : a->last;
    return next;
}

static void ahead_pass(struct rows_ahead *a, const struct row *row)
{
    a->passed = row;
}

static void ahead_end(struct rows_ahead *a)
{
    a->table = NULL;
}

static void test_rows_of_a_source_come_after_those_of_the_tree(void **state)
{
    (void)state;
    static const struct row_source source = {false, ahead_begin, ahead_next, ahead_pass, ahead_end};
    struct block *table = table_new(arena, nowhere);
    struct row *header = table_add_row(arena, table, nowhere);
    table->table.source = &source;
    behind = table_new(arena, nowhere);
    struct row *first = table_add_row(arena, behind, nowhere);
    struct rows rows = rows_begin(&table->table);
    assert_ptr_equal(rows_next(&rows), header);
    rows_pass(&rows, header);
    assert_ptr_equal(rows_next(&rows), first);
    rows_pass(&rows, first);
    assert_ptr_equal(ahead.passed, first);
    assert_null(rows_next(&rows));
    rows_end(&rows);
    assert_null(ahead.table);
    assert_null(table_next_row(&table->table, header));
}

static void test_rows_of_the_tree_alone(void **state)
{
    (void)state;
    struct block *table = table_new(arena, nowhere);
    struct rows none = rows_begin(&table->table);
    assert_null(rows_next(&none));
    struct row *row = table_add_row(arena, table, nowhere);
    struct rows rows = rows_begin(&table->table);
    assert_ptr_equal(rows_next(&rows), row);
    rows_pass(&rows, row);
    assert_null(rows_next(&rows));
    rows_end(&rows);
}

static void test_a_row_apart_goes_on_with_none(void **state)
{
    (void)state;
    struct row *row = table_add_row(arena, table_new(arena, nowhere), nowhere);
    row_add_cell(arena, row)->merge = MERGE_START;
    assert_true(row_is_apart(row));
    row_add_cell(arena, row)->merge = MERGE_CONTINUED;
    assert_false(row_is_apart(row));
}

static void test_a_source_is_found_in_a_document(void **state)
{
    (void)state;
    static const struct row_source source = {0};
    struct document document = {.lang = "zh-CN"};
    struct section *section = document_add_section(arena, &document, "notice");
    section_add_block(section, paragraph_new(arena, ROLE_BODY, nowhere));
    struct block *table = section_add_block(section, table_new(arena, nowhere));
    assert_false(document_has_source(&document));
    table->table.source = &source;
    assert_true(document_has_source(&document));
}

static void test_blocks_of_a_cell(void **state)
{
    (void)state;
    struct row *row = table_add_row(arena, table_new(arena, nowhere), nowhere);
    struct cell *cell = row_add_cell(arena, row);
    struct block *a = paragraph_new(arena, ROLE_TABLE_TEXT, nowhere);
    struct block *b = paragraph_new(arena, ROLE_TABLE_TEXT, nowhere);
    cell_add_block(cell, a);
    cell_add_block(cell, b);
    assert_ptr_equal(cell->first, a);
    assert_ptr_equal(a->next, b);
    assert_ptr_equal(cell->last, b);
}

static void test_text_of_a_paragraph(void **state)
{
    (void)state;
    struct block *paragraph = paragraph_new(arena, ROLE_BODY, nowhere);
    assert_string_equal(paragraph_text(arena, &paragraph->paragraph), "");
    paragraph_add_text(arena, paragraph, ROLE_BODY, 0, "甲", nowhere);
    add_special(paragraph, RUN_BREAK, NULL);
    add_special(paragraph, RUN_FIELD, "请填写");
    paragraph_add_text(arena, paragraph, ROLE_BODY, RUN_BOLD, "乙", nowhere);
    assert_string_equal(paragraph_text(arena, &paragraph->paragraph), "甲\n乙");
}

static void test_properties(void **state)
{
    (void)state;
    struct property number = {NULL, "number", "〔2022〕1号"};
    struct property title = {&number, "title", "通知"};
    struct document document = {.properties = &title};
    assert_string_equal(property_named(document.properties, "title"), "通知");
    assert_string_equal(property_named(document.properties, "number"), "〔2022〕1号");
    assert_null(property_named(document.properties, "date"));
    assert_null(property_named(NULL, "title"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sections_and_blocks_stand_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_runs_keep_what_they_are_given, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cells_know_their_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows_of_a_source_come_after_those_of_the_tree, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_rows_of_the_tree_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_row_apart_goes_on_with_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_source_is_found_in_a_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_blocks_of_a_cell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_of_a_paragraph, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_properties, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
