/* check/characters.c and what it calls, on documents that others wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

#include "check/families.h"
#include "passages.h"
#include "word/script.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    script_end();
    return 0;
}

#define EXPECT(text, ...)                                                                          \
    assert_string_equal(FOUND_IN(arena, check_characters, __VA_ARGS__), (text))

static void test_marks_are_counted(void **state)
{
    (void)state;
    EXPECT("test.md halfwidth-punctuation ,|3|;", {ROLE_BODY, "请各单位准备,按时报送。", NULL},
           {ROLE_CONTACT, "联系人:张静", NULL}, {ROLE_CONTACT, "邮箱:a@163.com", "annex-1"});
}

static void test_title_in_two_paragraphs(void **state)
{
    (void)state;
    EXPECT("", {ROLE_TITLE, "关于印发《质量工作", NULL}, {ROLE_TITLE, "考核办法》的通知", NULL});
    EXPECT("test.md brackets-unpaired 《|》;test.md brackets-unpaired 》|《;",
           {ROLE_TITLE, "关于印发《质量工作", NULL}, {ROLE_BODY, "考核办法》的通知。", NULL});
}

static void test_one_bracket_a_paragraph(void **state)
{
    (void)state;
    EXPECT("test.md brackets-unpaired “|”;",
           {ROLE_BODY, "开展“质量日“和“品牌日“活动（含总结。", NULL});
    EXPECT("test.md halfwidth-punctuation (|2|;", /* which pair with full-width ones */
           {ROLE_BODY, "(含总结）和（含图片)。", NULL});
}

static void test_numbers_of_items(void **state)
{
    (void)state;
    EXPECT("", {ROLE_BODY, "a）图片；b）名单；十二）报表；13）总结；资料。", NULL},
           {ROLE_BODY, "请各单位认真准备全年质量工作考核资料，13）总结。", NULL});
    EXPECT("test.md brackets-unpaired ）|（;", {ROLE_BODY, "请各单位报送2022）总结。", NULL});
}

static void test_deep_brackets_are_given_up(void **state)
{
    (void)state;
    struct buffer deep = buffer_on(arena);
    for (int i = 0; i < 65; i++)
        buffer_add(&deep, "（");
    buffer_add(&deep, "。");
    EXPECT("", {ROLE_BODY, buffer_text(&deep), NULL});
}

static void test_placeholders_of_forms(void **state)
{
    (void)state;
    EXPECT("test.md placeholder ××;", {ROLE_TITLE, "××局自评报告", "annex-1"},
           {ROLE_ANNEX_LIST, "附件：××局自评报告", "notice"}, {ROLE_TITLE, "××局通知", NULL});
}

static void test_blanks_of_themes_and_names(void **state)
{
    (void)state;
    EXPECT("", {ROLE_THEME, "推动质量变革创新 促进质量强县建设", NULL},
           {ROLE_BODY, "活动主题是推动质量变革 促进质量强县。", NULL},
           {ROLE_SIGNATURE_GRID, "教 育 部", NULL}, {ROLE_LIST_1, "1.质量发展 利民惠民", NULL},
           {ROLE_BODY, "责任单位：平顶山海关 商务局。", NULL});
}

static void test_simplified_words_in_traditional_text(void **state)
{
    (void)state;
    EXPECT("test.md script-mixed 3|關于、示范、建筑;", {ROLE_TITLE, "關于開展質量活動的通知", NULL},
           {ROLE_BODY, "請各單位發揮示范作用，認真準備資料，抓好建筑質量監督管理。", NULL});
    EXPECT("", {ROLE_TITLE, "關於開展質量活動的通知", NULL},
           {ROLE_BODY, "請各單位認真準備資料，完善制度，于東海負責。", NULL});
}

static void test_two_scripts_on_purpose(void **state)
{
    (void)state;
    EXPECT("", {ROLE_BODY, "请各单位认真准备资料。", NULL},
           {ROLE_BODY, "請各單位認真準備資料。", NULL});
}

static void test_one_character_may_be_a_name(void **state)
{
    (void)state;
    EXPECT("", {ROLE_BODY, "请各单位认真准备资料，按时报送总结，由赵鈞负责。", NULL});
    EXPECT("", {ROLE_CONTACT, "联系人：趙鈞　张静　联系单位：质量强县领导小组办公室", NULL});
}

static void test_paragraph_before_others(void **state)
{
    (void)state;
    EXPECT("", {ROLE_BODY, "报送以下资料，逐项说明：", NULL},
           {ROLE_BODY, "工作总结，含图片；", NULL},
           {ROLE_BODY, "考核资料，含名单，按时报送。", NULL});
    EXPECT("test.md sentence-end ，并附图片名单；;",
           {ROLE_BODY, "请各单位按时报送，并附图片名单；", NULL}, {ROLE_SIGNATURE, "质量办", NULL});
}

static void test_what_is_no_sentence(void **state)
{
    (void)state;
    EXPECT("", {ROLE_BODY, "附件：1.质量工作考核指标，2.质量工作考核自评报告", NULL},
           {ROLE_BODY, "关于开展全县质量工作考核和质量提升行动有关事项的情况说明的通知", NULL},
           {ROLE_BODY, "联系人：张静，联系电话：0318-7523461", NULL},
           {ROLE_BODY, "单位名称，盖章，年月日，联系人，联系电话", "annex-1"});
    EXPECT("test.md sentence-end 县领导小组办公室;",
           {ROLE_BODY, "请各单位认真准备全年质量工作考核资料并于月底前报送质量强县领导小组办公室",
            NULL});
}

static void test_list_that_goes_on(void **state)
{
    (void)state;
    EXPECT("", {ROLE_LIST_1, "1.总结；", NULL}, {ROLE_LIST_1, "2.资料；", NULL},
           {ROLE_BODY, "含图片。", NULL}, {ROLE_LIST_1, "3.名单。", NULL});
}

static void test_rarer_form_of_a_term(void **state)
{
    (void)state;
    EXPECT("test.md term-variant “双随机 一公开”|“双随机、一公开”;",
           {ROLE_BODY, "按“双随机 一公开”抽查。", NULL},
           {ROLE_BODY, "按“双随机、一公开”抽查。", NULL},
           {ROLE_BODY, "按“双随机、一公开”公布。", NULL});
    EXPECT("test.md halfwidth-punctuation (|2|;", {ROLE_BODY, "《办法（试行）》。", NULL},
           {ROLE_BODY, "《办法(试行)》。", NULL}); /* that the brackets differ is said already */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_are_counted),
        cmocka_unit_test(test_title_in_two_paragraphs),
        cmocka_unit_test(test_one_bracket_a_paragraph),
        cmocka_unit_test(test_numbers_of_items),
        cmocka_unit_test(test_deep_brackets_are_given_up),
        cmocka_unit_test(test_placeholders_of_forms),
        cmocka_unit_test(test_blanks_of_themes_and_names),
        cmocka_unit_test(test_simplified_words_in_traditional_text),
        cmocka_unit_test(test_two_scripts_on_purpose),
        cmocka_unit_test(test_one_character_may_be_a_name),
        cmocka_unit_test(test_paragraph_before_others),
        cmocka_unit_test(test_what_is_no_sentence),
        cmocka_unit_test(test_list_that_goes_on),
        cmocka_unit_test(test_rarer_form_of_a_term),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
