/* flow/typeset.c: a register becomes a document. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/read.h"
#include "flow/looks.h"
#include "flow/typeset.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct project project;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    project = project_of(&findings, arena_printf(arena, "%s/archive.xml", folder), "templates");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static const char three_items[] =
    "<register fonds='J001' fonds-name='某市质量强市办公室' year='2024' retention='Y' "
    "organ='BGS'>\n"
    "<item number='7' code='J001-WS·2024-Y-BGS-0001' document-number='质强办〔2024〕1号'"
    " issuer='市质量强市办公室' title='关于开展“质量月”活动的通知' date='2024-08-20'"
    " retention='Y' pages='12'/>\n"
    "<item number='9' code='J001-WS·2024-Y-BGS-0002' title='考核 &lt;细则&gt; *1*' secrecy='秘密'"
    " retention='Y' note='代替第1件'/>\n"
    "<item number='12' code='J001-WS·2024-Y-BGS-0003' title='关于印发评分标准的通知'"
    " date='2024-12-01' retention='Y'/>\n"
    "</register>";

static const char three_as_markdown[] =
    "---\n"
    "title: \"归档文件目录\"\n"
    "issuer: \"某市质量强市办公室\"\n"
    "全宗号: \"J001\"\n"
    "年度: \"2024\"\n"
    "lang: \"zh-CN\"\n"
    "---\n\n"
    "# 归档文件目录\n\n"
    "全宗号：J001　全宗名称：某市质量强市办公室　年度：2024　保管期限：永久　"
    "机构（问题）：BGS\n\n"
    "| 序号 | 档号 | 文号 | 责任者 | 题名 | 日期 | 密级 | 页数 | 备注 |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    "| 1 | J001-WS·2024-Y-BGS-0001 | 质强办〔2024〕1号 | 市质量强市办公室 |"
    " 关于开展“质量月”活动的通知 | 20240820 | | 12 | |\n"
    "| 2 | J001-WS·2024-Y-BGS-0002 | | |"
    " 考核 \\<细则\\> \\*1\\* | | 秘密 | | 代替第1件 |\n"
    "| 3 | J001-WS·2024-Y-BGS-0003 | | |"
    " 关于印发评分标准的通知 | 20241201 | | | |\n\n";

static const char *typeset_text(const char *text, const char *template, unsigned format,
                                size_t *length)
{
    struct xml_document *data = parse_text(&findings, text);
    assert_non_null(data);
    struct typesetting job = {data, &register_kind, template, "gbt9704"};
    struct typeset set;
    struct buffer out = buffer_on(arena);
    bool done = typeset(&project, &job, &set) && typeset_add(&findings, &set, format, &out);
    xml_document_free(data);
    *length = out.length;
    return done ? buffer_text(&out) : NULL;
}

static void test_a_register_as_markdown(void **state)
{
    (void)state;
    size_t length;
    const char *text = typeset_text(three_items, "register", FORMAT_MARKDOWN, &length);
    assert_int_equal(findings.count, 0);
    assert_string_equal(text, three_as_markdown);
    assert_int_equal(length, strlen(text));
}

static void test_the_tree_names_the_items(void **state)
{
    (void)state;
    size_t length;
    const char *tree = typeset_text(three_items, "register", FORMAT_TREE, &length);
    assert_non_null(strstr(tree, "  section register landscape\n"));
    assert_non_null(strstr(tree, "/register/item[3]/@title test.xml:4>\n"));
}

static const char *many_items(long count)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "<register fonds='J001'>");
    for (long i = 1; i <= count; i++)
        buffer_printf(&out,
                      "<item number='%ld' code='J001-WS·2024-D10-%04ld' title='通知'"
                      " retention='D10'/>",
                      i, i);
    buffer_add(&out, "</register>");
    return buffer_text(&out);
}

/* The only table of the written file, read again. */
static const struct table *written_table(const char *text)
{
    struct docx_read word;
    struct file file = {"register.docx", NULL, 0};
    file.bytes = (char *)typeset_text(text, "register", FORMAT_DOCX, &file.length);
    assert_int_equal(findings.count, 0);
    const struct style *style = looks_load(&project, "gbt9704", (struct place){0});
    assert_true(docx_read(&findings, &file, style, &word));
    assert_true(word.document->last->landscape);
    const struct block *block = word.document->first->first;
    while (block->kind != BLOCK_TABLE)
        block = block->next;
    assert_null(block->next);
    return &block->table;
}

/* One header row, which Word repeats on each page, and a row for each item. */
static void test_a_register_as_a_word_file(void **state)
{
    (void)state;
    static const long counts[] = {0, 1, 3, 300};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const struct table *table = written_table(many_items(counts[i]));
        const struct row *row = table_next_row(table, NULL);
        long items = 0;
        assert_true(row->header);
        while ((row = table_next_row(table, row))) {
            assert_false(row->header);
            items++;
        }
        assert_int_equal(items, counts[i]);
    }
}

static void test_data_that_the_schema_forbids(void **state)
{
    (void)state;
    size_t length;
    assert_null(
        typeset_text("<register fonds='J001'>\n<item number='0' code='x' title='通知'"
                     " retention='D20'/>\n<item number='2' code='y' retention='Y'/></register>",
                     "register", FORMAT_MARKDOWN, &length));
    assert_string_equal(findings_subjects(&findings),
                        "test.xml:2 schema-value <item number=\"…\">;"
                        "test.xml:2 schema-value <item retention=\"…\">;"
                        "test.xml:3 schema-attribute-missing item;");
}

static void test_a_template_that_is_wrong(void **state)
{
    (void)state;
    size_t length;
    write_text(arena, folder, "templates/mine.md", "{{ deadline }} {{ item/@code }}");
    assert_null(typeset_text(three_items, "mine", FORMAT_MARKDOWN, &length));
    const struct finding *finding = findings.first;
    assert_non_null(
        strstr(finding_print(arena, finding, (struct printing){LANGUAGE_ENGLISH, false}),
               "no element \"deadline\" in a register"));
    assert_non_null(
        strstr(finding_print(arena, finding, (struct printing){LANGUAGE_CHINESE, false}),
               "归档文件目录里没有叫“deadline”的元素"));
    assert_int_equal(findings.count, 1);
    assert_null(typeset_text(three_items, "not-there", FORMAT_MARKDOWN, &length));
    assert_string_equal(findings_rules(&findings),
                        "mine.md:1:1 tag-name;test.xml:1 template-missing;");
}

/* What an office changes in its own folder counts. */
static void test_an_office_has_a_template_of_its_own(void **state)
{
    (void)state;
    size_t length;
    write_text(arena, folder, "templates/register.md",
               "{{# item }}\n第{{ @number }}件：{{ @title }}\n{{/}}\n");
    const char *text = typeset_text(three_items, "register", FORMAT_MARKDOWN, &length);
    assert_non_null(strstr(text, "第12件：关于印发评分标准的通知"));
    assert_int_equal(findings.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_register_as_markdown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_tree_names_the_items, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_register_as_a_word_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_data_that_the_schema_forbids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_template_that_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_office_has_a_template_of_its_own, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
