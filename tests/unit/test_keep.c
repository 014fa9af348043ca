/* compose/keep.c: what comes out the same in document after document is composed once, and nothing
 * else. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "base/ordinal.h"
#include "composing.h"
#include "data/rubric.h"

static const char rubric[] =
    "<rubric id='r' title='方案'><department id='a' name='甲局'/>"
    "<group title='一'>"
    "<indicator id='i1' points='1' departments='a'><text>x1</text></indicator>"
    "<indicator id='i2' points='2' departments='a'><text>x2</text></indicator></group></rubric>";

static struct composing c;

static int set_up(void **state)
{
    (void)state;
    composing_begin(&c);
    write_text(c.arena, c.folder, "rubrics/r.xml", rubric);
    composing_notice(&c, "<notice rubric='rubrics/r.xml'><title>t0</title>"
                         "<slogan>甲</slogan><slogan>乙</slogan></notice>");
    composer_keep(c.composer, c.notice->rubric->node);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    composing_end(&c);
    return 0;
}

/* The outline of the next document, whose title is another. */
static const char *next_document(const char *name, const char *title)
{
    struct xml_node *root = xml_root(c.notice->joined);
    xml_set_value(xml_first_named(root, "title"), title);
    composer_use(c.composer, &c.findings, 20);
    c.section = compose(c.composer, name, root, "test", (struct place){"notice.xml", 1, 0});
    return outline(c.arena, c.section);
}

#define TABLE                                                                                      \
    "```table rows=\"rubric//indicator\"\nwidth: 50%\ncell: {{ text }}\n\nwidth: 50%\ncell: "

static const struct table *table_of(const struct section *section)
{
    const struct block *block = section->first;
    while (block->kind != BLOCK_TABLE)
        block = block->next;
    return &block->table;
}

/* Gives the name of the template. */
static const char *assert_table(const char *cell, const char *first, const char *second,
                                bool is_kept)
{
    static int number;
    const char *name = arena_printf(c.arena, "t%d", ++number);
    composing_template(&c, name, arena_printf(c.arena, "%s%s\n```\n", TABLE, cell));
    assert_string_equal(next_document(name, "t1"), first);
    const struct row *row = table_of(c.section)->first;
    assert_string_equal(next_document(name, "t2"), second);
    if ((row == table_of(c.section)->first) != is_kept)
        fail_msg("%s", cell);
    return name;
}

static void test_tables(void **state)
{
    (void)state;
    assert_table("{{ points(@points) }}", "|x1|1\n|x2|2\n", "|x1|1\n|x2|2\n", true);
    assert_table("{{# ancestor::group }}{{ @title }}{{/}}", "|x1|一\n|x2|一\n", "|x1|一\n|x2|一\n",
                 true);
    assert_table("一样", "|x1|一样\n|x2|一样\n", "|x1|一样\n|x2|一样\n", true);
    assert_table("{{ /notice/title }}", "|x1|t1\n|x2|t1\n", "|x1|t2\n|x2|t2\n", false);
    assert_table("{{# ../../../title }}{{ . }}{{/}}", "|x1|t1\n|x2|t1\n", "|x1|t2\n|x2|t2\n",
                 false);
    assert_table("{{? //title[. = 't1'] }}", "|x1|t1\n|x2|t1\n", "|x1|\n|x2|\n", false);
    assert_table("{{# @points[../../../../title = 't2'] }}二{{/}}", "|x1|\n|x2|\n",
                 "|x1|二\n|x2|二\n", false);
    assert_table("{{_ f | 填 }}", "|x1|{f|填}\n|x2|{f-2|填}\n", "|x1|{f|填}\n|x2|{f-2|填}\n",
                 false);
    assert_int_equal(c.findings.count, 0);
}

static void test_rows_from_elsewhere(void **state)
{
    (void)state;
    composing_template(&c, "rows", "```table rows=\"title\"\nwidth: 100%\ncell: {{ . }}\n```\n");
    assert_string_equal(next_document("rows", "t1"), "|t1\n");
    assert_string_equal(next_document("rows", "t2"), "|t2\n");
}

/* A merged column runs on the node that it names. */
static void test_columns_on_other_nodes(void **state)
{
    (void)state;
    composing_template(&c, "columns",
                       "```table rows=\"rubric//indicator\"\nwidth: 50%\nnode: /notice/title\n"
                       "cell: {{ . }}\n\nwidth: 50%\ncell: {{ text }}\n```\n");
    assert_string_equal(next_document("columns", "t1"), "|2:t1|x1\n|^|x2\n");
    assert_string_equal(next_document("columns", "t2"), "|2:t2|x1\n|^|x2\n");
}

/* Numbers go on from what was written before, which may differ. */
static void test_numbers(void **state)
{
    (void)state;
    composing_template(&c, "numbers",
                       "{{# title[. = 't2'] }}\n## 多一节\n{{/}}\n## 一样\n\n1. 甲\n2. 乙\n\n段\n");
    assert_string_equal(next_document("numbers", "t1"),
                        "heading-1: 一、一样\nlist-1: 1.甲\nlist-1: 2.乙\n段\n");
    assert_string_equal(
        next_document("numbers", "t2"),
        "heading-1: 一、多一节\nheading-1: 二、一样\nlist-1: 1.甲\nlist-1: 2.乙\n段\n");
    assert_string_equal(next_document("numbers", "t1"),
                        "heading-1: 一、一样\nlist-1: 1.甲\nlist-1: 2.乙\n段\n");
}

static void test_sections_and_roles(void **state)
{
    (void)state;
    composing_template(&c, "sections",
                       "{{# rubric/group }}\n组{{ @title }}\n{{/}}\n"
                       "{{# slogan }}\n口号{{ . }}，一样\n\n同\n{{/}}\n"
                       "{{^ rubric/group/group }}\n无\n{{/}}\n"
                       "{{# title[. = 't2'] }}\n二\n{{/}}\n");
    assert_string_equal(next_document("sections", "t1"),
                        "组一\n口号甲，一样\n同\n口号乙，一样\n同\n无\n");
    assert_string_equal(next_document("sections", "t2"),
                        "组一\n口号甲，一样\n同\n口号乙，一样\n同\n无\n二\n");
}

/* A piece in a section that varies is kept for each node and each turn. */
static void test_turns(void **state)
{
    (void)state;
    composing_template(&c, "turns",
                       "{{# //indicator[@id != /notice/title] }}\n{{ position() }}/{{ last() }}"
                       "{{ text }}\n{{/}}\n");
    assert_string_equal(next_document("turns", "t1"), "1/2x1\n2/2x2\n");
    assert_string_equal(next_document("turns", "i1"), "1/1x2\n");
    assert_string_equal(next_document("turns", "i2"), "1/1x1\n");
    assert_string_equal(next_document("turns", "t1"), "1/2x1\n2/2x2\n");
}

/* One node is the second of two, then the first. */
static void test_positions(void **state)
{
    (void)state;
    composing_template(&c, "positions",
                       "{{# //indicator[@id = 'i2' or /notice/title = 't1'] |"
                       " //indicator[@id = 'i2']/text[/notice/title = 't2'] }}\n"
                       "{{ position() }}/{{ last() }}\n{{/}}\n");
    assert_string_equal(next_document("positions", "t1"), "1/2\n2/2\n");
    assert_string_equal(next_document("positions", "t2"), "1/2\n2/2\n");
}

/* Another tree is kept apart. */
static void test_another_tree(void **state)
{
    (void)state;
    const char *rows = "|x1|i1\n|x2|i2\n";
    const char *name = assert_table("{{ @id }}", rows, rows, true);
    struct xml_node *group = xml_first_named(c.notice->rubric->node, "group");
    composer_keep(c.composer, NULL);
    xml_set(xml_first_named(group, "indicator"), "id", "neu");
    assert_string_equal(next_document(name, "t1"), "|x1|neu\n|x2|i2\n");
}

/* One piece in two sections of a document, and in two roles. */
static void test_twice_in_a_document(void **state)
{
    (void)state;
    composing_template(&c, "part", "一样\n");
    composing_template(&c, "twice",
                       "{{> part }}\n\n```note\n{{> part }}\n```\n\n{{> part }}\n\n{{ title }}\n");
    const char *first = "一样\nnote: 一样\n一样\nt1\n";
    assert_string_equal(next_document("twice", "t1"), first);
    struct section *before = c.section;
    assert_string_equal(next_document("twice", "t2"), "一样\nnote: 一样\n一样\nt2\n");
    assert_string_equal(outline(c.arena, before), first);
}

/* What is wrong is told of each document. */
static void test_findings(void **state)
{
    (void)state;
    composing_template(&c, "wrong", "空{{ rubric/group[9] }}\n");
    for (size_t i = 1; i <= 3; i++) {
        c.findings = findings_on(c.arena);
        assert_string_equal(next_document("wrong", "t1"), "空\n");
        assert_int_equal(c.findings.count, 1);
    }
}

/* A document whose loops turn too often lacks what follows; the next one has it. */
static void test_too_many_turns(void **state)
{
    (void)state;
    assert_true(limits_set(&c.findings, "turns=6"));
    composing_template(&c, "turning",
                       "{{# slogan[/notice/title = 't1'] }}\n{{# //indicator }}\n"
                       "{{# //indicator }}\n{{/}}\n{{/}}\n{{/}}\n"
                       "{{# rubric//indicator }}\n{{ text }}\n{{/}}\n");
    assert_string_equal(next_document("turning", "t1"), "");
    assert_int_equal(c.findings.errors, 1);
    assert_string_equal(next_document("turning", "t2"), "x1\nx2\n");
    assert_string_equal(next_document("turning", "t1"), "");
    assert_true(limits_set(&c.findings, "turns=1000000"));
}

/* What comes out in very many ways is not kept in all of them. */
static void test_many_ways(void **state)
{
    (void)state;
    enum { WAYS = 20 };
    struct buffer expected = buffer_on(c.arena);
    composing_template(
        &c, "many", "{{# (//node())[position() <= number(/notice/title)] }}\n## 节\n{{/}}\n\n段\n");
    for (int i = 1; i <= WAYS; i++) {
        buffer_printf(&expected, "heading-1: %s、节\n", number_print(c.arena, i, true));
        const char *text = next_document("many", arena_printf(c.arena, "%d", i));
        assert_string_equal(text, arena_printf(c.arena, "%s段\n", buffer_text(&expected)));
    }
}

/* Of many proses, as where each document has its own, nothing is kept but of the first. */
static void test_many_proses(void **state)
{
    (void)state;
    write_text(c.arena, c.folder, "p.md", "一样\n");
    composing_notice(&c, "<notice prose='p.md'><title>t0</title></notice>");
    composer_keep(c.composer, NULL);
    composing_template(&c, "proses", "{{& prose }}\n");
    struct xml_node *prose = xml_first_named(xml_root(c.notice->joined), "prose");
    for (int i = 0; i < 40; i++) {
        xml_set_file(prose, arena_printf(c.arena, "p%d.md", i / 2));
        const struct run *before = i % 2 ? c.section->first->paragraph.first : NULL;
        assert_string_equal(next_document("proses", "t1"), "一样\n");
        if (i % 2)
            assert_int_equal(c.section->first->paragraph.first == before, i / 2 < 16);
    }
}

/* Without a tree that stays, only what has no expressions is kept. */
static void test_nothing_stays(void **state)
{
    (void)state;
    composer_keep(c.composer, NULL);
    composing_template(&c, "nothing", TABLE "x\n```\n\n一样\n");
    next_document("nothing", "t1");
    const struct row *row = table_of(c.section)->first;
    const struct run *run = c.section->last->paragraph.first;
    next_document("nothing", "t2");
    assert_ptr_not_equal(table_of(c.section)->first, row);
    assert_ptr_equal(c.section->last->paragraph.first, run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows_from_elsewhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_columns_on_other_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sections_and_roles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_turns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_positions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_another_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_twice_in_a_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_findings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_too_many_turns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many_ways, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many_proses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_stays, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
