/* check/annexed.c: lists of annexes and their pages, as offices write them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"
#include "check/annexed.h"

static struct arena *arena;
static struct findings trouble, found_here;
static struct patterns *patterns;
static struct document document;
static struct section *section;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    trouble = findings_on(arena);
    found_here = findings_on(arena);
    patterns = patterns_new(&trouble);
    document = (struct document){.lang = "zh-CN"};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    patterns_free(patterns);
    arena_free(arena);
    return 0;
}

static void begin(const char *name)
{
    section = document_add_section(arena, &document, name);
}

static void print(enum role role, const char *text)
{
    struct origin nowhere = {0};
    struct block *block = paragraph_new(arena, role, nowhere);
    paragraph_add_text(arena, block, role, 0, text, nowhere);
    section_add_block(section, block);
}

static void print_page(const char *name, const char *label, const char *title)
{
    begin(name);
    print(ROLE_ANNEX_LABEL, label);
    print(ROLE_TITLE, title);
}

static struct annexed read_annexes(void)
{
    struct checking checking = {.document = &document};
    struct subject subject = subject_of(&found_here, patterns, &checking);
    return annexed_of(&subject);
}

static void test_item(void **state)
{
    (void)state;
    static const struct {
        const char *text, *name;
        long number;
    } items[] = {
        {"附件：1.活动口号", "活动口号", 1},
        {"\t2. 2022年责任分工表 ", "2022年责任分工表", 2},
        {"　　附件1：活动口号", "活动口号", 1},
        {"附件：12、活动口号", "活动口号", 12},
        {"附件：2022年活动口号", "2022年活动口号", 0},
        {"附件一：活动口号", "活动口号", 0},
        {"附 件：一览表", "一览表", 0},
        {"附件:3.15活动方案", "15活动方案", 3},
    };
    begin("notice");
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        print(ROLE_ANNEX_LIST, items[i].text);
    struct annexes list = read_annexes().list[0];
    assert_int_equal(list.item_count, sizeof items / sizeof *items);
    for (size_t i = 0; i < list.item_count; i++) {
        assert_string_equal(list.items[i].name, items[i].name);
        assert_int_equal(list.items[i].number, items[i].number);
    }
}

static void test_only_item_may_begin_with_digits(void **state)
{
    (void)state;
    begin("notice");
    print(ROLE_ANNEX_LIST, "附件：3.15活动方案");
    struct annexes list = read_annexes().list[0];
    assert_int_equal(list.item_count, 1);
    assert_int_equal(list.items[0].number, 0);
    assert_string_equal(list.items[0].name, "3.15活动方案");
}

static void test_word_on_a_line_of_its_own(void **state)
{
    (void)state;
    begin("notice");
    print(ROLE_ANNEX_LIST_FIRST, "附件：");
    print(ROLE_ANNEX_LIST_NEXT, "1.活动口号");
    print(ROLE_ANNEX_LIST_NEXT, "2.责任分工表");
    struct annexed annexed = read_annexes();
    assert_int_equal(annexed.count, 1);
    assert_int_equal(annexed.list[0].item_count, 2);
    assert_int_equal(annexed.list[0].items[1].number, 2);
}

static void test_pages(void **state)
{
    (void)state;
    print_page("annex-1", "附件1", "2022年“质量月”");
    print(ROLE_TITLE, "活动口号");
    print_page("annex-2", "安质强办〔2022〕3号附件2", "××局自评报告");
    print(ROLE_SUBTITLE, "（模板）");
    print(ROLE_ANNEX_LIST, "附件：证明材料");
    begin("annex-3");
    print(ROLE_ANNEX_LABEL, "附件三：");
    print(ROLE_BODY, "名单如下：");
    struct annexes list = read_annexes().list[0];
    assert_int_equal(list.item_count, 0);
    assert_int_equal(list.page_count, 3);
    assert_string_equal(list.pages[0].name, "2022年“质量月”活动口号");
    assert_int_equal(list.pages[1].number, 2);
    assert_string_equal(list.pages[1].subtitle, "（模板）");
    assert_true(annex_has(&list.pages[2], LABEL_NUMERAL));
    assert_true(annex_has(&list.pages[2], LABEL_COLON));
    assert_null(list.pages[2].name);
}

static void test_notice_and_issued(void **state)
{
    (void)state;
    begin("notice");
    print(ROLE_ANNEX_LIST_FIRST, "附件：1.甲");
    print(ROLE_ANNEX_LIST_NEXT, "2.乙");
    begin("issued");
    print(ROLE_TITLE, "工作方案");
    print(ROLE_ANNEX_LIST, "附件：丙");
    print_page("annex-1", "附件", "丙");
    print_page("annex-1", "附件1", "甲");
    print_page("annex-2", "附件2", "乙");
    struct annexed annexed = read_annexes();
    assert_int_equal(annexed.count, 2);
    assert_string_equal(annexed.list[0].pages[0].name, "甲");
    assert_int_equal(annexed.list[0].page_count, 2);
    assert_string_equal(annexed.list[1].items[0].name, "丙");
    assert_string_equal(annexed.list[1].pages[0].name, "丙");
}

static void test_two_lists_but_one_row_of_pages(void **state)
{
    (void)state;
    begin("notice");
    print(ROLE_ANNEX_LIST, "附件：甲");
    begin("issued");
    print(ROLE_ANNEX_LIST, "附件：乙");
    print_page("annex", "附件", "乙");
    assert_int_equal(read_annexes().count, 0);
}

static void test_plain(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"《活动口号》", "活动口号"},
        {"自评 报告(模板)；", "自评报告（模板）"},
        {"《甲》和《乙》", "《甲》和《乙》"},
        {"《》", "《》"},
        {"。", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(annex_plain(arena, names[i][0]), names[i][1]);
}

static void test_listed_as(void **state)
{
    (void)state;
    struct annex page = {.name = "××局2022年自评报告", .subtitle = "（模板）"};
    static const char *const right[] = {"2022年自评报告", "2022年自评报告(模板)",
                                        "××局2022年自评报告", "《××局2022年自评报告（模板）》"};
    static const char *const wrong[] = {"自评报告", "2022年自评报告模板", "2022年评估报告", ""};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_true(annex_is_listed_as(arena, &page, right[i]));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(annex_is_listed_as(arena, &page, wrong[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(test_item),
        TEST(test_only_item_may_begin_with_digits),
        TEST(test_word_on_a_line_of_its_own),
        TEST(test_pages),
        TEST(test_notice_and_issued),
        TEST(test_two_lists_but_one_row_of_pages),
        TEST(test_plain),
        TEST(test_listed_as),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
