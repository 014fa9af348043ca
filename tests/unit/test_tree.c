/* xml/tree.c: walking and building. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

static struct arena *arena;
static struct findings findings;
static struct xml_document *document;
static struct xml_node *root;

static const char source[] = "<notice lang='zh-CN'>\n"
                             "  <!-- 注 -->\n"
                             "  <title issuer=''> 关于\n 开展 <br/><!-- x -->工作 </title>\n"
                             "  <slogan>甲</slogan>\n"
                             "  <contact><phone>1</phone></contact>\n"
                             "  <slogan>乙\xE3\x80\x80丙</slogan>\n"
                             "</notice>";

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    document = parse_text(&findings, source);
    root = xml_root(document);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    xml_document_free(document);
    arena_free(arena);
    return 0;
}

static void test_walking_sees_elements_only(void **state)
{
    (void)state;
    static const char *const names[] = {"title", "slogan", "contact", "slogan"};
    struct xml_node *node = xml_first(root);
    for (size_t i = 0; i < 4; i++, node = xml_next(node))
        assert_string_equal(xml_name(node), names[i]);
    assert_null(node);
    node = xml_first_named(root, "slogan");
    assert_int_equal(xml_line(node), 5);
    node = xml_next_named(node, "slogan");
    assert_int_equal(xml_line(node), 7);
    assert_null(xml_next_named(node, "slogan"));
    assert_null(xml_first_named(root, "phone"));
    assert_null(xml_first(node));
}

static void test_parents(void **state)
{
    (void)state;
    struct xml_node *phone = xml_first(xml_first_named(root, "contact"));
    assert_true(xml_is(phone, "phone"));
    assert_false(xml_is(phone, "phon"));
    assert_true(xml_is(xml_parent(phone), "contact"));
    assert_ptr_equal(xml_parent(xml_parent(phone)), root);
    assert_null(xml_parent(root));
}

static void test_attributes(void **state)
{
    (void)state;
    struct xml_node *title = xml_first(root);
    assert_string_equal(xml_get(root, "lang"), "zh-CN");
    assert_null(xml_get(root, "language"));
    assert_string_equal(xml_get(title, "issuer"), "");
    xml_set(title, "issuer", "市\"<&政府");
    assert_string_equal(xml_get(title, "issuer"), "市\"<&政府");
    xml_set_number(title, "number", -12);
    assert_string_equal(xml_get(title, "number"), "-12");
    const struct xml_node *first = xml_first_attribute(title), *second = xml_next_attribute(first);
    assert_string_equal(xml_name(first), "issuer");
    assert_string_equal(xml_name(second), "number");
    assert_true(xml_is_attribute(second));
    assert_null(xml_next_attribute(second));
    assert_null(xml_first_attribute(xml_next(title)));
}

/* U+3000 is part of the text, not white space around it. */
static void test_content(void **state)
{
    (void)state;
    struct xml_node *title = xml_first(root);
    assert_string_equal(xml_content(arena, title), "关于 开展 工作");
    assert_string_equal(xml_raw_content(arena, title), " 关于\n 开展 工作 ");
    assert_string_equal(
        xml_content(arena, xml_next_named(xml_first_named(root, "slogan"), "slogan")),
        "乙\xE3\x80\x80丙");
    assert_string_equal(xml_content(arena, xml_add(root, "note")), "");
}

static void test_parts_of_mixed_content(void **state)
{
    (void)state;
    const char *text;
    struct xml_node *title = xml_first(root);
    struct xml_node *part = xml_next_part(title, NULL, &text);
    assert_string_equal(text, " 关于\n 开展 ");
    part = xml_next_part(title, part, &text);
    assert_null(text);
    assert_true(xml_is(part, "br"));
    part = xml_next_part(title, part, &text);
    assert_string_equal(text, "工作 ");
    assert_null(xml_next_part(title, part, &text));
    assert_null(text);
}

static void test_paths_and_places(void **state)
{
    (void)state;
    struct xml_node *second = xml_next_named(xml_first_named(root, "slogan"), "slogan");
    assert_string_equal(xml_path(arena, second), "/notice/slogan[2]");
    assert_string_equal(xml_path(arena, root), "/notice");
    struct place place = xml_place(second);
    assert_string_equal(place.file, "test.xml");
    assert_int_equal(place.line, 7);
    assert_int_equal(place.column, 0);
}

static void test_building(void **state)
{
    (void)state;
    struct xml_document *built = xml_document_new("rubric");
    struct xml_node *group = xml_add(xml_root(built), "group");
    xml_add_with_text(group, "text", "<甲> & 乙");
    xml_add_text(group, "丙");
    assert_string_equal(xml_content(arena, group), "<甲> & 乙丙");
    assert_string_equal(xml_path(arena, xml_first(group)), "/rubric/group/text");
    assert_null(xml_file(group));
    xml_set_file(xml_root(built), "r.xml");
    assert_string_equal(xml_file(xml_first(group)), "r.xml");
    xml_clear(group);
    assert_null(xml_first(group));
    assert_string_equal(xml_content(arena, group), "");
    struct xml_node *after = xml_add(xml_root(built), "indicator");
    xml_remove(group);
    assert_ptr_equal(xml_first(xml_root(built)), after);
    xml_document_free(built);
}

/* What is built stands where it was added, but not in another file. */
static void test_places_of_what_is_built(void **state)
{
    (void)state;
    const char *text;
    struct xml_node *slogan = xml_first_named(root, "slogan");
    struct xml_node *built = xml_add_with_text(slogan, "text", "甲");
    assert_int_equal(xml_line(xml_add(built, "br")), 5);
    assert_int_equal(xml_line(xml_next_part(built, NULL, &text)), 5);
    xml_set_file(built, "notice.md");
    assert_string_equal(xml_place(xml_first(built)).file, "notice.md");
    assert_int_equal(xml_line(xml_first(built)), 0);
    xml_set_line(built, 9);
    assert_int_equal(xml_line(xml_first(built)), 9);
}

/* A copy outlives its original and still says where it came from. */
static void test_copying_between_documents(void **state)
{
    (void)state;
    static const char text[] = "<rubric>\n\n<group title='甲'/></rubric>";
    struct file file = {"rubric.xml", text, sizeof text - 1};
    struct xml_document *other = xml_parse(&findings, &file);
    struct xml_node *added = xml_add_copy(root, xml_root(other));
    xml_document_free(other);
    assert_ptr_equal(xml_parent(added), root);
    assert_string_equal(xml_get(xml_first(added), "title"), "甲");
    assert_string_equal(xml_place(xml_first(added)).file, "rubric.xml");
    assert_int_equal(xml_place(xml_first(added)).line, 3);
    assert_string_equal(xml_file(root), "test.xml");
    assert_string_equal(xml_path(arena, xml_first(added)), "/notice/rubric/group");
}

/* The parser keeps lines past 65535. */
/* What was moved stays when the document that it came from goes. */
static void test_moving_between_documents(void **state)
{
    (void)state;
    static const char text[] = "<rubric id='r'>\n<group title='质量'>a</group>\n</rubric>";
    struct file file = {"rubric.xml", text, sizeof text - 1};
    struct xml_document *notice = parse_text(&findings, "<notice><group title='b'/></notice>");
    struct xml_document *rubric = xml_parse_for(&findings, &file, notice);
    struct xml_node *moved = xml_root(rubric);
    xml_move(xml_root(notice), moved);
    assert_null(xml_root(rubric));
    xml_document_free(rubric);
    assert_ptr_equal(xml_next(xml_first(xml_root(notice))), moved);
    assert_string_equal(xml_get(moved, "id"), "r");
    assert_string_equal(xml_get(xml_first(moved), "title"), "质量");
    assert_string_equal(xml_content(arena, xml_first(moved)), "a");
    assert_string_equal(xml_place(xml_first(moved)).file, "rubric.xml");
    assert_int_equal(xml_place(xml_first(moved)).line, 2);
    xml_document_free(notice);
}

static void test_lines_of_a_long_file(void **state)
{
    (void)state;
    struct buffer text = buffer_on(arena);
    buffer_add(&text, "<a>");
    for (int i = 0; i < 70000; i++)
        buffer_add_char(&text, '\n');
    buffer_add(&text, "<b>x</b></a>");
    struct xml_document *long_document = parse_text(&findings, text.text);
    assert_int_equal(xml_line(xml_first(xml_root(long_document))), 70001);
    xml_document_free(long_document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_walking_sees_elements_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_parents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_attributes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_content, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_parts_of_mixed_content, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_paths_and_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_building, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_places_of_what_is_built, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_copying_between_documents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_moving_between_documents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lines_of_a_long_file, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
