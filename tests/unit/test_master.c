/* data/master.c: one notice, joined again and again. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/master.h"
#include "in_folder.h"

static struct project project;
static struct master master;

static const char rubric[] =
    "<rubric id='%s' title='方案'><department id='a' name='甲局'/><group title='一'>"
    "<indicator id='i' points='2' departments='a'><text>项目</text></indicator></group></rubric>";

static void open_notice(void)
{
    write_text(arena, folder, "one.xml", arena_printf(arena, rubric, "one"));
    write_text(arena, folder, "two.xml", arena_printf(arena, rubric, "two"));
    const char *path = write_text(arena, folder, "notice.xml",
                                  "<notice rubric='one.xml'><number organ='质' year='2022' "
                                  "serial='1'/><title>通知</title></notice>");
    project = project_of(&findings, path, NULL);
    assert_true(master_open(&project, path, &master));
    assert_ptr_equal(master.plain, xml_root(master.document));
    assert_true(master_join(&master));
}

static void set(const char *element, const char *attribute, const char *value)
{
    struct xml_node *node = *element ? xml_first_named(master.plain, element) : master.plain;
    xml_set(node, attribute, value);
}

static void assert_joined(const char *number, const char *rubric_id)
{
    struct xml_node *root = master_root(&master), *node = xml_first_named(root, "rubric");
    assert_ptr_equal(xml_root(master.document), root);
    assert_string_equal(xml_content(arena, xml_first_named(root, "number")), number);
    assert_string_equal(xml_get(node, "id"), rubric_id);
    assert_string_equal(xml_get(node, "sum"), "2");
    assert_ptr_equal(master.notice.rubric->node, node);
    assert_null(xml_next_named(node, "rubric"));
}

static void test_other_values(void **state)
{
    (void)state;
    open_notice();
    const struct rubric *first = master.rubric;
    assert_joined("质〔2022〕1号", "one");
    for (int i = 2; i < 5; i++) {
        set("number", "serial", arena_printf(arena, "%d", i));
        assert_true(master_renew(&master));
        assert_joined(arena_printf(arena, "质〔2022〕%d号", i), "one");
        assert_ptr_equal(master.notice.rubric, first);
    }
    master_close(&master);
}

/* What is wrong leaves the notice as it was. */
static void test_wrong_values(void **state)
{
    (void)state;
    open_notice();
    set("number", "serial", "x");
    assert_false(master_renew(&master));
    set("number", "serial", "2");
    set("", "prose", "none.md");
    assert_false(master_renew(&master));
    assert_joined("质〔2022〕1号", "one");
    assert_int_equal(findings.errors, 2);
    write_text(arena, folder, "none.md", "正文\n");
    assert_true(master_renew(&master));
    assert_joined("质〔2022〕2号", "one");
    assert_non_null(xml_first_named(master_root(&master), "prose"));
    master_close(&master);
}

static void test_another_rubric(void **state)
{
    (void)state;
    open_notice();
    static const char *const names[] = {"two", "one", "one", "two"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        set("", "rubric", arena_printf(arena, "%s.xml", names[i]));
        assert_true(master_renew(&master));
        assert_joined("质〔2022〕1号", names[i]);
    }
    set("", "rubric", "none.xml");
    assert_false(master_renew(&master));
    assert_joined("质〔2022〕1号", "two");
    master_close(&master);
}

static void test_what_is_no_notice(void **state)
{
    (void)state;
    const char *path = write_text(arena, folder, "notice.xml", "<notice/>");
    project = project_of(&findings, path, NULL);
    assert_false(master_open(&project, path, &master));
    master_close(&master);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_other_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wrong_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_another_rubric, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_notice, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
