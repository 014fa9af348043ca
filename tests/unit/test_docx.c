/* docx/docx.c, properties.c, styles.c, settings.c, footer.c, header.c, shape.c: the parts of a
 * package. Runs in the project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <zip.h>

#include "docx/docx.h"
#include "xml/tree.h"
#include "writing.h"

static struct docx_options options;

static int set_up_package(void **state)
{
    options = (struct docx_options){0};
    return set_up(state);
}

static void add_property(const char *name, const char *value)
{
    struct property *property = ARENA_NEW(arena, struct property);
    *property = (struct property){.name = name, .value = value};
    struct property **end = &document.properties;
    while (*end)
        end = &(*end)->next;
    *end = property;
}

static zip_t *open_written(void)
{
    struct package package;
    zip_error_t error;
    assert_true(docx_write(arena, &document, style, options, &package));
    zip_source_t *source = zip_source_buffer_create(package.bytes, package.length, 0, &error);
    return zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
}

/* A part of the document as written, which must be XML; NULL if there is none. */
static const char *part(const char *name)
{
    zip_t *archive = open_written();
    zip_stat_t status;
    char *bytes = NULL;
    if (zip_stat(archive, name, 0, &status) == 0) {
        bytes = arena_take(arena, status.size + 1);
        zip_file_t *file = zip_fopen(archive, name, 0);
        assert_int_equal(zip_fread(file, bytes, status.size), status.size);
        zip_fclose(file);
        struct xml_document *xml = xml_parse(&findings, &(struct file){name, bytes, status.size});
        assert_non_null(xml);
        xml_document_free(xml);
    }
    zip_discard(archive);
    return bytes;
}

static void parts_stand_in_a_fixed_order(void **state)
{
    (void)state;
    static const char *const names[] = {
        "[Content_Types].xml", "_rels/.rels",       "word/_rels/document.xml.rels",
        "docProps/core.xml",   "docProps/app.xml",  "word/document.xml",
        "word/styles.xml",     "word/settings.xml", "word/fontTable.xml",
        "word/footer1.xml",    "word/footer2.xml",
    };
    zip_t *archive = open_written();
    assert_int_equal(zip_get_num_entries(archive, 0), sizeof names / sizeof *names);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(zip_get_name(archive, i, 0), names[i]);
    zip_discard(archive);
}

static void every_part_has_a_type_and_a_relationship(void **state)
{
    (void)state;
    add_property("annexes", "2");
    const char *types = part("[Content_Types].xml");
    const char *package = part("_rels/.rels");
    const char *word = part("word/_rels/document.xml.rels");
    assert_holds(types, "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd."
                        "openxmlformats-officedocument.custom-properties+xml\"/>");
    assert_holds(package, "Target=\"word/document.xml\"");
    assert_holds(package, "Target=\"docProps/custom.xml\"");
    assert_holds(word,
                 "<Relationship Id=\"rIdFooterEven\" Type=\"http://schemas.openxmlformats.org/"
                 "officeDocument/2006/relationships/footer\" Target=\"footer2.xml\"/>");
    assert_null(strstr(word, "docProps"));
}

static void add_chart(const char *title)
{
    static const char *const series[] = {"分值"};
    static const struct bar bar = {true, 100};
    struct block *block = section_add_block(document.last, chart_new(arena, nowhere));
    block->chart.title = title;
    block->chart.series = series;
    block->chart.series_count = 1;
    chart_add_category(arena, block, "甲局", nowhere)->bars = &bar;
}

static void each_chart_is_a_part(void **state)
{
    (void)state;
    add_chart("一");
    add_chart("二");
    assert_holds(part("[Content_Types].xml"),
                 "<Override PartName=\"/word/charts/chart2.xml\" ContentType=\"application/vnd."
                 "openxmlformats-officedocument.drawingml.chart+xml\"/></Types>");
    assert_holds(part("word/_rels/document.xml.rels"),
                 "<Relationship Id=\"rIdChart2\" Type=\"http://schemas.openxmlformats.org/"
                 "officeDocument/2006/relationships/chart\" Target=\"charts/chart2.xml\"/>");
    assert_holds(part("word/charts/chart1.xml"), "<a:t>一</a:t>");
    assert_holds(part("word/charts/chart2.xml"), "<a:t>二</a:t>");
}

static void the_same_document_gives_the_same_bytes(void **state)
{
    (void)state;
    struct package first, second;
    assert_true(docx_write(arena, &document, style, options, &first));
    assert_true(docx_write(arena, &document, style, options, &second));
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
}

static void known_properties_are_core_properties(void **state)
{
    (void)state;
    add_property("title", "A&B的通知");
    add_property("issuer", "市质量强市领导组");
    add_property("number", "质领〔2022〕3号");
    add_property("date", "2022-09-26");
    const char *core = part("docProps/core.xml");
    assert_holds(core, "<dc:title>A&amp;B的通知</dc:title><dc:creator>市质量强市领导组</dc:creator>"
                       "<dc:identifier>质领〔2022〕3号</dc:identifier><dcterms:created "
                       "xsi:type=\"dcterms:W3CDTF\">2022-09-26T00:00:00Z</dcterms:created>"
                       "<dc:language>zh-CN</dc:language></cp:coreProperties>");
    assert_null(part("docProps/custom.xml"));
}

static void without_a_date_there_is_none(void **state)
{
    (void)state;
    assert_null(strstr(part("docProps/core.xml"), "dcterms:created"));
}

static void other_properties_are_custom_properties(void **state)
{
    (void)state;
    add_property("title", "通知");
    add_property("date", "2022年9月");
    add_property("contact", "电话 1");
    const char *custom = part("docProps/custom.xml");
    assert_holds(custom, "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" "
                         "name=\"date\"><vt:lpwstr>2022年9月</vt:lpwstr></property>");
    assert_holds(custom, "pid=\"3\" name=\"contact\"><vt:lpwstr>电话 1</vt:lpwstr>");
    assert_null(strstr(custom, "title"));
}

static void roles_are_paragraph_styles(void **state)
{
    (void)state;
    const char *styles = part("word/styles.xml");
    assert_holds(styles,
                 "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"body\"><w:name "
                 "w:val=\"公文正文\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing "
                 "w:before=\"0\" w:after=\"0\" w:line=\"579\" w:lineRule=\"exact\"/><w:ind "
                 "w:firstLineChars=\"200\" w:firstLine=\"630\"/><w:jc w:val=\"both\"/></w:pPr>"
                 "<w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\" "
                 "w:eastAsia=\"仿宋_GB2312\" w:cs=\"仿宋_GB2312\"/><w:spacing w:val=\"-5\"/><w:sz "
                 "w:val=\"32\"/><w:szCs w:val=\"32\"/></w:rPr></w:style>");
    for (int i = 0; i < ROLE_COUNT; i++)
        assert_holds(styles, arena_printf(arena, "w:styleId=\"%s\"", role_names()[i]));
}

static void headings_are_those_of_word_and_have_faces(void **state)
{
    (void)state;
    const char *styles = part("word/styles.xml");
    assert_holds(styles,
                 "<w:style w:type=\"paragraph\" w:styleId=\"heading-2\"><w:name "
                 "w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"body\"/>"
                 "<w:link w:val=\"heading-2-face\"/>");
    assert_holds(styles, "<w:outlineLvl w:val=\"1\"/>");
    assert_holds(styles,
                 "<w:style w:type=\"character\" w:customStyle=\"1\" "
                 "w:styleId=\"heading-2-face\"><w:name w:val=\"heading 2 Char\"/>"
                 "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:link w:val=\"heading-2\"/>");
    assert_null(strstr(styles, "theme-face"));
}

static void a_face_that_a_run_borrows_has_a_style(void **state)
{
    (void)state;
    struct block *block = paragraph_new(arena, ROLE_BODY, nowhere);
    paragraph_add_text(arena, block, ROLE_THEME, 0, "主题", nowhere);
    section_add_block(document.first, block);
    assert_holds(part("word/styles.xml"), "w:styleId=\"theme-face\"");
    assert_holds(part("word/document.xml"), "<w:rStyle w:val=\"theme-face\"/>");
}

/* Word counts the left indent without what hangs, other readers with it. */
static void hanging_indents_are_written_as_word_writes_them(void **state)
{
    (void)state;
    const char *styles = part("word/styles.xml");
    assert_holds(styles, "<w:ind w:leftChars=\"200\" w:left=\"1575\" w:hangingChars=\"300\" "
                         "w:hanging=\"945\"/>");
    assert_holds(styles, "<w:ind w:leftChars=\"500\" w:left=\"1890\" w:hangingChars=\"100\" "
                         "w:hanging=\"315\"/>");
}

static void rules_reach_over_the_indents(void **state)
{
    (void)state;
    struct style ruled = *style;
    ruled.role[ROLE_PRINTING].above = (struct rule_style){.size = 8, .space = 1};
    ruled.role[ROLE_PRINTING].below = (struct rule_style){.size = 6, .space = 1};
    style = &ruled;
    assert_holds(part("word/styles.xml"),
                 "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"auto\"/>"
                 "<w:left w:val=\"single\" w:sz=\"2\" w:space=\"14\" w:color=\"FFFFFF\"/>"
                 "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/>"
                 "<w:right w:val=\"single\" w:sz=\"2\" w:space=\"14\" w:color=\"FFFFFF\"/></w:pBdr>"
                 "<w:tabs><w:tab w:val=\"right\" w:pos=\"8565\"/></w:tabs>");
}

static void page_numbers_stand_at_the_outer_edge(void **state)
{
    (void)state;
    assert_holds(part("word/footer1.xml"), "<w:ind w:rightChars=\"100\" w:right=\"280\"/>"
                                           "<w:jc w:val=\"right\"/>");
    assert_holds(part("word/footer2.xml"), "<w:ind w:leftChars=\"100\" w:left=\"280\"/>"
                                           "<w:jc w:val=\"left\"/>");
    assert_holds(part("word/footer2.xml"), "<w:t xml:space=\"preserve\">— </w:t>");
    assert_holds(part("word/footer2.xml"),
                 "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>");
    assert_holds(part("word/settings.xml"), "<w:evenAndOddHeaders/>");
}

static void portrait_pages_alone_have_no_headers(void **state)
{
    (void)state;
    assert_null(part("word/header1.xml"));
    assert_null(part("word/footer3.xml"));
    assert_null(strstr(part("word/document.xml"), "headerReference"));
}

/* Each section names its own, as what a section does not name goes on from the one before. */
static void landscape_pages_have_headers_and_an_empty_footer(void **state)
{
    (void)state;
    document_add_section(arena, &document, "annex-1")->landscape = true;
    const char *text = part("word/document.xml");
    assert_holds(text, "<w:headerReference w:type=\"default\" r:id=\"rIdHeaderPortrait\"/>"
                       "<w:headerReference w:type=\"even\" r:id=\"rIdHeaderPortrait\"/>"
                       "<w:footerReference w:type=\"default\" r:id=\"rIdFooterOdd\"/>"
                       "<w:footerReference w:type=\"even\" r:id=\"rIdFooterEven\"/>");
    assert_holds(text, "<w:headerReference w:type=\"default\" r:id=\"rIdHeaderLandscapeOdd\"/>"
                       "<w:headerReference w:type=\"even\" r:id=\"rIdHeaderLandscapeEven\"/>"
                       "<w:footerReference w:type=\"default\" r:id=\"rIdFooterLandscape\"/>"
                       "<w:footerReference w:type=\"even\" r:id=\"rIdFooterLandscape\"/>");
    assert_holds(part("word/_rels/document.xml.rels"),
                 "<Relationship Id=\"rIdHeaderLandscapeEven\" Type=\"http://schemas."
                 "openxmlformats.org/officeDocument/2006/relationships/header\" "
                 "Target=\"header3.xml\"/>");
    assert_null(strstr(part("word/header1.xml"), "w:pict"));
    assert_holds(part("word/footer3.xml"),
                 "<w:p><w:pPr><w:pStyle w:val=\"page-number\"/></w:pPr></w:p>");
}

static void a_document_without_portrait_pages_has_no_parts_for_them(void **state)
{
    (void)state;
    document.first->landscape = true;
    assert_null(part("word/footer1.xml"));
    assert_null(part("word/header1.xml"));
    assert_non_null(part("word/header2.xml"));
}

/* Line 14 pt, 7 mm from the type area's edge at 35 mm: from 25.53 mm to 30.47 mm, along all of the
 * type area. */
static void landscape_numbers_stand_beside_the_left_edge(void **state)
{
    (void)state;
    document.first->landscape = true;
    const char *odd = part("word/header2.xml"), *even = part("word/header3.xml");
    assert_holds(odd, "margin-left:72.35pt;margin-top:79.35pt;width:14.00pt;height:442.25pt;");
    assert_holds(odd, "<v:textbox style=\"layout-flow:vertical\" inset=\"0,0,0,0\">"
                      "<w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"page-number\"/><w:ind "
                      "w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/></w:pPr>");
    assert_holds(even, "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/></w:pPr>");
    assert_holds(even, "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>");
}

static void a_draft_is_marked_in_every_header(void **state)
{
    (void)state;
    options.draft = "送审稿";
    document_add_section(arena, &document, "annex-1")->landscape = true;
    for (int i = 1; i <= 3; i++) {
        const char *header = part(arena_printf(arena, "word/header%d.xml", i));
        assert_holds(header, arena_printf(arena, "id=\"PowerPlusWaterMarkObject%d\"", i));
        assert_holds(header, "width:340.20pt;height:113.40pt;rotation:315;");
        assert_holds(header, "fillcolor=\"#D9D9D9\"");
        assert_holds(header, "string=\"送审稿\"");
    }
}

/* 11 characters of 40 mm would be 440 mm long. */
static void a_long_draft_mark_is_smaller(void **state)
{
    (void)state;
    options.draft = "内部讨论稿　请勿外传AB";
    assert_holds(part("word/header1.xml"), "width:481.90pt;height:43.80pt;");
    options.draft = "A&B";
    assert_holds(part("word/header1.xml"), "width:170.10pt;height:113.40pt;");
    assert_holds(part("word/header1.xml"), "string=\"A&amp;B\"");
}

static void fonts_name_their_alternates(void **state)
{
    (void)state;
    assert_holds(part("word/fontTable.xml"),
                 "<w:font w:name=\"楷体_GB2312\"><w:altName w:val=\"楷体\"/>"
                 "<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"default\"/>");
}

static void a_font_that_two_ids_share_stands_once(void **state)
{
    (void)state;
    static const struct font fonts[] = {{"a", "宋体", NULL, NULL}, {"b", "宋体", NULL, NULL}};
    struct style small = *style;
    small.fonts = fonts;
    small.font_count = 2;
    style = &small;
    const char *table = part("word/fontTable.xml");
    assert_holds(table, "<w:font w:name=\"宋体\"><w:charset");
    assert_null(strstr(strstr(table, "宋体") + 1, "宋体"));
}

static void the_language_is_that_of_the_document(void **state)
{
    (void)state;
    document.lang = "zh-TW";
    assert_holds(part("word/styles.xml"),
                 "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-TW\" w:bidi=\"ar-SA\"/>");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_package, tear_down)

int main(void)
{
    xml_begin();
    const struct CMUnitTest tests[] = {
        TEST(parts_stand_in_a_fixed_order),
        TEST(every_part_has_a_type_and_a_relationship),
        TEST(each_chart_is_a_part),
        TEST(the_same_document_gives_the_same_bytes),
        TEST(known_properties_are_core_properties),
        TEST(without_a_date_there_is_none),
        TEST(other_properties_are_custom_properties),
        TEST(roles_are_paragraph_styles),
        TEST(headings_are_those_of_word_and_have_faces),
        TEST(a_face_that_a_run_borrows_has_a_style),
        TEST(hanging_indents_are_written_as_word_writes_them),
        TEST(rules_reach_over_the_indents),
        TEST(page_numbers_stand_at_the_outer_edge),
        TEST(portrait_pages_alone_have_no_headers),
        TEST(landscape_pages_have_headers_and_an_empty_footer),
        TEST(a_document_without_portrait_pages_has_no_parts_for_them),
        TEST(landscape_numbers_stand_beside_the_left_edge),
        TEST(a_draft_is_marked_in_every_header),
        TEST(a_long_draft_mark_is_smaller),
        TEST(fonts_name_their_alternates),
        TEST(a_font_that_two_ids_share_stands_once),
        TEST(the_language_is_that_of_the_document),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
