/* intake/form.c: a returned Word file as values. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "collecting.h"
#include "docx/bookmark.h"
#include "reading.h"
#include "standard.h"

#define CONTROL(tag, inner)                                                                        \
    "<w:sdt><w:sdtPr><w:tag w:val=\"" tag "\"/></w:sdtPr><w:sdtContent>" inner                     \
    "</w:sdtContent></w:sdt>"
#define TAGGED(tag, text) "<w:p>" CONTROL(tag, T(text)) "</w:p>"
#define MARKED(name, text)                                                                         \
    "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"" name                                              \
    "\"/>" T(text) "<w:bookmarkEnd w:id=\"1\"/></w:p>"
#define CELL(inner) "<w:tc>" inner "</w:tc>"
#define ROW(a, b, c, d) "<w:tr>" CELL(a) CELL(b) CELL(c) CELL(d) "</w:tr>"
#define TABLE(rows)                                                                                \
    "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" ROW(          \
        P("考核内容"), P("分值"), P("自评得分"), P("备注")) rows "</w:tbl>"

static struct collecting c;
static struct reading_test word;

static int set_up(void **state)
{
    (void)state;
    collecting_begin(&c);
    word = (struct reading_test){.arena = c.arena, .findings = findings_on(c.arena)};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    collecting_end(&c);
    return 0;
}

static struct form *form_in(const char *body)
{
    struct file file = word_pack(&word, (struct word_file){.body = body});
    return form_read(&word.findings, &file, c.plan, c.arena);
}

/* "name=value" of all places that the form has; what a row prints otherwise; strays. */
static const char *form_text(const struct form *form)
{
    static const char *const parts[FORM_PARTS] = {"done", "score", "veto", "remark"};
    struct buffer out = buffer_on(c.arena);
    for (size_t i = 0; i < c.plan->count; i++) {
        const struct form_item *item = &form->items[i];
        for (int part = 0; part < FORM_PARTS; part++)
            if (item->value[part])
                buffer_printf(&out, "%s_%s=%s;", item->indicator->id, parts[part],
                              item->value[part]);
        if (item->other_text)
            buffer_printf(&out, "%s text=%s;", item->indicator->id, item->other_text);
        if (item->points)
            buffer_printf(&out, "%s points=%s;", item->indicator->id, item->points);
    }
    for (const struct form_stray *stray = form->strays; stray; stray = stray->next)
        buffer_printf(&out, "?%s;", stray->text);
    for (const struct form_stray *extra = form->extras; extra; extra = extra->next)
        buffer_printf(&out, "+%s;", extra->text);
    return buffer_text(&out);
}

static void expect_form(const char *body, const char *expected)
{
    const struct form *form = form_in(body);
    if (!form)
        fail_msg("%s", findings_text(&word.findings));
    assert_string_equal(form_text(form), expected);
}

static void test_by_tag(void **state)
{
    (void)state;
    expect_form(TAGGED("i1_score", " 2 ") TAGGED("i1_done", "做了") TAGGED("i5_veto", "发生"),
                "i1_done=做了;i1_score=2;i5_done=;i5_veto=发生;");
    expect_form(TAGGED("i1_score", "　　") TAGGED("i1_score", "1") TAGGED("i1_score", "1 "),
                "i1_score=1;");
    expect_form(TAGGED("i1_score", "1") TAGGED("i9_score", "1") TAGGED("unit", "某局"),
                "i1_score=1;?i9_score;+i9_score：1;");
}

static void test_by_bookmark(void **state)
{
    (void)state;
    const char *name = field_bookmark(c.arena, "i1_score");
    const char *body = arena_printf(c.arena, MARKED("%s", "1.5"), name);
    expect_form(body, "i1_score=1.5;");
    body = arena_printf(c.arena, MARKED("%s", "1.5") TAGGED("i1_score", "2"), name);
    expect_form(body, "i1_score=2;");
    body = arena_printf(c.arena, MARKED("%s", "1.5") TAGGED("i1_score", "　"), name);
    expect_form(body, "i1_score=1.5;");
}

static void test_what_was_typed_behind(void **state)
{
    (void)state;
    const char *name = field_bookmark(c.arena, "i1_done");
    const char *body = arena_printf(
        c.arena,
        MARKED("%s", "　") P("一是") P("二是") P("（2）考核内容：") TAGGED("i2_score", "1"), name);
    expect_form(body, "i1_done=一是\n二是;i2_done=;i2_score=1;");
    body = arena_printf(c.arena, MARKED("%s", "一是") P("二是"), name);
    expect_form(body, "i1_done=一是\n二是;");
    body = arena_printf(c.arena, MARKED("%s", "　") P("（2）考核内容：甲"), name);
    expect_form(body, "i1_done=;");
}

static void test_by_row(void **state)
{
    (void)state;
    expect_form(TABLE(ROW(P("甲 乙共同"), P("2"), P("1.5"), P("好"))),
                "i1_score=1.5;i1_remark=好;i1 points=2;");
    expect_form(TABLE(ROW(P("丙的否决"), P("否决项"), P("未发生"), P(""))),
                "i5_veto=未发生;i5_remark=;i5 points=否决项;");
    expect_form(TABLE(ROW(P("大家的"), P("—"), P("—"), P(""))), "i4_remark=;i4 points=—;");
    expect_form(TABLE(ROW(P("别的"), P("2"), P("1"), P(""))) TAGGED("i1_score", "1"),
                "i1_score=1;+别的 | 2 | 1;");
    expect_form(TABLE(ROW(P("大家的"), P("—"), P("3"), P(""))),
                "i4_remark=;i4 points=—;+大家的 | — | 3;");
}

static void test_the_row_of_a_field(void **state)
{
    (void)state;
    expect_form(TABLE(ROW(P("旧的文字"), P("3"), TAGGED("i1_score", "　"), P("x"))),
                "i1_score=;i1_remark=x;i1 text=旧的文字;i1 points=3;");
    expect_form(TABLE(ROW(P("甲乙共同"), P("2"), TAGGED("i9_score", "1"), P(""))),
                "i1_score=1;i1_remark=;i1 points=2;?i9_score;");
    expect_form(TABLE(ROW(P("甲乙共同"), P("2"), TAGGED("i1_score", "1"), P(""))
                          ROW(P("乙的指标"), P("1.5"), TAGGED("i2_score", "　") P("1"), P(""))),
                "i1_score=1;i1_remark=;i1 points=2;i2_score=1;i2_remark=;i2 points=1.5;");
}

/* Nothing that people see is lost, and no half of it counts. */
static void test_beside_a_field(void **state)
{
    (void)state;
    expect_form(
        TABLE(ROW(P("甲乙共同"), P("2"), "<w:p>" CONTROL("i1_score", T("1")) T("5") "</w:p>",
                  TAGGED("i1_remark", "好") P("的"))),
        "i1_score=15;i1_remark=好\n的;i1 points=2;");
    expect_form(TABLE(ROW(P("甲乙共同"), P("2"), TAGGED("i1_score", "1"), P(""))
                          ROW(P("甲乙共同"), P("2"), P("1.5"), P(""))),
                "i1_score=1\n1.5;i1_remark=;i1 points=2;");
    expect_form(P("部署落实情况：") TAGGED("i1_done", "一是") P("二是"), "i1_done=一是\n二是;");
    expect_form("<w:p>" T("部署落实情况：先") CONTROL("i1_done", T("一是")) "</w:p>",
                "i1_done=先一是;");
}

static void test_without_fields(void **state)
{
    (void)state;
    expect_form(P("1.考核内容：甲乙共同（2分）（共同责任单位：乙局）") P("部署落实情况：一是")
                    P("（二）联系电话：12345") "<w:tbl><w:tr><w:tc>" P(
                        "表") "</w:tc></w:tr></w:tbl>" P("2.考核内容：甲的扣分（最高扣3分）")
                        P("部署落实情况："),
                "i1_done=一是\n（二）联系电话：12345\n表;i3_done=;");
    expect_form(TAGGED("i1_score", "1") P("考核内容：别的") P("部署落实情况：一是"),
                "i1_score=1;+别的 | 一是;");
}

/* Indicators of different departments may read alike. */
static void test_of_one_text(void **state)
{
    (void)state;
    struct xml_document *document =
        parse_text(&c.findings,
                   "<rubric id='s' title='方案'><department id='a' name='甲局'/><group title='一'>"
                   "<indicator id='i1' points='2' departments='a'><text>甲</text></indicator>"
                   "<indicator id='i2' points='3' departments='a'><text>甲</text></indicator>"
                   "</group></rubric>");
    c.plan = form_plan_new(c.arena, rubric_read(&c.findings, xml_root(document)));
    expect_form(TABLE(ROW(P("甲"), P("2"), P("1"), P("")) ROW(P("甲"), P("3"), P("2"), P("")))
                    P("考核内容：甲（2分）") P("部署落实情况：好") P("考核内容：甲（3分）")
                        P("部署落实情况：很好"),
                "i1_done=好;i1_score=1;i1_remark=;i1 points=2;"
                "i2_done=很好;i2_score=2;i2_remark=;i2 points=3;");
    xml_document_free(document);
}

static void test_the_head(void **state)
{
    (void)state;
    const struct form *form = form_in(TAGGED("form_filler", "张三") TAGGED("form_date", "某日"));
    assert_non_null(form);
    assert_string_equal(form->head[FORM_FILLER], "张三");
    assert_string_equal(form->head[FORM_PHONE], "");
    assert_string_equal(form->head[FORM_DATE], "某日");
    assert_null(form->scheme);
    assert_null(form->departments);
}

static void test_words_of_the_form(void **state)
{
    (void)state;
    const struct form *form =
        form_in(P("一、质量工作总体情况") TAGGED("report_overview", "好") P("很好")
                    P("二、工作措施部署落实情况") P("三、工作亮点") P("多") P("自评打分表")
                        P("填报单位（盖章）：甲局") P("填表人：张三  联系电话：1 填报日期：某日")
                            TABLE(ROW(P("甲乙共同"), P("2"), P("1"), P(""))) P("下面"));
    assert_non_null(form);
    static const char *const heads[FORM_HEADS] = {"张三", "1", "某日", "好\n很好",
                                                  "多",   "",  "",     "下面"};
    for (int i = 0; i < FORM_HEADS; i++)
        assert_string_equal(form->head[i], heads[i]);
    assert_null(form->extras);
}

static void test_no_form(void **state)
{
    (void)state;
    assert_null(form_in(P("通知")));
    assert_string_equal(findings_text(&word.findings), "office.docx form-none;");
    assert_null(form_in(TAGGED("unit", "某局")));
    assert_null(form_in(TAGGED("i1_evidence", "文件") TAGGED("i1_remark", "好")));
    assert_null(form_in(P("工作亮点") P("多") P("联系电话：1")));
}

static void test_a_long_value(void **state)
{
    (void)state;
    for (size_t more = 0; more < 2; more++) {
        struct buffer text = buffer_on(c.arena);
        for (size_t i = 0; i < STANDARD_FORM_VALUE + more; i++)
            buffer_add(&text, "好");
        const struct form *form =
            form_in(arena_printf(c.arena, TAGGED("i1_done", "%s"), buffer_text(&text)));
        assert_non_null(form);
        assert_int_equal(text_count(form->items[0].value[FORM_DONE]), STANDARD_FORM_VALUE);
        assert_string_equal(findings_text(&word.findings),
                            more ? "office.docx form-value 10000|i1_done;" : "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_by_tag, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_by_bookmark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_was_typed_behind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_by_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_row_of_a_field, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_beside_a_field, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_without_fields, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_of_one_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_head, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_of_the_form, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_form, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_long_value, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
