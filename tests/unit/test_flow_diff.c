/* flow/diff.c: two files become a 修订对照表. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/read.h"
#include "flow/diff.h"
#include "flow/looks.h"
#include "in_folder.h"

#define SCHEME(first, second)                                                                      \
    "<rubric id='r' title='2021年方案'><department id='ga' name='公安局'/>\n"                \
    "<group title='质量'><indicator id='a' points='2'" first "</indicator><indicator id='" second  \
    "' points='1'><text>配备 &lt;首席&gt; *质量官*。</text></indicator></group></rubric>"
#define OTHERS "<department id='b' name='教育局'/><department id='c' name='财政局'/>"
#define ORDERED(departments)                                                                         \
    "<rubric id='r' title='方案'>" departments "<group title='质量'><indicator id='i' points='1'>" \
    "<text>开展质量提升行动。</text></indicator></group></rubric>"
#define FIRST " departments='ga'><text>开展质量提升行动。</text>"
#define NAMED_FIRST "><text>开展质量提升行动。</text><dept ref='ga' as='市公安局'/>"
static const char old_scheme[] = SCHEME(FIRST, "b");
static const char new_scheme[] =
    "<rubric id='r' title='2022年方案'><department id='ga' name='公安局'/>\n"
    "<group title='质量'><indicator id='a' points='2.5' departments='ga'>"
    "<text>开展质量检查行动。</text></indicator></group></rubric>";

static const char as_markdown[] =
    "---\n"
    "title: \"修订对照表\"\n"
    "原方案: \"2021年方案\"\n"
    "新方案: \"2022年方案\"\n"
    "lang: \"zh-CN\"\n"
    "---\n\n"
    "# 修订对照表\n\n"
    "原方案：2021年方案\\\n"
    "新方案：2022年方案\n\n"
    "## 一、修订内容\n\n"
    "共3处：新增0处，删去1处，修改2处。加删除线的是删去的文字，加下划线的是新增的文字。\n\n"
    "<table>\n<thead>\n"
    "<tr><th>序号</th><th>位置</th><th>原方案</th><th>新方案</th><th>变化</th></tr>\n"
    "</thead>\n<tbody>\n"
    "<tr><td>1</td><td>方案</td><td><del>2021</del>年方案</td><td><ins>2022</ins>年方案</td>"
    "<td>名称修改</td></tr>\n"
    "<tr><td>2</td><td>质量</td>"
    "<td>开展质量<del>提升</del>行动。<br>分值：<del>2分</del><br>责任单位：公安局</td>"
    "<td>开展质量<ins>检查</ins>行动。<br>分值：<ins>2.5分</ins><br>责任单位：公安局</td>"
    "<td>文字修改、分值调整</td></tr>\n"
    "<tr><td>3</td><td><del>质量</del></td>"
    "<td><del>配备 &lt;首席&gt; *质量官*。</del><br>分值：<del>1分</del></td><td></td>"
    "<td>删去</td></tr>\n"
    "</tbody>\n</table>\n\n"
    "## 二、各领域分值\n\n"
    "| 领域 | 原方案 | 新方案 | 增减 |\n| --- | --- | --- | --- |\n"
    "| 质量 | 3 | 2.5 | \\-0.5 |\n\n"
    "合计：原方案3分，新方案2.5分。减分项和否决项不计入。\n\n"
    "## 三、各部门分值\n\n"
    "| 部门 | 原方案 | 新方案 | 增减 |\n| --- | --- | --- | --- |\n"
    "| 公安局 | 2 | 2.5 | \\+0.5 |\n\n"
    "几个部门共同负责的指标，各按全额计入。\n\n"
    "**各部门分值**\n\n"
    "| | 原方案 | 新方案 |\n| --- | --- | --- |\n"
    "| 公安局 | 2 | 2.5 |\n\n";

static bool compare(const char *old, const char *new, enum diff_format format, bool *differ,
                    struct buffer *out)
{
    struct diff diff = {.old = write_text(arena, folder, "old.xml", old),
                        .new = write_text(arena, folder, "new.xml", new),
                        .format = format,
                        .share = "templates"};
    return flow_diff(&findings, &diff, differ, out);
}

static void test_markdown(void **state)
{
    (void)state;
    bool differ = false;
    struct buffer out = buffer_on(arena);
    assert_true(compare(old_scheme, new_scheme, DIFF_MARKDOWN, &differ, &out));
    assert_true(differ);
    assert_string_equal(buffer_text(&out), as_markdown);
}

static void test_the_same(void **state)
{
    (void)state;
    bool differ = true;
    struct buffer out = buffer_on(arena), words = buffer_on(arena);
    assert_true(compare(old_scheme, old_scheme, DIFF_TEXT, &differ, &out));
    assert_false(differ);
    assert_string_equal(buffer_text(&out), "");
    assert_true(compare(old_scheme, old_scheme, DIFF_MARKDOWN, &differ, &words));
    assert_false(differ);
    assert_non_null(strstr(buffer_text(&words), "\n\n两套方案的内容没有差别。\n\n"));
    assert_null(strstr(buffer_text(&words), "修订内容"));
}

/* What the data files alone differ in is told, but stands in no annex. */
static void test_only_ids(void **state)
{
    (void)state;
    bool differ = false;
    struct buffer out = buffer_on(arena), words = buffer_on(arena);
    const char *other = SCHEME(FIRST, "c");
    assert_true(compare(old_scheme, other, DIFF_TEXT, &differ, &out));
    assert_true(differ);
    assert_string_equal(buffer_text(&out), "~ scheme r (2021年方案) ids: 1条指标\n"
                                           "0 added, 0 removed, 1 changed; points 3 -> 3\n");
    assert_true(compare(old_scheme, other, DIFF_MARKDOWN, &differ, &words));
    assert_non_null(strstr(buffer_text(&words), "\n\n两套方案的内容没有差别。\n\n"));
}

/* Nor does the order of departments, not even beside what else changed of one. */
static void test_order_of_departments(void **state)
{
    (void)state;
    bool differ = false;
    struct buffer out = buffer_on(arena), words = buffer_on(arena);
    const char *one = ORDERED("<department id='a' name='公安局'/>" OTHERS);
    const char *two = ORDERED(OTHERS "<department id='a' name='市公安局'/>");
    assert_true(compare(one, two, DIFF_TEXT, &differ, &out));
    assert_non_null(strstr(buffer_text(&out), " moved: "));
    assert_true(compare(one, two, DIFF_MARKDOWN, &differ, &words));
    assert_non_null(strstr(buffer_text(&words), "共1处："));
    assert_non_null(strstr(buffer_text(&words), "市</ins>公安局"));
    assert_null(strstr(buffer_text(&words), "位</"));
}

/* Of other names for the same departments the cell holds one line. */
static void test_other_names(void **state)
{
    (void)state;
    bool differ = false;
    struct buffer out = buffer_on(arena);
    const char *other = SCHEME(NAMED_FIRST, "b");
    assert_true(compare(old_scheme, other, DIFF_MARKDOWN, &differ, &out));
    assert_true(differ);
    assert_non_null(
        strstr(buffer_text(&out),
               "<td>开展质量提升行动。<br>分值：2分<br>责任单位：<del>公安局</del></td>"
               "<td>开展质量提升行动。<br>分值：2分<br>责任单位：<ins>市公安局</ins></td>"
               "<td>责任单位写法调整</td>"));
}

static size_t count_blocks(const struct section *section, enum block_kind kind)
{
    size_t count = 0;
    for (const struct block *block = section->first; block; block = block->next)
        count += block->kind == kind;
    return count;
}

static void test_word_file(void **state)
{
    (void)state;
    bool differ = false;
    struct docx_read word;
    struct buffer out = buffer_on(arena);
    struct project project = project_of(&findings, folder, "templates");
    assert_true(compare(old_scheme, new_scheme, DIFF_DOCX, &differ, &out));
    struct file file = {"diff.docx", out.text, out.length};
    assert_true(
        docx_read(&findings, &file, looks_load(&project, "gbt9704", (struct place){0}), &word));
    assert_true(word.document->last->landscape);
    assert_int_equal(count_blocks(word.document->first, BLOCK_TABLE), 3);
}

/* A department each, 41 of them: more than a chart has room for. */
static const char *many_departments(const char *score)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "<rubric id='r' title='方案'>");
    for (int i = 0; i < 41; i++)
        buffer_printf(&out, "<department id='d%d' name='第%d局'/>", i, i);
    buffer_printf(&out,
                  "<group title='质量'><indicator id='a' points='%s' departments='d40'>"
                  "<text>提升。</text></indicator></group></rubric>",
                  score);
    return buffer_text(&out);
}

static void test_a_chart_of_those_that_shift(void **state)
{
    (void)state;
    bool differ = false;
    struct buffer out = buffer_on(arena);
    assert_true(
        compare(many_departments("1"), many_departments("2"), DIFF_MARKDOWN, &differ, &out));
    assert_non_null(strstr(buffer_text(&out),
                           "| | 原方案 | 新方案 |\n| --- | --- | --- |\n| 第40局 | 1 | 2 |\n\n"));
}

static void test_both_files_are_looked_at(void **state)
{
    (void)state;
    bool differ = false;
    struct buffer out = buffer_on(arena);
    assert_false(compare("<notice/>", "<rubric", DIFF_TEXT, &differ, &out));
    assert_string_equal(findings_rules(&findings), "old.xml:1 schema-root;new.xml:1:8 xml-syntax;");
    assert_string_equal(buffer_text(&out), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_markdown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_only_ids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order_of_departments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_other_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_word_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_chart_of_those_that_shift, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_both_files_are_looked_at, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
