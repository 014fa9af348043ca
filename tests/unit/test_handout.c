/* flow/handout.c: what each department gets, through the templates that come along. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "flow/assemble.h"
#include "markdown/write.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const char *folder;
static struct assembly assembly;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    folder = folder_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    assembly_free(&assembly);
    folder_remove(folder);
    arena_free(arena);
    return 0;
}

static const char scheme[] =
    "<rubric id='r-2025' title='考核《办法》' year='2025'>"
    "<department id='gaj' name='公安局'/><department id='czj' name='财政局'/>"
    "<department id='all' name='各单位' group='true'/>"
    "<group title='领域'><group title='要点'>"
    "<indicator id='a' points='2' departments='gaj czj'><text>甲</text>"
    "<evidence>文件</evidence></indicator>"
    "<indicator id='b' departments='gaj'><text>乙</text><deduction most='3'/></indicator>"
    "<indicator id='c' departments='gaj'><text>丙</text><veto result='D级'/></indicator>"
    "<indicator id='d' departments='all'><text>丁</text></indicator>"
    "</group></group></rubric>";

static void assemble_notice(bool each_department)
{
    write_text(arena, folder, "rubrics/r.xml", scheme);
    const char *path =
        write_text(arena, folder, "notice.xml",
                   "<notice rubric='rubrics/r.xml'><number organ='质' year='2025' serial='1'/>"
                   "<title>关于考核<br/>的通知</title>"
                   "<task id='t' title='宣传' group='各单位'/>"
                   "<deadline id='d' date='2025-09-30' what='总结' to='质量办' copies='2'/>"
                   "<deadline id='e' date='--07-01' until='--07-31' what='动员'/>"
                   "<contact><name>张三</name><phone>0000-1234567</phone></contact></notice>");
    struct source source = {
        .notice = path, .share = "templates", .each_department = each_department};
    if (!assemble(&findings, &source, &assembly))
        fail_msg("%s", findings_text(&findings));
}

static const char *markdown_of(const char *department, const char *name)
{
    for (const struct handout *h = assembly.handouts; h; h = h->next)
        if (strcmp(h->recipient->id, department) == 0 && strcmp(h->name, name) == 0) {
            struct document document = assembly_handout(&assembly, h);
            return markdown_write(arena, &document);
        }
    fail_msg("%s has no %s", department, name);
    return NULL;
}

static void assert_lines(const char *text, const char *const *lines)
{
    for (; *lines; lines++) {
        const char *found = strstr(text, *lines);
        if (!found)
            fail_msg("\"%s\" does not stand, or not in its order, in:\n%s", *lines, text);
        text = found + strlen(*lines);
    }
}
#define ASSERT_LINES(text, ...) assert_lines(text, (const char *const[]){__VA_ARGS__, NULL})

static void test_only_when_asked(void **state)
{
    (void)state;
    assemble_notice(false);
    assert_null(assembly.handouts);
}

static void test_three_for_each(void **state)
{
    (void)state;
    assemble_notice(true);
    struct buffer names = buffer_on(arena);
    for (const struct handout *h = assembly.handouts; h; h = h->next)
        buffer_printf(&names, "%s/%s ", h->recipient->id, h->name);
    assert_string_equal(buffer_text(&names),
                        "gaj/responsibilities gaj/evidence gaj/self-assessment "
                        "czj/responsibilities czj/evidence czj/self-assessment ");
}

/* The rules of check look at the notice as it was. */
static void test_the_notice_stays(void **state)
{
    (void)state;
    assemble_notice(true);
    assert_null(xml_first_named(xml_root(assembly.notice->joined), "recipient"));
}

static void test_properties(void **state)
{
    (void)state;
    assemble_notice(true);
    ASSERT_LINES(markdown_of("czj", "self-assessment"),
                 "---\n"
                 "title: \"财政局2025年度质量工作考核自评报告\"\n"
                 "考核方案: \"r-2025\"\n"
                 "部门: \"czj\"\n"
                 "考核部门: \"czj\"\n"
                 "lang: \"zh-CN\"\n"
                 "---\n");
}

static void test_responsibilities(void **state)
{
    (void)state;
    assemble_notice(true);
    ASSERT_LINES(
        markdown_of("gaj", "responsibilities"),
        "根据《关于考核的通知》（质〔2025〕1号）和《考核〈办法〉》，现将公安局的责任列出如下。",
        "## 一、承担的指标", "共3条，分值合计2分。", "甲（2分）<br>共同责任单位：财政局",
        "乙（最高扣3分）", "丙（否决项）", "## 二、各单位共同承担的指标", "共1条", "丁",
        "## 三、参加的工作", "1.宣传（各单位）。", "## 四、报送和完成时限",
        "1.总结：2025年9月30日前报质量办，2份。", "2.动员：7月1日至7月31日。", "## 五、联系方式",
        "联系人：张三", "联系电话：0000-1234567");
}

/* Where the rubric names no evidence there is a blank for it. */
static void test_evidence(void **state)
{
    (void)state;
    assemble_notice(true);
    ASSERT_LINES(markdown_of("gaj", "evidence"), "甲（2分）", "文件", "＿是或否＿", "＿份数＿",
                 "＿备注＿", "乙（最高扣3分）", "＿填写材料名称＿", "丁", "＿填写材料名称＿");
}

static void test_self_assessment(void **state)
{
    (void)state;
    assemble_notice(true);
    ASSERT_LINES(markdown_of("gaj", "self-assessment"), "### （一）承担的指标",
                 "1.考核内容：甲（2分）（共同责任单位：财政局）",
                 "部署落实情况：＿填写部署落实情况＿", "3.考核内容：丙（否决项）",
                 "### （二）各单位共同承担的指标", "1.考核内容：丁\n", "## 六、自评打分表",
                 "| 甲 | 2 | ＿填写得分＿ | ＿备注＿ |",
                 "| 乙 | 最高扣3分 | ＿填写扣分＿ | ＿备注＿ |",
                 "| 丙 | 否决项 | ＿未发生或发生＿ | ＿备注＿ |", "| 丁 | — | — | ＿备注＿ |",
                 "## 七、填报信息", "| 公安局 | ＿填写姓名＿ | ＿填写电话＿ | ＿选择日期＿ |");
}

static void list_fields(struct buffer *out, const struct block *block)
{
    for (; block; block = block->next) {
        if (block->kind == BLOCK_TABLE) {
            for (const struct row *row = NULL; (row = table_next_row(&block->table, row));)
                for (const struct cell *cell = row->first; cell; cell = cell->next)
                    list_fields(out, cell->first);
            continue;
        }
        for (const struct run *run = block->paragraph.first; run; run = run->next)
            if (run->kind == RUN_FIELD)
                buffer_printf(out, "%s ", run->field);
    }
}

/* The ids are the same for every department: each form is a document of its own. */
static void test_ids_of_fields(void **state)
{
    (void)state;
    assemble_notice(true);
    struct handout *last = assembly.handouts;
    while (last->next)
        last = last->next;
    struct buffer ids = buffer_on(arena);
    list_fields(&ids, last->section->first);
    assert_string_equal(buffer_text(&ids),
                        "report_overview a_done d_done report_highlights report_problems "
                        "report_plans a_score a_remark d_remark form_filler form_phone form_date ");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_only_when_asked), TEST(test_three_for_each),   TEST(test_the_notice_stays),
        TEST(test_properties),      TEST(test_responsibilities), TEST(test_evidence),
        TEST(test_self_assessment), TEST(test_ids_of_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
