/* data/notice.c: a notice with all that it names, as one document. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/notice.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct notice *notice;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    notice = NULL;
    write_text(arena, folder, "rubrics/r.xml",
               "<rubric id='r' title='方案'>\n<department id='s' name='省局'/>\n"
               "<group title='组'><indicator id='i' points='2' departments='s'><text>x</text>"
               "</indicator></group></rubric>");
    write_text(arena, folder, "a/notice.md", "正文\n\n第二段\n");
    write_text(arena, folder, "a/annex.md", "附件文字");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    if (notice)
        notice_free(notice);
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static struct xml_node *read_text(const char *text)
{
    const char *path = write_text(arena, folder, "a/notice.xml", text);
    struct project project = project_of(&findings, path, NULL);
    notice = notice_read(&project, path);
    return notice ? xml_root(notice->joined) : NULL;
}

static const char *content(struct xml_node *node, const char *name)
{
    return xml_content(arena, xml_first_named(node, name));
}

static void test_the_smallest_notice(void **state)
{
    (void)state;
    struct xml_node *root = read_text("<notice><title>通知</title></notice>");
    assert_non_null(root);
    assert_string_equal(notice->lang, "zh-CN");
    assert_string_equal(notice->style, "gbt9704");
    assert_null(notice->rubric);
    assert_null(notice->departments);
    assert_int_equal(notice->parts->kind, PART_NOTICE);
    assert_string_equal(notice->parts->template, "notice");
    assert_string_equal(notice->parts->name, "notice");
    assert_null(notice->parts->next);
    assert_null(xml_first_named(root, "prose"));
}

/* 7.2.5, in both ways of writing. */
static void test_the_document_number(void **state)
{
    (void)state;
    struct xml_node *root = read_text(
        "<notice><number organ='平质强办' year='2022' serial='1'/><title>x</title></notice>");
    assert_string_equal(content(root, "number"), "平质强办〔2022〕1号");
    notice_free(notice);
    root = read_text("<notice lang='zh-TW'><number organ='質' year='2022' serial='12'/>"
                     "<title>x</title></notice>");
    assert_string_equal(content(root, "number"), "質〔2022〕12號");
}

static void test_names_of_departments(void **state)
{
    (void)state;
    struct xml_node *root = read_text(
        "<notice><title>x</title><addressee><dept ref='b' as='乙'/><dept ref='a'/></addressee>"
        "<department id='a' name='甲局'/><department id='b' name='乙局'/>"
        "<task id='t' departments='a b'/></notice>");
    assert_string_equal(content(root, "addressee"), "乙、甲局");
    struct xml_node *task = xml_first_named(root, "task");
    assert_string_equal(content(task, "department"), "甲局");
    notice_free(notice);
    root = read_text("<notice><title>x</title><addressee>各县（市、区）</addressee></notice>");
    assert_string_equal(content(root, "addressee"), "各县（市、区）");
}

static void test_rubric_and_prose_become_children(void **state)
{
    (void)state;
    struct xml_node *root = read_text("<notice rubric='../rubrics/r.xml' prose='notice.md'>"
                                      "<title>x</title></notice>");
    struct xml_node *rubric = xml_first_named(root, "rubric");
    assert_string_equal(xml_get(rubric, "sum"), "2");
    assert_string_equal(xml_place(xml_first_named(rubric, "group")).file,
                        arena_printf(arena, "%s/rubrics/r.xml", folder));
    assert_int_equal(xml_place(xml_first_named(rubric, "group")).line, 3);
    assert_ptr_equal(notice->rubric->node, rubric);
    struct xml_node *prose = xml_first_named(root, "prose");
    assert_string_equal(xml_raw_content(arena, prose), "正文\n\n第二段\n");
    assert_string_equal(xml_file(prose), arena_printf(arena, "%s/a/notice.md", folder));
}

/* 7.3.7: 附件 alone, or 附件1, 附件2. */
static void test_annexes(void **state)
{
    (void)state;
    struct xml_node *root = read_text("<notice><title>x</title>"
                                      "<annex title='一' template='t' prose='annex.md'/>"
                                      "<annex title='二' listed-as='贰' template='t'/></notice>");
    struct xml_node *annex = xml_first_named(root, "annex");
    assert_string_equal(xml_get(annex, "label"), "附件1");
    assert_string_equal(xml_get(annex, "number"), "1");
    assert_string_equal(xml_get(annex, "listed-as"), "一");
    assert_string_equal(content(annex, "prose"), "附件文字");
    annex = xml_next_named(annex, "annex");
    assert_string_equal(xml_get(annex, "label"), "附件2");
    assert_string_equal(xml_get(annex, "listed-as"), "贰");
    notice_free(notice);
    root = read_text("<notice><title>x</title><annex title='一' template='t'/></notice>");
    annex = xml_first_named(root, "annex");
    assert_string_equal(xml_get(annex, "label"), "附件");
    assert_null(xml_get(annex, "number"));
}

/* The issued document stands with its annexes before the notice's, but is counted after them. */
static void test_parts_in_their_order(void **state)
{
    (void)state;
    static const struct {
        const char *name, *template;
        enum part_kind kind;
        bool of_issued;
    } cases[] = {
        {"notice", "issuing-notice", PART_NOTICE, false},
        {"issued", "issued", PART_ISSUED, false},
        {"annex-3", "t3", PART_ANNEX, true},
        {"annex-1", "t1", PART_ANNEX, false},
        {"annex-2", "t2", PART_ANNEX, false},
    };
    assert_non_null(read_text("<notice template='issuing-notice'><title>x</title>"
                              "<issued title='方案'><annex title='三' template='t3'/></issued>"
                              "<annex title='一' template='t1'/><annex title='二' template='t2'/>"
                              "</notice>"));
    const struct part *part = notice->parts;
    for (size_t i = 0; i < 5; i++, part = part->next) {
        assert_string_equal(part->name, cases[i].name);
        assert_string_equal(part->template, cases[i].template);
        assert_int_equal(part->kind, cases[i].kind);
        assert_int_equal(part->of_issued, cases[i].of_issued);
    }
    assert_null(part);
}

/* Everything that is wrong is found in one reading. */
static void test_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rules;
    } cases[] = {
        {"<notice>\n<title>x</title>", "notice.xml:2:17 xml-syntax;"},
        {"<rubric/>", "notice.xml:1 schema-root;"},
        {"<notice prose='gone.md'\nrubric='../rubrics/gone.xml'><title>x</title></notice>",
         "notice.xml:2 file-missing;notice.xml:2 file-missing;"},
        {"<notice rubric='notice.md'><title>x</title></notice>", "notice.md:1:1 xml-syntax;"},
        {"<notice rubric='../../x.xml'><title>x</title></notice>", "notice.xml:1 path-outside;"},
        {"<notice prose='../../../etc/passwd'><title>x</title></notice>",
         "notice.xml:1 path-outside;"},
        {"<notice><title>x</title>\n<annex title='一' template='t' prose='gone.md'/></notice>",
         "notice.xml:2 file-missing;"},
        {"<notice><title>x</title>\n<department id='a' name='甲'/>\n"
         "<department id='a' name='乙'/></notice>",
         "notice.xml:3 id-duplicate;"},
        {"<notice><title>x</title>\n<task id='t'/>\n<task id='t'/></notice>",
         "notice.xml:3 id-duplicate;"},
        {"<notice><title>x</title>\n<deadline id='d' what='x'/>\n<deadline id='d' what='x'/>"
         "</notice>",
         "notice.xml:3 id-duplicate;"},
        {"<notice><title>x</title>\n<contact id='c'/>\n<contact id='c'/><contact/><contact/>"
         "</notice>",
         "notice.xml:3 id-duplicate;"},
        {"<notice><title>x</title>\n<task id='t' departments='a'/></notice>",
         "notice.xml:2 department-unknown;"},
        {"<notice><title>x</title>\n<department id='a' name='甲' rubric='s'/></notice>",
         "notice.xml:2 rubric-needed;"},
        {"<notice rubric='../rubrics/r.xml'><title>x</title>\n"
         "<department id='a' name='甲' rubric='s q'/></notice>",
         "notice.xml:2 department-unknown;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        findings = findings_on(arena);
        assert_null(read_text(cases[i].text));
        assert_string_equal(findings_rules(&findings), cases[i].rules);
    }
}

static void test_the_notice_itself_is_missing(void **state)
{
    (void)state;
    const char *path = arena_printf(arena, "%s/a/gone.xml", folder);
    struct project project = project_of(&findings, path, NULL);
    assert_null(notice_read(&project, path));
    assert_string_equal(findings_rules(&findings), " file-missing;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_smallest_notice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_document_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names_of_departments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rubric_and_prose_become_children, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_annexes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_parts_in_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_notice_itself_is_missing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
