/* doc/dump.c: the document tree as text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "doc/doc.h"

static struct arena *arena;
static struct document document;
static const struct origin nowhere;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    document = (struct document){.lang = "zh-CN"};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const char *dump(void)
{
    struct buffer out = buffer_on(arena);
    document_dump(&document, &out);
    return buffer_text(&out);
}

static void test_properties_and_sections(void **state)
{
    (void)state;
    struct property title = {NULL, "title", "通知"};
    document.properties = &title;
    document_add_section(arena, &document, "notice");
    document_add_section(arena, &document, "annex-1")->landscape = true;
    document_add_section(arena, &document, "record")->continues = true;
    assert_string_equal(dump(), "document lang=zh-CN\n"
                                "  property title \"通知\"\n"
                                "  section notice portrait\n"
                                "  section annex-1 landscape\n"
                                "  section record portrait continues\n");
}

static void test_runs_and_origins(void **state)
{
    (void)state;
    struct section *section = document_add_section(arena, &document, "notice");
    struct block *p = section_add_block(
        section, paragraph_new(arena, ROLE_HEADING_2, (struct origin){.file = "a.md", .line = 3}));
    struct origin data = {"a.md", 4, "/notice/theme", {"n.xml", 5, 0}};
    struct run field = {.kind = RUN_FIELD, .face = ROLE_BODY, .text = "姓名", .field = "name"};
    struct run line_break = {.kind = RUN_BREAK, .face = ROLE_HEADING_2};
    paragraph_add_text(arena, p, ROLE_HEADING_2, 0, "（一）", nowhere);
    paragraph_add_text(arena, p, ROLE_BODY, RUN_BOLD | RUN_ITALIC, "乙", data);
    paragraph_add_text(arena, p, ROLE_HEADING_2, RUN_INSERTED | RUN_DELETED, "丁", nowhere);
    paragraph_add_text(arena, p, ROLE_HEADING_2, 0, "丙",
                       (struct origin){.path = "/notice", .data = {"n.xml", 2, 0}});
    paragraph_add_run(p, &line_break);
    paragraph_add_run(p, &field);
    assert_string_equal(dump(),
                        "document lang=zh-CN\n"
                        "  section notice portrait\n"
                        "    paragraph heading-2  <a.md:3>\n"
                        "      text \"（一）\"\n"
                        "      text face=body bold italic \"乙\"  <a.md:4 /notice/theme n.xml:5>\n"
                        "      text inserted deleted \"丁\"\n"
                        "      text \"丙\"  </notice n.xml:2>\n"
                        "      break\n"
                        "      field face=body id=name \"姓名\"\n");
}

static void test_forms_of_fields(void **state)
{
    (void)state;
    const char *words[] = {"是", "否"};
    struct field_form choice = {FIELD_CHOICE, words, 2}, date = {.kind = FIELD_DATE};
    struct run done = {.kind = RUN_FIELD, .text = "请选择", .field = "done", .form = &choice};
    struct run when = {.kind = RUN_FIELD, .text = "请填写", .field = "when", .form = &date};
    struct section *section = document_add_section(arena, &document, "notice");
    struct block *p = section_add_block(section, paragraph_new(arena, ROLE_BODY, nowhere));
    done.face = when.face = ROLE_BODY;
    paragraph_add_run(p, &done);
    paragraph_add_run(p, &when);
    assert_string_equal(dump(), "document lang=zh-CN\n"
                                "  section notice portrait\n"
                                "    paragraph body\n"
                                "      field id=done choice=是|否 \"请选择\"\n"
                                "      field id=when date \"请填写\"\n");
}

static void test_tables(void **state)
{
    (void)state;
    static const int widths[] = {2550, 7450};
    struct section *section = document_add_section(arena, &document, "annex-1");
    struct block *table = section_add_block(section, table_new(arena, nowhere));
    table->table.columns = 2;
    table->table.width = widths;
    table->table.borders = false;
    struct row *row = table_add_row(arena, table, nowhere);
    row->header = true;
    row_add_cell(arena, row)->span = 2;
    row = table_add_row(arena, table,
                        (struct origin){.file = "t.md", .line = 9, .path = "/notice/slogan[1]"});
    struct cell *cell = row_add_cell(arena, row);
    cell->rows = 2;
    cell->merge = MERGE_START;
    cell_add_block(cell, paragraph_new(arena, ROLE_TABLE_TEXT, nowhere));
    row_add_cell(arena, row)->align = "center";
    row_add_cell(arena, table_add_row(arena, table, nowhere))->merge = MERGE_CONTINUED;
    assert_string_equal(dump(), "document lang=zh-CN\n"
                                "  section annex-1 portrait\n"
                                "    table widths=25.5,74.5 borders=none\n"
                                "      row header\n"
                                "        cell column=1 span=2\n"
                                "      row  <t.md:9 /notice/slogan[1]>\n"
                                "        cell column=1 rows=2\n"
                                "          paragraph table-text\n"
                                "        cell column=2 align=center\n"
                                "      row\n"
                                "        cell column=1 continued\n");
}

static void test_charts(void **state)
{
    (void)state;
    static const char *const series[] = {"旧", "新"};
    static const struct bar bars[][2] = {{{true, 2950}, {true, 0}}, {{false, 0}, {true, 300}}};
    struct section *section = document_add_section(arena, &document, "annex-1");
    struct block *block = section_add_block(section, chart_new(arena, nowhere));
    block->chart.title = "分值";
    block->chart.series = series;
    block->chart.series_count = 2;
    chart_add_category(arena, block, "甲局", (struct origin){.file = "t.md", .line = 9})->bars =
        bars[0];
    chart_add_category(arena, block, "乙局", nowhere)->bars = bars[1];
    assert_string_equal(dump(), "document lang=zh-CN\n"
                                "  section annex-1 portrait\n"
                                "    chart \"分值\" series \"旧\" \"新\"\n"
                                "      category \"甲局\" 29.5 0  <t.md:9>\n"
                                "      category \"乙局\" - 3\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_properties_and_sections, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_runs_and_origins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_forms_of_fields, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_charts, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
