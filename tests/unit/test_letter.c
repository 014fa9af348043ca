/* docx/header.c, footer.c, document.c: the letter form (GB/T 9704-2012, 10.1). Runs in the project
 * folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/header.h"
#include "xml/tree.h"
#include "writing.h"

static int set_up_letter(void **state)
{
    (void)state;
    return begin_writing("letter", "notice");
}

typedef void (*write_fn)(struct xml_writer *out, const struct docx *docx);
static const char *written(write_fn write, const char *draft)
{
    struct docx docx = docx_prepare(arena, &document, style, NULL);
    docx.draft = draft;
    struct xml_writer *out = xml_writer_new(arena);
    write(out, &docx);
    size_t length;
    const char *bytes = xml_writer_finish(out, &length);
    return arena_copy_n(arena, bytes, length);
}

static void letter_differs_in_head_and_foot(void **state)
{
    (void)state;
    const struct role_style *mark = &style->role[ROLE_ISSUER_MARK];
    assert_true(mark->first_header);
    assert_int_equal(mark->before, 1701);  /* 30 mm */
    assert_int_equal(mark->overhang, 397); /* 7 mm */
    assert_int_equal(mark->below.kind, RULE_KIND_THICK_THIN);
    assert_int_equal(style->first_footer.rule.kind, RULE_KIND_THIN_THICK);
    assert_int_equal(style->first_footer.distance, 1134); /* 20 mm */
    assert_int_equal(style->role[ROLE_DOCUMENT_NUMBER].align, ALIGN_RIGHT);
    assert_int_equal(style->role[ROLE_DOCUMENT_NUMBER].below.size, 0);
    assert_int_equal(style->record.outer, 0);
    assert_int_equal(style->record.inner, 0);
}

static void the_mark_stands_in_the_first_header(void **state)
{
    (void)state;
    add(ROLE_ISSUER_MARK, "某某局");
    add(ROLE_TITLE, "标题");
    const char *text = written(document_write, NULL);
    assert_null(strstr(text, "某某局"));
    assert_holds(text, "标题");
    assert_holds(text, "<w:headerReference w:type=\"first\" r:id=\"rIdHeaderFirst\"/>"
                       "<w:footerReference w:type=\"first\" r:id=\"rIdFooterFirst\"/>");
    assert_holds(text, "<w:titlePg/>");
    /* 30 mm less the header's 15 mm and 18 % of 36 pt */
    const char *header = written(header_first_write, NULL);
    assert_holds(header, "<w:pStyle w:val=\"issuer-mark\"/><w:spacing w:before=\"722\"");
    assert_holds(header, "某某局");
    assert_null(strstr(header, "w:pict"));
}

static void later_sections_have_no_first_page(void **state)
{
    (void)state;
    add(ROLE_ISSUER_MARK, "某某局");
    document_add_section(arena, &document, "annex-1");
    add(ROLE_ISSUER_MARK, "另一局");
    const char *text = written(document_write, NULL);
    const char *first = strstr(text, "<w:titlePg/>");
    assert_non_null(first);
    assert_null(strstr(first + 1, "<w:titlePg/>"));
    assert_holds(first, "另一局");
    assert_null(strstr(written(header_first_write, NULL), "另一局"));
}

static void a_mark_below_other_text_stays_there(void **state)
{
    (void)state;
    add(ROLE_COPY_NUMBER, "000001");
    add(ROLE_ISSUER_MARK, "某某局");
    const char *text = written(document_write, NULL);
    assert_holds(text, "某某局");
    assert_null(strstr(text, "<w:titlePg/>"));
}

/* Its number would be missing among those of the running text. */
static void a_field_in_the_header_is_there_to_read(void **state)
{
    (void)state;
    struct run *field = ARENA_NEW(arena, struct run);
    *field = (struct run){.kind = RUN_FIELD, .face = ROLE_ISSUER_MARK, .text = "局", .field = "a"};
    paragraph_add_run(add(ROLE_ISSUER_MARK, "某某"), field);
    add(ROLE_BODY, "正文");
    assert_null(strstr(written(header_first_write, NULL), "w:sdt"));
    assert_holds(written(document_write, NULL), "正文");
}

static void the_first_footer_is_a_rule_without_a_number(void **state)
{
    (void)state;
    add(ROLE_ISSUER_MARK, "某某局");
    const char *footer = written(footer_first_write, NULL);
    /* 170 mm long, from 21 mm on, 277 mm below the upper edge but for the frame's 1 pt */
    assert_holds(footer, "<w:framePr w:w=\"9639\" w:h=\"20\" w:hRule=\"exact\" w:wrap=\"around\" "
                         "w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"1190\" w:y=\"15684\"/>"
                         "<w:pBdr><w:bottom w:val=\"thinThickSmallGap\" w:sz=\"18\" "
                         "w:space=\"0\" w:color=\"FF0000\"/></w:pBdr>");
    assert_null(strstr(footer, "PAGE"));
}

static void a_draft_is_marked_on_the_first_page_too(void **state)
{
    (void)state;
    add(ROLE_ISSUER_MARK, "某某局");
    assert_holds(written(header_first_write, "草稿"), "PowerPlusWaterMarkObject4");
}

static void a_letterhead_leaves_the_rules_blank(void **state)
{
    (void)state;
    add(ROLE_ISSUER_MARK, "某某局");
    style = style_on_letterhead(arena, style);
    assert_null(strstr(written(header_first_write, NULL), "某某局"));
    assert_holds(written(footer_first_write, NULL), "w:color=\"FFFFFF\"");
    assert_string_equal(style->role[ROLE_ISSUER_MARK].below.color, "FFFFFF");
}

static void rules_and_text_hang_over(void **state)
{
    (void)state;
    const char *styles = written(styles_write, NULL);
    assert_holds(styles, "<w:pBdr><w:bottom w:val=\"thickThinSmallGap\" w:sz=\"18\" w:space=\"7\" "
                         "w:color=\"FF0000\"/></w:pBdr>");
    assert_holds(styles, "<w:ind w:left=\"-397\" w:right=\"-397\"/>");
}

/* 30 mm, line 45 pt without 18 % of 36 pt, rule 2.25 pt and 7 pt off, 3.5 pt, less 37 mm. */
static void the_header_pushes_the_text_down(void **state)
{
    (void)state;
    struct docx docx = docx_prepare(arena, &document, style, NULL);
    assert_int_equal(first_header_push(&docx), 0);
    add(ROLE_ISSUER_MARK, "某某局");
    docx = docx_prepare(arena, &document, style, NULL);
    assert_int_equal(first_header_push(&docx), 1701 - 129 + 900 + 185 + 70 - 2098);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_letter, tear_down)

int main(void)
{
    xml_begin();
    const struct CMUnitTest tests[] = {
        TEST(letter_differs_in_head_and_foot),
        TEST(the_mark_stands_in_the_first_header),
        TEST(later_sections_have_no_first_page),
        TEST(a_mark_below_other_text_stays_there),
        TEST(a_field_in_the_header_is_there_to_read),
        TEST(the_first_footer_is_a_rule_without_a_number),
        TEST(a_draft_is_marked_on_the_first_page_too),
        TEST(a_letterhead_leaves_the_rules_blank),
        TEST(rules_and_text_hang_over),
        TEST(the_header_pushes_the_text_down),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
