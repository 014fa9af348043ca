/* docx/look.c and docx/theme.c: a style looks as Word shows it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "docx/look.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const struct theme no_theme;

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

#define STYLE(id, name, rest)                                                                      \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" rest         \
    "</w:style>"
#define DEFAULTS(run, paragraph)                                                                   \
    "<w:docDefaults><w:rPrDefault><w:rPr>" run                                                     \
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>" paragraph                                       \
    "</w:pPr></w:pPrDefault></w:docDefaults>"

static struct xml_document *parse(const char *name, const char *text)
{
    struct file file = {name, text, strlen(text)};
    struct xml_document *document = xml_parse(&findings, &file);
    assert_non_null(document);
    return document;
}

static struct xml_document *parse_styles(const char *styles)
{
    return parse("styles.xml",
                 arena_printf(arena, "<w:styles xmlns:w=\"w\">%s</w:styles>", styles));
}

/* The look of the style "t" laid over nothing; false if it was refused. */
static bool read_look(const char *styles, const struct theme *theme, struct look *look)
{
    struct xml_document *document = parse_styles(styles);
    struct xml_node *root = xml_root(document);
    *look = (struct look){0};
    bool fine = look_read(&findings, root, look_named(root, "t"), theme, look);
    xml_document_free(document);
    return fine;
}

static struct look look_of(const char *styles)
{
    struct look look;
    assert_true(read_look(styles, &no_theme, &look));
    return look;
}

static void assert_refused(const char *styles, const char *message)
{
    struct look look;
    assert_false(read_look(styles, &no_theme, &look));
    assert_string_equal(findings_messages(&findings), message);
}

static void a_style_says_what_those_below_it_do_not(void **state)
{
    (void)state;
    struct look look = look_of(
        DEFAULTS("<w:rFonts w:ascii=\"Arial\" w:eastAsia=\"宋体\"/><w:sz w:val=\"21\"/>",
                 "<w:jc w:val=\"both\"/>")
            STYLE("t", "t",
                  "<w:basedOn w:val=\"b\"/><w:pPr><w:keepNext/><w:ind w:left=\"0\"/></w:pPr>"
                  "<w:rPr><w:b w:val=\"0\"/><w:sz w:val=\"30\"/></w:rPr>")
                STYLE("b", "base",
                      "<w:basedOn w:val=\"c\"/><w:pPr><w:keepNext w:val=\"off\"/>"
                      "<w:spacing w:before=\"40\" w:line=\"560\" w:lineRule=\"exact\"/>"
                      "<w:ind w:left=\"600\" w:firstLine=\"700\"/></w:pPr>"
                      "<w:rPr><w:b/><w:color w:val=\"c00000\"/></w:rPr>")
                    STYLE("c", "root", "<w:pPr><w:spacing w:after=\"20\"/></w:pPr>"));
    assert_string_equal(look.font, "宋体");
    assert_int_equal(look.size, 30);
    assert_false(look.bold);
    assert_string_equal(look.color, "C00000");
    assert_true(look.keep_next);
    assert_int_equal(look.before, 40);
    assert_int_equal(look.after, 20);
    assert_int_equal(look.line.rule, LINE_EXACT);
    assert_int_equal(look.line.value, 560);
    assert_int_equal(look.left.twips, 0);
    assert_int_equal(look.first_line.twips, 700);
    assert_int_equal(look.align, ALIGN_JUSTIFY);
}

static void what_nobody_says_stays(void **state)
{
    (void)state;
    struct xml_document *document = parse_styles(STYLE("t", "t", ""));
    struct look look = {.font = "仿宋", .size = 32, .left = {.chars = 5}, .snap_to_grid = true};
    assert_true(look_read(&findings, xml_root(document), look_next(xml_root(document), NULL),
                          &no_theme, &look));
    xml_document_free(document);
    assert_string_equal(look.font, "仿宋");
    assert_int_equal(look.size, 32);
    assert_int_equal(look.left.chars, 5);
    assert_true(look.snap_to_grid);
}

static void hanging_indents_are_negative(void **state)
{
    (void)state;
    struct look look = look_of(
        STYLE("t", "t",
              "<w:pPr><w:ind w:start=\"9\" w:startChars=\"10\" w:end=\"11\" w:endChars=\"12\" "
              "w:firstLine=\"13\" w:hanging=\"14\" w:firstLineChars=\"15\" "
              "w:hangingChars=\"16\"/></w:pPr>"));
    assert_int_equal(look.left.twips, 9);
    assert_int_equal(look.left.chars, 10);
    assert_int_equal(look.right.twips, 11);
    assert_int_equal(look.right.chars, 12);
    assert_int_equal(look.first_line.twips, -14);
    assert_int_equal(look.first_line.chars, -16);
}

static void alignments_have_several_names(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum alignment alignment;
    } cases[] = {{"left", ALIGN_LEFT},
                 {"start", ALIGN_LEFT},
                 {"center", ALIGN_CENTER},
                 {"right", ALIGN_RIGHT},
                 {"end", ALIGN_RIGHT},
                 {"both", ALIGN_JUSTIFY},
                 {"thaiDistribute", ALIGN_JUSTIFY},
                 {"distribute", ALIGN_DISTRIBUTE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct look look = look_of(arena_printf(
            arena, STYLE("t", "t", "<w:pPr><w:jc w:val=\"%s\"/></w:pPr>"), cases[i].word));
        assert_int_equal(look.align, cases[i].alignment);
    }
}

static void a_line_pitch_without_rule_is_a_multiple(void **state)
{
    (void)state;
    struct look look = look_of(
        STYLE("b", "b", "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"atLeast\"/></w:pPr>")
            STYLE("t", "t", "<w:basedOn w:val=\"b\"/><w:pPr><w:spacing w:line=\"360\"/></w:pPr>"));
    assert_int_equal(look.line.rule, LINE_MULTIPLE);
    assert_int_equal(look.line.value, 360);
}

static void measures_may_have_a_unit(void **state)
{
    (void)state;
    struct look look =
        look_of(STYLE("t", "t",
                      "<w:pPr><w:spacing w:before=\"28.95pt\" w:after=\"10mm\"/></w:pPr>"
                      "<w:rPr><w:sz w:val=\"10.5pt\"/></w:rPr>"));
    assert_int_equal(look.before, 579);
    assert_int_equal(look.after, 567);
    assert_int_equal(look.size, 21);
}

static void only_paragraph_styles_count(void **state)
{
    (void)state;
    struct xml_document *document = parse_styles(
        "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"Title\"/></w:style>"
        "<w:style><w:name w:val=\"TITLE\"/></w:style>");
    struct xml_node *root = xml_root(document);
    assert_string_equal(look_name(look_named(root, "Title")), "TITLE");
    assert_null(look_named(root, "Titles"));
    assert_null(look_next(root, look_next(root, NULL)));
    xml_document_free(document);
}

/* themes */

#define THEME                                                                                          \
    "<a:theme xmlns:a=\"a\"><a:themeElements><a:fontScheme><a:majorFont>"                              \
    "<a:ea typeface=\"华文中宋\"/><a:font script=\"Hans\" typeface=\"x\"/></a:majorFont>"          \
    "<a:minorFont><a:ea typeface=\"\"/><a:font script=\"Jpan\" typeface=\"ＭＳ 明朝\"/>"           \
    "<a:font script=\"Hant\" typeface=\"新細明體\"/><a:font script=\"Hans\" typeface=\"等线\"/>" \
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"

static struct theme theme_for(const char *styles)
{
    struct xml_document *theme = parse("theme1.xml", THEME), *document = parse_styles(styles);
    struct theme read = theme_read(xml_root(theme), xml_root(document));
    read.major = arena_copy(arena, read.major);
    read.minor = arena_copy(arena, read.minor);
    xml_document_free(theme);
    xml_document_free(document);
    return read;
}

static void a_theme_has_fonts_for_the_script(void **state)
{
    (void)state;
    struct theme theme = theme_for(DEFAULTS("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>", ""));
    assert_string_equal(theme.major, "华文中宋");
    assert_string_equal(theme.minor, "等线");
    theme = theme_for(DEFAULTS("<w:lang w:eastAsia=\"zh-TW\"/>", ""));
    assert_string_equal(theme.minor, "新細明體");
}

static void a_font_of_the_theme_goes_before_a_named_one(void **state)
{
    (void)state;
    static const char styles[] =
        STYLE("b", "b",
              "<w:rPr><w:rFonts w:eastAsia=\"宋体\" w:eastAsiaTheme=\"minorEastAsia\"/></w:rPr>");
    const struct theme theme = {"大", "小"};
    struct look look;
    assert_true(
        read_look(arena_printf(arena, "%s%s", styles, STYLE("t", "t", "<w:basedOn w:val=\"b\"/>")),
                  &theme, &look));
    assert_string_equal(look.font, "小");
    assert_true(
        read_look(arena_printf(arena, "%s%s", styles, STYLE("t", "t", "<w:basedOn w:val=\"b\"/>")),
                  &no_theme, &look));
    assert_string_equal(look.font, "宋体");
    assert_true(read_look(
        arena_printf(
            arena, "%s%s", styles,
            STYLE("t", "t",
                  "<w:basedOn w:val=\"b\"/><w:rPr><w:rFonts w:eastAsia=\"黑体\"/></w:rPr>")),
        &theme, &look));
    assert_string_equal(look.font, "黑体");
}

/* refusals */

static void a_style_based_on_itself_is_refused(void **state)
{
    (void)state;
    assert_refused(STYLE("t", "t", "<w:basedOn w:val=\"x\"/>")
                       STYLE("x", "x", "<w:basedOn w:val=\"t\"/>"),
                   "styles.xml:1: error: the style \"t\" is based on itself, or on a chain of more "
                   "than 32 styles [reference-chain]\n");
}

/* "t" is based on s0, which is based on s1, and so on. */
static const char *chain(int length)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, STYLE("t", "t", "<w:basedOn w:val=\"s0\"/>"));
    for (int i = 0; i + 1 < length; i++)
        buffer_printf(&out, "<w:style w:styleId=\"s%d\"><w:basedOn w:val=\"s%d\"/></w:style>", i,
                      i + 1);
    return out.text;
}

static void a_chain_of_styles_has_a_limit(void **state)
{
    (void)state;
    look_of(chain(LIMIT_STYLE_CHAIN));
    assert_refused(chain(LIMIT_STYLE_CHAIN + 1),
                   "styles.xml:1: error: the style \"t\" is based on itself, or on a chain of more "
                   "than 32 styles [reference-chain]\n");
}

static void values_that_word_does_not_know_are_refused(void **state)
{
    (void)state;
    assert_refused(
        STYLE(
            "t", "t",
            "<w:pPr><w:spacing w:before=\"much\" w:line=\"-1\"/><w:ind w:firstLineChars=\"99999\" "
            "w:left=\"12345678901234567890\"/></w:pPr>"
            "<w:rPr><w:color w:val=\"red\"/><w:sz w:val=\"0\"/></w:rPr>"),
        "styles.xml:1: error: \"red\" is no value for <w:color w:val=\"…\"> [style-value]\n"
        "styles.xml:1: error: \"0\" is no value for <w:sz w:val=\"…\"> [style-value]\n"
        "styles.xml:1: error: \"much\" is no value for <w:spacing w:before=\"…\"> [style-value]\n"
        "styles.xml:1: error: \"-1\" is no value for <w:spacing w:line=\"…\"> [style-value]\n"
        "styles.xml:1: error: \"12345678901234567890\" is no value for <w:ind w:left=\"…\"> "
        "[style-value]\n"
        "styles.xml:1: error: \"99999\" is no value for <w:ind w:firstLineChars=\"…\"> "
        "[style-value]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_style_says_what_those_below_it_do_not),
        TEST(what_nobody_says_stays),
        TEST(hanging_indents_are_negative),
        TEST(alignments_have_several_names),
        TEST(a_line_pitch_without_rule_is_a_multiple),
        TEST(measures_may_have_a_unit),
        TEST(only_paragraph_styles_count),
        TEST(a_theme_has_fonts_for_the_script),
        TEST(a_font_of_the_theme_goes_before_a_named_one),
        TEST(a_style_based_on_itself_is_refused),
        TEST(a_chain_of_styles_has_a_limit),
        TEST(values_that_word_does_not_know_are_refused),
    };
    xml_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
