/* check/forms.c: the contents that a notice asks for, against the form. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "checking.h"

static void assert_asked(const char *asked, const char *expected)
{
    struct checked c = checked_new();
    checked_section(&c, "notice");
    checked_paragraph(&c, ROLE_BODY, asked);
    checked_section(&c, "annex-1");
    checked_paragraph(&c, ROLE_ANNEX_LABEL, "附件");
    checked_paragraph(&c, ROLE_TITLE, "自评报告");
    checked_paragraph(&c, ROLE_HEADING_1, "一、质量工作总体概况");
    checked_paragraph(&c, ROLE_HEADING_1, "二、工作亮点");
    checked_paragraph(&c, ROLE_HEADING_1, "三、存在的问题");
    assert_found(&c, check_forms, expected);
}

static void test_contents_that_the_form_lacks(void **state)
{
    (void)state;
    assert_asked("自评报告内容包括：总体情况、工作亮点、存在问题、意见建议。",
                 " form-incomplete 自评报告|意见建议||;");
    assert_asked("自评报告内容（见附件）应包括总体情况，工作亮点，存在问题，意见建议。",
                 " form-incomplete 自评报告|意见建议||;");
    assert_asked(
        "自查报告一份，内容包括:总体情况、工作亮点、存在问题、具体数据、亮点案例、意见建议;",
        " form-incomplete 自评报告|具体数据| and 1 more|等2项;");
}

static void test_contents_that_the_form_has(void **state)
{
    (void)state;
    assert_asked("自评报告内容包括：总体情况、工作亮点（含案例、照片、数据）、存在问题。", "");
    assert_asked("自评报告内容包括部署落实党中央、国务院重大决策总体情况，工作亮点，存在问题。",
                 "");
}

static void test_lists_that_are_not_those_of_the_form(void **state)
{
    (void)state;
    assert_asked("自评报告内容包括：经费使用、人员培训、设备购置。", "");
    assert_asked("自评报告内容包括：工作亮点、意见建议。", ""); /* two are no list */
    assert_asked("实施方案内容包括：总体情况、工作亮点、存在问题、意见建议。", "");
    assert_asked(
        "自评报告内容包括：总体情况、工作亮点、存在问题、对国家和省有关部门的希望和意见建议。", "");
}

/* What comes after as many items as are read is not looked at. */
static void test_items_end_at_the_cap(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer asked = buffer_on(arena);
    buffer_add(&asked, "自评报告内容包括：");
    for (int i = 0; i < 31; i++)
        buffer_add(&asked, "工作亮点、");
    const char *most = arena_printf(arena, "%s意见建议。", buffer_text(&asked));
    const char *over = arena_printf(arena, "%s工作亮点、意见建议。", buffer_text(&asked));
    assert_asked(most, " form-incomplete 自评报告|意见建议||;");
    assert_asked(over, "");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contents_that_the_form_lacks),
        cmocka_unit_test(test_contents_that_the_form_has),
        cmocka_unit_test(test_lists_that_are_not_those_of_the_form),
        cmocka_unit_test(test_items_end_at_the_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
