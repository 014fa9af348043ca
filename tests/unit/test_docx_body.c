/* docx/document.c, paragraph.c, table.c, prepare.c: word/document.xml. Runs in the project folder.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/text.h"
#include "xml/tree.h"
#include "writing.h"

static struct block *add_field(struct block *block, const char *id, const char *prompt)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run =
        (struct run){.kind = RUN_FIELD, .face = block->paragraph.role, .text = prompt, .field = id};
    paragraph_add_run(block, run);
    return block;
}

static struct block *add_table(const int *width, int columns)
{
    struct block *block = table_new(arena, nowhere);
    block->table.columns = columns;
    block->table.width = width;
    return section_add_block(section, block);
}

static struct cell *add_cell(struct row *row, const char *text)
{
    struct cell *cell = row_add_cell(arena, row);
    struct block *block = paragraph_new(arena, ROLE_TABLE_TEXT, nowhere);
    paragraph_add_text(arena, block, ROLE_TABLE_TEXT, 0, text, nowhere);
    cell_add_block(cell, block);
    return cell;
}

static const char *without(const char *text, const char *from, const char *to)
{
    struct buffer out = buffer_on(arena);
    for (const char *at; (at = strstr(text, from)); text = strstr(at, to) + strlen(to))
        buffer_add_n(&out, text, (size_t)(at - text));
    buffer_add(&out, text);
    return buffer_text(&out);
}

/* With the properties of sections left out and runs without their hint. */
static const char *body(void)
{
    const char *text = without(body_written(), "<w:sectPr>", "</w:sectPr>");
    text = without(text, "<w:rFonts w:hint=\"eastAsia\"", "/>");
    text = without(text, " xml:space", "\"preserve\"");
    return without(text, "</w:body>", "</w:document>\n");
}

#define P(role, content) "<w:p><w:pPr><w:pStyle w:val=\"" role "\"/></w:pPr>" content "</w:p>"
#define R(content) "<w:r><w:rPr></w:rPr>" content "</w:r>"
#define T(text) R("<w:t>" text "</w:t>")
#define FILLER                                                                                     \
    "<w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>"       \
    "<w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>"

static void runs_have_faces_and_marks(void **state)
{
    (void)state;
    struct block *block = add(ROLE_BODY, NULL);
    paragraph_add_text(arena, block, ROLE_HEADING_2, 0, "（一）宣传。", nowhere);
    paragraph_add_text(arena, block, ROLE_BODY, RUN_BOLD | RUN_ITALIC, "各地", nowhere);
    assert_string_equal(
        body(), P("body", "<w:r><w:rPr><w:rStyle w:val=\"heading-2-face\"/></w:rPr>"
                          "<w:t>（一）宣传。</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/>"
                          "</w:rPr><w:t>各地</w:t></w:r>"));
    assert_holds(body_written(), "<w:rFonts w:hint=\"eastAsia\"/><w:b/>");
    assert_holds(body_written(), "<w:t xml:space=\"preserve\">各地</w:t>");
}

/* In the order of CT_RPr, w:strike comes before what says size and colour and w:u after it. */
static void what_was_inserted_is_underlined_and_what_was_deleted_struck(void **state)
{
    (void)state;
    struct block *block = add(ROLE_BODY, NULL);
    paragraph_add_text(arena, block, ROLE_BODY, RUN_BOLD | RUN_INSERTED, "新", nowhere);
    paragraph_add_text(arena, block, ROLE_BODY, RUN_DELETED, "旧", nowhere);
    assert_string_equal(body(),
                        P("body", "<w:r><w:rPr><w:b/><w:bCs/><w:u w:val=\"single\"/></w:rPr>"
                                  "<w:t>新</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr>"
                                  "<w:t>旧</w:t></w:r>"));
}

static void breaks_and_tabs_are_elements(void **state)
{
    (void)state;
    struct block *block = add(ROLE_CONTACT, "市政府办公室\t2022年9月26日印发");
    struct run *line = ARENA_NEW(arena, struct run);
    *line = (struct run){.kind = RUN_BREAK, .face = ROLE_CONTACT};
    paragraph_add_run(block, line);
    assert_string_equal(body(), P("contact",
                                  R("<w:t>市政府办公室</w:t><w:tab/><w:t>2022年9月26日印发</w:t>")
                                      R("<w:br/>")));
}

static void a_field_is_a_control_inside_a_bookmark(void **state)
{
    (void)state;
    add_field(add(ROLE_BODY, NULL), "score-2", "填写得分");
    assert_string_equal(
        body(), P("body", "<w:bookmarkStart w:id=\"1\" w:name=\"f_score_2\"/><w:sdt><w:sdtPr>"
                          "<w:alias w:val=\"填写得分\"/><w:tag w:val=\"score-2\"/><w:id "
                          "w:val=\"1\"/></w:sdtPr><w:sdtContent>" T(
                              "　　　　") "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"1\"/>"));
}

static void a_date_is_picked_from_a_calendar(void **state)
{
    (void)state;
    static const struct field_form date = {.kind = FIELD_DATE};
    add_field(add(ROLE_BODY, NULL), "day", "填报日期")->paragraph.last->form = &date;
    assert_holds(body(), "<w:id w:val=\"1\"/><w:date><w:dateFormat w:val=\"yyyy年M月d日\"/>"
                         "<w:lid w:val=\"zh-CN\"/><w:storeMappedDataAs w:val=\"dateTime\"/>"
                         "<w:calendar w:val=\"gregorian\"/></w:date></w:sdtPr>");
}

static void a_choice_is_one_of_a_list(void **state)
{
    (void)state;
    static const char *words[] = {"未发生", "发生"};
    static const struct field_form choice = {FIELD_CHOICE, words, 2};
    add_field(add(ROLE_BODY, NULL), "veto", "选择")->paragraph.last->form = &choice;
    assert_holds(body(), "<w:dropDownList><w:listItem w:displayText=\"未发生\" w:value=\"未发生\"/>"
                         "<w:listItem w:displayText=\"发生\" w:value=\"发生\"/>"
                         "</w:dropDownList></w:sdtPr>");
}

static void long_prompts_are_cut_to_what_word_takes(void **state)
{
    (void)state;
    struct buffer prompt = buffer_on(arena);
    for (int i = 0; i < 65; i++)
        buffer_add(&prompt, "填");
    add_field(add(ROLE_BODY, NULL), "a", prompt.text);
    const char *alias = strstr(body(), "w:alias");
    *strstr(alias, "/>") = '\0';
    assert_int_equal(count(alias, "填"), 64);
}

static void fields_of_many_rows_are_found(void **state)
{
    (void)state;
    static const int width[] = {10000};
    struct block *table = add_table(width, 1);
    for (int i = 0; i < 200; i++) {
        struct cell *cell = row_add_cell(arena, table_add_row(arena, table, nowhere));
        struct block *block = paragraph_new(arena, ROLE_TABLE_TEXT, nowhere);
        cell_add_block(cell, add_field(block, arena_printf(arena, "s%d", i), "自评"));
    }
    const char *text = body();
    assert_int_equal(count(text, "<w:sdt>"), 200);
    assert_holds(text, "<w:bookmarkStart w:id=\"200\" w:name=\"f_s199\"/>");
    assert_holds(text, "<w:sdtContent>" T("　") "</w:sdtContent>");
}

static void paragraphs_that_join_have_no_space_between(void **state)
{
    (void)state;
    add(ROLE_SIGNATURE, "甲局");
    add(ROLE_DATE, "9月1日");
    add(ROLE_DATE, "9月2日");
    assert_string_equal(
        body(), "<w:p><w:pPr><w:pStyle w:val=\"signature\"/><w:keepNext/><w:spacing "
                "w:after=\"0\"/><w:ind w:rightChars=\"448\" w:right=\"1511\"/></w:pPr>" T(
                    "甲局") "</w:p><w:p><w:pPr><w:pStyle w:val=\"date\"/><w:keepNext/><w:spacing "
                            "w:before=\"0\"/></w:pPr>" T("9月1日") "</w:p>" P("date", T("9月2日")));
}

static void the_paragraph_before_a_signature_stays_with_it(void **state)
{
    (void)state;
    add(ROLE_BODY, NULL);
    add(ROLE_BODY, NULL);
    add(ROLE_SIGNATURE, NULL);
    assert_string_equal(
        body(), P("body", "") "<w:p><w:pPr><w:pStyle w:val=\"body\"/><w:keepNext/></w:pPr></w:p>" P(
                    "signature", ""));
}

static void a_paragraph_that_joins_draws_no_rule_above(void **state)
{
    (void)state;
    struct style ruled = *style;
    ruled.role[ROLE_DATE].above.size = 8;
    style = &ruled;
    add(ROLE_SIGNATURE, NULL);
    add(ROLE_DATE, NULL);
    assert_holds(body(), "<w:pStyle w:val=\"date\"/><w:pBdr><w:top w:val=\"nil\"/></w:pBdr>"
                         "<w:spacing w:before=\"0\"/>");
}

#define TC(width, properties, content)                                                             \
    "<w:tc><w:tcPr><w:tcW w:w=\"" width "\" w:type=\"dxa\"/>" properties                           \
    "<w:vAlign w:val=\"center\"/></w:tcPr>" content "</w:tc>"
#define TR(content) "<w:tr><w:trPr><w:cantSplit/></w:trPr>" content "</w:tr>"

#define KEPT(content)                                                                              \
    "<w:p><w:pPr><w:pStyle w:val=\"table-text\"/><w:keepNext/></w:pPr>" content "</w:p>"

/* The type area is 8845 twips wide: 33.33 % are 2947, and the last column has what is left. */
static void cells_span_columns_and_rows(void **state)
{
    (void)state;
    static const int width[] = {3333, 3333, 3334};
    struct block *table = add_table(width, 3);
    struct row *row = table_add_row(arena, table, nowhere);
    row->header = true;
    add_cell(row, "一")->span = 2;
    add_cell(row, "二")->align = "center";
    row = table_add_row(arena, table, nowhere);
    struct cell *cell = add_cell(row, "三");
    cell->merge = MERGE_START;
    cell->rows = 2;
    add_cell(row, "四")->span = 2;
    row = table_add_row(arena, table, nowhere);
    row_add_cell(arena, row)->merge = MERGE_CONTINUED;
    add_cell(row, "五")->align = "justify";
    row_add_cell(arena, row);
    add(ROLE_BODY, NULL);
    assert_string_equal(
        body(),
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"8845\" w:type=\"dxa\"/>"
        "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2948\"/>"
        "<w:gridCol w:w=\"2948\"/><w:gridCol w:w=\"2949\"/></w:tblGrid>"
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" TC(
            "5896", "<w:gridSpan w:val=\"2\"/>", KEPT(T("一")))
            TC("2949", "",
               "<w:p><w:pPr><w:pStyle w:val=\"table-text\"/><w:keepNext/>"
               "<w:jc w:val=\"center\"/></w:pPr>" T(
                   "二") "</w:p>") "</w:tr>" TR(TC("2948", "<w:vMerge w:val=\"restart\"/>",
                                                   KEPT(T("三")))
                                                    TC("5897", "<w:gridSpan w:val=\"2\"/>",
                                                       KEPT(T("四"))))
                TR(TC("2948", "<w:vMerge/>", P("table-text", "")) TC(
                    "2948", "",
                    "<w:p><w:pPr><w:pStyle w:val=\"table-text\"/><w:jc w:val=\"both\"/></w:pPr>" T(
                        "五") "</w:p>") TC("2949", "", P("table-text", ""))) "</w:tbl>" P("body",
                                                                                          ""));
}

/* 40 rows of a line each, a little more than a page, and one cell over all of them. */
static struct cell *add_long_merge(void)
{
    static const int width[] = {5000, 5000};
    struct block *table = add_table(width, 2);
    struct cell *merged = NULL;
    for (int i = 0; i < 40; i++) {
        struct row *row = table_add_row(arena, table, nowhere);
        struct cell *cell = row_add_cell(arena, row);
        cell->merge = i ? MERGE_CONTINUED : MERGE_START;
        merged = i ? merged : cell;
        add_cell(row, "乙");
    }
    add(ROLE_BODY, NULL);
    return merged;
}

static void a_merged_cell_starts_again_on_the_next_page(void **state)
{
    (void)state;
    cell_add_block(add_long_merge(), paragraph_new(arena, ROLE_TABLE_TEXT, nowhere));
    const char *text = body();
    assert_int_equal(count(text, "<w:vMerge w:val=\"restart\"/>"), 2);
    assert_int_equal(count(text, "<w:vMerge/>"), 38);
    assert_int_equal(count(text, "<w:keepNext/>"), 2 * 38);
    assert_int_equal(count(text, "<w:cantSplit/>"), 40);
}

static void a_field_that_stands_again_is_a_blank(void **state)
{
    (void)state;
    struct block *block = paragraph_new(arena, ROLE_TABLE_TEXT, nowhere);
    cell_add_block(add_long_merge(), add_field(block, "score", "得分"));
    const char *text = body();
    assert_int_equal(count(text, "<w:sdt>"), 1);
    assert_int_equal(count(text, "<w:bookmarkStart"), 1);
    assert_int_equal(count(text, "<w:t>　</w:t>"), 2);
}

static void only_a_row_taller_than_a_page_may_be_split(void **state)
{
    (void)state;
    static const int width[] = {10000};
    struct block *table = add_table(width, 1);
    struct cell *cell = add_cell(table_add_row(arena, table, nowhere), "甲");
    for (int i = 0; i < 34; i++)
        cell_add_block(cell, paragraph_new(arena, ROLE_TABLE_TEXT, nowhere));
    assert_int_equal(count(body(), "<w:cantSplit/>"), 1);
    cell_add_block(cell, paragraph_new(arena, ROLE_TABLE_TEXT, nowhere));
    assert_int_equal(count(body(), "<w:cantSplit/>"), 0);
}

static void a_table_without_borders_has_the_plain_style(void **state)
{
    (void)state;
    static const int width[] = {10000};
    struct block *table = add_table(width, 1);
    table->table.borders = false;
    add_cell(table_add_row(arena, table, nowhere), "市教育局");
    assert_holds(body(), "<w:tblStyle w:val=\"TableNormal\"/>");
}

static void tables_are_kept_apart_and_closed(void **state)
{
    (void)state;
    static const int width[] = {10000};
    for (int i = 0; i < 2; i++)
        add_cell(table_add_row(arena, add_table(width, 1), nowhere), "甲");
    assert_int_equal(count(body(), "</w:tbl>" FILLER), 2);
}

static void a_table_without_rows_leaves_its_place_empty(void **state)
{
    (void)state;
    static const int width[] = {10000};
    add_table(width, 1);
    assert_string_equal(body(), FILLER);
}

static void an_empty_document_has_a_paragraph(void **state)
{
    (void)state;
    assert_string_equal(body(), FILLER);
}

#define PORTRAIT                                                                                   \
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" "               \
    "w:bottom=\"1984\" w:left=\"1587\" w:header=\"850\" w:footer=\"1446\" w:gutter=\"0\"/>"        \
    "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>"
#define FOOTERS                                                                                    \
    "<w:footerReference w:type=\"default\" r:id=\"rIdFooterOdd\"/>"                                \
    "<w:footerReference w:type=\"even\" r:id=\"rIdFooterEven\"/>"

#define LANDSCAPE_PARTS                                                                            \
    "<w:headerReference w:type=\"default\" r:id=\"rIdHeaderLandscapeOdd\"/>"                       \
    "<w:headerReference w:type=\"even\" r:id=\"rIdHeaderLandscapeEven\"/>"                         \
    "<w:footerReference w:type=\"default\" r:id=\"rIdFooterLandscape\"/>"                          \
    "<w:footerReference w:type=\"even\" r:id=\"rIdFooterLandscape\"/>"

static void the_last_section_ends_the_body_and_others_a_paragraph(void **state)
{
    (void)state;
    add(ROLE_BODY, NULL);
    section = document_add_section(arena, &document, "annex-1");
    section->continues = true;
    add(ROLE_BODY, NULL);
    assert_string_equal(body_written(),
                        "<w:p><w:pPr><w:pStyle w:val=\"body\"/><w:sectPr>" FOOTERS
                        "<w:type w:val=\"nextPage\"/>" PORTRAIT
                        "</w:pPr></w:p>" P("body", "") "<w:sectPr>" FOOTERS
                                                       "<w:type w:val=\"continuous\"/>" PORTRAIT
                                                       "</w:body></w:document>\n");
}

static void a_section_that_ends_with_a_table_ends_in_a_small_paragraph(void **state)
{
    (void)state;
    static const int width[] = {10000};
    section->landscape = true;
    add_cell(table_add_row(arena, add_table(width, 1), nowhere), "甲");
    section = document_add_section(arena, &document, "annex-1");
    add(ROLE_BODY, NULL);
    const char *text = body_written();
    assert_holds(text, "<w:tblW w:w=\"12756\" w:type=\"dxa\"/>");
    assert_holds(
        text, "</w:tbl><w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" "
              "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:sectPr>" LANDSCAPE_PARTS
              "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" "
              "w:orient=\"landscape\"/><w:pgMar w:top=\"1587\" w:right=\"2098\" "
              "w:bottom=\"1474\" w:left=\"1984\" w:header=\"850\" w:footer=\"850\" "
              "w:gutter=\"0\"/></w:sectPr></w:pPr></w:p>");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    xml_begin();
    const struct CMUnitTest tests[] = {
        TEST(runs_have_faces_and_marks),
        TEST(what_was_inserted_is_underlined_and_what_was_deleted_struck),
        TEST(breaks_and_tabs_are_elements),
        TEST(a_field_is_a_control_inside_a_bookmark),
        TEST(a_date_is_picked_from_a_calendar),
        TEST(a_choice_is_one_of_a_list),
        TEST(long_prompts_are_cut_to_what_word_takes),
        TEST(fields_of_many_rows_are_found),
        TEST(paragraphs_that_join_have_no_space_between),
        TEST(the_paragraph_before_a_signature_stays_with_it),
        TEST(a_paragraph_that_joins_draws_no_rule_above),
        TEST(cells_span_columns_and_rows),
        TEST(a_merged_cell_starts_again_on_the_next_page),
        TEST(a_field_that_stands_again_is_a_blank),
        TEST(only_a_row_taller_than_a_page_may_be_split),
        TEST(a_table_without_borders_has_the_plain_style),
        TEST(tables_are_kept_apart_and_closed),
        TEST(a_table_without_rows_leaves_its_place_empty),
        TEST(an_empty_document_has_a_paragraph),
        TEST(the_last_section_ends_the_body_and_others_a_paragraph),
        TEST(a_section_that_ends_with_a_table_ends_in_a_small_paragraph),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_end();
    return failed;
}
