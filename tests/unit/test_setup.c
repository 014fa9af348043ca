/* docx/setup.c: which sections give the pages of a style, and what is no page. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "docx/setup.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;

/* What the style says before: portrait in hundreds, landscape in thousands. */
static const struct page_style portrait = {900, 1600, 100, 200, 300, 400, 50, 60, 70, false};
static const struct page_style landscape = {16000, 9000, 1000, 2000, 3000, 4000, 500, 600, 7, true};

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#define SECTION(w, h, margins, rest)                                                               \
    "<w:sectPr><w:pgSz w:w=\"" w "\" w:h=\"" h "\"/><w:pgMar " margins                             \
    " w:header=\"700\" w:footer=\"900\"/>" rest "</w:sectPr>"
#define MARGINS(t, r, b, l) "w:top=\"" t "\" w:right=\"" r "\" w:bottom=\"" b "\" w:left=\"" l "\""
#define PARAGRAPH(section) "<w:p><w:pPr>" section "</w:pPr></w:p>"
#define GRID(type) "<w:docGrid " type " w:linePitch=\"560\"/>"

/* The style after reading a document with that body. */
static struct style read_body(const char *body)
{
    const char *text =
        arena_printf(arena, "<w:document xmlns:w=\"w\"><w:body>%s</w:body></w:document>", body);
    struct file file = {"document.xml", text, strlen(text)};
    struct style style = {.portrait = portrait, .landscape = landscape};
    struct xml_document *document = xml_parse(&findings, &file);
    setup_read(&findings, document, &style);
    xml_document_free(document);
    return style;
}

static const char *page_line(const struct page_style *p)
{
    return arena_printf(arena, "%ldx%ld %ld %ld %ld %ld header=%ld footer=%ld grid=%ld l=%d",
                        p->width, p->height, p->top, p->right, p->bottom, p->left, p->header,
                        p->footer, p->grid, p->landscape);
}

static void assert_page(const struct page_style *page, struct page_style expected)
{
    assert_string_equal(findings_messages(&findings), "");
    assert_string_equal(page_line(page), page_line(&expected));
}

static void the_last_section_of_each_kind_gives_the_page(void **state)
{
    (void)state;
    struct style style = read_body(
        PARAGRAPH(SECTION("10000", "15000", MARGINS("1", "2", "3", "4"), "")) "<w:p/>" PARAGRAPH(
            SECTION("16838", "11906", MARGINS("1500", "2000", "1400", "1900"), ""))
            SECTION("11906", "16838", MARGINS("2000", "1400", "1900", "1500"),
                    GRID("w:type=\"lines\"")));
    assert_page(&style.portrait,
                (struct page_style){11906, 16838, 2000, 1400, 1900, 1500, 700, 900, 560, false});
    assert_page(&style.landscape,
                (struct page_style){16838, 11906, 1500, 2000, 1400, 1900, 700, 900, 0, true});
}

/* Header, footer and grid of a page across are its own. */
static void a_missing_landscape_page_is_the_portrait_one_turned_left(void **state)
{
    (void)state;
    struct style style =
        read_body(SECTION("11906", "16838", MARGINS("2000", "1400", "1900", "1500"), ""));
    assert_page(&style.landscape,
                (struct page_style){16838, 11906, 1500, 2000, 1400, 1900, 500, 600, 7, true});
}

static void a_missing_portrait_page_is_the_landscape_one_turned_right(void **state)
{
    (void)state;
    struct style style =
        read_body(SECTION("16838", "11906", MARGINS("1500", "2000", "1400", "1900"), ""));
    assert_page(&style.portrait,
                (struct page_style){11906, 16838, 2000, 1400, 1900, 1500, 50, 60, 70, false});
}

static void a_document_without_sections_changes_nothing(void **state)
{
    (void)state;
    struct style style = read_body("<w:p/>");
    assert_page(&style.portrait, portrait);
    assert_page(&style.landscape, landscape);
}

static void a_section_may_say_little(void **state)
{
    (void)state;
    struct style style = read_body("<w:sectPr><w:pgMar w:left=\"111\"/></w:sectPr>");
    assert_page(&style.portrait,
                (struct page_style){900, 1600, 100, 200, 300, 111, 50, 60, 0, false});
}

static void a_gutter_widens_the_left_margin(void **state)
{
    (void)state;
    struct style style = read_body(
        SECTION("11906", "16838", MARGINS("2000", "1400", "1900", "1400") " w:gutter=\"100\"", ""));
    assert_int_equal(style.portrait.left, 1500);
    assert_int_equal(style.portrait.right, 1400);
}

static void negative_margins_are_margins(void **state)
{
    (void)state;
    struct style style =
        read_body(SECTION("11906", "16838", MARGINS("-2000", "1400", "-1900", "1500"), ""));
    assert_int_equal(style.portrait.top, 2000);
    assert_int_equal(style.portrait.bottom, 1900);
}

static void a_grid_without_type_is_none(void **state)
{
    (void)state;
    assert_int_equal(read_body("<w:sectPr>" GRID("") "</w:sectPr>").portrait.grid, 0);
    assert_int_equal(read_body("<w:sectPr>" GRID("w:type=\"default\"") "</w:sectPr>").portrait.grid,
                     0);
    assert_int_equal(
        read_body("<w:sectPr>" GRID("w:type=\"linesAndChars\"") "</w:sectPr>").portrait.grid, 560);
}

static void margins_must_leave_room(void **state)
{
    (void)state;
    read_body(SECTION("5000", "9000", MARGINS("10", "2500", "10", "2499"), ""));
    assert_string_equal(findings_messages(&findings), "");
    read_body(SECTION("5000", "9000", MARGINS("10", "2500", "10", "2500"), ""));
    assert_string_equal(findings_messages(&findings),
                        "document.xml:1: error: the margins of the portrait pages of the "
                        "reference document leave no room for text [reference-page]\n"
                        "document.xml:1: error: the margins of the landscape pages of the "
                        "reference document leave no room for text [reference-page]\n");
}

static void measures_are_numbers(void **state)
{
    (void)state;
    read_body("<w:sectPr><w:pgSz w:w=\"wide\" w:h=\"31681\"/><w:pgMar w:left=\"-1\"/></w:sectPr>");
    assert_string_equal(findings_messages(&findings),
                        "document.xml:1: error: \"wide\" is no value for <w:pgSz w:w=\"…\"> "
                        "[style-value]\n"
                        "document.xml:1: error: \"31681\" is no value for <w:pgSz w:h=\"…\"> "
                        "[style-value]\n"
                        "document.xml:1: error: \"-1\" is no value for <w:pgMar w:left=\"…\"> "
                        "[style-value]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_last_section_of_each_kind_gives_the_page),
        TEST(a_missing_landscape_page_is_the_portrait_one_turned_left),
        TEST(a_missing_portrait_page_is_the_landscape_one_turned_right),
        TEST(a_document_without_sections_changes_nothing),
        TEST(a_section_may_say_little),
        TEST(a_gutter_widens_the_left_margin),
        TEST(negative_margins_are_margins),
        TEST(a_grid_without_type_is_none),
        TEST(margins_must_leave_room),
        TEST(measures_are_numbers),
    };
    xml_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
