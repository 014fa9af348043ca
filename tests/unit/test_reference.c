/* docx/reference.c: what a Word file says of its styles and pages is taken over; what is hostile or
 * incomplete is refused. Runs in the project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "docx/docx.h"
#include "docx/reference.h"
#include "styles.h"
#include "xml/tree.h"
#include "zip/package.h"
#include "support.h"

static struct arena *arena;
static struct findings findings;
static const struct style *base;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    base = shipped_style(&findings, "gbt9704");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* our own documents as references */

static struct package write_with(const struct style *style)
{
    struct document document = {.lang = "zh-CN"};
    struct section *section = document_add_section(arena, &document, "notice");
    for (int i = 0; i < ROLE_COUNT; i++) {
        struct block *block = paragraph_new(arena, (enum role)i, (struct origin){0});
        paragraph_add_text(arena, block, (enum role)i, 0, "质量月", (struct origin){0});
        section_add_block(section, block);
    }
    struct package package;
    assert_true(docx_write(arena, &document, style, (struct docx_options){0}, &package));
    return package;
}

static const struct style *apply(struct package package)
{
    struct file file = {"office.docx", package.bytes, package.length};
    return reference_apply(&findings, base, &file).style;
}

/* All that a Word file says of a role, in one line. */
static const char *role_line(const struct role_style *r)
{
    return arena_printf(
        arena, "%s font=%s/%s %ld%+ld b=%d c=%s line=%ld %ld,%ld ind=%ld,%ld,%ld j=%d k=%d s=%d",
        r->name, r->font->name, r->font->alternate ? r->font->alternate : "", r->size, r->spacing,
        r->bold, r->color ? r->color : "auto", r->line, r->before, r->after, r->first_line, r->left,
        r->right, r->align, r->keep_next, r->snap_to_grid);
}

static const char *page_line(const struct page_style *p)
{
    return arena_printf(arena, "%ldx%ld %ld %ld %ld %ld header=%ld footer=%ld grid=%ld l=%d",
                        p->width, p->height, p->top, p->right, p->bottom, p->left, p->header,
                        p->footer, p->grid, p->landscape);
}

static void assert_page(const struct page_style *page, struct page_style expected)
{
    assert_string_equal(page_line(page), page_line(&expected));
}

static void our_own_document_changes_nothing(void **state)
{
    (void)state;
    static const char *const names[] = {"gbt9704", "gbt9704-traditional"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        base = shipped_style(&findings, names[i]);
        struct package written = write_with(base);
        const struct style *style = apply(written);
        assert_non_null(style);
        struct package again = write_with(style);
        assert_int_equal(again.length, written.length);
        assert_memory_equal(again.bytes, written.bytes, written.length);
    }
}

/* A style that differs from the base in everything. */
static struct style *other_style(void)
{
    static const struct font mine = {"mine", "方正书宋_GBK", "书宋", NULL};
    struct style *style = ARENA_NEW(arena, struct style);
    *style = *base;
    style->fonts = &mine;
    style->font_count = 1;
    for (int i = 0; i < ROLE_COUNT; i++) {
        struct role_style *role = &style->role[i];
        role->font = &mine;
        role->size += 1 + i;
        role->spacing += 3;
        role->bold = !role->bold;
        role->color = role->color ? NULL : "00AA7F";
        role->line += 20;
        role->before += 7 * i;
        role->after += 3 * i;
        role->first_line = i % 3 * 100 - 100;
        role->left += 33 * (i + 3);
        role->right += 50;
        role->align = (enum alignment)((role->align + 1) % 5);
        role->keep_next = !role->keep_next;
        role->snap_to_grid = !role->snap_to_grid;
    }
    style->portrait =
        (struct page_style){11000, 16000, 2000, 1400, 1900, 1500, 800, 1300, 560, false};
    return style;
}

static void another_style_is_carried_over_whole(void **state)
{
    (void)state;
    const struct style *other = other_style();
    const struct style *style = apply(write_with(other));
    assert_non_null(style);
    for (int i = 0; i < ROLE_COUNT; i++)
        assert_string_equal(role_line(&style->role[i]), role_line(&other->role[i]));
    assert_page(&style->portrait, other->portrait);
    assert_int_equal(style->font_count, base->font_count + 1);
}

/* references made by hand */

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define RELATIONSHIPS                                                                              \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONSHIP(type, target)                                                                 \
    "<Relationship Id=\"r" type "\" Type=\"" TYPE type "\" Target=\"" target "\"/>"
#define STYLE(id, name, rest)                                                                      \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" rest         \
    "</w:style>"
#define REQUIRED STYLE("t", "Title", "") STYLE("h1", "heading 1", "") STYLE("h2", "heading 2", "")
#define NORMAL STYLE("Normal", "Normal", "")

/* What a test makes different from a small but complete reference; NULL is the usual. */
struct made {
    const char *styles, *body, *fonts;
};

static struct package_part part(const char *name, const char *text)
{
    return (struct package_part){name, text, strlen(text)};
}

static struct package pack(struct made made)
{
    const struct package_part parts[] = {
        part("[Content_Types].xml", "<Types/>"),
        part("_rels/.rels",
             RELATIONSHIPS RELATIONSHIP("officeDocument", "word/document.xml") "</Relationships>"),
        part("word/_rels/document.xml.rels",
             RELATIONSHIPS RELATIONSHIP("fontTable", "/word/fontTable.xml") "</Relationships>"),
        part("word/document.xml",
             arena_printf(arena, "<w:document " W "><w:body>%s</w:body></w:document>",
                          made.body ? made.body : "")),
        part("word/styles.xml", arena_printf(arena, "<w:styles " W ">%s</w:styles>", made.styles)),
        part("word/fontTable.xml", made.fonts ? made.fonts : "<fonts/>"),
    };
    struct package package;
    assert_true(package_pack(arena, parts, sizeof parts / sizeof *parts, NULL, &package));
    return package;
}

static const struct style *made_style(const char *styles)
{
    const struct style *style = apply(pack((struct made){.styles = styles}));
    assert_string_equal(findings_messages(&findings), "");
    assert_non_null(style);
    return style;
}

static void names_are_compared_without_case(void **state)
{
    (void)state;
    const struct style *style = made_style(NORMAL STYLE("t", "title", "") STYLE(
        "1", "Heading 1", "") STYLE("2", "HEADING 2", "<w:rPr><w:sz w:val=\"28\"/></w:rPr>"));
    assert_int_equal(style->role[ROLE_HEADING_2].size, 28);
    assert_string_equal(style->role[ROLE_HEADING_2].name, "heading 2");
}

/* Normal is the ground of all styles rather than one for body text: what it leaves open stays. */
static void normal_does_for_body_text(void **state)
{
    (void)state;
    const struct style *style =
        made_style(STYLE("n", "Normal",
                         "<w:rPr><w:rFonts w:eastAsia=\"仿宋\"/><w:sz w:val=\"30\"/>"
                         "</w:rPr>") REQUIRED);
    assert_string_equal(role_line(&style->role[ROLE_BODY]),
                        "公文正文 font=仿宋/ 30-5 b=0 c=auto line=579 0,0 ind=200,0,0 j=3 k=0 s=1");
}

static void roles_without_a_style_follow_the_body(void **state)
{
    (void)state;
    const struct style *style =
        made_style(STYLE("n", "公文正文",
                         "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr><w:rPr>"
                         "<w:rFonts w:eastAsia=\"仿宋\"/><w:sz w:val=\"30\"/></w:rPr>") REQUIRED);
    const struct role_style *date = &style->role[ROLE_DATE],
                            *label = &style->role[ROLE_ANNEX_LABEL];
    assert_string_equal(date->font->name, "仿宋");
    assert_int_equal(date->size, 30);
    assert_int_equal(date->spacing, 0);
    assert_int_equal(date->line, 560);
    assert_int_equal(date->right, base->role[ROLE_DATE].right);
    assert_string_equal(label->font->name, "黑体");
    assert_int_equal(label->size, 30);
    assert_int_equal(style->role[ROLE_PAGE_NUMBER].size, base->role[ROLE_PAGE_NUMBER].size);
}

static void indents_in_characters_go_before_twips(void **state)
{
    (void)state;
    const struct style *style =
        made_style(NORMAL STYLE(
            "t", "Title",
            "<w:pPr><w:ind w:firstLineChars=\"150\" w:firstLine=\"600\" "
            "w:rightChars=\"0\" w:right=\"420\"/></w:pPr><w:rPr><w:sz w:val=\"42\"/></w:rPr>")
                       STYLE("1", "heading 1",
                             "<w:pPr><w:ind w:leftChars=\"200\" w:left=\"999\" "
                             "w:hangingChars=\"300\" w:hanging=\"999\"/></w:pPr>")
                           STYLE("2", "heading 2",
                                 "<w:pPr><w:ind w:start=\"1000\" w:hanging=\"500\"/></w:pPr>"));
    assert_int_equal(style->role[ROLE_TITLE].first_line, 150);
    assert_int_equal(style->role[ROLE_TITLE].right, 100);
    assert_int_equal(style->role[ROLE_HEADING_1].left, 500);
    assert_int_equal(style->role[ROLE_HEADING_1].first_line, -300);
    assert_int_equal(style->role[ROLE_HEADING_2].left, 500);
    assert_int_equal(style->role[ROLE_HEADING_2].first_line, -250);
}

#define LINE(value, rule, snap)                                                                    \
    "<w:pPr>" snap "<w:spacing w:line=\"" value "\"" rule                                          \
    "/></w:pPr><w:rPr><w:sz w:val=\"32\"/></w:rPr>"
#define GRID_579 "<w:sectPr><w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>"

static void line_pitches_become_exact_ones(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        long line;
    } cases[] = {
        {LINE("500", " w:lineRule=\"exact\"", ""), 500},
        {LINE("600", " w:lineRule=\"atLeast\"", ""), 600},
        {LINE("500", " w:lineRule=\"atLeast\"", ""), 0},
        {LINE("240", " w:lineRule=\"auto\"", ""), 0},
        {LINE("360", "", ""), 868},
        {LINE("360", "", "<w:snapToGrid w:val=\"0\"/>"), 624},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *styles = arena_printf(
            arena, "%s%s", NORMAL STYLE("1", "heading 1", "") STYLE("2", "heading 2", ""),
            arena_printf(arena, "<w:style><w:name w:val=\"Title\"/>%s</w:style>", cases[i].title));
        const struct style *style = apply(pack((struct made){.styles = styles, .body = GRID_579}));
        assert_non_null(style);
        assert_int_equal(style->role[ROLE_TITLE].line, cases[i].line);
    }
}

static void fonts_take_their_substitutes_along(void **state)
{
    (void)state;
    static const char fonts[] =
        "<w:fonts " W "><w:font w:name=\"华文中宋\"><w:altName w:val=\"STZhongsong\"/>"
        "</w:font><w:font w:name=\"黑体\"><w:altName w:val=\"Hei\"/></w:font></w:fonts>";
    static const char styles[] = NORMAL REQUIRED STYLE(
        "d", "成文日期", "<w:rPr><w:rFonts w:eastAsia=\"华文中宋\"/></w:rPr>");
    const struct style *style = apply(pack((struct made){.styles = styles, .fonts = fonts}));
    assert_string_equal(style->role[ROLE_DATE].font->alternate, "STZhongsong");
    assert_string_equal(style->role[ROLE_ANNEX_LABEL].font->alternate, "Hei");
    assert_int_equal(style->font_count, base->font_count + 1);
    assert_string_equal(style->fonts[base->font_count].name, "华文中宋");
}

/* refusals */

static void assert_refused(struct made made, const char *message)
{
    assert_null(apply(pack(made)));
    assert_string_equal(findings_messages(&findings), message);
}

static void missing_styles_are_named(void **state)
{
    (void)state;
    static const char styles[] =
        STYLE("1", "heading 1", "") STYLE("2", "公文正文二", "") STYLE("3", "heading 3", "");
    assert_refused((struct made){.styles = styles},
                   "office.docx/word/styles.xml:1: error: the reference document has no style "
                   "\"公文正文\" or \"Normal\" [reference-style]\n"
                   "office.docx/word/styles.xml:1: error: the reference document has no style "
                   "\"Title\" [reference-style]\n"
                   "office.docx/word/styles.xml:1: error: the reference document has no style "
                   "\"heading 2\" [reference-style]\n");
    assert_string_equal(
        finding_print(arena, findings.first, (struct printing){LANGUAGE_CHINESE, false}),
        "office.docx/word/styles.xml:1: 错误: 参考文档里没有样式“公文正文”或“Normal”（正文） "
        "[reference-style]\n"
        "    样式用过一次，Word 才会存进文件：请在文档里用一次再保存。是不是“公文正文二”？\n");
}

static void characters_must_have_a_width(void **state)
{
    (void)state;
    static const char styles[] = REQUIRED STYLE(
        "n", "Normal", "<w:rPr><w:spacing w:val=\"-100\"/><w:sz w:val=\"10\"/></w:rPr>");
    assert_refused(
        (struct made){.styles = styles},
        "office.docx/word/styles.xml:1: error: \"-100\" is no value for <w:spacing w:val=\"…\"> "
        "[style-value]\n");
}

static void a_workbook_is_no_word_document(void **state)
{
    (void)state;
    const struct package_part parts[] = {
        part("[Content_Types].xml", "<Types/>"),
        part("_rels/.rels",
             RELATIONSHIPS RELATIONSHIP("officeDocument", "xl/workbook.xml") "</Relationships>"),
        part("xl/workbook.xml", "<workbook/>"),
    };
    struct package package;
    assert_true(package_pack(arena, parts, 3, NULL, &package));
    assert_null(apply(package));
    assert_string_equal(findings_messages(&findings),
                        "office.docx/xl/workbook.xml:1: error: the package lacks "
                        "word/document.xml [package-part]\n");
}

/* Nothing is taken from a file that is refused, whatever its styles say. */
static void a_broken_part_is_refused(void **state)
{
    (void)state;
    assert_refused((struct made){.styles = NORMAL REQUIRED, .fonts = "<fonts>"},
                   "office.docx/word/fontTable.xml:1:8: error: the XML is not well formed: <fonts> "
                   "of line 1 is not closed with </fonts> [xml-syntax]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(our_own_document_changes_nothing),
        TEST(another_style_is_carried_over_whole),
        TEST(names_are_compared_without_case),
        TEST(normal_does_for_body_text),
        TEST(roles_without_a_style_follow_the_body),
        TEST(indents_in_characters_go_before_twips),
        TEST(line_pitches_become_exact_ones),
        TEST(fonts_take_their_substitutes_along),
        TEST(missing_styles_are_named),
        TEST(characters_must_have_a_width),
        TEST(a_workbook_is_no_word_document),
        TEST(a_broken_part_is_refused),
    };
    xml_begin();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
