/* markdown/write.c: what a document becomes, and that it reads back as the same words. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "markdown/read.h"
#include "markdown/write.h"

static struct arena *arena;
static struct document document;
static const struct origin nowhere;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    document = (struct document){0};
    document_add_section(arena, &document, "notice");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct block *add(enum role role, const char *text)
{
    struct block *paragraph = paragraph_new(arena, role, nowhere);
    paragraph_add_text(arena, paragraph, role, 0, text, nowhere);
    return section_add_block(document.last, paragraph);
}

static void add_run(struct block *paragraph, enum role face, unsigned marks, const char *text)
{
    paragraph_add_text(arena, paragraph, face, marks, text, nowhere);
}

static void add_special(struct block *paragraph, enum run_kind kind, const char *text)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.kind = kind, .face = paragraph->paragraph.role, .text = text};
    paragraph_add_run(paragraph, run);
}

static void assert_written(const char *markdown)
{
    assert_string_equal(markdown_write(arena, &document), markdown);
}

static void test_front_matter(void **state)
{
    (void)state;
    struct property number = {NULL, "number", "永质强办〔2022〕3号"};
    struct property title = {&number, "title", "\"质量月\"\\\n\x7f"};
    document.properties = &title;
    document.lang = "zh-CN";
    add(ROLE_BODY, "正文");
    assert_written(
        "---\ntitle: \"\\\"质量月\\\"\\\\\\u000A\\u007F\"\nnumber: \"永质强办〔2022〕3号\"\n"
        "lang: \"zh-CN\"\n---\n\n正文\n");
}

static void test_roles(void **state)
{
    (void)state;
    add(ROLE_ISSUER_MARK, "永济市文件");
    struct block *title = add(ROLE_TITLE, "关于开展2022年“质量月”活动");
    add_special(title, RUN_BREAK, NULL);
    add_run(title, ROLE_TITLE, 0, "的通知 A");
    add_special(title, RUN_BREAK, NULL);
    add_run(title, ROLE_TITLE, 0, "甲");
    add(ROLE_HEADING_1, "一、总则");
    add(ROLE_HEADING_2, "（一）甲");
    add(ROLE_HEADING_3, "1.乙");
    add(ROLE_HEADING_4, "（1）丙");
    add(ROLE_LIST_1, "1.丁");
    struct block *signature = add(ROLE_SIGNATURE, "市政府 ");
    add_special(signature, RUN_BREAK, NULL);
    add_run(signature, ROLE_SIGNATURE, 0, " # 县政府");
    add_special(signature, RUN_BREAK, NULL);
    add(ROLE_BODY, " \n ");
    assert_written(
        "永济市文件\n\n# 关于开展2022年“质量月”活动的通知 A 甲\n\n## 一、总则\n\n### （一）甲\n\n"
        "#### 1.乙\n\n##### （1）丙\n\n1.丁\n\n市政府\\\n\\# 县政府\n");
}

static void test_heading_that_runs_in(void **state)
{
    (void)state;
    struct block *paragraph = add(ROLE_HEADING_2, "（一）自评报告报送。");
    add_run(paragraph, ROLE_BODY, 0, "请各单位");
    add_special(paragraph, RUN_FIELD, "填写");
    struct block *body = paragraph_new(arena, ROLE_BODY, nowhere);
    add_run(body, ROLE_HEADING_3, 0, "1.");
    add_run(body, ROLE_BODY, 0, "甲");
    section_add_block(document.last, body);
    assert_written("### （一）自评报告报送。\n\n请各单位＿填写＿\n\n1.甲\n");
}

static void test_marks(void **state)
{
    (void)state;
    struct block *paragraph = add(ROLE_BODY, "甲");
    add_run(paragraph, ROLE_BODY, RUN_BOLD, " 乙");
    add_run(paragraph, ROLE_BODY, RUN_BOLD | RUN_ITALIC, "丙");
    add_run(paragraph, ROLE_BODY, RUN_ITALIC, " ");
    add_run(paragraph, ROLE_BODY, RUN_BOLD, "　");
    add_run(paragraph, ROLE_BODY, 0, "丁");
    assert_written("甲 **乙*丙*** 　丁\n");
}

static void test_marks_beside_punctuation(void **state)
{
    (void)state;
    struct block *paragraph = add(ROLE_BODY, "开展");
    add_run(paragraph, ROLE_BODY, RUN_BOLD, "“质量月”");
    add_run(paragraph, ROLE_BODY, 0, "活动");
    paragraph = add(ROLE_BODY, "，");
    add_run(paragraph, ROLE_BODY, RUN_BOLD, "“甲”");
    add_run(paragraph, ROLE_BODY, 0, "。");
    paragraph = add(ROLE_HEADING_1, "a");
    add_run(paragraph, ROLE_HEADING_1, RUN_ITALIC, "b");
    add_run(paragraph, ROLE_HEADING_1, RUN_BOLD, "c");
    assert_written("开展<strong>“质量月”</strong>活动\n\n，**“甲”**。\n\n"
                   "## a*b***c**\n");
}

/* The run marks of each stretch of text after reading, as "text" and its number. */
static const char *marks_read_back(void)
{
    struct buffer out = buffer_on(arena);
    const struct markdown_block *block =
        markdown_read_marked(arena, markdown_write(arena, &document));
    for (const struct markdown_inline *in = block->inlines; in; in = in->next)
        buffer_printf(&out, "%s%u", in->kind == MARKDOWN_LINE_BREAK ? "|" : in->text, in->marks);
    return buffer_text(&out);
}

static void test_insertions_and_deletions(void **state)
{
    (void)state;
    struct block *paragraph = paragraph_new(arena, ROLE_BODY, nowhere);
    section_add_block(document.last, paragraph);
    add_run(paragraph, ROLE_BODY, RUN_INSERTED, "甲");
    add_run(paragraph, ROLE_BODY, RUN_INSERTED | RUN_BOLD, "“乙”");
    add_run(paragraph, ROLE_BODY, RUN_DELETED, " 丙");
    add_run(paragraph, ROLE_BODY, RUN_BOLD, "<ins>");
    assert_written("<ins>甲<strong>“乙”</strong></ins><del> 丙</del><strong>\\<ins\\></strong>\n");
    paragraph->paragraph.first->next->text = "乙";
    assert_written("<ins>甲**乙**</ins><del> 丙</del>**\\<ins\\>**\n");
    assert_string_equal(marks_read_back(), "甲4乙5 丙8<ins>1");
    add_special(paragraph, RUN_BREAK, NULL);
    add_run(paragraph, ROLE_BODY, RUN_DELETED | RUN_INSERTED, "丁");
    assert_string_equal(marks_read_back(), "甲4乙5 丙8<ins>1|0丁12");
}

static void test_address_stays_readable(void **state)
{
    (void)state;
    add(ROLE_CONTACT, "邮箱：zhang_san_1@163.com，_甲_，a__b");
    assert_written("邮箱：zhang_san_1@163.com，\\_甲\\_，a\\_\\_b\n");
}

static void test_fields(void **state)
{
    (void)state;
    struct block *paragraph = add(ROLE_BODY, "姓名：");
    add_special(paragraph, RUN_FIELD, "");
    add_special(paragraph, RUN_FIELD, NULL);
    paragraph = paragraph_new(arena, ROLE_DATE, nowhere);
    add_special(paragraph, RUN_FIELD, "××××");
    add_run(paragraph, ROLE_DATE, 0, "年");
    section_add_block(document.last, paragraph);
    assert_written("姓名：＿＿＿＿＿＿＿＿\n\n＿××××＿年\n");
}

static void test_sections(void **state)
{
    (void)state;
    add(ROLE_BODY, "甲");
    document_add_section(arena, &document, "annex-1")->continues = true;
    add(ROLE_BODY, "乙");
    document_add_section(arena, &document, "annex-2");
    add(ROLE_TITLE, "丙");
    assert_written("甲\n\n乙\n\n-----\n\n# 丙\n");
}

static void add_cell(struct row *row, const char *text)
{
    struct block *paragraph = paragraph_new(arena, ROLE_SIGNATURE_GRID, nowhere);
    paragraph_add_text(arena, paragraph, ROLE_SIGNATURE_GRID, 0, text, nowhere);
    cell_add_block(row_add_cell(arena, row), paragraph);
}

static void test_table_between_paragraphs(void **state)
{
    (void)state;
    add(ROLE_BODY, "前");
    struct block *table = section_add_block(document.last, table_new(arena, nowhere));
    table->table.columns = 1;
    struct row *row = table_add_row(arena, table, nowhere);
    add_cell(row, "甲");
    add(ROLE_TABLE_NOTE, "后");
    assert_written("前\n\n<table>\n<tbody>\n<tr><td>甲</td></tr>\n</tbody>\n</table>\n\n后\n");
    row->header = true;
    assert_written("前\n\n| 甲 |\n| --- |\n\n后\n");
}

static void test_charts(void **state)
{
    (void)state;
    static const char *const series[] = {"旧", "*新*"};
    static const struct bar bars[] = {{true, 2950}, {false, 0}};
    struct block *block = section_add_block(document.last, chart_new(arena, nowhere));
    block->chart.title = "分值|表";
    block->chart.series = series;
    block->chart.series_count = 2;
    chart_add_category(arena, block, "甲局", nowhere)->bars = bars;
    assert_written("**分值\\|表**\n\n| | 旧 | \\*新\\* |\n| --- | --- | --- |\n"
                   "| 甲局 | 29.5 | |\n\n");
    block->chart.title = "";
    assert_written("| | 旧 | \\*新\\* |\n| --- | --- | --- |\n| 甲局 | 29.5 | |\n\n");
}

/* In two documents, and twice in one; what was changed since shows that it is not written again. */
static void test_tables_that_are_kept(void **state)
{
    (void)state;
    static const char once[] = "<table>\n<tbody>\n<tr><td>甲</td></tr>\n</tbody>\n</table>\n\n";
    struct keeper keeper = {.arena = arena};
    struct block *table = section_add_block(document.last, table_new(arena, nowhere));
    table->keeper = &keeper;
    add_cell(table_add_row(arena, table, nowhere), "甲");
    assert_written(once);
    add_cell(table_add_row(arena, table, nowhere), "乙");
    assert_written(once);
    struct block *copy = ARENA_NEW(arena, struct block);
    *copy = *table;
    section_add_block(document.last, copy);
    assert_written(arena_printf(arena, "%s%s", once, once));
    copy->keeper = NULL;
    assert_written(arena_printf(arena,
                                "%s<table>\n<tbody>\n<tr><td>甲</td></tr>\n"
                                "<tr><td>乙</td></tr>\n</tbody>\n</table>\n\n",
                                once));
}

static void test_table_without_borders(void **state)
{
    (void)state;
    struct block *table = section_add_block(document.last, table_new(arena, nowhere));
    table->table.borders = false;
    struct row *row = table_add_row(arena, table, nowhere);
    add_cell(row, "市监局");
    add_cell(row, "工信局");
    row = table_add_row(arena, table, nowhere);
    add_cell(row, "教育局");
    row_add_cell(arena, row);
    table_add_row(arena, table, nowhere);
    assert_written("市监局　工信局\n\n教育局\n");
}

static void test_empty_document(void **state)
{
    (void)state;
    assert_written("");
    document.lang = "zh-CN";
    assert_written("---\nlang: \"zh-CN\"\n---\n");
}

/* The words of a paragraph that was read; HTML tags of marks are none. */
static const char *words(const struct markdown_block *block)
{
    struct buffer out = buffer_on(arena);
    for (const struct markdown_inline *in = block->inlines; in; in = in->next)
        buffer_add(&out, in->kind == MARKDOWN_LINE_BREAK ? "\n" : in->text);
    char *text = arena_copy(arena, buffer_text(&out));
    static const char *const tags[] = {"<strong>", "</strong>", "<em>", "</em>"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        for (char *at; (at = strstr(text, tags[i]));)
            memmove(at, at + strlen(tags[i]), strlen(at + strlen(tags[i])) + 1);
    return text;
}

/* Outer white space is lost, and a tab is a blank. */
static const char *kept(const char *text)
{
    char *copy = text_trim(arena, text);
    for (char *tab; (tab = strchr(copy, '\t'));)
        *tab = ' ';
    return copy;
}

static void assert_reads_back(enum markdown_kind kind, const char *text)
{
    const char *markdown = markdown_write(arena, &document);
    struct markdown_block *block = markdown_read(arena, markdown);
    assert_non_null(block);
    if (block->kind != kind || block->next || strcmp(words(block), kept(text)) != 0)
        fail_msg("\"%s\" was written as \"%s\"", text, markdown);
}

static const char *const nasty[] = {
    "http://a.b/c_d_e/*x*?y=1&copy=2&lt;=3#top",
    "_zhi_liang_2022_@163.com",
    "<a@b.cn>",
    "a*b*c",
    "**甲**",
    "1. x",
    "1.",
    "2022) 甲",
    "1.甲",
    "# 甲 #",
    "##",
    "<b>",
    "<div>甲</div>",
    "<!-- 甲 -->",
    "<河南省方案>",
    "&copy; &#169; &amp;copy;",
    "~~~",
    "~甲~和~~乙~~",
    "+ 甲",
    "- 甲",
    "-",
    "---",
    "- - -",
    "***",
    "___",
    "====",
    "> 甲",
    "|甲|乙|",
    "|-|-|",
    "\\",
    "\\*甲\\",
    "甲\\",
    "```",
    "`甲``乙`",
    "[甲](乙)",
    "[甲]: 乙",
    "![甲](乙)",
    "甲!",
    "    四个空格",
    "\t制表",
    "尾部空格  ",
    "中  间",
    "　　根据",
    "“质量月”",
    "\U000F0000\U00020000",
    "{甲} $乙$ ^丙^ @丁 :戊:",
    "'甲' \"乙\" -- ...",
};
enum { NASTY = sizeof nasty / sizeof *nasty };

static void test_plain_text_reads_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < NASTY; i++) {
        document.last->first = document.last->last = NULL;
        struct block *block = add(ROLE_BODY, nasty[i]);
        assert_reads_back(MARKDOWN_PARAGRAPH, nasty[i]);
        block->paragraph.role = ROLE_TITLE;
        assert_reads_back(MARKDOWN_HEADING, nasty[i]);
        block->paragraph.role = ROLE_BODY;
        add_special(block, RUN_BREAK, NULL);
        add_run(block, ROLE_BODY, 0, nasty[i]);
        const char *trimmed = text_trim(arena, nasty[i]);
        assert_reads_back(MARKDOWN_PARAGRAPH, arena_printf(arena, "%s\n%s", trimmed, trimmed));
    }
}

static void test_marked_text_reads_back(void **state)
{
    static const char *const beside[] = {"", "甲", "，", "”", " ", "a", "1.", "*", "&"};
    enum { BESIDE = sizeof beside / sizeof *beside };
    (void)state;
    for (size_t i = 0; i < NASTY * BESIDE * 3; i++) {
        const char *text = nasty[i / BESIDE / 3], *other = beside[i / 3 % BESIDE];
        document.last->first = document.last->last = NULL;
        struct block *block = add(ROLE_BODY, other);
        add_run(block, ROLE_BODY, (unsigned)(i % 3 + 1), text);
        add_run(block, ROLE_BODY, 0, other);
        assert_reads_back(MARKDOWN_PARAGRAPH, arena_printf(arena, "%s%s%s", other, text, other));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_front_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_roles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_heading_that_runs_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_beside_punctuation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_insertions_and_deletions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_address_stays_readable, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_fields, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sections, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_between_paragraphs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_charts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tables_that_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_without_borders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_plain_text_reads_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marked_text_reads_back, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
