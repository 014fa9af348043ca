/* docx/comment.c, prepare.c, paragraph.c: comments of a document that is written. Runs in the
 * project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

#include "commented.h"
#include "docx/docx.h"
#include "writing.h"

static struct block *add_table(void)
{
    static const int width[] = {2000, 8000};
    struct block *block = table_new(arena, nowhere);
    block->table.columns = sizeof width / sizeof *width;
    block->table.width = width;
    return section_add_block(section, block);
}

static struct block *add_cell(struct row *row, const char *text)
{
    struct block *block = text_block(ROLE_TABLE_TEXT, text);
    cell_add_block(row_add_cell(arena, row), block);
    return block;
}

static struct package written(const struct comment *comments)
{
    struct package package;
    struct docx_options options = {.comments = comments};
    assert_true(docx_write(arena, &document, style, options, &package));
    return package;
}

static const char *marks(const struct comment *comments)
{
    return marks_of(&findings, written(comments), "word/document.xml");
}

/* the part */

#define LINE(text)                                                                                 \
    "<w:p><w:r><w:rPr><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/></w:rPr>"                          \
    "<w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
#define COMMENT(id, lines)                                                                         \
    "<w:comment w:id=\"" id "\" w:author=\"gongwen\" w:initials=\"gw\">" lines "</w:comment>"

static void each_line_of_a_comment_is_a_paragraph(void **state)
{
    (void)state;
    struct block *block = add(ROLE_BODY, "正文");
    struct comment second = {.block = block, .text = ""};
    struct comment first = {&second, block, NULL, "日期 <早>\n\n请改 &"};
    assert_string_equal(
        part_of(&findings, written(&first), "word/comments.xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"http:"
        "//schemas.openxmlformats.org/wordprocessingml/2006/main\">" COMMENT(
            "0", LINE("日期 &lt;早&gt;") LINE("") LINE("请改 &amp;"))
            COMMENT("1", LINE("")) "</w:comments>\n");
}

static void the_part_has_a_type_and_a_relationship(void **state)
{
    (void)state;
    struct comment comment = {.block = add(ROLE_BODY, "正文"), .text = "意见"};
    struct package package = written(&comment);
    assert_holds(part_of(&findings, package, "[Content_Types].xml"),
                 "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd."
                 "openxmlformats-officedocument.wordprocessingml.comments+xml\"/>");
    assert_holds(part_of(&findings, package, "word/_rels/document.xml.rels"),
                 "<Relationship Id=\"rIdComments\" Type=\"http://schemas.openxmlformats.org/"
                 "officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>");
}

static void without_comments_there_is_no_part(void **state)
{
    (void)state;
    add(ROLE_BODY, "正文");
    assert_null(part_of(&findings, written(NULL), "word/comments.xml"));
    assert_string_equal(marks(NULL), "正文|");
}

/* places */

static void comments_stand_around_the_runs(void **state)
{
    (void)state;
    struct block *title = add(ROLE_TITLE, "标题"), *body = add(ROLE_BODY, "正");
    paragraph_add_text(arena, body, ROLE_BODY, RUN_BOLD, "文", nowhere);
    struct comment third = {.block = body, .text = "三"};
    struct comment second = {&third, title, NULL, "二"};
    struct comment first = {&second, body, NULL, "一"};
    assert_string_equal(marks(&first), "<1 标题 1>@1|<0 <2 正文 0>@0 2>@2|");
    assert_holds(part_of(&findings, written(&first), "word/document.xml"),
                 "<w:p><w:pPr><w:pStyle w:val=\"title\"/></w:pPr><w:commentRangeStart w:id=\"1\"/>"
                 "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">"
                 "标题</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference "
                 "w:id=\"1\"/></w:r></w:p>");
}

static void comments_stand_in_cells(void **state)
{
    (void)state;
    struct row *row = table_add_row(arena, add_table(), nowhere);
    add_cell(row, "甲");
    struct comment comment = {.block = add_cell(row, "乙"), .text = "意见"};
    assert_string_equal(marks(&comment), "甲|<0 乙 0>@0||");
}

static void a_comment_on_a_table_stands_at_its_first_paragraph(void **state)
{
    (void)state;
    add(ROLE_BODY, "正文");
    struct block *table = add_table();
    struct row *row = table_add_row(arena, table, nowhere);
    row_add_cell(arena, row);
    add_cell(row, "乙");
    struct comment comment = {.block = table, .text = "意见"};
    assert_string_equal(marks(&comment), "正文||<0 乙 0>@0||");
}

/* The head of a letter, a block of another document, none; a table with nothing in it at the end.
 */
static void what_has_no_place_stands_at_the_first_paragraph(void **state)
{
    (void)state;
    style = shipped_style(&findings, "letter");
    struct block *mark = add(ROLE_ISSUER_MARK, "某某局"), *title = add(ROLE_TITLE, "标题");
    struct block *table = add_table();
    row_add_cell(arena, table_add_row(arena, table, nowhere));
    struct comment comments[] = {
        {&comments[1], mark, NULL, "一"}, {&comments[2], text_block(ROLE_BODY, "别处"), NULL, "二"},
        {&comments[3], NULL, NULL, "三"}, {&comments[4], table, NULL, "四"},
        {NULL, title, NULL, "五"},
    };
    struct package package = written(comments);
    assert_string_equal(marks_of(&findings, package, "word/document.xml"),
                        "<0 <1 <2 <3 <4 标题 0>@0 1>@1 2>@2 3>@3 4>@4|||");
    assert_string_equal(marks_of(&findings, package, "word/header4.xml"), "某某局|");
}

static void a_document_without_paragraphs_has_no_comments(void **state)
{
    (void)state;
    struct comment comment = {.text = "意见"};
    struct package package = written(&comment);
    assert_null(part_of(&findings, package, "word/comments.xml"));
    assert_string_equal(marks_of(&findings, package, "word/document.xml"), "|");
}

/* A merged cell shows its text again on the next page. */
static void a_text_that_stands_again_has_its_comment_once(void **state)
{
    (void)state;
    enum { ROWS = 40 };
    struct block *table = add_table(), *name = NULL;
    for (int i = 0; i < ROWS; i++) {
        struct row *row = table_add_row(arena, table, nowhere);
        struct cell *cell = row_add_cell(arena, row);
        cell->merge = i ? MERGE_CONTINUED : MERGE_START;
        cell->rows = i ? 1 : ROWS;
        if (!i)
            cell_add_block(cell, name = text_block(ROLE_TABLE_TEXT, "合并"));
        add_cell(row, "内容");
    }
    struct comment comment = {.block = name, .text = "意见"};
    const char *text = marks(&comment);
    assert_int_equal(count(text, "合并"), 2);
    assert_int_equal(count(text, "<0 合并 0>@0"), 1);
    assert_int_equal(count(text, "@0"), 1);
}

static void comments_stand_in_the_record(void **state)
{
    (void)state;
    add(ROLE_BODY, "正文");
    section = document_add_section(arena, &document, "record");
    section->continues = true;
    add(ROLE_COPY_TO, "抄送：某某局。");
    struct comment comment = {.block = add(ROLE_PRINTING, "某某办公室\t2022年9月1日印发"),
                              .text = "意见"};
    assert_holds(marks(&comment), "抄送：某某局。|<0 某某办公室2022年9月1日印发 0>@0|");
}

static void the_same_comments_give_the_same_bytes(void **state)
{
    (void)state;
    struct comment comment = {.block = add(ROLE_BODY, "正文"), .text = "意见"};
    struct package first = written(&comment), second = written(&comment);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(each_line_of_a_comment_is_a_paragraph),
        TEST(the_part_has_a_type_and_a_relationship),
        TEST(without_comments_there_is_no_part),
        TEST(comments_stand_around_the_runs),
        TEST(comments_stand_in_cells),
        TEST(a_comment_on_a_table_stands_at_its_first_paragraph),
        TEST(what_has_no_place_stands_at_the_first_paragraph),
        TEST(a_document_without_paragraphs_has_no_comments),
        TEST(a_text_that_stands_again_has_its_comment_once),
        TEST(comments_stand_in_the_record),
        TEST(the_same_comments_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
