/* sheet/csv.c, sheet/encoding.c: separated values in every encoding that Excel and WPS write. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/csv.h"
#include "gridding.h"
#include "standard.h"

static bool read_bytes(const char *bytes, size_t length)
{
    grids = (struct grids){0};
    struct file file = {"a.csv", bytes, length};
    return csv_grids(&findings, &file, &grids);
}

/* Rows with / between, cells with |. */
static const char *rows_of_bytes(const char *bytes, size_t length)
{
    if (!read_bytes(bytes, length))
        fail_msg("%s", findings_text(&findings));
    struct buffer out = buffer_on(arena);
    const struct grid *grid = grids.first;
    for (size_t row = 0; grid && row < grid->rows; row++)
        for (size_t column = 0; column < grid->columns; column++)
            buffer_printf(&out, "%s%s",
                          column ? "|"
                          : row  ? "/"
                                 : "",
                          grid_text(grid, row, column));
    return buffer_text(&out);
}
#define ROWS_OF(bytes) rows_of_bytes(bytes, sizeof(bytes) - 1)

static const char *refusal_of_bytes(const char *bytes, size_t length)
{
    assert_false(read_bytes(bytes, length));
    return findings_text(&findings);
}
#define REFUSAL_OF(bytes) refusal_of_bytes(bytes, sizeof(bytes) - 1)

/* values */

static void rows_and_cells_are_separated(void **state)
{
    (void)state;
    assert_string_equal(ROWS_OF("a,b\nc,d\n"), "a|b/c|d");
    assert_string_equal(ROWS_OF("a,b\r\nc,d"), "a|b/c|d");
    assert_string_equal(ROWS_OF(" 　a\u00A0, b　\n\u00A0,　\n"), "a|b/|");
    assert_string_equal(ROWS_OF("a,b\rc,d\r"), "a|b/c|d");
    assert_string_equal(ROWS_OF(" a , b c \n"), "a|b c");
    assert_string_equal(ROWS_OF("a\n"), "a");
    assert_string_equal(ROWS_OF("甲，乙,丙\n"), "甲，乙|丙");
}

static void rows_may_be_uneven_and_empty(void **state)
{
    (void)state;
    assert_string_equal(ROWS_OF("a\n\n,b,,\n,,,,,\n\n"), "a|/|/|b");
    assert_int_equal(grids.first->rows, 3);
    assert_int_equal(grids.first->columns, 2);
    assert_true(read_bytes(",, \n,\n", 6));
    assert_int_equal(grids.count, 0);
    assert_true(read_bytes("", 0));
    assert_int_equal(grids.count, 0);
}

static void quotes_hold_separators_lines_and_quotes(void **state)
{
    (void)state;
    assert_string_equal(ROWS_OF("\"a,b\",\"c\r\nd\"\n\"e\"\"f\",\"\"\n"), "a,b|c\nd/e\"f|");
    assert_string_equal(ROWS_OF("\"\"\"a\"\"\",b\n"), "\"a\"|b");
    assert_string_equal(ROWS_OF("a\"b\"c,d\n"), "a\"b\"c|d");
    assert_string_equal(ROWS_OF("\"a\"b,c\n"), "ab|c");
    assert_string_equal(ROWS_OF("a,\"\""), "a");
}

static void a_quote_that_stays_open_is_told_where_it_opens(void **state)
{
    (void)state;
    assert_string_equal(REFUSAL_OF("a,b\n\"c\nd\",甲,\"e\"\"\nf\n"), "a.csv:3:6 csv-quote;");
}

static void the_first_line_tells_the_separator(void **state)
{
    (void)state;
    assert_string_equal(ROWS_OF("a;b;c,d\n1;2;3\n"), "a|b|c,d/1|2|3");
    assert_string_equal(ROWS_OF("a\tb,c\td\n"), "a|b,c|d");
    assert_string_equal(ROWS_OF("\"x;y;z\",b\n"), "x;y;z|b");
    assert_string_equal(ROWS_OF("title\na;b\n1;2\n"), "title|/a|b/1|2");
    assert_string_equal(ROWS_OF("sep=|\r\na|b,c\n"), "a|b,c");
    assert_string_equal(ROWS_OF("SEP=;\na;b\n"), "a|b");
    assert_int_equal(grids.first->first->place.line, 2);
    assert_string_equal(ROWS_OF("sep=ab,c\n"), "sep=ab|c");
    assert_string_equal(ROWS_OF("sep=,b\n"), "sep=|b");
}

static void cells_know_where_they_stand(void **state)
{
    (void)state;
    ROWS_OF("甲,\"a\nb\",c\nd,乙,丙\n");
    const struct place c = grid_at(grids.first, 0, 2)->place;
    assert_string_equal(c.file, "a.csv");
    assert_int_equal(c.line, 2);
    assert_int_equal(c.column, 4);
    const struct place last = grid_at(grids.first, 1, 2)->place;
    assert_int_equal(last.line, 3);
    assert_int_equal(last.column, 5);
}

/* encodings */

static void texts_come_in_four_encodings(void **state)
{
    (void)state;
    assert_string_equal(ROWS_OF("\xEF\xBB\xBF中,2\n"), "中|2");
    assert_string_equal(ROWS_OF("\xFF\xFE-N\t\0002\0\r\0\n\0"), "中|2");
    assert_string_equal(ROWS_OF("\xFE\xFFN-\0\t\0002\0\n"), "中|2");
    assert_string_equal(ROWS_OF("\xD6\xD0,2\r\n"), "中|2");
    assert_string_equal(ROWS_OF("\xFF\xFE\x3D\xD8\x00\xDE"), "\xF0\x9F\x98\x80");
    /* of four bytes: U+3400 and U+20000, which surnames and place names need */
    assert_string_equal(ROWS_OF("\x81\x39\xEE\x39,\x95\x32\x82\x36\n"), "㐀|𠀀");
}

static void bytes_of_no_encoding_are_refused(void **state)
{
    (void)state;
    assert_string_equal(REFUSAL_OF("a\n\xD6\xD0,\xFF\n"),
                        "a.csv:2:3 csv-encoding 0xFF|UTF-8 or GB 18030|UTF-8 或 GB 18030;");
    findings = findings_on(arena);
    assert_string_equal(REFUSAL_OF("a\xD6"),
                        "a.csv:1:2 csv-encoding 0xD6|UTF-8 or GB 18030|UTF-8 或 GB 18030;");
    findings = findings_on(arena);
    assert_string_equal(REFUSAL_OF("\xFF\xFE-N\x00"), "a.csv:1:2 csv-encoding 0x00|UTF-16|UTF-16;");
    findings = findings_on(arena);
    assert_string_equal(REFUSAL_OF("\xFF\xFE\x00\xD8-N"),
                        "a.csv:1:1 csv-encoding 0x00|UTF-16|UTF-16;");
}

static void utf8_with_a_broken_byte_is_not_taken_for_another_encoding(void **state)
{
    (void)state;
    assert_string_equal(REFUSAL_OF("一二三四五六七八九\n十\xE4\xB8,\n"),
                        "a.csv:2:2 text-encoding 0xE4;");
    findings = findings_on(arena);
    assert_string_equal(REFUSAL_OF("\xEF\xBB\xBF\xD6\xD0\n"), "a.csv:1:2 text-encoding 0xD6;");
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    assert_string_equal(REFUSAL_OF("a,b\nc\0d\n"), "a.csv:2:2 text-character U+0000;");
    findings = findings_on(arena);
    assert_string_equal(REFUSAL_OF("\xD6\xD0\n\x01"), "a.csv:2:1 text-character U+0001;");
}

/* limits */

static const char *many(const char *piece, size_t count, const char *last)
{
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < count; i++)
        buffer_add(&out, piece);
    buffer_add(&out, last);
    return buffer_text(&out);
}

static void tables_have_a_largest_size(void **state)
{
    (void)state;
    const char *rows = many("a,\n", STANDARD_GRID_ROWS - 1, "a,\n,\n,\n");
    assert_true(read_bytes(rows, strlen(rows)));
    assert_int_equal(grids.first->rows, STANDARD_GRID_ROWS);
    const char *columns = many("a,", LIMIT_GRID_COLUMNS - 1, "a,,");
    assert_true(read_bytes(columns, strlen(columns)));
    assert_int_equal(grids.first->columns, LIMIT_GRID_COLUMNS);
    rows = many("a,\n", STANDARD_GRID_ROWS + 1, "\"");
    assert_string_equal(refusal_of_bytes(rows, strlen(rows)), "a.csv grid-rows 20000;");
    findings = findings_on(arena);
    columns = many("a,", LIMIT_GRID_COLUMNS + 1, "\"");
    assert_string_equal(refusal_of_bytes(columns, strlen(columns)), "a.csv grid-columns 256;");
    findings = findings_on(arena);
    const char *wide = many("a,", LIMIT_GRID_COLUMNS - 1, "a\n");
    const char *both = many(wide, STANDARD_GRID_PLACES / LIMIT_GRID_COLUMNS + 1, "\"");
    assert_string_equal(refusal_of_bytes(both, strlen(both)), "a.csv grid-places 2000000;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_and_cells_are_separated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_may_be_uneven_and_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(quotes_hold_separators_lines_and_quotes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_quote_that_stays_open_is_told_where_it_opens, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_first_line_tells_the_separator, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cells_know_where_they_stand, set_up, tear_down),
        cmocka_unit_test_setup_teardown(texts_come_in_four_encodings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bytes_of_no_encoding_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(utf8_with_a_broken_byte_is_not_taken_for_another_encoding,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_text_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tables_have_a_largest_size, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
