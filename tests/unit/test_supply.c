/* compose/supply.c, compose/supply_plan.c, flow/annex_rows.c: rows of a table that come from a
 * file. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "composing.h"
#include "flow/annex_rows.h"

static struct composing c;

static int set_up(void **state)
{
    (void)state;
    composing_begin(&c);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    composing_end(&c);
    return 0;
}

static const char notice[] = "<notice template=\"empty\"><title>名单</title>"
                             "<annex title=\"甲\" template=\"list\" rows=\"list.csv\"/></notice>";

/* The annex of the notice with these rows and this table; its table. */
static const struct table *compose_list(const char *rows, const char *table)
{
    write_text(c.arena, c.folder, "list.csv", rows);
    composing_template(&c, "list", arena_printf(c.arena, "```table %s\n```\n", table));
    composing_notice(&c, notice);
    composer_lend(c.composer, annex_list, annex_rows_new(&c.project));
    struct xml_node *annex = xml_first_named(xml_root(c.notice->joined), "annex");
    c.section = compose(c.composer, "list", annex, "annex-1", xml_place(annex));
    return c.section && c.section->first ? &c.section->first->table : NULL;
}

/* Rows with / between, cells with |, and how many columns and rows a cell covers. */
static void add_row(struct buffer *out, const struct row *row)
{
    buffer_add(out, out->length ? "/" : "");
    for (const struct cell *cell = row->first; cell; cell = cell->next) {
        buffer_add(out, cell == row->first ? "" : "|");
        for (const struct block *block = cell->first; block; block = block->next)
            buffer_printf(out, "%s%s", block == cell->first ? "" : "+",
                          paragraph_text(c.arena, &block->paragraph));
        if (cell->merge == MERGE_CONTINUED)
            buffer_add(out, "^");
        if (cell->merge == MERGE_START)
            buffer_printf(out, "*%d", cell->rows);
        if (cell->span > 1)
            buffer_printf(out, "-%d", cell->span);
    }
}

static const char *rows_text(const struct table *table)
{
    struct buffer out = buffer_on(c.arena);
    struct rows rows = rows_begin(table);
    for (const struct row *row; (row = rows_next(&rows));) {
        add_row(&out, row);
        if (row_is_apart(row))
            rows_pass(&rows, row);
    }
    rows_end(&rows);
    return buffer_text(&out);
}

static const char *made_of(const char *rows, const char *columns)
{
    const struct table *table =
        compose_list(rows, arena_printf(c.arena, "rows=\"@rows\"\n%s", columns));
    assert_string_equal(findings_text(&c.findings), "");
    assert_non_null(table->source);
    return rows_text(table);
}

static const char two_columns[] = "header: 甲\nwidth: 50%\ncell: {{? a }}\n\n"
                                  "header: 乙\nwidth: 50%\ncell: {{? b }}\n";

static void values_fill_cells_as_they_stand(void **state)
{
    (void)state;
    assert_string_equal(made_of("a,b\n1,x\n2,\n", two_columns), "甲|乙/1|x/2|");
    assert_true(c.section->first->table.source->is_flat);
    assert_string_equal(made_of("b,a\n", two_columns), "甲|乙");
}

static void rows_are_made_as_often_as_asked_for(void **state)
{
    (void)state;
    const char *first = made_of("a,b\n1,x\n", two_columns);
    assert_string_equal(rows_text(&c.section->first->table), first);
    struct rows rows = rows_begin(&c.section->first->table);
    rows_next(&rows);
    rows_next(&rows);
    rows_end(&rows);
    assert_string_equal(rows_text(&c.section->first->table), first);
}

static void expressions_see_the_row_the_annex_and_the_notice(void **state)
{
    (void)state;
    assert_string_equal(made_of("a,b\n1,x\n2,\n",
                                "header: 甲\nwidth: 50%\n"
                                "cell: {{ position() }}/{{ last() }}{{# b }}（{{ . }}）{{/}}\n\n"
                                "header: 乙\nwidth: 50%\n"
                                "cell: {{ ../@title }}{{ /notice/title }}{{ a + 1 }}\n"),
                        "甲|乙/1/2（x）|甲名单2/2/2|甲名单3");
    struct xml_node *annex = xml_first_named(xml_root(c.notice->joined), "annex");
    assert_null(xml_first(annex));
}

static const char merging[] = "header: 甲\nwidth: 50%\nmerge: equal\ncell: {{? a }}\n\n"
                              "header: 乙\nwidth: 50%\nmerge: equal\ncell: {{? b }}\n";

static void equal_texts_merge_to_their_end(void **state)
{
    (void)state;
    assert_string_equal(made_of("a,b\n1,x\n1,x\n1,y\n2,y\n2,y\n3,z\n", merging),
                        "甲|乙/1*3|x*2/^|^/^|y/2*2|y*2/^|^/3|z");
    assert_false(c.section->first->table.source->is_flat);
    assert_string_equal(made_of("a,b\n,\n1,x\n1,x\n", merging), "甲|乙/1*2|x*2/^|^");
}

/* The same texts in a table of the tree merge alike. */
static void merges_are_those_of_every_table(void **state)
{
    (void)state;
    struct buffer rows = buffer_on(c.arena), tree = buffer_on(c.arena);
    buffer_add(&rows, "a,b\n");
    for (int i = 0; i < 500; i++) {
        buffer_printf(&rows, "%d,%d\n", i / 7, i / 3);
        buffer_printf(&tree, "<slogan>%d,%d</slogan>", i / 7, i / 3);
    }
    const char *streamed = made_of(rows.text, merging);
    composing_template(&c, "tree",
                       "```table rows=\"slogan\"\n"
                       "header: 甲\nwidth: 50%\nmerge: equal\ncell: {{ substring-before(., ',') }}"
                       "\n\nheader: 乙\nwidth: 50%\nmerge: equal\n"
                       "cell: {{ substring-after(., ',') }}\n```\n");
    composing_notice(&c,
                     arena_printf(c.arena, "<notice><title>名单</title>%s</notice>", tree.text));
    struct xml_node *root = xml_root(c.notice->joined);
    struct section *section = compose(c.composer, "tree", root, "notice", xml_place(root));
    assert_string_equal(rows_text(&section->first->table), streamed);
}

static void nodes_span_but_never_merge(void **state)
{
    (void)state;
    assert_string_equal(made_of("a,b\n1,x\n2,\n",
                                "header: 甲\nwidth: 50%\nnode: .\ncell: {{ a }}\n\n"
                                "width: 50%\nnode: b[. != '']\ncell: {{ . }}\n"),
                        "甲-2/1|x/2-2");
}

static void rows_flow_over_cells(void **state)
{
    (void)state;
    const struct table *table = compose_list(
        "a,b\n1,\n2,\n3,\n4,\n5,\n", "rows=\"@rows\" across=\"2\"\nheader: 甲\nwidth: 100%\n"
                                     "cell: {{ a }}\n");
    assert_string_equal(findings_text(&c.findings), "");
    assert_string_equal(rows_text(table), "甲-2/1|2/3|4/5|");
}

static void long_tables_are_walked_through(void **state)
{
    (void)state;
    enum { ROWS = 20000 };
    struct buffer text = buffer_on(c.arena);
    buffer_add(&text, "a,b\n");
    for (int i = 0; i < ROWS; i++)
        buffer_printf(&text, "第%d号,合格\n", i);
    const struct table *table =
        compose_list(text.text, arena_printf(c.arena, "rows=\"@rows\"\n%s", two_columns));
    struct rows rows = rows_begin(table);
    long count = 0;
    for (const struct row *row; (row = rows_next(&rows)); count++)
        rows_pass(&rows, row);
    rows_end(&rows);
    assert_int_equal(count, ROWS + 1);
}

static void a_row_knows_where_it_comes_from(void **state)
{
    (void)state;
    made_of("a,b\n1,x\n\n2,y\n", two_columns);
    struct rows rows = rows_begin(&c.section->first->table);
    const struct row *row = NULL;
    for (int i = 0; i < 3; i++)
        row = rows_next(&rows);
    assert_string_equal(row->origin.path, "/notice/annex/@rows");
    assert_string_equal(path_base(row->origin.data.file), "list.csv");
    assert_int_equal(row->origin.data.line, 4);
    assert_string_equal(path_base(row->first->first->paragraph.first->origin.data.file),
                        "list.csv");
    rows_end(&rows);
}

static const char *wrong(const char *rows, const char *table)
{
    c.findings = findings_on(c.arena);
    const struct table *made = compose_list(rows, table);
    if (made && made->source)
        rows_text(made);
    return findings_subjects(&c.findings);
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    const char *both = arena_printf(c.arena, "rows=\"@rows\"\n%s", two_columns);
    assert_string_equal(wrong("a,c\n1,2\n", both), "list.md:8:7 tag-name element;");
    assert_string_equal(wrong("a,b\n1\n", both), "list.csv:2:1 rows-ragged 1;");
    assert_string_equal(wrong("a,b\n", "rows=\"slogan\"\nheader: 甲\nwidth: 100%\ncell: 1\n"),
                        "notice.xml:1 rows-unused list;");
    assert_string_equal(wrong("a,b\n", "rows=\"/notice/annex[2]/@rows\"\nheader: 甲\nwidth: 100%\n"
                                       "cell: 1\n"),
                        "list.md:1:1 rows-source /notice/annex[2]/@rows;notice.xml:1 rows-unused "
                        "list;");
    assert_string_equal(wrong("a,b\n1,\n,2\n", "rows=\"@rows\"\nheader: 甲\nwidth: 100%\n"
                                               "cell: {{ a }}\n"),
                        "list.csv:3:1 tag-empty {{ a }};");
    assert_string_equal(wrong("a,b\n1,\n,2\n", "rows=\"@rows\"\nheader: 甲\nwidth: 100%\n"
                                               "cell: 第{{ a }}号\n"),
                        "list.csv:3:1 tag-empty {{ a }};");
}

static void rows_end_with_the_findings(void **state)
{
    (void)state;
    struct buffer text = buffer_on(c.arena);
    buffer_add(&text, "a,b\n");
    for (int i = 0; i < 5000; i++)
        buffer_printf(&text, ",%d\n", i);
    wrong(text.text, "rows=\"@rows\"\nheader: 甲\nwidth: 100%\ncell: {{ a }}\n");
    assert_int_equal(c.findings.failures, LIMIT_FINDINGS->now);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_fill_cells_as_they_stand, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_are_made_as_often_as_asked_for, set_up, tear_down),
        cmocka_unit_test_setup_teardown(expressions_see_the_row_the_annex_and_the_notice, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(equal_texts_merge_to_their_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(merges_are_those_of_every_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nodes_span_but_never_merge, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_flow_over_cells, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_tables_are_walked_through, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_row_knows_where_it_comes_from, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rows_end_with_the_findings, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
