/* docx/record.c: the record at the foot of the last page. Runs in the project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "docx/record.h"
#include "xml/tree.h"
#include "writing.h"

static int set_up_record(void **state)
{
    (void)state;
    begin_writing("gbt9704", "record");
    section->continues = true;
    return 0;
}

static void nothing_but_copy_to_and_printing_is_a_record(void **state)
{
    (void)state;
    assert_false(is_record(section));
    add(ROLE_COPY_TO, "抄送：市委办公室。");
    add(ROLE_PRINTING, "市政府办公室\t2022年9月26日印发");
    assert_true(is_record(section));
    add(ROLE_BODY, "正文");
    assert_false(is_record(section));
    assert_null(strstr(body_written(), "<w:tbl>"));
}

/* Outer rules of 0.35 mm, an inner one of 0.25 mm, 156 mm wide: 8845 twips between the margins. */
static void it_floats_at_the_foot_of_the_type_area(void **state)
{
    (void)state;
    add(ROLE_PRINTING, "市政府办公室\t2022年9月26日印发");
    assert_holds(body_written(),
                 "<w:tbl><w:tblPr><w:tblpPr w:topFromText=\"579\" w:vertAnchor=\"margin\" "
                 "w:horzAnchor=\"page\" w:tblpX=\"1587\" w:tblpYSpec=\"bottom\"/><w:tblOverlap "
                 "w:val=\"never\"/><w:tblW w:w=\"8845\" w:type=\"dxa\"/><w:tblBorders>"
                 "<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>"
                 "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>"
                 "<w:insideH w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
                 "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>");
    assert_holds(body_written(), "</w:tbl><w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing "
                                 "w:line=\"20\" w:lineRule=\"exact\"/>");
}

static void a_style_may_leave_out_the_rules(void **state)
{
    (void)state;
    struct style plain = *style;
    plain.record.outer = plain.record.inner = 0;
    style = &plain;
    add(ROLE_PRINTING, "市政府办公室");
    assert_holds(body_written(), "<w:tblBorders/>");
}

/* The main recipients that the record takes over stand above the copies, without a rule (7.4.2). */
static void paragraphs_of_one_role_share_a_row(void **state)
{
    (void)state;
    add(ROLE_COPY_TO, "主送：各县政府。");
    add(ROLE_COPY_TO, "抄送：市委办公室。");
    add(ROLE_PRINTING, "市政府办公室\t2022年9月26日印发");
    assert_int_equal(count(body_written(), "<w:tr>"), 2);
    assert_holds(body_written(), "主送：各县政府。</w:t></w:r></w:p><w:p>");
}

/* 28 characters and 2 between need 30 of the 29.58 that fit: 98 %. */
static void organ_and_date_are_narrowed_to_one_line(void **state)
{
    (void)state;
    add(ROLE_PRINTING, "一二三四五六七八九十一二三四五六七八九十\t2022年1月5日印发");
    assert_holds(body_written(), "<w:w w:val=\"98\"/><w:sz w:val=\"28\"/>");
    assert_null(strstr(body_written(), "<w:br/>"));
}

static void what_fits_is_left_as_it_is(void **state)
{
    (void)state;
    add(ROLE_PRINTING, "一二三四五六七八九十一二三四五六七八九\t2022年1月5日印发");
    assert_null(strstr(body_written(), "<w:w "));
}

/* At 34 characters and 2 between they would be set at 82 %. */
static void a_date_that_would_make_them_too_narrow_gets_a_line(void **state)
{
    (void)state;
    add(ROLE_PRINTING, "一二三四五六七八九十一二三四五六七八九十一二三四五六\t2022年1月5日印发");
    assert_holds(body_written(), "<w:br/><w:tab/>");
    assert_null(strstr(body_written(), "<w:w "));
}

static void at_the_narrowest_they_still_stand_on_one_line(void **state)
{
    (void)state;
    struct style narrow = *style;
    narrow.record.narrowest = 82;
    style = &narrow;
    add(ROLE_PRINTING, "一二三四五六七八九十一二三四五六七八九十一二三四五六\t2022年1月5日印发");
    assert_holds(body_written(), "<w:w w:val=\"82\"/>");
}

static void a_lone_tab_does_no_harm(void **state)
{
    (void)state;
    struct style bare = *style;
    bare.record.gap = 0;
    style = &bare;
    add(ROLE_PRINTING, "\t");
    assert_holds(body_written(), "<w:tab/>");
}

/* A floating table begins no page in LibreOffice 7. */
static void on_a_page_of_its_own_a_small_paragraph_begins_the_page(void **state)
{
    (void)state;
    section->continues = false;
    add(ROLE_PRINTING, "市政府办公室\t2022年9月26日印发");
    const char *text = body_written();
    assert_true(strstr(text, "<w:snapToGrid") < strstr(text, "<w:tbl>"));
    section->continues = true;
    text = body_written();
    assert_true(strstr(text, "<w:tbl>") < strstr(text, "<w:snapToGrid"));
}

static void one_that_is_taller_than_a_page_does_not_float(void **state)
{
    (void)state;
    struct buffer text = buffer_on(arena);
    for (int i = 0; i < 26 * 21; i++)
        buffer_add(&text, "字");
    add(ROLE_COPY_TO, buffer_text(&text));
    assert_non_null(strstr(body_written(), "<w:tblpPr"));
    add(ROLE_COPY_TO, buffer_text(&text));
    assert_null(strstr(body_written(), "<w:tblpPr"));
    assert_holds(body_written(), "<w:tblBorders>");
}

static void form_fields_may_stand_in_it(void **state)
{
    (void)state;
    add(ROLE_PRINTING, "市政府办公室");
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){
        .kind = RUN_FIELD, .face = ROLE_PRINTING, .text = "印发日期", .field = "printed"};
    paragraph_add_run(section->last, run);
    assert_holds(body_written(), "<w:bookmarkStart w:id=\"1\" w:name=\"f_printed\"/>");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_record, tear_down)

int main(void)
{
    xml_begin();
    const struct CMUnitTest tests[] = {
        TEST(nothing_but_copy_to_and_printing_is_a_record),
        TEST(it_floats_at_the_foot_of_the_type_area),
        TEST(a_style_may_leave_out_the_rules),
        TEST(paragraphs_of_one_role_share_a_row),
        TEST(organ_and_date_are_narrowed_to_one_line),
        TEST(what_fits_is_left_as_it_is),
        TEST(a_date_that_would_make_them_too_narrow_gets_a_line),
        TEST(at_the_narrowest_they_still_stand_on_one_line),
        TEST(a_lone_tab_does_no_harm),
        TEST(on_a_page_of_its_own_a_small_paragraph_begins_the_page),
        TEST(one_that_is_taller_than_a_page_does_not_float),
        TEST(form_fields_may_stand_in_it),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
