/* docx/common.c: a part is printed anew when anything changes that it depends on, and only then. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "docx/common.h"

static struct arena *arena;
static struct style style, other_style;
static struct document document;
static struct docx docx;
static int printed;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    struct common_parts *common = common_parts_new(arena);
    document = (struct document){.lang = "zh-CN"};
    docx = (struct docx){.arena = arena, .document = &document, .style = &style, .common = common};
    printed = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void write_lang(struct xml_writer *out, const struct docx *of)
{
    printed++;
    xml_empty(out, "lang", "is", of->document->lang);
}

static void write_draft(struct xml_writer *out, const struct docx *of)
{
    printed++;
    xml_empty(out, "draft", "is", of->draft ? of->draft : "none");
}

static void assert_printed(part_writer *write, const char *words, int times)
{
    struct package_part part = common_part(&docx, "a.xml", write);
    assert_string_equal(part.name, "a.xml");
    assert_int_equal(part.length, strlen(part.bytes));
    assert_non_null(strstr(part.bytes, words));
    assert_int_equal(printed, times);
}

static void a_part_is_printed_once(void **state)
{
    (void)state;
    assert_printed(write_lang, "<lang is=\"zh-CN\"/>", 1);
    assert_printed(write_draft, "<draft is=\"none\"/>", 2);
    assert_printed(write_lang, "<lang is=\"zh-CN\"/>", 2);
    assert_printed(write_draft, "<draft is=\"none\"/>", 2);
}

static void what_it_depends_on_prints_it_anew(void **state)
{
    (void)state;
    assert_printed(write_lang, "zh-CN", 1);
    document.lang = "zh-TW";
    assert_printed(write_lang, "zh-TW", 2);
    docx.draft = "草稿";
    assert_printed(write_draft, "草稿", 3);
    docx.draft = "送审稿";
    assert_printed(write_draft, "送审稿", 4);
    docx.is_face[ROLE_COUNT - 1] = true;
    assert_printed(write_draft, "送审稿", 5);
    docx.style = &other_style;
    assert_printed(write_draft, "送审稿", 6);
    docx.style = &style;
    docx.draft = NULL;
    docx.is_face[ROLE_COUNT - 1] = false;
    document.lang = "zh-CN";
    assert_printed(write_lang, "zh-CN", 6);
}

/* A document is gone when the next one is printed. */
static void nothing_of_the_document_is_borrowed(void **state)
{
    (void)state;
    struct arena *brief = arena_new();
    docx.arena = brief;
    document.lang = arena_copy(brief, "zh-CN");
    docx.draft = arena_copy(brief, "草稿");
    assert_printed(write_draft, "草稿", 1);
    arena_free(brief);
    document.lang = "zh-CN";
    docx.draft = "草稿";
    docx.arena = arena;
    assert_printed(write_draft, "草稿", 1);
}

static void so_many_are_kept_and_no_more(void **state)
{
    (void)state;
    enum { KEPT = 64 };
    for (int i = 1; i <= KEPT + 1; i++) {
        docx.draft = arena_printf(arena, "%d", i);
        assert_printed(write_draft, docx.draft, i);
    }
    assert_printed(write_draft, docx.draft, KEPT + 2);
    docx.draft = arena_printf(arena, "%d", KEPT);
    assert_printed(write_draft, docx.draft, KEPT + 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_part_is_printed_once),
        TEST(what_it_depends_on_prints_it_anew),
        TEST(nothing_of_the_document_is_borrowed),
        TEST(so_many_are_kept_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
