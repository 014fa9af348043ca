/* The lines of titles. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "compose/title.h"
#include "markdown/write.h"
#include "on_arena.h"
#include "standard.h"

/* The words with | for each break. */
static const char *broken(const char *words, long most)
{
    struct title_lines lines = title_lines(arena, words, most);
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < lines.count; i++) {
        size_t start = lines.start[i];
        size_t end = i + 1 < lines.count ? lines.start[i + 1] : strlen(words);
        buffer_add(&out, i ? "|" : "");
        buffer_add_n(&out, words + start, end - start);
    }
    return buffer_text(&out);
}

static const char *joined(const char *lines)
{
    struct buffer out = buffer_on(arena);
    for (; *lines; lines++)
        if (*lines != '|')
            buffer_add_char(&out, *lines);
    return buffer_text(&out);
}

/* A title, broken as it should be at 20 characters a line. */
static void assert_title(const char *expected)
{
    assert_string_equal(broken(joined(expected), 20), expected);
}

static void assert_titles(const char *const *expected, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_title(expected[i]);
}
#define ASSERT_TITLES(table) assert_titles(table, sizeof table / sizeof *table)

static void test_titles_of_the_fixtures(void **state)
{
    static const char *const titles[] = {
        "关于提前报送2022年度|全县质量工作考核资料的通知",
        "咸宁市2022年质量工作考核要点",
        "關於開展2022年全國“質量月”活動的通知",
        "2022年全國“質量月”|聯合主辦單位開展的主要活動",
        "2022年全國“質量月”|相關聯合會、協會開展的活動",
        "2022年全國“質量月”部分企業開展的活動",
        "平顶山市人民政府|质量强市工作领导小组办公室",
        "关于做好迎接2021年度省政府对市政府",
        "迎接2021年度河南省政府质量工作考核|市直各单位责任分工表",
        "市中区创建山东省质量强区工作实施方案",
        "市中区创建山东省质量强区|申报工作责任分工表",
        "关于开展2022年“质量月”活动和质量工作",
    };
    (void)state;
    ASSERT_TITLES(titles);
}

static void test_between_words(void **state)
{
    static const char *const titles[] = {
        "关于进一步加强产品质量安全|监督管理工作的实施意见",
        "关于表彰2021年度全市质量工作|先进单位和先进个人的决定",
        "关于召开第十届市长质量奖|评审委员会第一次全体会议的通知",
        "关于举办第21届中国国际|质量管理小组大会的预备通知",
        "关于报送2022年质量提升行动|工作总结及典型案例的函",
        "关于成立永济市质量强市领导组|及其办公室的通知",
        "关于2022年第三季度全市|食品相关产品质量监督抽查情况的通报",
        "关于开展2022年9月26日至30日|集中宣传周活动的补充通知",
        "关于ISO 9001质量管理体系认证升级行动|2023年度第二批试点企业名单的公示",
        "关于对3个100%检验|合格企业实施免检的通知",
    };
    (void)state;
    ASSERT_TITLES(titles);
}

static void test_issuer_first(void **state)
{
    static const char *const titles[] = {
        "中共中央国务院|关于开展质量提升行动的指导意见",
        "国家市场监督管理总局等18部门|关于开展2023年全国“质量月”活动的通知",
        "国务院办公厅关于印发|质量发展纲要2022年行动计划的通知",
        "國務院辦公廳關於印發|深化標準化工作改革方案行動計劃的通知",
        "河南省市场监督管理局关于公布2022年度|河南省省级工业产品质量安全监管目录的公告",
        "市质量强市领导组办公室关于召开2022年|全市质量强市暨品牌建设推进大会的预备通知",
    };
    (void)state;
    ASSERT_TITLES(titles);
}

/* A quoted name that fits a line stays whole, whatever becomes of the rest. */
static void test_quoted_names(void **state)
{
    static const char *const titles[] = {
        "关于印发《标准化工作要点》的通知",
        "关于印发|《市中区创建山东省质量强区工作实施方案》|的通知",
        "关于印发《河南省人民政府|质量工作考核办法（试行）》的通知",
        "市场监管总局关于印发《“十四五”市场监管|现代化规划重点任务分工方案》的通知",
        "國務院關於印發“十四五”|市場監管現代化規劃的通知",
    };
    (void)state;
    ASSERT_TITLES(titles);
}

static void test_three_lines_and_more(void **state)
{
    (void)state;
    assert_title(
        "关于转发《国家市场监督管理总局|关于做好2023年全国“质量月”活动|有关工作的通知》的通知");
    assert_title(
        "永济市人民政府办公室|关于印发永济市质量工作考核办法|和2022年永济市质量工作考核细则的通知");
    assert_title("市场监管总局等十二部门关于印发|《进一步提高产品、工程和服务质量|"
                 "行动方案（2022—2025年）》的通知");
    assert_title("关于公布全省企业首席质量官|培训合格人员名单和开展第三批|"
                 "质量管理体系升级试点企业申报推荐工作|以及报送2022年质量工作总结的通知");
    assert_title("永济市人民政府办公室关于印发永济市|2022年“质量月”活动方案和质量强市|"
                 "建设三年行动计划（2022—2024年）|以及质量工作考核办法的通知");
}

/* The longest line that is not broken, and one of half a character more. */
static void test_width_of_a_line(void **state)
{
    (void)state;
    assert_string_equal(broken("甲乙丙丁", 4), "甲乙丙丁");
    assert_string_equal(broken("质量强市abcd", 6), "质量强市abcd");
    assert_string_equal(broken("质量强市abcde", 6), "质量强市|abcde");
    assert_string_equal(broken("质量强市2022", 6), "质量强市|2022");
    assert_string_equal(broken("质量强市ABCD", 6), "质量强市|ABCD");
    assert_string_equal(broken("质量强市AB12", 7), "质量强市AB12");
}

/* Where no rule can be kept, lines are still no longer than they may be. */
static void test_what_cannot_be_broken_well(void **state)
{
    (void)state;
    assert_string_equal(broken("ABCDEFGHIJKLMNOPQRSTUVWXYZABCD", 20),
                        "ABCDEFGHIJKLMNO|PQRSTUVWXYZABCD");
    assert_string_equal(broken("“甲乙丙丁”", 4), "“甲乙|丙丁”");
    assert_string_equal(broken("", 20), "");
    assert_string_equal(broken("质量", 0), "质量");
}

static const char *repeated(const char *word, size_t count)
{
    struct buffer out = buffer_on(arena);
    while (count--)
        buffer_add(&out, word);
    return buffer_text(&out);
}

static void test_limit(void **state)
{
    (void)state;
    assert_int_equal(title_lines(arena, repeated("质量", STANDARD_TITLE / 2), 20).count, 10);
    const char *too_long = arena_printf(arena, "%s市", repeated("质量", STANDARD_TITLE / 2));
    assert_int_equal(title_lines(arena, too_long, 20).count, 1);
}

static bool is_in(uint32_t code, const char *marks)
{
    for (uint32_t mark; (mark = text_next(&marks));)
        if (mark == code)
            return true;
    return false;
}

/* What no break may part, in every title at every width that has room for its longest word. */
static void test_never(void **state)
{
    static const char *const titles[] = {
        "关于提前报送2022年度全县质量工作考核资料的通知",
        "关于召开第十届市长质量奖评审委员会第一次全体会议的通知",
        "关于开展2022年9月26日至30日集中宣传周活动的补充通知",
        "2022年全國“質量月”相關聯合會、協會開展的活動",
        "关于表彰2021年度全市质量工作先进单位和先进个人的决定",
    };
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        for (long most = 10; most <= 24; most++) {
            struct title_lines lines = title_lines(arena, titles[i], most);
            for (size_t n = 1; n < lines.count; n++) {
                const char *start = titles[i] + lines.start[n], *after = start;
                uint32_t before = text_before(titles[i], start);
                assert_false(is_in(before, "0123456789第“《（"));
                assert_false(is_in(text_next(&after), "年届月日的”》）、"));
                assert_true(text_count(start) > 3);
            }
        }
}

static struct block *title_of(const char *first, const char *second)
{
    struct block *title = paragraph_new(arena, ROLE_TITLE, (struct origin){0});
    paragraph_add_text(arena, title, ROLE_TITLE, RUN_BOLD, first,
                       (struct origin){.file = "notice.md", .line = 4});
    if (second)
        paragraph_add_text(arena, title, ROLE_TITLE, 0, second,
                           (struct origin){.file = "a.xml", .line = 5});
    return title;
}

static struct run *add_run(struct block *title, enum run_kind kind)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.kind = kind, .face = ROLE_TITLE};
    return paragraph_add_run(title, run);
}

/* Given breaks as / , computed ones as | , fields as _ . */
static const char *runs_of(const struct block *title)
{
    static const char *const kinds[] = {[RUN_BREAK] = "/", [RUN_FIELD] = "_"};
    struct buffer out = buffer_on(arena);
    for (const struct run *run = title->paragraph.first; run; run = run->next)
        buffer_add(&out, run->computed           ? "|"
                         : run->kind == RUN_TEXT ? run->text
                                                 : kinds[run->kind]);
    return buffer_text(&out);
}

static void test_runs_are_cut(void **state)
{
    (void)state;
    struct block *block = title_of("关于提前报送2022年度全县", "质量工作考核资料的通知");
    title_break(arena, &block->paragraph, 20);
    assert_string_equal(runs_of(block), "关于提前报送2022年度|全县质量工作考核资料的通知");
    struct run *rest = block->paragraph.first->next->next;
    assert_string_equal(rest->text, "全县");
    assert_int_equal(rest->marks, RUN_BOLD);
    assert_string_equal(rest->origin.file, "notice.md");
    assert_null(block->paragraph.first->next->origin.file);
}

static void test_break_between_runs(void **state)
{
    (void)state;
    struct block *block = title_of("关于提前报送2022年度", "全县质量工作考核资料的通知");
    title_break(arena, &block->paragraph, 20);
    assert_string_equal(runs_of(block), "关于提前报送2022年度|全县质量工作考核资料的通知");
    assert_null(block->paragraph.first->next->next->next);
}

static void test_last_run_is_found(void **state)
{
    (void)state;
    struct block *block = title_of("关于提前报送2022年度全县质量工作考核资料的通知", NULL);
    title_break(arena, &block->paragraph, 20);
    assert_string_equal(block->paragraph.last->text, "全县质量工作考核资料的通知");
    assert_null(block->paragraph.last->next);
}

static void test_given_breaks_stay(void **state)
{
    (void)state;
    struct block *block = title_of("平顶山市人民政府质量强市工作领导小组办公室", NULL);
    add_run(block, RUN_BREAK);
    paragraph_add_text(arena, block, ROLE_TITLE, 0, "考核的通知", (struct origin){0});
    add_run(block, RUN_BREAK);
    title_break(arena, &block->paragraph, 20);
    assert_string_equal(runs_of(block), "平顶山市人民政府|质量强市工作领导小组办公室/考核的通知/");
    assert_int_equal(block->paragraph.last->kind, RUN_BREAK);
}

static void test_field_takes_its_place(void **state)
{
    (void)state;
    struct block *block = title_of("关于提前报送2022年度", NULL);
    add_run(block, RUN_FIELD)->text = "县";
    paragraph_add_text(arena, block, ROLE_TITLE, 0, "质量工作考核资料的通知", (struct origin){0});
    title_break(arena, &block->paragraph, 20);
    assert_string_equal(runs_of(block), "关于提前报送2022年度_|质量工作考核资料的通知");
}

/* Markdown has the words as they were, and the dump says who broke them. */
static void test_breaks_are_of_the_page_only(void **state)
{
    static const char words[] =
        "关于ISO 9001质量管理体系认证升级行动2023年度第二批试点企业名单的公示";
    (void)state;
    struct document document = {.lang = "zh-CN"};
    struct block *block = title_of(words, NULL);
    struct buffer dump = buffer_on(arena);
    block->paragraph.first->marks = 0;
    section_add_block(document_add_section(arena, &document, "notice"), block);
    title_break(arena, &block->paragraph, 20);
    assert_int_equal(block->paragraph.first->next->kind, RUN_BREAK);
    document_dump(&document, &dump);
    assert_non_null(strstr(buffer_text(&dump), "行动\"  <notice.md:4>\n      break computed\n"));
    assert_non_null(strstr(markdown_write(arena, &document), arena_printf(arena, "# %s\n", words)));
}

static void test_empty_title(void **state)
{
    (void)state;
    struct block *block = paragraph_new(arena, ROLE_TITLE, (struct origin){0});
    title_break(arena, &block->paragraph, 20);
    assert_null(block->paragraph.first);
    assert_null(block->paragraph.last);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_titles_of_the_fixtures),
        TEST(test_between_words),
        TEST(test_issuer_first),
        TEST(test_quoted_names),
        TEST(test_three_lines_and_more),
        TEST(test_width_of_a_line),
        TEST(test_what_cannot_be_broken_well),
        TEST(test_limit),
        TEST(test_never),
        TEST(test_runs_are_cut),
        TEST(test_break_between_runs),
        TEST(test_last_run_is_found),
        TEST(test_given_breaks_stay),
        TEST(test_field_takes_its_place),
        TEST(test_breaks_are_of_the_page_only),
        TEST(test_empty_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
