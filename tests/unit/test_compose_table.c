/* compose/plan.c and compose/table.c: table blocks over a small rubric. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "compose/run.h"
#include "composing.h"
#include "standard.h"

static const char rubric[] =
    "<rubric id='r' title='方案'><department id='a' name='甲局'/><department id='b' name='乙局'/>\n"
    "<group title='一'><group title='子'>\n"
    "<indicator id='i1' points='1' departments='a'><text>x1</text></indicator>\n"
    "<indicator id='i2' points='2' departments='a'><text>x2</text></indicator></group>"
    "<indicator id='i3' departments='a'><text>x3</text></indicator></group>"
    "<group title='二'>"
    "<indicator id='i4' points='4' departments='a'><text>x4</text></indicator>"
    "<indicator id='i5' points='5' departments='b'><text>x5</text></indicator></group></rubric>";

static struct composing c;

static int set_up(void **state)
{
    (void)state;
    composing_begin(&c);
    write_text(c.arena, c.folder, "rubrics/r.xml", rubric);
    composing_notice(&c, "<notice rubric='rubrics/r.xml'><title>x</title>"
                         "<slogan>甲</slogan><slogan>乙</slogan><slogan>丙</slogan></notice>");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    composing_end(&c);
    return 0;
}

#define INDICATORS "```table rows=\"rubric//indicator\"\n"

static void test_rows_and_headers(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"```table rows=\"slogan\"\nwidth: 100%\ncell: {{ . }}\n```\n", "|甲\n|乙\n|丙\n"},
        {"```table rows=\"slogan\"\nheader: 序号\nwidth: 20%\ncell: {{ position() }}\n\n"
         "header: 口号\nwidth: 80%\ncell: {{ . }}\n```\n后",
         "#|序号|口号\n|1|甲\n|2|乙\n|3|丙\n后\n"},
        {"```table rows=\"slogan[1]\"\nheader: 合\nwidth: 20%\ncell: 一\n\n"
         "width: 30%\ncell: 二\n\nheader: 末\nwidth: 50%\ncell: 三\n```\n",
         "#|>合|末\n|一|二|三\n"},
        {"```table rows=\"slogan[1]\"\nwidth: 40%\ncell: 一\n\nheader: 末\nwidth: 60%\n"
         "cell: 二\n```\n",
         "#||末\n|一|二\n"},
        {"```table rows=\"note\"\nheader: 空\nwidth: 100%\ncell: {{ . }}\n```\n", "#|空\n"},
        {"```table rows=\"slogan[1]\"\nwidth: 100%\ncell: 甲\n  乙\n  {{ . }}\n```\n",
         "|甲/乙/甲\n"},
        {"```table rows=\"slogan[1]\"\nwidth: 33.33%\ncell: {{? ../note }}\n\nwidth: 66.67%\n"
         "cell: {{_ f | 填 }}\n```\n",
         "||{f|填}\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

/* Rows with the same node share one cell, as deep as the nodes go. */
static void test_shared_nodes(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {INDICATORS "width: 50%\nnode: ancestor::group[last()]\ncell: {{ @title }}\n\n"
                    "width: 50%\ncell: {{ text }}\n```\n",
         "|3:一|x1\n|^|x2\n|^|x3\n|2:二|x4\n|^|x5\n"},
        {INDICATORS "width: 30%\nnode: ancestor::group[last()]\ncell: {{ @title }}\n\n"
                    "width: 30%\nnode: ..\ncell: {{ @title }}\n\n"
                    "width: 40%\ncell: {{ text }}\n```\n",
         "|3:一|2:子|x1\n|^|^|x2\n|^|一|x3\n|2:二|2:二|x4\n|^|^|x5\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

/* A missing node lets the cell before it span. */
static void test_missing_nodes(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {INDICATORS "width: 30%\nnode: ancestor::group[last()]\ncell: {{ @title }}\n\n"
                    "width: 30%\nnode: parent::group[parent::group]\ncell: {{ @title }}\n\n"
                    "width: 40%\ncell: {{ text }}\n```\n",
         "|2:一|2:子|x1\n|^|^|x2\n|>一|x3\n|>2:二|x4\n|>^|x5\n"},
        {INDICATORS "width: 30%\ncell: {{ text }}\n\nwidth: 30%\nnode: @points\ncell: {{ . }}\n\n"
                    "width: 40%\nnode: note\ncell: 无\n```\n",
         "|x1|>1\n|x2|>2\n|>>x3\n|x4|>4\n|x5|>5\n"},
        {"```table rows=\"slogan[1]\"\nwidth: 50%\nnode: note\ncell: 无\n\nwidth: 50%\ncell: 有\n"
         "```\n",
         "||有\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

/* Equal texts share one cell, but never across the cells of the first column. */
static void test_equal_texts(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {INDICATORS "width: 50%\nnode: ancestor::group[last()]\ncell: {{ @title }}\n\n"
                    "width: 50%\nmerge: equal\ncell: {{ names(department) }}\n```\n",
         "|3:一|3:甲局\n|^|^\n|^|^\n|2:二|甲局\n|^|乙局\n"},
        {INDICATORS "width: 100%\nmerge: equal\ncell: {{ names(department) }}\n```\n",
         "|4:甲局\n|^\n|^\n|^\n|乙局\n"},
        {INDICATORS "width: 50%\nmerge: equal\ncell: {{ ancestor::group[last()]/@title }}\n\n"
                    "width: 50%\nmerge: equal\ncell: {{ names(department) }}\n```\n",
         "|3:一|3:甲局\n|^|^\n|^|^\n|2:二|甲局\n|^|乙局\n"},
        {"```table rows=\"slogan\"\nwidth: 100%\nmerge: equal\ncell: {{? ../note }}\n```\n",
         "|\n|\n|\n"},
    };
    ASSERT_COMPOSED(&c, cases);
}

static void test_nodes_that_flow_across(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"```table rows=\"slogan\" across=\"2\" border=\"none\"\nwidth: 100%\ncell: {{ . }}\n```\n",
         "|甲|乙\n|丙|\n"},
        {"```table rows=\"slogan\" across=\"3\"\nwidth: 100%\ncell: {{ position() }}\n```\n",
         "|1|2|3\n"},
        {"```table rows=\"slogan\" across=\"4\"\nwidth: 100%\ncell: {{ . }}\n```\n",
         "|甲|乙|丙|\n"},
        {"```table rows=\"slogan\" across=\"2\"\nheader: 题\nwidth: 100%\ncell: {{ . }}\n```\n",
         "#|>题\n|甲|乙\n|丙|\n"},
    };
    ASSERT_COMPOSED(&c, cases);
    composed(&c, cases[0].text);
    const struct table *table = &c.section->first->table;
    assert_false(table->borders);
    assert_int_equal(table->columns, 2);
    assert_int_equal(table->width[0] + table->width[1], 10000);
}

static void test_options(void **state)
{
    (void)state;
    composed(&c, "1. 前\n```table rows=\"slogan\" page=\"landscape\" role=\"signature-grid\"\n"
                 "width: 25.5%\nalign: center\ncell: {{ . }}\n\nwidth: 74.5%\ncell: x\n```\n1. 后");
    const struct table *table = &c.section->first->next->table;
    assert_true(c.section->landscape);
    assert_true(table->borders);
    assert_int_equal(table->columns, 2);
    assert_int_equal(table->width[0], 2550);
    assert_int_equal(table->width[1], 7450);
    assert_string_equal(table->first->first->align, "center");
    assert_null(table->first->last->align);
    assert_int_equal(table->first->first->first->paragraph.role, ROLE_SIGNATURE_GRID);
    assert_string_equal(table->first->next->origin.path, "/notice/slogan[2]");
    assert_string_equal(paragraph_text(c.arena, &c.section->last->paragraph), "1.后");
}

/* "path file:line" of the last run in a cell, both counted from 0. */
static const char *origin_of(int row, int column)
{
    const struct row *r = c.section->first->table.first;
    while (row-- > 0)
        r = r->next;
    const struct cell *cell = r->first;
    while (column-- > 0)
        cell = cell->next;
    struct origin origin = cell->first->paragraph.last->origin;
    if (!origin.path)
        return "";
    return arena_printf(c.arena, "%s %s:%ld", origin.path, path_base(origin.data.file),
                        origin.data.line);
}

static void test_cells_know_the_data_of_their_row(void **state)
{
    (void)state;
    static const char group[] = "/notice/rubric/group[1]";
    composed(&c, INDICATORS "header: 组\nwidth: 30%\nnode: ancestor::group[last()]\ncell: 第\n\n"
                            "header: 文\nwidth: 30%\ncell: {{ text }}\n\n"
                            "header: 填\nwidth: 40%\ncell: {{_ f | 填 }}\n```\n");
    assert_string_equal(origin_of(0, 0), "");
    assert_string_equal(origin_of(1, 0), arena_printf(c.arena, "%s r.xml:2", group));
    assert_string_equal(origin_of(1, 1),
                        arena_printf(c.arena, "%s/group/indicator[1]/text r.xml:3", group));
    assert_string_equal(origin_of(2, 2),
                        arena_printf(c.arena, "%s/group/indicator[2] r.xml:4", group));
    composed(&c, "```table rows=\"slogan\" across=\"2\"\nwidth: 100%\ncell: 号\n```\n");
    assert_string_equal(origin_of(0, 1), "/notice/slogan[2] notice.xml:1");
}

#define COLUMN "width: 100%\ncell: x\n"

static void test_what_is_wrong(void **state)
{
    (void)state;
    static const struct composition cases[] = {
        {"```table\n" COLUMN "```\n", "1:1 table-incomplete;"},
        {"```table rows=\"slogan\"\n```\n", "1:1 table-incomplete;"},
        {"```table rows=\"slogan\"\nwidth: 100%\n```\n", "2:1 table-incomplete;"},
        {"```table rows=\"slogan\"\nwidth: 60%\ncell: x\n\nwidth: 30%\ncell: x\n```\n",
         "1:1 table-width;"},
        {"```table rows=\"slogan\"\nwidth: 100\ncell: x\n```\n", "2:8 table-syntax;"},
        {"```table rows=\"slogan\"\n" COLUMN "colour: red\n```\n", "4:1 table-syntax;"},
        {"```table rows=\"slogan\"\n" COLUMN "merge: all\n```\n", "4:8 table-syntax;"},
        {"```table rows=\"slogan\"\n" COLUMN "align: right\n```\n", "4:8 table-syntax;"},
        {"```table rows=\"slogan\" page=\"wide\"\n" COLUMN "```\n", "1:1 table-syntax;"},
        {"```table rows=\"slogan\" across=\"0\"\n" COLUMN "```\n", "1:1 table-syntax;"},
        {"```table rows=\"slogan\" role=\"bodi\"\n" COLUMN "```\n", "1:1 table-syntax;"},
        {"```table rows=slogan\n" COLUMN "```\n", "1:1 table-syntax;"},
        {"```table rows=\"slogn\"\n" COLUMN "```\n", "1:1 tag-name;"},
        {"```table rows=\"count(slogan)\"\n" COLUMN "```\n", "1:1 tag-value;"},
        {"```table rows=\"slogan\" across=\"2\"\nwidth: 50%\ncell: x\n\nwidth: 50%\ncell: x\n"
         "```\n",
         "1:1 table-columns;"},
    };
    ASSERT_WRONG(&c, cases);
}

static const char *table_of_columns(int count)
{
    struct buffer out = buffer_on(c.arena);
    buffer_add(&out, "```table rows=\"slogan[1]\"\n");
    for (int i = 0; i < count; i++)
        buffer_printf(&out, "width: %d%%\ncell: %d\n\n", i ? 1 : 101 - count, i);
    buffer_add(&out, "```\n");
    return out.text;
}

static void test_columns_at_the_cap_and_past_it(void **state)
{
    (void)state;
    composed(&c, table_of_columns(STANDARD_TABLE_COLUMNS));
    assert_int_equal(c.findings.count, 0);
    assert_int_equal(c.section->first->table.columns, STANDARD_TABLE_COLUMNS);
    assert_string_equal(found_wrong(&c, table_of_columns(STANDARD_TABLE_COLUMNS + 1)),
                        "1:1 table-columns;");
    assert_null(c.section->first);
    static const char across[] =
        "```table rows=\"slogan\" across=\"%d\"\nwidth: 100%%\ncell: {{ . }}\n```\n";
    assert_string_equal(found_wrong(&c, arena_printf(c.arena, across, STANDARD_TABLE_COLUMNS)), "");
    assert_string_equal(found_wrong(&c, arena_printf(c.arena, across, STANDARD_TABLE_COLUMNS + 1)),
                        "1:1 table-syntax;");
}

/* So many <slogan>, and a table of all but `fewer` of them. */
static void test_rows_at_the_cap_and_past_it(void **state)
{
    (void)state;
    struct buffer text = buffer_on(c.arena);
    buffer_add(&text, "<notice><title>x</title>");
    for (int i = 0; i <= STANDARD_TABLE_ROWS; i++)
        buffer_add(&text, "<slogan>x</slogan>");
    buffer_add(&text, "</notice>");
    composing_notice(&c, text.text);
    composed(&c, "```table rows=\"slogan[position() > 1]\"\nwidth: 100%\ncell: x\n```\n");
    assert_int_equal(c.findings.count, 0);
    int rows = 0;
    const struct table *table = &c.section->first->table;
    for (const struct row *row = NULL; (row = table_next_row(table, row));)
        rows++;
    assert_int_equal(rows, STANDARD_TABLE_ROWS);
    assert_string_equal(found_wrong(&c, "```table rows=\"slogan\"\nwidth: 100%\ncell: x\n```\n"),
                        "1:1 table-rows;");
}

static void test_rows_count_as_turns(void **state)
{
    (void)state;
    static const char table[] = "```table rows=\"slogan\"\nwidth: 100%\ncell: x\n```\n";
    c.composer->turns = STANDARD_TURNS - 3;
    assert_string_equal(found_wrong(&c, table), "");
    c.composer->turns = STANDARD_TURNS - 2;
    assert_string_equal(found_wrong(&c, table), "1:1 template-turns;");
    assert_null(c.section->first->table.first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows_and_headers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_shared_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_missing_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equal_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nodes_that_flow_across, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_options, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cells_know_the_data_of_their_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_columns_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows_at_the_cap_and_past_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows_count_as_turns, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
