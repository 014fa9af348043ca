/* archive/elements.c and metadata.c: what is kept about a document. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "archive/metadata.h"
#include "on_arena.h"

static struct metadata metadata_of(const char *joined)
{
    struct xml_document *document = parse_text(&findings, joined);
    assert_non_null(document);
    struct metadata metadata = {.notice = "a/notice.xml",
                                .elements = metadata_elements(arena, document)};
    xml_document_free(document);
    metadata_pair_add(arena, &metadata.files, "甲.docx", "DOCX");
    metadata_pair_add(arena, &metadata.software, "gongwen", "1");
    return metadata;
}

/* "name=value;" of a group. */
static const char *group_text(const struct metadata *metadata, enum metadata_group group)
{
    struct buffer out = buffer_on(arena);
    for (const struct metadata_element *e = metadata->elements; e; e = e->next)
        if (e->group == group)
            buffer_printf(&out, "%s=%s;", e->name, e->value);
    return buffer_text(&out);
}

static const char full[] =
    "<notice><copy-number>000001</copy-number><secrecy level='机密' period='1年'/>"
    "<urgency>特急</urgency><mark suffix='文件'>甲局</mark><mark>乙局</mark>"
    "<number "
    "year='2022'>甲〔2022〕1号</number><signatory>张三</signatory><signatory>李四</signatory>"
    "<title issuer='甲局'>关于\n  工作<br/>的通知</title>"
    "<publication index='X' subject='Y' publisher='Z' date='2022-02-01' validity='有效'/>"
    "<addressee>各县</addressee><signer>甲局</signer><signer>乙局</signer><date>2022-01-05</date>"
    "<note>附注</note><record printer='甲局办' "
    "printed='2022-01-06'><copy-to>丙局</copy-to></record>"
    "<annex title='一'/><annex title='二' listed-as='贰'/></notice>";

static void test_all_elements_of_a_notice(void **state)
{
    (void)state;
    struct metadata metadata = metadata_of(full);
    assert_string_equal(
        group_text(&metadata, GROUP_DOCUMENT),
        "文种=通知;份号=000001;密级和保密期限=机密★1年;紧急程度=特急;发文机关标志=甲局、乙局文件;"
        "发文字号=甲〔2022〕1号;签发人=张三、李四;标题=甲局关于 工作的通知;主送机关=各县;"
        "附件说明=一；贰;发文机关或签发人署名=甲局、乙局;成文日期=2022-01-05;附注=附注;抄送机关="
        "丙局;"
        "印发机关=甲局办;印发日期=2022-01-06;");
    assert_string_equal(group_text(&metadata, GROUP_PUBLICATION),
                        "索引号=X;主题分类=Y;发文机构=Z;发布日期=2022-02-01;有效性=有效;");
    assert_string_equal(metadata_value(&metadata, GROUP_RECORD, "责任者"), "甲局");
    assert_string_equal(metadata_value(&metadata, GROUP_RECORD, "保密期限"), "1年");
    assert_int_equal(metadata_year(&metadata), 2022);
}

static void test_what_a_notice_does_not_say(void **state)
{
    (void)state;
    struct metadata metadata = metadata_of("<notice><title>方案</title></notice>");
    assert_string_equal(group_text(&metadata, GROUP_DOCUMENT), "标题=方案;");
    assert_string_equal(group_text(&metadata, GROUP_RECORD), "题名=方案;");
    assert_int_equal(metadata_year(&metadata), 0);
}

static long year_of(const char *joined)
{
    struct metadata metadata = metadata_of(joined);
    return metadata_year(&metadata);
}

static void test_the_year(void **state)
{
    (void)state;
    assert_int_equal(year_of("<notice><number year='2021'>x</number><title>t</title>"
                             "<record printed='2022-01-06'/></notice>"),
                     2022);
    assert_int_equal(year_of("<notice><number year='2021'>x</number><title>t</title></notice>"),
                     2021);
}

static const struct entry filed = {
    .number = 12, .replaces = 3, .code = {"J001", "WS", 2022, "D30", "BGS", 7}, .seal = ""};

static void test_it_is_read_as_it_was_written(void **state)
{
    (void)state;
    struct metadata read, metadata = metadata_of(full);
    struct entry entry = metadata_entry(&metadata, &filed), again;
    struct file file = {"metadata.xml", NULL, 0};
    metadata_pair_add(arena, &metadata.accepted, "annex-title", "<照旧> & \"如此\"");
    file.bytes = metadata_write(arena, &metadata, &entry, &file.length);
    assert_true(metadata_read(&findings, &file, &read, &again));
    assert_string_equal(entry_print(arena, &again), entry_print(arena, &entry));
    assert_string_equal(group_text(&read, GROUP_DOCUMENT), group_text(&metadata, GROUP_DOCUMENT));
    assert_true(metadata_pairs_equal(read.files, metadata.files));
    assert_true(metadata_pairs_equal(read.accepted, metadata.accepted));
    assert_true(metadata_pairs_equal(read.software, metadata.software));
    assert_string_equal(read.notice, "a/notice.xml");
    assert_string_equal(metadata_value(&read, GROUP_RECORD, "档号"), "J001-WS·2022-D30-BGS-0007");
    assert_string_equal(metadata_value(&read, GROUP_RECORD, "保管期限"), "30年");
}

static void test_what_its_schema_forbids(void **state)
{
    (void)state;
    struct metadata metadata;
    struct entry entry;
    static const char text[] = "<metadata number='0' notice='x'/>";
    struct file file = {"metadata.xml", text, strlen(text)};
    assert_false(metadata_read(&findings, &file, &metadata, &entry));
    assert_string_equal(findings_rules(&findings),
                        "metadata.xml:1 schema-value;metadata.xml:1 schema-content;");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_all_elements_of_a_notice),
        TEST(test_what_a_notice_does_not_say),
        TEST(test_the_year),
        TEST(test_it_is_read_as_it_was_written),
        TEST(test_what_its_schema_forbids),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
