/* intake/collection.c, intake/judge.c and intake/problem.c: answers, sums, what is wrong. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "collecting.h"
#include "data/schemas.h"
#include "intake/collection_xml.h"

static struct collecting c;

static int set_up(void **state)
{
    (void)state;
    collecting_begin(&c);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    collecting_end(&c);
    return 0;
}

/* What is wrong with one form of one department, the others missing. */
static void expect_wrong(const char *department, const char *fields, const char *expected)
{
    struct buffer out = buffer_on(c.arena);
    c.first = NULL;
    c.end = &c.first;
    collecting_form(&c, "f", department, fields);
    const struct collection *done = collecting_done(&c);
    for (const struct problem *p = done->problems.first; p; p = p->next)
        if (p->kind != PROBLEM_MISSING)
            buffer_printf(&out, "%s %s %s;", topic_name(problem_topic(p)),
                          p->indicator ? p->indicator->id : "-", p->reason[LANGUAGE_CHINESE]);
    assert_string_equal(buffer_text(&out), expected);
}

static void test_answers(void **state)
{
    (void)state;
    expect_wrong("a", "i1_score=2 i3_score=0 i4_done=", "");
    expect_wrong("a", "i1_score=2.01 i3_score=3.5 i4_done=",
                 "score i1 “2.01”高于2分;score i3 “3.5”高于3分;");
    expect_wrong("a",
                 "i1_score=-1 i3_score=两分 i4_done=", "score i1 “-1”小于0;score i3 “两分”不是数;");
    expect_wrong("a", "i1_score=1.005 i1_done= i3_score= i4_done=",
                 "score i1 “1.005”超过两位小数;empty i1 没有填写：部署落实情况;"
                 "empty i3 没有填写：扣分;");
    expect_wrong("a", "i1_score= i1_done= i3_score=1 i4_done=",
                 "empty i1 没有填写：部署落实情况、自评得分;");
    expect_wrong("a", "i3_score=1 i4_done=", "scheme i1 表里没有这条指标;");
    expect_wrong("c", "i4_done=x i5_veto=未发生", "");
    expect_wrong("c", "i4_done=x i5_veto=发生", "veto i5 填报“发生”，结果为D级;");
    expect_wrong("c", "i4_done=x i5_veto=可能", "score i5 “可能”既不是“未发生”，也不是“发生”;");
    expect_wrong("c", "i4_done=x i5_veto=", "empty i5 没有填写：是否发生;");
}

static void test_a_changed_form(void **state)
{
    (void)state;
    struct form *form = collecting_form(&c, "f", "a", "i1_score=1 i3_score=1 i4_done=");
    form->items[0].other_text = "甲乙共同（旧）";
    form->items[0].points = "3";
    form->items[2].points = "最高扣9分";
    form->strays = ARENA_NEW(c.arena, struct form_stray);
    form->strays->text = "i9_score";
    const char *text = problems_text(collecting_done(&c));
    assert_string_equal(text, "scheme a f 方案里没有表中的这些项：i9_score;"
                              "scheme a i1 f 表里印的是“甲乙共同（旧）”，与方案不同;"
                              "scheme a i1 f 表里印的分值是“3”，方案里是2;"
                              "missing b 没有报送自评;missing c 没有报送自评;");
    form->strays = NULL;
    form->items[0].other_text = NULL;
    form->items[0].points = "2.0分";
    assert_null(strstr(problems_text(collecting_done(&c)), "scheme"));
}

static void test_what_has_no_place(void **state)
{
    (void)state;
    struct form *form =
        collecting_form(&c, "f", "a", "i1_score=1 i2_score=1.5 i2_remark=好 i3_score=1 i4_done=");
    struct form_stray extra = {.text = "新增 | 3"};
    form->extras = &extra;
    assert_string_equal(problems_text(collecting_done(&c)),
                        "scheme a f 表里还写有“新增 | 3”，没有汇入;"
                        "scheme a i2 f 表里还写有“1.5 | 好”，没有汇入;"
                        "missing b 没有报送自评;missing c 没有报送自评;");
}

static void expect_sums(const struct sums *sums, points full, points score, points deducted)
{
    assert_int_equal(sums->full, full);
    assert_int_equal(sums->score, score);
    assert_int_equal(sums->deducted, deducted);
}

static void test_sums(void **state)
{
    (void)state;
    collecting_form(&c, "1", "a", "i1_score=1.5 i3_score=0.5 i4_done=x");
    collecting_form(&c, "2", "b", "i1_score=１分 i2_score=9 i4_done=x");
    const struct collection *done = collecting_done(&c);
    expect_sums(&done->seats[0].sums, 200, 150, 50);
    expect_sums(&done->seats[1].sums, 350, 100, 0);
    expect_sums(&done->domains[0].all, 350, 100, 50);
    expect_sums(&done->domains[0].each[0], 200, 150, 50);
    expect_sums(&done->domains[1].all, 0, 0, 0);
    expect_sums(&done->all, 350, 100, 50);
    assert_int_equal(done->answered, 2);
    assert_non_null(
        strstr(problems_text(done), "shared i1 各部门自评不一：甲局1.5分、乙局1分；汇总取1分;"));
    assert_int_equal(done->seats[2].sums.indicators, 2);
}

static void test_the_worst_deduction_counts(void **state)
{
    (void)state;
    struct indicator *shared = (struct indicator *)c.plan->indicators[2];
    struct department_ref other = {.department = c.plan->rubric->departments->next, .name = "乙局"};
    shared->departments->next = &other;
    collecting_form(&c, "1", "a", "i1_score=1 i3_score=0.5 i4_done=x");
    collecting_form(&c, "2", "b", "i1_score=1 i2_score=1 i3_score=2 i4_done=x");
    const struct collection *done = collecting_done(&c);
    expect_sums(&done->all, 350, 200, 200);
}

static void test_findings(void **state)
{
    (void)state;
    struct findings found = findings_on(c.arena);
    collecting_form(&c, "1", "a", "i1_score=3 i1_done= i3_score=0 i4_done=");
    const struct collection *done = collecting_done(&c);
    problems_report(&done->problems, &found);
    assert_string_equal(
        findings_rules(&found),
        "test.xml:1 collect-missing;test.xml:1 collect-missing;1 collect-score;1 collect-empty;");
    const char *text = findings_text(&found);
    assert_non_null(strstr(text, "请催办：李四 123"));
    assert_non_null(strstr(text, "甲局“甲乙共同”|: |\"3\" is above 2|：|“3”高于2分"));
    assert_int_equal(found.errors, 1);
    assert_int_equal(found.warnings, 3);
}

static void test_xml_obeys_its_schema(void **state)
{
    (void)state;
    collecting_form(&c, "x/1\n\xFF.docx", "a",
                    "i1_score=<b> i1_done=**x** filler=张三 date=某日 other=好");
    collecting_form(&c, "\xFF", "b", "i5_veto=x")->scheme = "old";
    struct xml_document *data = collection_xml(collecting_done(&c));
    if (!schema_check(&c.findings, &collection_schema, data))
        fail_msg("%s", findings_text(&c.findings));
    struct xml_node *a = xml_first_named(xml_root(data), "department");
    assert_string_equal(xml_get(a, "file"), "1 .docx");
    assert_string_equal(xml_content(c.arena, xml_first_named(a, "other")), "好");
    assert_string_equal(xml_get(xml_next_named(a, "department"), "file"), "?");
    assert_string_equal(xml_get(xml_next_named(a, "department"), "state"), "older");
    xml_document_free(data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_answers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_changed_form, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_has_no_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sums, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_worst_deduction_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_findings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_xml_obeys_its_schema, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
