/* markdown/read.c: what CommonMark becomes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "markdown/read.h"
#include "on_arena.h"

/* Inlines as text: strong in {}, emphasis in //, a line break as |. */
static const char *words(const struct markdown_block *block)
{
    struct buffer out = buffer_on(arena);
    for (const struct markdown_inline *in = block->inlines; in; in = in->next) {
        const char *open[] = {"", "{", "/", "{/"}, *close[] = {"", "}", "/", "/}"};
        buffer_add(&out, open[in->marks]);
        buffer_add(&out, in->kind == MARKDOWN_LINE_BREAK ? "|" : in->text);
        buffer_add(&out, close[in->marks]);
    }
    return buffer_text(&out);
}

static void test_inlines(void **state)
{
    static const struct {
        const char *markdown, *words;
    } cases[] = {
        {"正文", "正文"},
        {"**甲**乙*丙*", "{甲}乙/丙/"},
        {"**甲*乙*丙**", "{甲}{/乙/}{丙}"},
        {"甲  \n乙\\\n丙<br>丁<BR />戊", "甲|乙|丙|丁|戊"},
        {"甲<br>\n乙", "甲|乙"},
        /* a line break inside a paragraph */
        {"第一行，\n第二行", "第一行，第二行"},
        {"行\nword\nword\n行", "行 word word 行"},
        {"**甲**\n“乙”", "{甲}“乙”"},
        {"**a**\nb", "{a} b"},
        {"**a\nb**", "{a b}"},
        /* links, code, HTML */
        {"[甲](http://a.b)乙", "甲乙"},
        {"<a_b_c@163.com> <http://a.b/c_d?x=1&y=*2*>", "a_b_c@163.com http://a.b/c_d?x=1&y=*2*"},
        {"`**甲**“`", "**甲**“"},
        {"<b>甲</b> <!-- 乙 -->", "<b>甲</b> <!-- 乙 -->"},
        {"\\<河南省方案\\>的通知", "<河南省方案>的通知"},
        {"[注]: 见附件1", "[注]: 见附件1"},
        {"&copy; &amp;copy;", "© &copy;"},
        /* emphasis beside Chinese punctuation */
        {"开展**“质量月”**活动", "开展{“质量月”}活动"},
        {"**自评报告报送。**请各单位", "{自评报告报送。}请各单位"},
        {"**“甲”**和**“乙”**及**（丙）**丁", "{“甲”}和{“乙”}及{（丙）}丁"},
        {"做好**\"质量月\"**活动,**(甲),**請", "做好{\"质量月\"}活动,{(甲),}請"},
        {"（**甲**）**乙**，“**丙**”", "（{甲}）{乙}，“{丙}”"},
        {"***“甲”***乙", "{/“甲”/}乙"},
        {"开展\\*\\*“质量月”\\*\\*活动", "开展**“质量月”**活动"},
        {"开展**“质量月”活动", "开展**“质量月”活动"},
        {"张**、李**、王**等", "张**、李**、王**等"},
        {"数量*（注），单价*。", "数量*（注），单价*。"},
        {"电话138****5678", "电话138****5678"},
        /* placeholders of the composer */
        {"**\U000F0000**（甲）**\U000F0001。**\U000FFFFD",
         "{\U000F0000}（甲）{\U000F0001。}\U000FFFFD"},
        {"\U000F0000**“甲”**\U000F0001", "\U000F0000{“甲”}\U000F0001"},
        {"“**\U000F0000”**乙", "“{\U000F0000”}乙"},
        {"甲，\n\U000F0000\n乙\nw\n\U000F0000", "甲，\U000F0000乙 w \U000F0000"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct markdown_block *block = markdown_read(arena, cases[i].markdown);
        assert_non_null(block);
        assert_int_equal(block->kind, MARKDOWN_PARAGRAPH);
        assert_string_equal(words(block), cases[i].words);
        assert_null(block->next);
    }
}

/* The marks of each stretch as letters: bold, italic, inserted, deleted. */
static const char *marks(const struct markdown_block *block)
{
    struct buffer out = buffer_on(arena);
    for (const struct markdown_inline *in = block->inlines; in; in = in->next) {
        for (unsigned i = 0; i < 4; i++)
            if (in->marks & 1u << i)
                buffer_add_char(&out, "bixd"[i]);
        buffer_printf(&out, ":%s ", in->kind == MARKDOWN_LINE_BREAK ? "|" : in->text);
    }
    for (const struct markdown_unpaired *tag = block->unpaired; tag; tag = tag->next)
        buffer_printf(&out, "%ld%s without %s ", tag->line, tag->tag, tag->other);
    return buffer_text(&out);
}

static void test_marks(void **state)
{
    static const struct {
        const char *markdown, *marks;
    } cases[] = {
        {"甲<ins>乙</ins>丙<DEL>丁</DEL>", ":甲 x:乙 :丙 d:丁 "},
        {"<ins>\U000F0000</ins>", "x:\U000F0000 "},
        {"**甲<ins>乙</ins>**", "b:甲 bx:乙 "},
        {"<ins>**甲**乙<del>丙</del></ins>", "bx:甲 x:乙 xd:丙 "},
        {"<ins>甲<ins>乙</ins>丙</ins>丁", "x:甲乙丙 :丁 "},
        {"<del>甲\\\n乙</del>", "d:甲 :| d:乙 "},
        {"<del>甲\nb\nc</del>", "d:甲 b c "},
        {"\\<ins>甲&lt;/ins>`<del>`", ":<ins>甲</ins><del> "},
        {"<ins x='1'>甲</ins x>", ":<ins x='1'>甲</ins x> "},
        /* what has no other half */
        {"甲\n<ins>乙", ":甲 x:乙 2<ins> without </ins> "},
        {"甲</del>乙\n\n丙</del>", ":甲乙 1</del> without <del> "},
        {"<del>甲<ins><ins>乙</ins>", "d:甲 xd:乙 1<ins> without </ins> 1<del> without </del> "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(marks(markdown_read_marked(arena, cases[i].markdown)), cases[i].marks);
    assert_string_equal(marks(markdown_read(arena, "<ins>甲</ins>")), ":<ins>甲</ins> ");
}

static void test_equal_neighbours_are_one(void **state)
{
    (void)state;
    struct markdown_inline *in = markdown_read(arena, "甲[乙](x)`丙`&amp;\\*<b>")->inlines;
    assert_string_equal(in->text, "甲乙丙&*<b>");
    assert_null(in->next);
}

static void test_headings(void **state)
{
    (void)state;
    struct markdown_block *block =
        markdown_read(arena, "# 标题 #\n##\n正文\n\n### **甲**。\n\n后\n\n丁\n===\n");
    assert_int_equal(block->kind, MARKDOWN_HEADING);
    assert_int_equal(block->level, 1);
    assert_int_equal(block->line, 1);
    assert_false(block->follows);
    assert_string_equal(words(block), "标题");
    block = block->next;
    assert_int_equal(block->level, 2);
    assert_null(block->inlines);
    assert_true(block->follows);
    block = block->next;
    assert_int_equal(block->kind, MARKDOWN_PARAGRAPH);
    assert_int_equal(block->line, 3);
    assert_true(block->follows);
    block = block->next;
    assert_int_equal(block->level, 3);
    assert_int_equal(block->line, 5);
    assert_false(block->follows);
    assert_string_equal(words(block), "{甲}。");
    block = block->next;
    assert_false(block->follows);
    block = block->next;
    assert_int_equal(block->kind, MARKDOWN_HEADING);
    assert_int_equal(block->level, 1);
    assert_int_equal(block->line, 9);
}

static void test_lists(void **state)
{
    (void)state;
    struct markdown_block *list =
        markdown_read(arena, "3. 甲\n   - 子\n4. 乙\n\n   续\n\n\n# 后\n- x\n");
    assert_int_equal(list->kind, MARKDOWN_LIST);
    assert_true(list->ordered);
    assert_int_equal(list->start, 3);
    struct markdown_block *item = list->children;
    assert_int_equal(item->kind, MARKDOWN_ITEM);
    assert_string_equal(words(item->children), "甲");
    assert_int_equal(item->children->next->kind, MARKDOWN_LIST);
    assert_false(item->children->next->ordered);
    assert_int_equal(item->children->next->line, 2);
    item = item->next;
    assert_int_equal(item->line, 3);
    assert_string_equal(words(item->children), "乙");
    assert_string_equal(words(item->children->next), "续");
    assert_false(item->children->next->follows);
    assert_false(list->next->follows);
    assert_true(list->next->next->follows);
}

static void test_text_like_a_list(void **state)
{
    (void)state;
    struct markdown_block *block = markdown_read(arena, "1.甲\n\n1、乙");
    assert_string_equal(words(block), "1.甲");
    assert_string_equal(words(block->next), "1、乙");
}

static void test_unsupported(void **state)
{
    static const struct {
        const char *markdown, *what;
    } cases[] = {
        {"> 甲", "a block quote"},         {"    甲", "a code block"},
        {"```\n甲\n```", "a code block"},  {"<div>\n甲", "an HTML block"},
        {"<!-- 甲 -->", "an HTML block"},  {"---", "a thematic break"},
        {"甲![乙](丙)", "an image"},       {"# ![乙](丙)", "an image"},
        {"甲\n|乙|\n|-|", "a pipe table"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct markdown_block *block = markdown_read(arena, cases[i].markdown);
        assert_int_equal(block->kind, MARKDOWN_UNSUPPORTED);
        assert_string_equal(block->what, cases[i].what);
        assert_null(block->inlines);
    }
    struct markdown_block *heading = markdown_read(arena, "- # 甲")->children->children;
    assert_string_equal(heading->what, "a heading in a list");
    struct markdown_block *table = markdown_read(arena, "1. a|b\n   -|-\n")->children->children;
    assert_string_equal(table->what, "a pipe table");
}

/* "- - - 甲": so many lists, one in the other. */
static const struct markdown_block *innermost(int lists)
{
    struct buffer text = buffer_on(arena);
    for (int i = 0; i < lists; i++)
        buffer_add(&text, "- ");
    buffer_add(&text, "甲");
    const struct markdown_block *block = markdown_read(arena, text.text);
    while (block->children)
        block = block->children;
    return block;
}

static void test_depth_of_lists(void **state)
{
    (void)state;
    assert_string_equal(words(innermost(LIMIT_LIST_DEPTH)), "甲");
    assert_string_equal(innermost(LIMIT_LIST_DEPTH + 1)->what, "lists nested too deep");
    assert_string_equal(innermost(5000)->what, "lists nested too deep");
}

static void test_deep_emphasis(void **state)
{
    (void)state;
    struct buffer text = buffer_on(arena);
    for (int i = 0; i < 5000; i++)
        buffer_add(&text, "*a **b ");
    for (int i = 0; i < 5000; i++)
        buffer_add(&text, "c** d*");
    assert_non_null(markdown_read(arena, text.text)->inlines);
}

static void test_nothing(void **state)
{
    (void)state;
    assert_null(markdown_read(arena, ""));
    assert_null(markdown_read(arena, "\n \n\t\n"));
    assert_string_equal(words(markdown_read(arena, "\\")), "\\");
    assert_string_equal(words(markdown_read(arena, "甲\r\n乙\r丙")), "甲乙丙");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_inlines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equal_neighbours_are_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_headings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_like_a_list, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unsupported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_depth_of_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_deep_emphasis, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
