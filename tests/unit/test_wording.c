/* docx/wording.c: the conventional words of official documents. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/wording.h"

/* Texts that a question is to be answered yes for, and no. */
static void assert_answers(bool (*is)(const char *text), const char *const *yes,
                           const char *const *no)
{
    for (; *yes; yes++)
        if (!is(*yes))
            fail_msg("%s: no", *yes);
    for (; *no; no++)
        if (is(*no))
            fail_msg("%s: yes", *no);
}
#define TEXTS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void dates(void **state)
{
    (void)state;
    assert_answers(is_date_text,
                   TEXTS("2022年8月2日", "二〇二二年八月二日", "2022 年 8 月 2 日", "2022年 月 日",
                         "××××年×月×日"),
                   TEXTS("2022年8月", "2022年8月2日前", "8月2日", "于2022年8月2日", ""));
}

static bool is_number(const char *text)
{
    const char *rest;
    return starts_with_number(text, &rest) && !*rest;
}

static void document_numbers(void **state)
{
    (void)state;
    assert_answers(is_number,
                   TEXTS("市政字〔2022〕11号", "某政发[2022]第11号", "某政办函（2022） 11號",
                         "某发〔22〕3", "某政发【2022】11号"),
                   TEXTS("〔2022〕11号", "某政发〔2022〕号", "某政发〔2022〕11号文",
                         "某政发2022年11号",
                         "根据某某市人民政府关于进一步加强质量工作的意见〔2022〕11号", ""));
}

static void annex_labels(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is;
        long number;
        bool colon;
    } cases[] = {
        {"附件", true, 0, false},        {"附件1", true, 1, false},
        {"附件 12", true, 12, false},    {"附件二", true, 0, false},
        {"附件1：", true, 1, true},      {"附件：", true, 0, true},
        {"附件1：指标", false, 1, true}, {"附件见后", false, 0, false},
        {"附", false, 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long number = 0;
        bool colon = false;
        assert_int_equal(is_annex_label(cases[i].text, &number, &colon), cases[i].is);
        assert_int_equal(number, cases[i].number);
        assert_int_equal(colon, cases[i].colon);
    }
}

static void labels(void **state)
{
    (void)state;
    assert_answers(is_copy_text, TEXTS("抄送：市委办。", "抄送: 市委办"),
                   TEXTS("抄送市委办", "抄"));
    assert_answers(is_printing_text, TEXTS("办公室　2022年8月2日印发", "2022年8月2日印發"),
                   TEXTS("2022年8月2日", "请印发"));
    assert_answers(is_contact_text, TEXTS("联系人：张三", "电话 ：1", "邮箱a@b.cn", "电话0000"),
                   TEXTS("联系人：", "电话请保持畅通", "联系"));
    assert_answers(is_bracketed, TEXTS("（附后）", "(附后)"), TEXTS("（附后）。", "附后）", ""));
    assert_answers(ends_with_colon, TEXTS("各单位：", "各单位:"), TEXTS("各单位", ""));
}

static void organs(void **state)
{
    (void)state;
    bool has_mark;
    assert_true(ends_with_organ("县直各有关单位", &has_mark));
    assert_false(has_mark);
    assert_true(ends_with_organ("市教育局。", &has_mark));
    assert_true(has_mark);
    assert_false(ends_with_organ("质量水平。", &has_mark));
    assert_false(ends_with_organ("", &has_mark));
    assert_false(has_mark);
}

static void sentences(void **state)
{
    (void)state;
    assert_int_equal(sentence_length("甲。乙。"), 6);
    assert_int_equal(sentence_length("甲"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),        cmocka_unit_test(document_numbers),
        cmocka_unit_test(annex_labels), cmocka_unit_test(labels),
        cmocka_unit_test(sentences),    cmocka_unit_test(organs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
