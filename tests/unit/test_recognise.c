/* docx/recognise.c, docx/clue.c and docx/reshape.c: roles in Word files without styles of ours. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "reading.h"

static struct reading_test t;

static int set_up(void **state)
{
    (void)state;
    reading_begin(&t, "gbt9704");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    reading_end(&t);
    return 0;
}

#define ALIGNED(align, text) "<w:p><w:pPr><w:jc w:val=\"" align "\"/></w:pPr>" T(text) "</w:p>"
#define CENTER(text) ALIGNED("center", text)
#define RIGHT(text) ALIGNED("right", text)
#define MARK(text)                                                                                 \
    "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:color w:val=\"FF0000\"/>"          \
    "<w:sz w:val=\"72\"/></w:rPr><w:t>" text "</w:t></w:r></w:p>"
#define LARGE(text) "<w:p><w:r><w:rPr><w:sz w:val=\"44\"/></w:rPr><w:t>" text "</w:t></w:r></w:p>"
#define NEW_PAGE "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"

static void assert_read(const char *body, const char *expected)
{
    assert_string_equal(body_read(&t, body), expected);
}

static void a_whole_notice(void **state)
{
    (void)state;
    assert_read(
        P("000123") P("机密★1年") P("特急") MARK("某市人民政府文件") CENTER("某政发〔2022〕11号")
            CENTER("某市人民政府") CENTER("关于开展“质量月”活动的通知") CENTER("（2022年修订）")
                P("各县（市、区）人民政府，市政府各部门：") P("　　为推动质量强市，现通知如下。")
                    P("一、活动主题") P("推动质量变革创新 促进质量强国建设") P("二、工作要求")
                        P("（一）高度重视。各单位要加强领导，精心组织。") P("1.加强宣传")
                            P("各单位要用好各类媒体。") P("（1）制定方案") P("请于9月底前报送。")
                                P("联系人：张三，电话：0000-1234567") P("邮箱a@b.cn")
                                    P("附件：1.活动口号") P("2.2022年考核指标")
                                        RIGHT("某市人民政府") RIGHT("2022年8月2日")
                                            P("（此件公开发布）") P("抄送：市委办公室。")
                                                P("某市人民政府办公室　　2022年8月2日印发"),
        "[notice]\ncopy-number: 000123\nsecrecy: 机密★1年\nurgency: 特急\n"
        "issuer-mark: 某市人民政府文件\ndocument-number: 某政发〔2022〕11号\n"
        "title: 某市人民政府/关于开展“质量月”活动的通知\nsubtitle: （2022年修订）\n"
        "addressee: 各县（市、区）人民政府，市政府各部门：\n"
        "body: 为推动质量强市，现通知如下。\nheading-1: 一、活动主题\n"
        "theme: 推动质量变革创新 促进质量强国建设\nheading-1: 二、工作要求\n"
        "heading-2: （一）高度重视。<body>各单位要加强领导，精心组织。\nheading-3: 1.加强宣传\n"
        "body: 各单位要用好各类媒体。\nheading-4: （1）制定方案\nbody: 请于9月底前报送。\n"
        "contact: 联系人：张三，电话：0000-1234567\ncontact: 邮箱a@b.cn\n"
        "annex-list-first: 附件：1.活动口号\nannex-list-next: 2.2022年考核指标\n"
        "signature: 某市人民政府\ndate: 2022年8月2日\nnote: （此件公开发布）\n[record continues]\n"
        "copy-to: 抄送：市委办公室。\nprinting: 某市人民政府办公室　　2022年8月2日印发\n");
}

static void annexes(void **state)
{
    (void)state;
    assert_read(CENTER("关于报送资料的函") P("请报送。") P("附件：考核指标") RIGHT("某局")
                    RIGHT("二〇二二年八月二日") NEW_PAGE P("附件") CENTER("活动口号") P("主题：")
                        P("质量强国") P("口号：") P("1.人人创造质量") P("2.人人享受质量")
                            CENTER("质量月"),
                "[notice]\ntitle: 关于报送资料的函\nbody: 请报送。\nannex-list: 附件：考核指标\n"
                "signature: 某局\ndate: 二〇二二年八月二日\n[annex-1]\nannex-label: 附件\n"
                "title: 活动口号\nslogan-heading: 主题：\ntheme: 质量强国\nslogan-heading: 口号：\n"
                "list-1: 1.人人创造质量\nlist-1: 2.人人享受质量\nbody: 质量月\n");
}

static void a_number_with_a_signatory(void **state)
{
    (void)state;
    assert_read(MARK("某县市场监督管理局") P("某市监〔2022〕3号　　签发人：张三")
                    LARGE("关于开展督查的请示"),
                "[notice]\nissuer-mark: 某县市场监督管理局\n"
                "number-upward: 某市监〔2022〕3号　　签发人：张三\ntitle: 关于开展督查的请示\n");
}

/* Wrong numbers are numbers of the same level. */
static void headings_in_wrong_forms(void **state)
{
    (void)state;
    assert_read(CENTER("方案") P("一. 工作目标") P("请落实。") P("(一)加强领导") P("请落实。")
                    P("1、加强宣传") P("请落实。") P("(1)制定方案"),
                "[notice]\ntitle: 方案\nheading-1: 一. 工作目标\nbody: 请落实。\n"
                "heading-2: (一)加强领导\nbody: 请落实。\nheading-3: 1、加强宣传\n"
                "body: 请落实。\nheading-4: (1)制定方案\n");
}

#define LONG "推动有关部门制定促进政策，健全标准体系，鼓励企业参与国家标准、行业标准制定"

static void numbered_text_is_no_heading(void **state)
{
    (void)state;
    assert_read(CENTER("方案") P("一、" LONG "。") P("1.工作计划；") P("2." LONG "。")
                    P("（1）工作总结；") P("1.5万元以上的项目请单独列出")
                        P("2022年的资料请一并报送"),
                "[notice]\ntitle: 方案\nbody: 一、" LONG "。\nlist-1: 1.工作计划；\nlist-1: 2." LONG
                "。\nlist-2: （1）工作总结；\nbody: 1.5万元以上的项目请单独列出\n"
                "body: 2022年的资料请一并报送\n");
}

/* What lacks its colon or brackets is still an addressee, and an annotation. */
static void marks_are_forgotten(void **state)
{
    (void)state;
    assert_read(CENTER("关于报送资料的通知") P("各县（市、区）人民政府，市直各有关单位，")
                    P("请报送。") RIGHT("某局") RIGHT("2022年8月2日") P("此件公开发布"),
                "[notice]\ntitle: 关于报送资料的通知\n"
                "addressee: 各县（市、区）人民政府，市直各有关单位，\nbody: 请报送。\n"
                "signature: 某局\ndate: 2022年8月2日\nnote: 此件公开发布\n");
    assert_read(CENTER("关于报送资料的通知") P("　　请报送有关部门。"),
                "[notice]\ntitle: 关于报送资料的通知\nbody: 请报送有关部门。\n");
    assert_read(CENTER("工作方案") P("某市市场监督管理局"),
                "[notice]\ntitle: 工作方案\nbody: 某市市场监督管理局\n");
}

static void a_doubtful_paragraph_is_body_text(void **state)
{
    (void)state;
    assert_read(P("某某单位") P("各位领导：") P("某市〔2022〕11号文件要求加强领导。")
                    RIGHT("2022年8月2日前报送") P("（见附表）") P("附件见后") P("抄送有关单位。"),
                "[notice]\nbody: 某某单位\nbody: 各位领导：\n"
                "body: 某市〔2022〕11号文件要求加强领导。\nbody: 2022年8月2日前报送\n"
                "body: （见附表）\nbody: 附件见后\nbody: 抄送有关单位。\n");
}

static void the_record_may_be_a_table(void **state)
{
    (void)state;
    static const char table[] = "<w:tbl><w:tr><w:tc>" P(
        "抄送：市委办公室，市人大常委会办公室。") "</w:tc></w:tr><w:tr>"
                                                  "<w:tc>" P(
                                                      "某市人民政府办公室") "</"
                                                                            "w:tc><w:tc>" P(
                                                                                "2022年8月2"
                                                                                "日印发") "<"
                                                                                          "/"
                                                                                          "w"
                                                                                          ":"
                                                                                          "t"
                                                                                          "c"
                                                                                          ">"
                                                                                          "<"
                                                                                          "/"
                                                                                          "w"
                                                                                          ":"
                                                                                          "t"
                                                                                          "r"
                                                                                          ">"
                                                                                          "<"
                                                                                          "/"
                                                                                          "w"
                                                                                          ":"
                                                                                          "t"
                                                                                          "b"
                                                                                          "l"
                                                                                          ">";
    assert_read(arena_printf(t.arena, "%s%s", P("请落实。"), table),
                "[notice]\nbody: 请落实。\n[record continues]\n"
                "copy-to: 抄送：市委办公室，市人大常委会办公室。\n"
                "printing: 某市人民政府办公室\nprinting: 2022年8月2日印发\n");
    assert_int_equal(t.read.look_count, 4);
}

static void notes_stand_below_tables(void **state)
{
    (void)state;
    assert_read("<w:tbl><w:tr><w:tc>" P("甲") "</w:tc></w:tr></w:tbl>" P("备注：请盖章。")
                    P("备注：请盖章。"),
                "[notice]\ntable without borders\n|0 table-text: 甲\n\n"
                "table-note: 备注：请盖章。\nbody: 备注：请盖章。\n");
}

/* A style of ours settles it, whatever the words. */
static void styles_go_before_words(void **state)
{
    (void)state;
    static const char styles[] = "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name "
                                 "w:val=\"公文正文\"/></w:style>";
    static const char body[] =
        "<w:p><w:pPr><w:pStyle w:val=\"x\"/><w:jc w:val=\"center\"/></w:pPr>" T(
            "一、目标") "</w:p>";
    assert_string_equal(word_read(&t, (struct word_file){.body = body, .styles = styles}),
                        "[notice]\nbody: 一、目标\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_whole_notice),
        TEST(annexes),
        TEST(a_number_with_a_signatory),
        TEST(headings_in_wrong_forms),
        TEST(numbered_text_is_no_heading),
        TEST(marks_are_forgotten),
        TEST(a_doubtful_paragraph_is_body_text),
        TEST(the_record_may_be_a_table),
        TEST(notes_stand_below_tables),
        TEST(styles_go_before_words),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
