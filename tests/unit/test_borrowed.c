/* docx/borrowed.c: styles of another file come along under names of their own. Runs in the project
 * folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/borrowed.h"
#include "styles.h"

#include "on_arena.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define STYLE(id, rest) "<w:style w:type=\"paragraph\" w:styleId=\"" id "\">" rest "</w:style>"
#define NAME(name) "<w:name w:val=\"" name "\"/>"
#define DEFAULT(type, id)                                                                          \
    "<w:style w:type=\"" type "\" w:default=\"1\" w:styleId=\"" id "\">" NAME(id) "</w:style>"
#define ON_GROUND "<w:basedOn w:val=\"ground-letterhead\"/>"

static struct borrowed *borrowed_from(const char *styles)
{
    const char *text = arena_printf(arena, "<w:styles " W ">%s</w:styles>", styles);
    return borrowed_new(arena, text, shipped_style(&findings, "gbt9704"));
}

static const char *part_with(const char *styles, const char *part)
{
    struct file file = {"header1.xml", part, strlen(part)};
    struct file written = borrowed_part(borrowed_from(styles), file);
    assert_int_equal(written.length, strlen(written.bytes));
    assert_string_equal(written.path, "header1.xml");
    if (strcmp(written.bytes, part) == 0)
        assert_ptr_equal(written.bytes, part);
    return written.bytes;
}

/* The styles behind the ground that a part with these paragraphs brings along. */
static const char *styles_with(const char *styles, const char *part)
{
    struct letterhead letterhead = {0};
    struct borrowed *borrowed = borrowed_from(styles);
    borrowed_part(borrowed, (struct file){"header1.xml", part, strlen(part)});
    borrowed_print(borrowed, &letterhead);
    const char *ground = strstr(letterhead.styles, "\"ground-letterhead\"");
    assert_non_null(ground);
    return strstr(ground, "</w:style>") + strlen("</w:style>");
}

#define P(properties) "<w:p>" properties "<w:r/></w:p>"
#define STYLED(id) "<w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr>"

static void ids_of_ours_become_others(void **state)
{
    (void)state;
    static const struct {
        const char *part, *written;
    } cases[] = {
        {P(STYLED("a3")), P(STYLED("a3"))},
        {P(STYLED("body")), P(STYLED("body-letterhead"))},
        {P(STYLED("Body")), P(STYLED("Body"))},
        {P(STYLED("Normal")), P(STYLED("Normal-letterhead"))},
        {P(STYLED("a-letterhead")), P(STYLED("a-letterhead-letterhead"))},
        {"<w:rStyle w:val='heading-1-face'/>", "<w:rStyle w:val=\"heading-1-face-letterhead\"/>"},
        {"<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr></w:tbl>",
         "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid-letterhead\"/></w:tblPr></w:tbl>"},
        {P("<w:pPr><w:pStyle/></w:pPr>"), P("<w:pPr><w:pStyle/></w:pPr>")},
        {"<w:p/>", "<w:p/>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(part_with("", cases[i].part), cases[i].written);
}

static void what_has_no_style_names_its_default(void **state)
{
    (void)state;
    static const char styles[] = DEFAULT("paragraph", "a&amp;b") DEFAULT("table", "TableNormal");
    static const struct {
        const char *part, *written;
    } cases[] = {
        {P(STYLED("a3")), P(STYLED("a3"))},
        {P(""), P(STYLED("a&amp;b"))},
        {"<w:p/>", "<w:p>" STYLED("a&amp;b") "</w:p>"},
        {"<w:p w:rsidR='>' />", "<w:p w:rsidR='>' >" STYLED("a&amp;b") "</w:p>"},
        {P("<w:pPr/>"), P(STYLED("a&amp;b"))},
        {P("<w:pPr><w:jc w:val=\"left\"/></w:pPr>"),
         P("<w:pPr><w:pStyle w:val=\"a&amp;b\"/><w:jc w:val=\"left\"/></w:pPr>")},
        {"<w:tbl><w:tblPr/><w:tr/></w:tbl>",
         "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal-letterhead\"/></w:tblPr><w:tr/></w:tbl>"},
        {"<w:r><w:txbxContent><w:p/></w:txbxContent></w:r>",
         "<w:r><w:txbxContent><w:p>" STYLED("a&amp;b") "</w:p></w:txbxContent></w:r>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(part_with(styles, cases[i].part), cases[i].written);
}

static void styles_bring_those_that_they_name(void **state)
{
    (void)state;
    static const char styles[] = STYLE("z", NAME("z"))
        STYLE("a", NAME("header") "<w:basedOn w:val=\"b\"/><w:link w:val=\"none\"/>")
            STYLE("b", NAME("b") "<w:next w:val=\"a\"/>")
                STYLE("loop", NAME("loop") "<w:basedOn w:val=\"loop\"/>");
    assert_string_equal(
        styles_with(styles, P(STYLED("a"))),
        STYLE("a", NAME("header") "<w:basedOn w:val=\"b\"/><w:link w:val=\"none\"/>")
            STYLE("b", NAME("b") ON_GROUND "<w:next w:val=\"a\"/>"));
    assert_string_equal(styles_with(styles, P(STYLED("loop"))),
                        STYLE("loop", NAME("loop") "<w:basedOn w:val=\"loop\"/>"));
    assert_string_equal(styles_with(styles, P("")), "");
}

/* Whatever the order of what a style says. */
static void names_of_ours_become_others(void **state)
{
    (void)state;
    static const struct {
        const char *style, *written;
    } cases[] = {
        {"<w:style w:styleId=\"a\" w:default=\"1\" w:type=\"paragraph\">" NAME(
             "normal") "</w:style>",
         STYLE("a", NAME("normal（信头）") ON_GROUND)},
        {STYLE("a", NAME("heading 1") "<w:aliases w:val=\"x\"/><w:qFormat/>"),
         STYLE("a", NAME("heading 1（信头）") "<w:aliases w:val=\"x\"/>" ON_GROUND "<w:qFormat/>")},
        {STYLE("a", NAME("公文正文 Char（信头）")),
         STYLE("a", NAME("公文正文 Char（信头）（信头）") ON_GROUND)},
        {STYLE("a", "<w:next w:val=\"body\"/>" NAME("Title")),
         STYLE("a", "<w:next w:val=\"body-letterhead\"/>" NAME("Title（信头）") ON_GROUND)},
        {"<w:style w:styleId=\"a\" w:type=\"character\">" NAME(
             "Default Paragraph Font") "</w:style>",
         "<w:style w:type=\"character\" w:styleId=\"a\">" NAME(
             "Default Paragraph Font（信头）") "</w:style>"},
        {"<w:style w:styleId=\"a\"/>", "<w:style w:styleId=\"a\"/>"},
        {STYLE("a", ""), STYLE("a", "")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(styles_with(cases[i].style, P(STYLED("a"))), cases[i].written);
}

static void their_defaults_are_the_ground(void **state)
{
    (void)state;
    static const char text[] =
        "<w:styles " W " xmlns:x=\"a&amp;b\" x:y=\"z\"><w:docDefaults><w:rPrDefault><w:rPr><w:sz "
        "w:val=\"21\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>";
    struct letterhead letterhead = {0};
    borrowed_print(borrowed_new(arena, text, shipped_style(&findings, "gbt9704")), &letterhead);
    assert_non_null(
        strstr(letterhead.styles, "<w:semiHidden/><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:style>"));
    assert_int_equal(letterhead.namespace_count, 2);
    assert_string_equal(letterhead.namespaces[0].name, "xmlns:x");
    assert_string_equal(letterhead.namespaces[0].value, "a&b");
    assert_string_equal(letterhead.namespaces[1].name, "x:y");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(ids_of_ours_become_others),         TEST(what_has_no_style_names_its_default),
        TEST(styles_bring_those_that_they_name), TEST(names_of_ours_become_others),
        TEST(their_defaults_are_the_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
