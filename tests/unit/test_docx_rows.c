/* docx/rows.c: tables with spans and merged cells, as a grid. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "reading.h"
#include "standard.h"

static struct reading_test t;

static int set_up(void **state)
{
    (void)state;
    reading_begin(&t, "gbt9704");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    reading_end(&t);
    return 0;
}

#define GRID                                                                                       \
    "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"2000\"/>"       \
    "</w:tblGrid>"
#define TABLE(content) "<w:tbl>" content "</w:tbl>"
#define ROW(content) "<w:tr>" content "</w:tr>"
#define CELL(text) "<w:tc>" P(text) "</w:tc>"
#define WITH(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define RESTART "<w:vMerge w:val=\"restart\"/>"
#define GOES_ON "<w:vMerge/>"
#define SPAN(columns) "<w:gridSpan w:val=\"" columns "\"/>"

static void assert_table(const char *body, const char *expected)
{
    assert_string_equal(body_read(&t, body),
                        arena_printf(t.arena, "[notice]\ntable without borders\n%s", expected));
}

static void cells_span_columns_and_rows(void **state)
{
    (void)state;
    assert_table(TABLE(GRID ROW(WITH(SPAN("2"), "a") CELL("b")) ROW(WITH(RESTART, "c") CELL(
                     "d") CELL("e")) ROW(WITH(GOES_ON, "") CELL("f") "<w:tc><w:p/></w:tc>")),
                 "|0>2 table-text: a\n|2 table-text: b\n\n"
                 "|0v2 table-text: c\n|1 table-text: d\n|2 table-text: e\n\n"
                 "|0^|1 table-text: f\n|2 \n");
    const struct table *table = &t.read.document->first->first->table;
    assert_int_equal(table->columns, 3);
    assert_int_equal(table->width[0], 2500);
    assert_int_equal(table->width[2], 5000);
}

static void header_rows_and_columns_left_out(void **state)
{
    (void)state;
    assert_table(
        TABLE(ROW("<w:trPr><w:tblHeader/></w:trPr>" CELL("a")
                      CELL("b")) ROW("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" CELL("c"))
                  ROW("<w:trPr><w:del/></w:trPr>" CELL("x"))
                      ROW("<w:trPr><w:tblHeader w:val=\"0\"/></w:trPr><w:sdt><w:sdtContent>" CELL(
                          "d") "</w:sdtContent></w:sdt>" CELL("e"))),
        "#|0 table-header: a\n|1 table-header: b\n\n|1 table-text: c\n\n"
        "|0 table-text: d\n|1 table-text: e\n\n");
    assert_int_equal(t.read.document->first->first->table.width[1], 5000);
}

static void merges_without_a_beginning_are_none(void **state)
{
    (void)state;
    assert_table(TABLE(ROW(CELL("a") WITH(RESTART, "b")) ROW(WITH(GOES_ON, "c") CELL("d"))
                           ROW(WITH(SPAN("2") GOES_ON, "e"))),
                 "|0 table-text: a\n|1 table-text: b\n\n"
                 "|0 table-text: c\n|1 table-text: d\n\n|0>2 table-text: e\n\n");
}

#define STAYS(properties, text)                                                                    \
    "<w:tc><w:tcPr>" properties "</w:tcPr><w:p><w:pPr><w:keepNext/></w:pPr>" T(text) "</w:p></"    \
                                                                                     "w:tc>"

/* A page ends below the second row; on the next one both merged cells show their words again. */
static void cells_repeated_on_a_page_are_one(void **state)
{
    (void)state;
    assert_table(TABLE(ROW(STAYS(RESTART, "甲") STAYS("", "1")) ROW(WITH(GOES_ON, "") CELL("2"))
                           ROW(STAYS(RESTART, "甲") STAYS("", "3"))
                               ROW(WITH(GOES_ON, "") CELL("4"))),
                 "|0v4 table-text: 甲\n|1 table-text: 1\n\n|0^|1 table-text: 2\n\n"
                 "|0^|1 table-text: 3\n\n|0^|1 table-text: 4\n\n");
    assert_table(TABLE(ROW(WITH(RESTART, "甲") CELL("1")) ROW(WITH(GOES_ON, "") CELL("2"))
                           ROW(WITH(RESTART, "甲") CELL("3")) ROW(WITH(GOES_ON, "") CELL("4"))),
                 "|0v2 table-text: 甲\n|1 table-text: 1\n\n|0^|1 table-text: 2\n\n"
                 "|0v2 table-text: 甲\n|1 table-text: 3\n\n|0^|1 table-text: 4\n\n");
}

/* The page has one row of each merge: no mark is left where the words are repeated. */
static void a_forgotten_merge_is_found(void **state)
{
    (void)state;
    static const char above[] = ROW(STAYS(RESTART, "甲") STAYS("", "乙") STAYS("", "1"))
        ROW(WITH(GOES_ON, "") WITH(RESTART, "乙") CELL("2"));
    static const char expected[] =
        "|0v%d table-text: 甲\n|1 table-text: 乙\n|2 table-text: 1\n\n"
        "|0^|1%s table-text: 乙\n|2 table-text: 2\n\n%s table-text: 3\n\n";
    assert_table(arena_printf(t.arena, TABLE("%s%s"), above,
                              ROW(STAYS("", "甲") STAYS("", "乙") STAYS("", "3"))),
                 arena_printf(t.arena, expected, 3, "v2", "|0^|1^|2"));
    assert_table(
        arena_printf(t.arena, TABLE("%s%s"), above,
                     ROW(STAYS(RESTART, "丙") STAYS("", "乙") STAYS("", "3"))),
        arena_printf(t.arena, expected, 2, "", "|0 table-text: 丙\n|1 table-text: 乙\n|2"));
}

static void lines_come_from_the_table_its_cells_or_its_style(void **state)
{
    (void)state;
#define BORDERS(kind) "<w:tblBorders><w:top w:val=\"" kind "\"/></w:tblBorders>"
    static const char styles[] = "<w:style w:type=\"table\" w:styleId=\"g\"><w:tblPr>" BORDERS(
        "single") "</w:tblPr></w:style>";
    static const struct {
        const char *table;
        bool borders;
    } cases[] = {
        {TABLE("<w:tblPr>" BORDERS("single") "</w:tblPr>" ROW(CELL("a"))), true},
        {TABLE("<w:tblPr><w:tblStyle w:val=\"g\"/></w:tblPr>" ROW(CELL("a"))), true},
        {TABLE("<w:tblPr><w:tblStyle w:val=\"g\"/>" BORDERS("nil") "</w:tblPr>" ROW(CELL("a"))),
         false},
        {TABLE(ROW(WITH("<w:tcBorders><w:left w:val=\"double\"/></w:tcBorders>", "a"))), true},
        {TABLE(ROW(CELL("a"))), false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        word_read(&t, (struct word_file){.body = cases[i].table, .styles = styles});
        assert_int_equal(t.read.document->first->first->table.borders, cases[i].borders);
    }
}

static const char *repeated(const char *text, int count, const char *middle, const char *end)
{
    struct buffer out = buffer_on(t.arena);
    for (int i = 0; i < count; i++)
        buffer_add(&out, text);
    buffer_add(&out, middle);
    for (int i = 0; i < count; i++)
        buffer_add(&out, end);
    return buffer_text(&out);
}

static void limits(void **state)
{
    (void)state;
    static const char open[] = "<w:tbl><w:tr><w:tc>", close[] = "</w:tc></w:tr></w:tbl>";
    static const char cell[] = "<w:tc/>", row[] = "<w:tr><w:tc/></w:tr>";
    const char *columns = repeated(cell, LIMIT_GRID_COLUMNS, "", "");
    body_read(&t, repeated(open, LIMIT_TABLE_DEPTH, P("a"), close));
    body_read(&t, arena_printf(t.arena, TABLE(ROW("%s")), columns));
    body_read(&t, arena_printf(t.arena, TABLE("%s"), repeated(row, STANDARD_GRID_ROWS, "", "")));
    assert_string_equal(word_refused(&t, repeated(open, LIMIT_TABLE_DEPTH + 1, P("a"), close)),
                        "document.xml:1 table-depth 8;");
    assert_string_equal(
        word_refused(&t, arena_printf(t.arena, TABLE(ROW("%s" CELL("a"))), columns)),
        "document.xml:1 table-depth 8;document.xml:1 table-columns 256;");
    word_refused(&t,
                 arena_printf(t.arena, TABLE("%s"), repeated(row, STANDARD_GRID_ROWS + 1, "", "")));
    assert_string_equal(findings_rules(&t.findings),
                        "document.xml:1 table-depth;document.xml:1 table-columns;"
                        "document.xml:1 table-rows;");
}

/* A row without cells may leave out more columns than a table has. */
static void too_many_columns_left_out(void **state)
{
    (void)state;
    const char *grid = repeated("<w:gridCol w:w=\"9\"/>", LIMIT_GRID_COLUMNS + 1, "", "");
    assert_string_equal(
        word_refused(&t, arena_printf(t.arena,
                                      TABLE("<w:tblGrid>%s</w:tblGrid>" ROW(
                                          "<w:trPr><w:gridBefore w:val=\"999\"/></w:trPr>")),
                                      grid)),
        "document.xml:1 table-columns 256;");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(cells_span_columns_and_rows),
        TEST(header_rows_and_columns_left_out),
        TEST(merges_without_a_beginning_are_none),
        TEST(cells_repeated_on_a_page_are_one),
        TEST(a_forgotten_merge_is_found),
        TEST(lines_come_from_the_table_its_cells_or_its_style),
        TEST(limits),
        TEST(too_many_columns_left_out),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
