/* style/: the styles that we ship, layers over them, and everything that is wrong in one. Runs in
 * the project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "style/style.h"
#include "xml/tree.h"

static struct arena *arena;
static struct findings findings;
static char folder[] = "/tmp/test_style.XXXXXX";

/* Our styles, and those that a test wrote. */
static const char *find_style(void *context, const char *name)
{
    (void)context;
    const char *written = arena_printf(arena, "%s/%s.xml", folder, name);
    const char *shipped = arena_printf(arena, "templates/styles/%s.xml", name);
    return file_exists(written) ? written : file_exists(shipped) ? shipped : NULL;
}

static const struct style *load(const char *name)
{
    return style_load(&findings, name, (struct place){"notice.xml", 3, 0}, find_style, NULL);
}

static void write_style(const char *name, const char *text)
{
    FILE *file = fopen(arena_printf(arena, "%s/%s.xml", folder, name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    strcpy(folder, "/tmp/test_style.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "c"};
    for (size_t i = 0; i < 3; i++)
        unlink(arena_printf(arena, "%s/%s.xml", folder, names[i]));
    rmdir(folder);
    arena_free(arena);
    return 0;
}

/* file:line: message, of the first line of each finding, without the folder. */
static const char *messages(void)
{
    struct buffer out = buffer_on(arena);
    for (const struct finding *finding = findings.first; finding; finding = finding->next) {
        const char *words =
            finding_print(arena, finding, (struct printing){LANGUAGE_ENGLISH, false});
        if (strncmp(words, folder, strlen(folder)) == 0)
            words += strlen(folder) + 1;
        buffer_add_n(&out, words, strcspn(words, "\n") + 1);
    }
    return buffer_text(&out);
}

static void gbt9704_has_the_measures_of_the_standard(void **state)
{
    (void)state;
    const struct style *style = load("gbt9704");
    assert_non_null(style);
    assert_int_equal(findings.count, 0);
    const struct page_style *page = &style->portrait;
    assert_int_equal(page->width, 11906);
    assert_int_equal(page->top, 2098);
    assert_int_equal(page->bottom, 1984);
    assert_int_equal(page->grid, 579);
    assert_false(page->landscape);
    assert_true((page->height - page->top - page->bottom) / page->grid == 22);
    const struct role_style *body = &style->role[ROLE_BODY];
    assert_string_equal(body->font->name, "仿宋_GB2312");
    assert_int_equal(body->size, 32);
    assert_int_equal(body->line, 579);
    assert_int_equal(page_text_width(page) / role_chars(body, 100), 28);
    assert_int_equal(role_chars(body, 200), 630);
}

static void the_landscape_page_is_the_portrait_page_turned(void **state)
{
    (void)state;
    const struct style *style = load("gbt9704");
    assert_true(style->landscape.landscape);
    assert_int_equal(style->landscape.width, style->portrait.height);
    assert_int_equal(style->landscape.top, style->portrait.left);
    assert_int_equal(style->landscape.left, style->portrait.bottom);
    assert_int_equal(style->landscape.right, style->portrait.top);
    assert_int_equal(style->landscape.bottom, style->portrait.right);
    assert_int_equal(style->landscape.grid, 0);
}

static void roles_take_over_values_but_not_names(void **state)
{
    (void)state;
    const struct style *style = load("gbt9704");
    const struct role_style *heading = &style->role[ROLE_HEADING_1];
    assert_string_equal(heading->name, "heading 1");
    assert_string_equal(heading->font->name, "黑体");
    assert_int_equal(heading->first_line, 200);
    assert_int_equal(heading->line, 579);
    assert_int_equal(style->role[ROLE_DATE].joins, ROLE_SIGNATURE);
    assert_int_equal(style->role[ROLE_BODY].joins, ROLE_COUNT);
    assert_int_equal(style->role[ROLE_BODY].right_tab, -1);
    assert_int_equal(style->role[ROLE_PRINTING].right_tab, 100);
    assert_string_equal(style->page_number_before, "— ");
}

static void what_there_is_one_of_has_an_element_of_its_own(void **state)
{
    (void)state;
    const struct style *style = load("gbt9704");
    assert_int_equal(style->page_number_distance, 397);
    assert_int_equal(style->record.outer, 8);
    assert_int_equal(style->record.inner, 6);
    assert_int_equal(style->record.before, 579);
    assert_int_equal(style->record.gap, 200);
    assert_int_equal(style->record.narrowest, 85);
    assert_string_equal(style->draft.font->name, "黑体");
    assert_string_equal(style->draft.color, "D9D9D9");
    assert_int_equal(style->draft.size, 2268);
    assert_int_equal(style->draft.longest, 9638);
    assert_int_equal(style->draft.angle, 45);
    assert_int_equal(style->chart.bar, 240);
    assert_int_equal(style->chart.border, 4);
    assert_string_equal(style->chart.fill_2, "404040");
    assert_int_equal(style->chart.names, 40);
    assert_int_equal(style->chart.smallest, 15);
}

static void a_style_changes_the_record_by_what_differs(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704'><record outer='0mm'/></style>");
    const struct style *style = load("a");
    assert_non_null(style);
    assert_int_equal(style->record.outer, 0);
    assert_int_equal(style->record.inner, 6);
}

/* 16 pt are 20.8 pt high, and take one line of a grid of 28.95 pt, or two of 20 pt. */
static void a_single_line_fits_its_text_or_the_grid(void **state)
{
    (void)state;
    assert_int_equal(single_line(32, 0), 416);
    assert_int_equal(single_line(32, 416), 416);
    assert_int_equal(single_line(32, 579), 579);
    assert_int_equal(single_line(32, 400), 800);
}

static void lines_without_a_pitch_count_as_tall_as_a_font_may_be(void **state)
{
    (void)state;
    const struct style *style = load("gbt9704");
    struct role_style role = style->role[ROLE_BODY];
    assert_int_equal(role_pitch(&role), 579);
    role.line = 0;
    assert_int_equal(role_pitch(&role), 480);
    assert_int_equal(page_text_height(&style->portrait), 12756);
}

static void the_traditional_style_changes_fonts_only(void **state)
{
    (void)state;
    const struct style *plain = load("gbt9704");
    const struct style *traditional = load("gbt9704-traditional");
    assert_non_null(traditional);
    assert_int_equal(findings.count, 0);
    assert_string_equal(traditional->role[ROLE_BODY].font->name, "方正仿宋_GBK");
    assert_string_equal(traditional->role[ROLE_PAGE_NUMBER].font->name, "宋体");
    for (int i = 0; i < ROLE_COUNT; i++) {
        struct role_style role = traditional->role[i];
        assert_int_equal(role.size, plain->role[i].size);
        assert_int_equal(role.before, plain->role[i].before);
        assert_int_equal(role.align, plain->role[i].align);
        assert_string_equal(role.name, plain->role[i].name);
    }
}

static void a_layer_above_reaches_roles_that_are_like_another(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704'>"
                     "<page name='portrait' top='36mm'/>"
                     "<font id='local' name='仿宋'/>"
                     "<role id='body' font='local' line='28pt'/>"
                     "<role id='heading-3' bold='yes'/>"
                     "<role id='theme' like='heading-1'/></style>");
    const struct style *style = load("a");
    assert_non_null(style);
    assert_int_equal(style->portrait.top, 2041);
    assert_int_equal(style->portrait.bottom, 1984);
    assert_int_equal(style->role[ROLE_HEADING_4].line, 560);
    assert_string_equal(style->role[ROLE_HEADING_4].font->name, "仿宋");
    assert_true(style->role[ROLE_HEADING_3].bold);
    assert_false(style->role[ROLE_HEADING_4].bold);
    assert_true(style->role[ROLE_THEME].keep_next);
    assert_string_equal(style->role[ROLE_THEME].name, "活动主题");
}

static void all_problems_are_reported_in_one_run(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704' colour='red'>\n"
                     "<page name='portrait' top='37'/>\n"
                     "<page name='square'/>\n"
                     "<roll id='body'/>\n"
                     "<role id='boddy'/>\n"
                     "<role id='title' font='xiaobiaosung' size='22.1pt'/>\n"
                     "<role id='note' aling='left'/>\n"
                     "<role id='date' align='middle' joins='signatur' keep-next='true'/>\n"
                     "<role id='theme' color='red' line='1.5'/>\n"
                     "<role id='contact' like='nobody' name=''/>\n"
                     "<role name='x'/>\n"
                     "<font id='new'/>\n"
                     "</style>");
    assert_null(load("a"));
    assert_string_equal(
        messages(),
        "a.xml:4: error: a style has no <roll> [style-name]\n"
        "a.xml:1: error: a style has no <style colour=\"…\"> [style-name]\n"
        "a.xml:7: error: a style has no <role aling=\"…\"> [style-name]\n"
        "a.xml:1: error: <font id=\"new\"> lacks the attribute \"name\" "
        "[schema-attribute-missing]\n"
        "a.xml:2: error: \"37\" is no value for <page top=\"…\"> [style-value]\n"
        "a.xml:3: error: \"square\" is no value for <page name=\"…\"> [style-value]\n"
        "a.xml:5: error: \"boddy\" is no value for <role id=\"…\"> [style-value]\n"
        "a.xml:11: error: <role> lacks the attribute \"id\" [schema-attribute-missing]\n"
        "a.xml:6: error: \"xiaobiaosung\" is no value for <role font=\"…\"> [style-value]\n"
        "a.xml:6: error: \"22.1pt\" is no value for <role size=\"…\"> [style-value]\n"
        "a.xml:9: error: \"red\" is no value for <role color=\"…\"> [style-value]\n"
        "a.xml:9: error: \"1.5\" is no value for <role line=\"…\"> [style-value]\n"
        "a.xml:10: error: \"nobody\" is no value for <role like=\"…\"> [style-value]\n"
        "a.xml:10: error: \"\" is no value for <role name=\"…\"> [style-value]\n"
        "a.xml:8: error: \"middle\" is no value for <role align=\"…\"> [style-value]\n"
        "a.xml:8: error: \"signatur\" is no value for <role joins=\"…\"> [style-value]\n"
        "a.xml:8: error: \"true\" is no value for <role keep-next=\"…\"> [style-value]\n");
}

static void a_value_that_is_nearly_right_gets_a_hint(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704'><role id='title' font='xiaobiaosung'/></style>");
    assert_null(load("a"));
    assert_string_equal(findings.first->values[2], "did you mean \"xiaobiaosong\"?");
    assert_string_equal(findings.first->values[3], "是不是“xiaobiaosong”？");
}

static void a_kind_of_rule_is_one_of_three(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704'><role id='title' below-kind='thick-thin'/>\n"
                     "<role id='body' above-kind='thin-thick' below-kind='dotted'/></style>");
    assert_null(load("a"));
    assert_string_equal(messages(), "a.xml:2: error: \"dotted\" is no value for "
                                    "<role below-kind=\"…\"> [style-value]\n");
}

static void roles_like_each_other_are_refused(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704'><role id='list-1' like='list-2'/>\n"
                     "<role id='list-2' like='list-1'/></style>");
    assert_null(load("a"));
    assert_non_null(
        strstr(messages(), "a.xml:2: error: \"list-1\" is no value for <role like=\"…\">"));
}

static void bases_in_a_circle_are_refused(void **state)
{
    (void)state;
    write_style("a", "<style base='b'/>");
    write_style("b", "<style base='a'/>");
    assert_null(load("a"));
    assert_string_equal(messages(), "b.xml:1: error: \"a\" is no value for base [style-value]\n");
}

static void an_unknown_style_is_reported_where_it_is_named(void **state)
{
    (void)state;
    assert_null(load("gbt9705"));
    assert_string_equal(messages(),
                        "notice.xml:3: error: \"gbt9705\" is no value for style [style-value]\n");
}

static void a_style_without_base_must_be_complete(void **state)
{
    (void)state;
    write_style("c", "<style/>");
    assert_null(load("c"));
    /* 8 measures of 2 pages, name, font and size of every role, 4 of tables, 9 of charts, 4 of page
     * numbers, 5 of the record, 5 of the draft mark */
    assert_int_equal(findings.count, 8 * 2 + 3 * ROLE_COUNT + 4 + 9 + 4 + 5 + 5);
}

static void margins_must_leave_room(void **state)
{
    (void)state;
    write_style("a", "<style base='gbt9704'><page name='portrait' left='185mm'/></style>");
    assert_null(load("a"));
    assert_int_equal(findings.count, 1);
}

static void another_file_is_no_style(void **state)
{
    (void)state;
    write_style("a", "<notice/>");
    assert_null(load("a"));
    assert_string_equal(
        messages(),
        "a.xml:1: error: the file begins with <notice>, not with <style> [schema-root]\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    xml_begin();
    const struct CMUnitTest tests[] = {
        TEST(gbt9704_has_the_measures_of_the_standard),
        TEST(the_landscape_page_is_the_portrait_page_turned),
        TEST(roles_take_over_values_but_not_names),
        TEST(what_there_is_one_of_has_an_element_of_its_own),
        TEST(a_style_changes_the_record_by_what_differs),
        TEST(a_single_line_fits_its_text_or_the_grid),
        TEST(lines_without_a_pitch_count_as_tall_as_a_font_may_be),
        TEST(the_traditional_style_changes_fonts_only),
        TEST(a_layer_above_reaches_roles_that_are_like_another),
        TEST(all_problems_are_reported_in_one_run),
        TEST(a_value_that_is_nearly_right_gets_a_hint),
        TEST(a_kind_of_rule_is_one_of_three),
        TEST(roles_like_each_other_are_refused),
        TEST(bases_in_a_circle_are_refused),
        TEST(an_unknown_style_is_reported_where_it_is_named),
        TEST(a_style_without_base_must_be_complete),
        TEST(margins_must_leave_room),
        TEST(another_file_is_no_style),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
