/* data/department.c: departments and what refers to them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/department.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *document;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

static struct xml_node *parse(const char *text)
{
    document = parse_text(&findings, text);
    assert_non_null(document);
    return xml_root(document);
}

static const char *names(const struct department_ref *refs)
{
    struct buffer out = buffer_on(arena);
    for (; refs; refs = refs->next)
        buffer_printf(&out, "%s=%s;", refs->department->id, refs->name);
    return buffer_text(&out);
}

static const char list[] = "<notice>\n"
                           "<department id='scjgj' name='市场监管局'/>\n"
                           "<department id='jyj' name='教育局'/>\n"
                           "<department id='all' name='各相关部门' group='true'/>\n"
                           "%s</notice>";

static struct xml_node *parse_with(const char *more)
{
    return parse(arena_printf(arena, list, more));
}

static void test_departments_in_their_order(void **state)
{
    (void)state;
    struct department *first = departments_read(&findings, parse_with(""));
    assert_string_equal(first->id, "scjgj");
    assert_string_equal(first->next->name, "教育局");
    assert_false(first->collective);
    assert_true(first->next->next->collective);
    assert_null(first->next->next->next);
    assert_ptr_equal(department_find(first, "jyj"), first->next);
    assert_null(department_find(first, "jy"));
    assert_null(department_find(NULL, "jyj"));
    assert_int_equal(findings.count, 0);
}

static void test_an_id_that_stands_twice(void **state)
{
    (void)state;
    struct department *first =
        departments_read(&findings, parse_with("<department id='jyj' name='交易局'/>\n"));
    assert_string_equal(findings_text(&findings), "test.xml:5 id-duplicate jyj|3;");
    assert_string_equal(department_find(first, "jyj")->name, "教育局");
}

static void test_references_in_order_with_their_wording(void **state)
{
    (void)state;
    static const struct {
        const char *node, *names;
    } cases[] = {
        {"<task departments='jyj scjgj'/>", "jyj=教育局;scjgj=市场监管局;"},
        {"<task departments='  jyj  '/>", "jyj=教育局;"},
        {"<task departments=''/>", ""},
        {"<task/>", ""},
        {"<task><dept ref='jyj' as='教育部门'/><dept ref='scjgj'/></task>",
         "jyj=教育部门;scjgj=市场监管局;"},
        {"<task departments='all'><dept ref='jyj'/></task>", "all=各相关部门;jyj=教育局;"},
        {"<task departments='jyj jyj'/>", "jyj=教育局;jyj=教育局;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xml_node *root = parse_with(cases[i].node);
        struct department *first = departments_read(&findings, root);
        struct department_ref *refs =
            department_refs(&findings, first, xml_first_named(root, "task"));
        assert_string_equal(names(refs), cases[i].names);
        xml_document_free(document);
    }
    document = NULL;
    assert_int_equal(findings.count, 0);
}

/* Those that are known are still given, and the wrong one gets a suggestion. */
static void test_unknown_departments(void **state)
{
    (void)state;
    struct xml_node *root = parse_with("<task departments='scjg jyj'>\n<dept ref='qq'/></task>");
    struct department *first = departments_read(&findings, root);
    struct department_ref *refs = department_refs(&findings, first, xml_first_named(root, "task"));
    assert_string_equal(names(refs), "jyj=教育局;");
    assert_string_equal(findings_subjects(&findings), "test.xml:5 department-unknown scjg;"
                                                      "test.xml:6 department-unknown qq;");
    assert_non_null(strstr(findings.first->values[1], "\"scjgj\""));
}

static void test_one_attribute_alone(void **state)
{
    (void)state;
    struct xml_node *root =
        parse_with("<task departments='jyj' rubric='scjgj'><dept ref='all'/></task>");
    struct department *first = departments_read(&findings, root);
    struct xml_node *task = xml_first_named(root, "task");
    assert_string_equal(names(department_refs_in(&findings, first, task, "rubric")),
                        "scjgj=市场监管局;");
    assert_null(department_refs_in(&findings, first, task, "nothing"));
}

static void test_joining(void **state)
{
    (void)state;
    struct xml_node *root =
        parse_with("<task departments='jyj'><dept ref='all' as='大家'/></task>");
    struct department *first = departments_read(&findings, root);
    struct xml_node *task = xml_first_named(root, "task");
    department_refs_join(task, department_refs(&findings, first, task));
    struct xml_node *added = xml_first_named(task, "department");
    assert_string_equal(xml_get(added, "id"), "jyj");
    assert_string_equal(xml_content(arena, added), "教育局");
    added = xml_next_named(added, "department");
    assert_string_equal(xml_get(added, "id"), "all");
    assert_string_equal(xml_content(arena, added), "大家");
    assert_null(xml_next_named(added, "department"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_departments_in_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_id_that_stands_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_references_in_order_with_their_wording, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_unknown_departments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_attribute_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_joining, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
