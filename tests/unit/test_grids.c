/* docx/grids.c: the tables of a Word file as grids. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "docx/grids.h"
#include "reading.h"

#define C(text) "<w:tc>" P(text) "</w:tc>"
#define PROPERTIES(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define WIDE(columns, text) PROPERTIES("<w:gridSpan w:val=\"" columns "\"/>", text)
#define FIRST(text) PROPERTIES("<w:vMerge w:val=\"restart\"/>", text)
#define COVERED(text) PROPERTIES("<w:vMerge/>", text)
#define NEXT COVERED("")
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define HEADER(cells) "<w:tr><w:trPr><w:tblHeader/></w:trPr>" cells "</w:tr>"
#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"
#define CENTERED(text) "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" T(text) "</w:p>"

static struct reading_test t;

static int set_up(void **state)
{
    xml_begin();
    reading_begin(&t, "gbt9704");
    return (void)state, 0;
}

static int tear_down(void **state)
{
    reading_end(&t);
    return end_xml(state);
}

/* A place a field: the text where a cell begins, < and ^ where it goes on, . where none is. */
static void print_place(struct buffer *out, const struct grid *grid, size_t row, size_t column)
{
    const struct grid_cell *cell = grid_at(grid, row, column);
    if (!cell)
        buffer_add(out, ".");
    else if (cell->row < row)
        buffer_add(out, "^");
    else
        buffer_add(out, cell->column < column ? "<" : cell->text);
    buffer_add(out, column + 1 < grid->columns ? "|" : "\n");
}

static void print_hidden(struct buffer *out, const struct grid *grid)
{
    for (const struct grid_cell *cell = grid->hidden; cell; cell = cell->next)
        buffer_printf(out, "below %zu,%zu: %s\n", cell->row, cell->column, cell->text);
}

static const char *print(const struct grids *grids)
{
    struct buffer out = buffer_on(t.arena);
    for (const struct grid *grid = grids->first; grid; grid = grid->next) {
        buffer_printf(&out, "%zu [%s] %zu\n", grid->number, grid->title ? grid->title : "",
                      grid->header_rows);
        for (size_t row = 0; row < grid->rows; row++)
            for (size_t column = 0; column < grid->columns; column++)
                print_place(&out, grid, row, column);
        print_hidden(&out, grid);
    }
    return buffer_text(&out);
}

static const char *grids_of(const char *body)
{
    struct grids grids;
    struct file file = word_pack(&t, (struct word_file){.body = body});
    if (!docx_grids(&t.findings, &file, &grids))
        fail_msg("%s", findings_text(&t.findings));
    return print(&grids);
}

static void merged_cells_are_one(void **state)
{
    (void)state;
    assert_string_equal(grids_of(TABLE(ROW(FIRST("A") WIDE("2", "B")) ROW(NEXT C("C") C("D"))
                                           ROW(NEXT WIDE("2", "E")))),
                        "1 [] 0\nA|B|<\n^|C|D\n^|E|<\n");
}

static void texts_below_merged_cells_are_hidden(void **state)
{
    (void)state;
    assert_string_equal(grids_of(TABLE(ROW(FIRST("A") C("B")) ROW(COVERED("A") C("C"))
                                           ROW(COVERED("　") C("D")) ROW(COVERED("E") C("F")))),
                        "1 [] 0\nA|B\n^|C\n^|D\n^|F\nbelow 3,0: E\n");
}

static void what_continues_nothing_stands_alone(void **state)
{
    (void)state;
    assert_string_equal(grids_of(TABLE(ROW(NEXT C("A")))), "1 [] 0\n|A\n");
    assert_string_equal(grids_of(TABLE(ROW(FIRST("A") C("B")) ROW(
                            PROPERTIES("<w:gridSpan w:val=\"2\"/><w:vMerge/>", "C")))),
                        "1 [] 0\nA|B\nC|<\n");
}

static void rows_may_begin_later_and_end_earlier(void **state)
{
    (void)state;
    assert_string_equal(
        grids_of(TABLE("<w:tblGrid><w:gridCol/></w:tblGrid>" ROW(C("A") WIDE(
            "3", "B")) "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" C("C") "</w:tr>")),
        "1 [] 0\nA|B|<|<\n.|C|.|.\n");
}

static void rows_that_are_repeated_are_headers(void **state)
{
    (void)state;
    assert_string_equal(grids_of(TABLE(HEADER(C("A")) HEADER(C("B")) ROW(C("C")) HEADER(C("D")))),
                        "1 [] 2\nA\nB\nC\nD\n");
}

static void an_inner_table_is_one_of_its_own(void **state)
{
    (void)state;
    assert_string_equal(grids_of(TABLE(ROW("<w:tc>" P("A") TABLE(ROW(C("B") C("C")) ROW(
                            C("D") C("E"))) P("F") "</w:tc>" C("G"))) P("H") TABLE(ROW(C("I")))),
                        "1 [] 0\nA\nB C\nD E\nF|G\n"
                        "2 [A] 0\nB|C\nD|E\n"
                        "3 [H] 0\nI\n");
}

static void content_controls_are_looked_through(void **state)
{
    (void)state;
#define CONTROL(inside) "<w:sdt><w:sdtContent>" inside "</w:sdtContent></w:sdt>"
    assert_string_equal(
        grids_of(CONTROL(TABLE(CONTROL(ROW(CONTROL(C("A")) "<w:tc>" CONTROL(P("B")) "</w:tc>"))))
                     P("") TABLE(ROW("<w:tc><w:p>" CONTROL(T("C")) "</w:p></w:tc>"))),
        "1 [] 0\nA|B\n2 [] 0\nC\n");
}

static void what_was_deleted_is_not_there(void **state)
{
    (void)state;
    assert_string_equal(
        grids_of(TABLE(ROW(
            "<w:tc><w:p><w:del><w:r><w:delText>A</w:delText></w:r></w:del>"
            "<w:ins>" T(
                "B") "</w:ins></w:p></w:tc>") "<w:tr><w:trPr><w:del/></w:trPr>" C("C") "</w:tr>")),
        "1 [] 0\nB\n");
}

static void blanks_at_the_ends_do_not_count(void **state)
{
    (void)state;
    assert_string_equal(grids_of(TABLE(ROW("<w:tc>" P("") P("　A　B\u00A0") P("C　")
                                               P("") "</w:tc>" C("\u00A0　")))),
                        "1 [] 0\nA　B\u00A0\nC|\n");
}

static void the_words_above_are_the_title(void **state)
{
    (void)state;
    assert_string_equal(grids_of(P("附件2") CENTERED("考核指标") P("单位：分") TABLE(ROW(C("A")))
                                     TABLE(ROW(C("B"))) P("表3") TABLE(ROW(C("C")))),
                        "1 [附件2 考核指标] 0\nA\n2 [] 0\nB\n3 [表3] 0\nC\n");
}

static void running_text_parts_a_title_from_a_table(void **state)
{
    (void)state;
    assert_string_equal(grids_of(CENTERED("关于质量考核的通知") P("各县：")
                                     P("现将指标印发给你们。") TABLE(ROW(C("A"))) P("说明如下。")
                                         P("一、考核指标") TABLE(ROW(C("B")))),
                        "1 [] 0\nA\n2 [一、考核指标] 0\nB\n");
}

static void a_title_is_one_line(void **state)
{
    (void)state;
    assert_string_equal(grids_of(CENTERED("质量强市") CENTERED("考核指标") TABLE(ROW(C("A")))),
                        "1 [质量强市考核指标] 0\nA\n");
    assert_string_equal(
        grids_of("<w:p><w:r><w:t>Table</w:t><w:br/><w:t>1</w:t></w:r></w:p>" TABLE(ROW(C("A")))),
        "1 [Table 1] 0\nA\n");
}

static void a_file_without_tables_has_none(void **state)
{
    (void)state;
    assert_string_equal(grids_of(P("A")), "");
}

static void what_cannot_be_read_is_reported(void **state)
{
    (void)state;
    struct grids grids;
    struct file file = {"office.docx", "A", 1};
    assert_false(docx_grids(&t.findings, &file, &grids));
    assert_string_equal(findings_rules(&t.findings), "office.docx package-broken;");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(merged_cells_are_one),
        TEST(texts_below_merged_cells_are_hidden),
        TEST(what_continues_nothing_stands_alone),
        TEST(rows_may_begin_later_and_end_earlier),
        TEST(rows_that_are_repeated_are_headers),
        TEST(an_inner_table_is_one_of_its_own),
        TEST(content_controls_are_looked_through),
        TEST(what_was_deleted_is_not_there),
        TEST(blanks_at_the_ends_do_not_count),
        TEST(the_words_above_are_the_title),
        TEST(running_text_parts_a_title_from_a_table),
        TEST(a_title_is_one_line),
        TEST(a_file_without_tables_has_none),
        TEST(what_cannot_be_read_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
