/* sheet/csv_list.c, sheet/feed.c, base/pieces.c: files of rows, longer than what is held of
 * them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "sheet/csv_list.h"
#include "in_folder.h"

static const struct list_file *read_as(const char *bytes, size_t length)
{
    findings = findings_on(arena);
    const char *path = write_bytes(arena, folder, "rows.csv", bytes, length);
    return csv_list(&findings, path, (struct place){0});
}

/* Names of the columns, then list with / between and values with |. */
static const char *list_of_bytes(const char *bytes, size_t length)
{
    struct list_row entry;
    struct buffer out = buffer_on(arena);
    const struct list_file *list = read_as(bytes, length);
    if (!list)
        fail_msg("%s", findings_text(&findings));
    for (size_t i = 0; i < list->columns; i++)
        buffer_printf(&out, "%s%s", i ? "|" : "", list->name[i]);
    struct list_reader *reader = list->begin(list, &findings, arena);
    size_t count = 0;
    for (; list->next(reader, arena, &entry); count++)
        for (size_t i = 0; i < list->columns; i++)
            buffer_printf(&out, "%s%s", i ? "|" : "/", entry.value[i]);
    assert_int_equal(count, list->count);
    assert_int_equal(findings.count, 0);
    return buffer_text(&out);
}
#define LIST_OF(bytes) list_of_bytes(bytes, sizeof(bytes) - 1)

static const char *refusal_of_bytes(const char *bytes, size_t length)
{
    assert_null(read_as(bytes, length));
    return findings_text(&findings);
}
#define REFUSAL_OF(bytes) refusal_of_bytes(bytes, sizeof(bytes) - 1)

static void the_first_row_names_the_columns(void **state)
{
    (void)state;
    assert_string_equal(LIST_OF("名称,数\n甲,1\n乙,2\n"), "名称|数/甲|1/乙|2");
    assert_string_equal(LIST_OF("名称\t数\r\n甲\t1"), "名称|数/甲|1");
    assert_string_equal(LIST_OF("sep=;\na;b\n1;2\n"), "a|b/1|2");
    assert_string_equal(LIST_OF("\n,\na,b\n\n1,2\n,\n"), "a|b/1|2");
    assert_string_equal(LIST_OF("a,b\n"), "a|b");
}

static void headings_become_names(void **state)
{
    (void)state;
    assert_string_equal(LIST_OF("注册资本（万元）,2021年,a b,x.y-z\n1,2,3,4\n"),
                        "注册资本_万元_|_2021年|a_b|x_y_z/1|2|3|4");
}

static void values_are_tidied(void **state)
{
    (void)state;
    assert_string_equal(LIST_OF("a,b,c\n 一　,\"两\n行\",\"x\n y\"\n"), "a|b|c/一|两行|x y");
    assert_string_equal(LIST_OF("a,b\n\"1,\"\"2\"\"\",\n"), "a|b/1,\"2\"|");
    assert_string_equal(LIST_OF("a,b,,\n1,2,,\n3,4\n"), "a|b/1|2/3|4");
}

static void other_encodings_are_read(void **state)
{
    (void)state;
    assert_string_equal(LIST_OF("\xEF\xBB\xBF名\n甲\n"), "名/甲");
    assert_string_equal(LIST_OF("\xC3\xFB\n\xBC\xD7\n"), "名/甲");
    assert_string_equal(LIST_OF("\xFF\xFE\x0D\x54\n\0\x32\x75\n\0"), "名/甲");
    assert_string_equal(LIST_OF("\xFE\xFF\x54\x0D\0\n\x75\x32\0\n"), "名/甲");
}

static void wrong_headings_are_refused(void **state)
{
    (void)state;
    assert_string_equal(REFUSAL_OF(""), "rows.csv rows-none;");
    assert_string_equal(REFUSAL_OF(" ,\n"), "rows.csv rows-none;");
    assert_string_equal(REFUSAL_OF("a,,b\n"), "rows.csv:1:1 rows-heading 2;");
    assert_string_equal(REFUSAL_OF("a b,c,a-b\n"), "rows.csv:1:1 rows-column 1|3|a_b;");
}

static void all_wrong_rows_are_told(void **state)
{
    (void)state;
    assert_string_equal(REFUSAL_OF("a,b\n1\n1,2\n1,2,3\n"),
                        "rows.csv:2:1 rows-ragged 1|2;rows.csv:4:1 rows-ragged 3|2;");
    assert_string_equal(REFUSAL_OF("a,b\n1,2\n\"1,2\n3,4\n"), "rows.csv:3:1 csv-quote;");
    assert_string_equal(REFUSAL_OF("a\n\x01\n1\n\xC3\n"),
                        "rows.csv:2 text-character U+0001;rows.csv:4 text-encoding 0xC3;");
    assert_string_equal(REFUSAL_OF("a\n1\0002\n"), "rows.csv:2 text-character U+0000;");
}

static void add_rows(struct buffer *out, const char *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add(out, row);
}

/* Characters and line ends are cut anywhere between pieces. */
static void long_files_are_read_in_pieces(void **state)
{
    (void)state;
    enum { ROWS = 30000 };
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "企业,产品\r\n");
    add_rows(&out, "枣庄市市中区某某有限公司,\"成套\r\n设备\"\r\n", ROWS);
    const struct list_file *list = read_as(out.text, out.length);
    assert_non_null(list);
    assert_int_equal(list->count, ROWS);
    struct arena *rows = arena_new();
    struct list_reader *reader = list->begin(list, &findings, arena);
    struct list_row entry;
    for (long i = 0; list->next(reader, rows, &entry); i++) {
        assert_string_equal(entry.value[0], "枣庄市市中区某某有限公司");
        assert_string_equal(entry.value[1], "成套设备");
        assert_int_equal(entry.place.line, 2 * i + 2);
        arena_release(rows, entry.value[0]);
    }
    arena_free(rows);
}

static void a_broken_byte_late_in_the_file_has_its_line(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "企业,产品\n");
    add_rows(&out, "枣庄市市中区某某有限公司,成套设备\n", 50000);
    buffer_add(&out, "枣庄\xB5市,甲\n");
    assert_null(read_as(out.text, out.length));
    assert_string_equal(findings_text(&findings), "rows.csv:50002 text-encoding 0xB5;");
}

static void reading_ends_with_the_findings(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "a,b\n");
    add_rows(&out, "1\n", 100000);
    assert_null(read_as(out.text, out.length));
    assert_int_equal(findings.failures, LIMIT_FINDINGS->now);
}

static void long_rows_are_refused(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "a\n");
    add_rows(&out, "x", LIMIT_LIST_ROW_BYTES->now);
    assert_non_null(read_as(out.text, out.length));
    add_rows(&out, "x", 100000);
    assert_null(read_as(out.text, out.length));
    assert_string_equal(findings_text(&findings), "rows.csv:2:1 rows-long 1 MiB;");
}

static void many_rows_are_refused(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "a\n");
    add_rows(&out, "1\n", LIMIT_LIST_ROWS->now);
    assert_non_null(read_as(out.text, out.length));
    buffer_add(&out, "1\n");
    assert_null(read_as(out.text, out.length));
    assert_string_equal(findings_text(&findings), "rows.csv:1000002:1 table-rows 1000000;");
}

static void many_columns_are_refused(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    for (int i = 0; i < LIMIT_GRID_COLUMNS; i++)
        buffer_printf(&out, "%sc%d", i ? "," : "", i);
    assert_non_null(read_as(out.text, out.length));
    buffer_add(&out, ",last");
    assert_null(read_as(out.text, out.length));
    assert_string_equal(findings_text(&findings), "rows.csv:1:1 grid-columns 256;");
}

static void a_file_that_changes_is_told(void **state)
{
    (void)state;
    struct list_row entry;
    const struct list_file *list = read_as("a\n1\n", 4);
    write_text(arena, folder, "rows.csv", "a\n1\n2\n");
    struct list_reader *reader = list->begin(list, &findings, arena);
    assert_false(list->next(reader, arena, &entry));
    assert_string_equal(findings_rules(&findings), " file-changed;");
}

static void files_that_cannot_be_read_are_told(void **state)
{
    (void)state;
    struct place asked = {"notice.xml", 7, 0};
    assert_null(csv_list(&findings, arena_printf(arena, "%s/none.csv", folder), asked));
    assert_null(csv_list(&findings, folder, asked));
    assert_string_equal(findings_rules(&findings),
                        "notice.xml:7 file-missing;notice.xml:7 file-unreadable;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_row_names_the_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(headings_become_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_are_tidied, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_encodings_are_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wrong_headings_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(all_wrong_rows_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_files_are_read_in_pieces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_broken_byte_late_in_the_file_has_its_line, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(reading_ends_with_the_findings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_rows_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_rows_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_columns_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_changes_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(files_that_cannot_be_read_are_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
