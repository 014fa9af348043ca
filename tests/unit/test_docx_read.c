/* docx/read.c and docx/paper.c: what is written is read back; sections, pages, looks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "compose/compose.h"
#include "data/notice.h"
#include "docx/docx.h"
#include "reading.h"

static struct reading_test t;

static int set_up(void **state)
{
    (void)state;
    reading_begin(&t, "gbt9704");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    reading_end(&t);
    return 0;
}

/* our own documents */

static void add_part_of(struct composer *composer, struct document *document, const char *template,
                        struct xml_node *node, const char *name)
{
    const struct section *composed = compose(composer, template, node, name, xml_place(node));
    struct section *section = document_add_section(t.arena, document, name);
    *section = *composed;
    section->next = NULL;
}

static struct document composed_document(struct composer *composer, const struct notice *notice)
{
    struct document document = {.lang = notice->lang};
    struct xml_node *record = xml_first_named(xml_root(notice->joined), "record");
    for (const struct part *part = notice->parts; part; part = part->next)
        add_part_of(composer, &document, part->template, part->node, part->name);
    if (record) {
        add_part_of(composer, &document, "record", record, "record");
        document.last->continues = true;
    }
    return document;
}

static void assert_read_back(const struct document *document)
{
    struct package package;
    assert_true(
        docx_write(t.arena, document, t.style, (struct docx_options){.draft = "草稿"}, &package));
    struct file file = {"office.docx", package.bytes, package.length};
    if (!docx_read(&t.findings, &file, t.style, &t.read))
        fail_msg("%s", findings_text(&t.findings));
    assert_string_equal(tree_text(t.arena, t.read.document), tree_text(t.arena, document));
    assert_string_equal(t.read.document->lang, document->lang);
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    static const struct {
        const char *notice, *style;
    } cases[] = {{"shizhong-2022", "gbt9704"},
                 {"chongyang-2022", "gbt9704"},
                 {"yongji-2022", "gbt9704"},
                 {"letter-2025", "letter"},
                 {"national-2022", "gbt9704-traditional"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        reading_end(&t);
        reading_begin(&t, cases[i].style);
        const char *path = arena_printf(t.arena, "fixtures/%s/notice.xml", cases[i].notice);
        struct project project = project_of(&t.findings, path, NULL);
        struct notice *notice = notice_read(&project, path);
        struct composer *composer = composer_new(&project, notice->joined, &notice_kind, 20);
        struct document document = composed_document(composer, notice);
        assert_read_back(&document);
        composer_free(composer);
        notice_free(notice);
    }
}

/* Every paragraph looks as its role says. */
static void looks_are_those_of_the_roles(void **state)
{
    (void)state;
    struct document document = {.lang = "zh-CN"};
    struct section *section = document_add_section(t.arena, &document, "notice");
    for (int i = 0; i < ROLE_COUNT; i++) {
        struct block *block = paragraph_new(t.arena, (enum role)i, (struct origin){0});
        paragraph_add_text(t.arena, block, (enum role)i, 0, "质量", (struct origin){0});
        if (i != ROLE_COPY_TO && i != ROLE_PRINTING && i != ROLE_ANNEX_LABEL)
            section_add_block(section, block);
    }
    assert_read_back(&document);
    assert_int_equal(t.read.look_count, ROLE_COUNT - 3);
    for (size_t i = 0; i < t.read.look_count; i++) {
        const struct paragraph_look *look = &t.read.looks[i];
        const struct role_style *role = &t.style->role[look->block->paragraph.role];
        assert_string_equal(look->font, role->font->name);
        assert_string_equal(look->color ? look->color : "", role->color ? role->color : "");
        assert_int_equal(look->size, role->size);
        assert_int_equal(look->bold, role->bold);
        assert_int_equal(look->line, role->line);
        assert_true(look->line_exact);
        assert_int_equal(look->first_line, role->first_line);
        assert_int_equal(look->align, role->align);
    }
}

/* looks of others */

static void direct_formatting_goes_before_styles(void **state)
{
    (void)state;
    static const char styles[] =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"21\"/>"
        "</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
        "w:styleId=\"a\"><w:name w:val=\"Normal\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn "
        "w:val=\"a\"/><w:rPr><w:b/></w:rPr>"
        "</w:style><w:style w:type=\"paragraph\" w:styleId=\"c\"><w:basedOn "
        "w:val=\"c\"/></w:style>";
    static const char body[] =
        "<w:p><w:pPr><w:pStyle w:val=\"b\"/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
        "<w:ind w:firstLine=\"640\"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia=\"仿宋\"/>"
        "<w:sz w:val=\"32\"/></w:rPr><w:t>请各单位准备资料</w:t></w:r>" T(
            "2022") "</w:p>"
                    "<w:p><w:r><w:t>　　请报送</w:t></w:r></w:p>"
                    "<w:p><w:pPr><w:pStyle w:val=\"c\"/></w:pPr>" T("另") "</w:p>";
    word_read(&t, (struct word_file){.body = body, .styles = styles});
    const struct paragraph_look *looks = t.read.looks;
    assert_string_equal(looks[0].font, "仿宋");
    assert_int_equal(looks[0].size, 32);
    assert_true(looks[0].bold);
    assert_int_equal(looks[0].line, 560);
    assert_int_equal(looks[0].first_line, 200);
    assert_int_equal(looks[0].align, ALIGN_JUSTIFY);
    assert_string_equal(looks[1].font, "宋体");
    assert_int_equal(looks[1].size, 21);
    assert_int_equal(looks[1].first_line, 200);
    assert_false(looks[1].line_exact);
    assert_int_equal(looks[2].size, 21);
}

/* sections */

#define BREAK "<w:r><w:br w:type=\"page\"/></w:r>"
#define CENTERED(text) "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" T(text) "</w:p>"
#define ENDS(section) "<w:p><w:pPr><w:sectPr>" section "</w:sectPr></w:pPr></w:p>"
#define ACROSS "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"

static void pages_begin_sections(void **state)
{
    (void)state;
    static const struct {
        const char *body, *tree;
    } cases[] = {
        {P("a") "<w:p>" BREAK "</w:p>" P("b"), "[notice]\nbody: a\n[notice]\nbody: b\n"},
        {"<w:p>" T("a") BREAK T("b") "</w:p>", "[notice]\nbody: a\n[notice]\nbody: b\n"},
        {P("a") "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>" P("附件2") P("b"),
         "[notice]\nbody: a\n[annex-2]\nannex-label: 附件2\nbody: b\n"},
        {P("a") ENDS("") P("附件") ENDS(ACROSS) P("附件") "<w:sectPr/>",
         "[notice]\nbody: a\n[annex-1 landscape]\nannex-label: 附件\n"
         "[annex-2]\nannex-label: 附件\n"},
        {P("a") ENDS("") CENTERED("方案") P("b"),
         "[notice]\nbody: a\n[issued]\ntitle: 方案\nbody: b\n"},
        {P("a") ENDS("") P("b") "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>",
         "[notice]\nbody: a\n[notice continues]\nbody: b\n"},
        {P("a") P("附件1"), "[notice]\nbody: a\n[annex-1 continues]\nannex-label: 附件1\n"},
        {P("a") P("抄送：市委办。") P("办公室　2022年8月2日印发"),
         "[notice]\nbody: a\n[record continues]\ncopy-to: 抄送：市委办。\n"
         "printing: 办公室　2022年8月2日印发\n"},
        {"<w:tbl><w:tr><w:tc>" P("甲") "<w:p>" BREAK "</w:p></w:tc></w:tr></w:tbl>" P("b"),
         "[notice]\ntable without borders\n|0 table-text: 甲\n\nbody: b\n"},
        {"", "[notice]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(body_read(&t, cases[i].body), cases[i].tree);
}

#define FIRST "<w:headerReference w:type=\"first\" r:id=\"h\"/><w:titlePg/>"
#define FOOTER "<w:footerReference w:type=\"default\" r:id=\"f\"/>"

static void pages_are_told(void **state)
{
    (void)state;
    static const char body[] =
        P("a") ENDS("<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:left=\"1587\" "
                    "w:gutter=\"10\"/><w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>") P("b")
            ENDS(FOOTER) P("c") "<w:sectPr>" ACROSS "</w:sectPr>";
    word_read(&t, (struct word_file){.body = body,
                                     .footer = "<w:p><w:fldSimple w:instr=\" PAGE \"/></w:p>"});
    assert_int_equal(t.read.page_count, 3);
    const struct page_look *pages = t.read.pages;
    assert_int_equal(pages[0].page.width, 11906);
    assert_int_equal(pages[0].page.top, 2098);
    assert_int_equal(pages[0].page.left, 1597);
    assert_int_equal(pages[0].page.grid, 579);
    assert_false(pages[0].page_number);
    assert_int_equal(pages[1].page.width, 12240);
    assert_true(pages[1].page_number);
    assert_true(pages[2].page_number);
    assert_true(pages[2].page.landscape);
    assert_ptr_equal(pages[2].section, t.read.document->last);
}

static void other_fields_are_no_page_number(void **state)
{
    (void)state;
    static const struct {
        const char *footer;
        bool number;
    } cases[] = {{"<w:p><w:r><w:instrText> page \\* MERGEFORMAT</w:instrText></w:r></w:p>", true},
                 {"<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r></w:p>", false},
                 {"<w:p><w:r><w:instrText>NUMPAGES</w:instrText></w:r></w:p>", false},
                 {P("PAGE"), false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        word_read(&t, (struct word_file){.body = P("a") "<w:sectPr>" FOOTER "</w:sectPr>",
                                         .footer = cases[i].footer});
        assert_int_equal(t.read.pages[0].page_number, cases[i].number);
    }
}

static void the_first_header_comes_first(void **state)
{
    (void)state;
    static const char header[] =
        P("某市文件") "<w:p><w:fldSimple w:instr=\"PAGE\">" T("1") "</w:fldSimple></w:p><w:p/>";
    assert_string_equal(
        word_read(&t, (struct word_file){.body = P("a") "<w:sectPr>" FIRST "</w:sectPr>",
                                         .header = header}),
        "[notice]\nbody: 某市文件\nbody: a\n");
    assert_string_equal(t.read.document->first->first->origin.path, "/w:hdr/w:p[1]");
    assert_string_equal(
        word_read(&t, (struct word_file){.body = P("a") "<w:sectPr><w:headerReference "
                                                        "w:type=\"first\" r:id=\"h\"/></w:sectPr>",
                                         .header = header}),
        "[notice]\nbody: a\n");
}

/* refusals */

static void what_is_no_word_file_is_refused(void **state)
{
    (void)state;
    struct file file = {"office.docx", "PK", 2};
    assert_false(docx_read(&t.findings, &file, t.style, &t.read));
    assert_string_equal(findings_rules(&t.findings), "office.docx package-broken;");
}

static void a_broken_part_is_refused(void **state)
{
    (void)state;
    assert_string_equal(word_refused(&t, "<w:p>"),
                        "document.xml:1:184 xml-syntax <p> of line 1 is closed by </body>;");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_is_written_is_read_back),
        TEST(looks_are_those_of_the_roles),
        TEST(direct_formatting_goes_before_styles),
        TEST(pages_begin_sections),
        TEST(pages_are_told),
        TEST(other_fields_are_no_page_number),
        TEST(the_first_header_comes_first),
        TEST(what_is_no_word_file_is_refused),
        TEST(a_broken_part_is_refused),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
