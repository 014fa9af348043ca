/* markdown/table.c: pipe tables, and HTML where they cannot hold the table. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "markdown/table.h"

static struct arena *arena;
static struct block *table;
static const struct origin nowhere;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    table = table_new(arena, nowhere);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct row *add_row(bool header)
{
    struct row *row = table_add_row(arena, table, nowhere);
    row->header = header;
    return row;
}

static struct block *add_paragraph(struct cell *cell, const char *text)
{
    struct block *paragraph = paragraph_new(arena, ROLE_TABLE_TEXT, nowhere);
    paragraph_add_text(arena, paragraph, ROLE_TABLE_TEXT, 0, text, nowhere);
    cell_add_block(cell, paragraph);
    return paragraph;
}

static struct cell *add_cell(struct row *row, const char *text)
{
    struct cell *cell = row_add_cell(arena, row);
    add_paragraph(cell, text);
    return cell;
}

static void add_bold(struct cell *cell, const char *text)
{
    paragraph_add_text(arena, cell->first, ROLE_TABLE_TEXT, RUN_BOLD, text, nowhere);
}

static void add_special(struct block *paragraph, enum run_kind kind, const char *text)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.kind = kind, .face = ROLE_TABLE_TEXT, .text = text};
    paragraph_add_run(paragraph, run);
}

static void assert_written(const char *markdown)
{
    assert_string_equal(table_markdown(arena, &table->table), markdown);
}

static void test_flat_table(void **state)
{
    (void)state;
    table->table.columns = 2;
    struct row *row = add_row(true);
    add_cell(row, "指标");
    add_cell(row, "分值");
    row = add_row(false);
    add_cell(row, "a|b\\| *c* <d>\n");
    row_add_cell(arena, row);
    row = add_row(false);
    add_special(add_cell(row, "丙")->first, RUN_FIELD, "填写");
    add_bold(add_cell(row, "1.丁"), "“戊”");
    assert_written("| 指标 | 分值 |\n| --- | --- |\n| a\\|b\\\\\\| \\*c\\* \\<d\\> | |\n"
                   "| 丙＿填写＿ | 1.丁<strong>“戊”</strong> |\n");
}

static void test_spans_and_lines(void **state)
{
    (void)state;
    table->table.columns = 3;
    struct row *row = add_row(true);
    add_cell(row, "指标")->span = 2;
    add_cell(row, "责任单位");
    row = add_row(false);
    struct cell *cell = add_cell(row, "甲 & <乙>\n\n");
    cell->merge = MERGE_START;
    cell->rows = 2;
    cell = add_cell(row, "1.第一行");
    add_special(cell->first, RUN_BREAK, NULL);
    add_bold(cell, "第二行");
    add_special(add_paragraph(cell, ""), RUN_FIELD, "填写");
    add_cell(row, "");
    row = add_row(false);
    row_add_cell(arena, row)->merge = MERGE_CONTINUED;
    add_cell(row, "*丙*");
    add_cell(row, "丁");
    assert_written(
        "<table>\n<thead>\n<tr><th colspan=\"2\">指标</th><th>责任单位</th></tr>\n</thead>\n"
        "<tbody>\n<tr><td rowspan=\"2\">甲 &amp; &lt;乙&gt;</td>"
        "<td>1.第一行<br><strong>第二行</strong><br>＿填写＿</td><td></td></tr>\n"
        "<tr><td>*丙*</td><td>丁</td></tr>\n</tbody>\n</table>\n");
}

static void test_table_in_cell(void **state)
{
    (void)state;
    struct block *outer = table;
    struct cell *cell = row_add_cell(arena, add_row(true));
    outer->table.columns = 1;
    table = table_new(arena, nowhere);
    add_cell(add_row(false), "甲");
    cell_add_block(cell, table);
    table = outer;
    assert_written("<table>\n<thead>\n<tr><th><table>\n<tbody>\n<tr><td>甲</td></tr>\n</tbody>\n"
                   "</table>\n</th></tr>\n</thead>\n</table>\n");
}

static bool is_flat(void)
{
    return text_starts(table_markdown(arena, &table->table), "|");
}

static void test_what_a_pipe_table_cannot_hold(void **state)
{
    (void)state;
    table->table.columns = 1;
    struct row *first = add_row(true), *second = add_row(false);
    struct cell *cell = add_cell(first, "甲");
    add_cell(second, "乙");
    assert_true(is_flat());
    first->header = false;
    assert_false(is_flat()); /* no header */
    first->header = second->header = true;
    assert_false(is_flat()); /* two rows of headers */
    second->header = false;
    cell->span = 2;
    assert_false(is_flat());
    cell->span = 1;
    cell->merge = MERGE_START;
    assert_false(is_flat());
    cell->merge = MERGE_NONE;
    table->table.columns = 2;
    assert_false(is_flat()); /* a short row */
    table->table.columns = 1;
    assert_true(is_flat());
    add_special(cell->first, RUN_BREAK, NULL);
    assert_false(is_flat());
}

static void test_two_paragraphs_are_two_lines(void **state)
{
    (void)state;
    table->table.columns = 1;
    struct cell *cell = add_cell(add_row(true), "甲");
    add_paragraph(cell, "乙");
    assert_written("<table>\n<thead>\n<tr><th>甲<br>乙</th></tr>\n</thead>\n</table>\n");
}

static void test_no_rows(void **state)
{
    (void)state;
    assert_written("<table>\n</table>\n");
}

/* A source that hands out the rows of `table`. */
struct rows_ahead {
    const struct row *last;
};
static struct rows_ahead ahead;

static struct rows_ahead *begin(const struct row_source *source)
{
    (void)source;
    ahead.last = NULL;
    return &ahead;
}

static const struct row *next(struct rows_ahead *a)
{
    const struct row *row = table_next_row(&table->table, a->last);
    a->last = row ? row : a->last;
    return row;
}

static void pass(struct rows_ahead *a, const struct row *row)
{
    assert_ptr_equal(a->last, row);
}

static void end(struct rows_ahead *a)
{
    a->last = NULL;
}

static void take(void *context, const char *bytes, size_t length)
{
    buffer_add_n(context, bytes, length);
}

static const char *handed_on(const struct table *long_table)
{
    struct buffer out = buffer_on(arena);
    table_markdown_to(long_table, &(struct markdown_sink){take, &out});
    return buffer_text(&out);
}

static void rows_of_a_source_are_handed_on(void **state)
{
    (void)state;
    struct row_source source = {true, begin, next, pass, end};
    struct row *header = add_row(true);
    add_cell(header, "甲");
    struct table long_table = {
        .columns = 1, .borders = true, .first = header, .last = header, .source = &source};
    table = table_new(arena, nowhere);
    add_cell(add_row(false), "一|二");
    struct row *broken = add_row(false);
    add_special(add_cell(broken, "三")->first, RUN_BREAK, NULL);
    add_paragraph(broken->first, "");
    assert_string_equal(handed_on(&long_table), "| 甲 |\n| --- |\n| 一\\|二 |\n| 三 |\n");
    source.is_flat = false;
    assert_string_equal(handed_on(&long_table),
                        "<table>\n<thead>\n<tr><th>甲</th></tr>\n</thead>\n<tbody>\n"
                        "<tr><td>一|二</td></tr>\n<tr><td>三<br></td></tr>\n</tbody>\n</table>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_of_a_source_are_handed_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flat_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_spans_and_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_in_cell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_pipe_table_cannot_hold, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_two_paragraphs_are_two_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_rows, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
