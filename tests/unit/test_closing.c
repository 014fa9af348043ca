/* docx/closing.c: where the names of issuers and the date stand (GB/T 9704-2012, 7.3.5). Runs in
 * the project folder. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/closing.h"
#include "writing.h"

enum { LINE = 8845 }; /* 156 mm */

/* The indents of every block of the section; -1 where it is the role's own. */
enum { BLOCKS_MOST = 8 };
static void measure(long chars[BLOCKS_MOST], long twips[BLOCKS_MOST])
{
    const struct block *previous = NULL, *names = NULL;
    int i = 0;
    for (const struct block *b = section->first; b; previous = b, b = b->next, i++) {
        struct right_indent right;
        names = closing_names(style, names, previous, b);
        bool is_placed = closing_right(style, names, b, LINE, &right);
        chars[i] = is_placed ? right.chars : -1;
        twips[i] = is_placed ? right.twips : -1;
    }
}

static void assert_indents(int count, const long *chars, const long *twips)
{
    long have_chars[BLOCKS_MOST], have_twips[BLOCKS_MOST];
    measure(have_chars, have_twips);
    for (int i = 0; i < count; i++) {
        assert_int_equal(have_chars[i], chars[i]);
        assert_int_equal(have_twips[i], twips[i]);
    }
}
#define INDENTS(count, chars, twips) assert_indents(count, (const long[])chars, (const long[])twips)
#define LIST(...)                                                                                  \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

#define SHORT_DATE "2022年1月5日"  /* 1875 twips; 2195 with room around the digits */
#define LONG_DATE "2022年12月25日" /* 2185; 2505 */

static void sealed(const char *name, const char *date)
{
    add(ROLE_BODY, "请认真贯彻执行。");
    add(ROLE_SIGNATURE, name);
    add(ROLE_DATE, date);
}

static void unsealed(const char *name, const char *date)
{
    add(ROLE_BODY, "请认真贯彻执行。");
    add(ROLE_SIGNATURE_UNSEALED, name);
    add(ROLE_DATE_UNSEALED, date);
}

/* 1280 + 1875 / 2 - 13 * 315 / 2 = 170 twips, which are 0.53 of 16 pt. */
static void a_sealed_name_stands_over_the_middle_of_the_date(void **state)
{
    (void)state;
    sealed("某市质量强市领导小组办公室", SHORT_DATE);
    INDENTS(3, LIST(-1, 53, -1), LIST(-1, 310, -1));
}

static void a_sealed_name_as_long_as_the_date_stands_where_the_date_does(void **state)
{
    (void)state;
    sealed("某市人民政府", SHORT_DATE);
    INDENTS(3, LIST(-1, 397, -1), LIST(-1, 1412, -1));
}

static void a_sealed_name_shorter_than_the_date_stands_further_left(void **state)
{
    (void)state;
    sealed("质量办", LONG_DATE);
    INDENTS(3, LIST(-1, 593, -1), LIST(-1, 2040, -1));
}

/* No indent is written as 1: Word takes 0 characters for no word about it. */
static void a_sealed_name_too_long_for_that_ends_at_the_margin(void **state)
{
    (void)state;
    sealed("某市人民政府质量强市工作领导小组办公室", SHORT_DATE);
    INDENTS(3, LIST(-1, 1, -1), LIST(-1, 0, -1));
}

static void sealed_names_have_one_middle(void **state)
{
    (void)state;
    add(ROLE_SIGNATURE, "某市市场监督管理局");
    add(ROLE_SIGNATURE, "某市教育局");
    add(ROLE_DATE, SHORT_DATE);
    INDENTS(3, LIST(250, 446, -1), LIST(940, 1570, -1));
}

static void long_sealed_names_have_a_middle_of_their_own(void **state)
{
    (void)state;
    add(ROLE_SIGNATURE, "某市人民政府质量强市工作领导小组办公室");
    add(ROLE_SIGNATURE, "某市教育局");
    add(ROLE_DATE, SHORT_DATE);
    INDENTS(3, LIST(1, 689, -1), LIST(0, 2205, -1));
}

/* The date begins two characters after the name: its right indent is the difference. */
static void an_unsealed_date_begins_two_characters_after_the_name(void **state)
{
    (void)state;
    unsealed("某市质量强市领导小组办公室", SHORT_DATE);
    INDENTS(3, LIST(-1, 200, 693), LIST(-1, 630, 1900));
}

static void an_unsealed_date_as_long_as_the_name_ends_at_the_margin(void **state)
{
    (void)state;
    unsealed("某市人民政府", SHORT_DATE);
    INDENTS(3, LIST(-1, 200, 4), LIST(-1, 630, 0));
}

/* 640 + 2185 + 640 - 945 = 2520 twips. */
static void an_unsealed_name_gives_way_to_a_longer_date(void **state)
{
    (void)state;
    unsealed("质量办", LONG_DATE);
    INDENTS(3, LIST(-1, 787, 200), LIST(-1, 2820, 630));
}

static void unsealed_names_end_together_and_the_longest_counts(void **state)
{
    (void)state;
    add(ROLE_SIGNATURE_UNSEALED, "某市市场监督管理局");
    add(ROLE_SIGNATURE_UNSEALED, "某市教育局");
    add(ROLE_DATE_UNSEALED, SHORT_DATE);
    INDENTS(3, LIST(200, 200, 300), LIST(630, 630, 640));
}

/* A name of 40 characters fills its first line: the date begins two characters after the margin. */
static void a_name_of_two_lines_is_as_wide_as_a_line(void **state)
{
    (void)state;
    struct buffer name = buffer_on(arena);
    for (int i = 0; i < 40; i++)
        buffer_add(&name, "办");
    unsealed(name.text, SHORT_DATE);
    INDENTS(3, LIST(-1, 200, 1978), LIST(-1, 630, 6020));
}

static void names_and_dates_without_each_other_stand_as_their_roles(void **state)
{
    (void)state;
    add(ROLE_DATE_UNSEALED, SHORT_DATE);
    add(ROLE_SIGNATURE, "甲局");
    add(ROLE_DATE_UNSEALED, SHORT_DATE);
    add(ROLE_SIGNATURE_UNSEALED, "乙局");
    INDENTS(4, LIST(-1, -1, -1, -1), LIST(-1, -1, -1, -1));
}

static void names_below_a_date_are_others(void **state)
{
    (void)state;
    sealed("质量办", LONG_DATE);
    add(ROLE_SIGNATURE, "某市人民政府");
    add(ROLE_DATE, SHORT_DATE);
    INDENTS(5, LIST(-1, 593, -1, 397, -1), LIST(-1, 2040, -1, 1412, -1));
}

/* Three columns; the names of a column below each other. */
static struct block *add_grid(const char *const *names, int count)
{
    static const int width[] = {3333, 3333, 3334};
    struct block *table = section_add_block(section, table_new(arena, nowhere));
    table->table.columns = 3;
    table->table.width = width;
    for (int i = 0; i < count; i += 3) {
        struct row *row = table_add_row(arena, table, nowhere);
        for (int j = i; j < i + 3; j++) {
            struct cell *cell = row_add_cell(arena, row);
            cell->column = j - i;
            if (j < count)
                cell_add_block(cell, text_block(ROLE_SIGNATURE_GRID, names[j]));
        }
    }
    return table;
}

static const char *const names[] = {"市场监管总局", "教育部", "国家卫生健康委员会", "财政部",
                                    "外交部"};

static const struct cell *cell_at(const struct block *table, int row, int column)
{
    const struct row *r = table->table.first;
    while (row--)
        r = r->next;
    const struct cell *cell = r->first;
    while (column--)
        cell = cell->next;
    return cell;
}

static long gap_at(const struct block *table, int row, int column)
{
    const struct cell *cell = cell_at(table, row, column);
    return closing_gap(&style->role[ROLE_SIGNATURE_GRID], &cell->first->paragraph,
                       closing_column(style, &table->table, cell, 2948));
}

/* 6 * 315 - 3 * 315 in two gaps; the columns do not know of each other. */
static void short_names_are_spread_to_the_longest_of_their_column(void **state)
{
    (void)state;
    struct block *table = add_grid(names, 5);
    assert_int_equal(closing_column(style, &table->table, cell_at(table, 1, 0), 2948), 6 * 315);
    assert_int_equal(closing_column(style, &table->table, cell_at(table, 0, 2), 2948), 9 * 315);
    assert_int_equal(closing_column(style, &table->table, cell_at(table, 0, 2), 2000), 2157);
    assert_int_equal(gap_at(table, 0, 0), 0);
    assert_int_equal(gap_at(table, 1, 0), 472);
    assert_int_equal(gap_at(table, 0, 1), 0);
    assert_int_equal(gap_at(table, 0, 2), 0);
}

static void names_of_more_than_three_characters_are_not_spread(void **state)
{
    (void)state;
    static const char *const lengths[] = {"国家市场监督管理", "甲", "甲", "省教育厅", "甲乙", "乙"};
    struct block *table = add_grid(lengths, 6);
    assert_int_equal(gap_at(table, 1, 0), 0);
    assert_int_equal(gap_at(table, 1, 1), 0);
    assert_int_equal(gap_at(table, 0, 1), 0);
    assert_int_equal(gap_at(table, 1, 2), 0);
}

static void other_tables_are_not_spread(void **state)
{
    (void)state;
    struct block *table = add_grid(names, 3);
    for (struct cell *cell = table->table.first->first; cell; cell = cell->next)
        cell->first->paragraph.role = ROLE_TABLE_TEXT;
    assert_int_equal(closing_column(style, &table->table, cell_at(table, 0, 1), 2948), 0);
}

#define RUN(properties, text)                                                                      \
    "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/>" properties                                       \
    "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

/* The last character has no room after it; only the first row has a blank line above; every row
 * stays with the next one and with the date, and the text before with the first. */
static void a_grid_is_one_with_the_text_above_and_the_date(void **state)
{
    (void)state;
    add(ROLE_BODY, "请认真贯彻执行。");
    add_grid(names, 5);
    add(ROLE_DATE_JOINT, SHORT_DATE);
    add(ROLE_NOTE, "（此件公开发布）");
    const char *text = body_written();
    assert_holds(text, "<w:p><w:pPr><w:pStyle w:val=\"body\"/><w:keepNext/></w:pPr>");
    assert_holds(text, "<w:p><w:pPr><w:pStyle w:val=\"signature-grid\"/><w:keepNext/></w:pPr>" RUN(
                           "", "市场监管总局"));
    assert_holds(text, "<w:p><w:pPr><w:pStyle w:val=\"signature-grid\"/><w:keepNext/><w:spacing "
                       "w:before=\"0\"/></w:pPr>" RUN("<w:spacing w:val=\"467\"/>", "财政")
                           RUN("", "部"));
    assert_holds(text, "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"date-joint\"/><w:keepNext/>"
                       "<w:spacing w:before=\"0\"/></w:pPr>");
}

static void the_indent_is_written_in_characters_and_in_twips(void **state)
{
    (void)state;
    unsealed("某市质量强市领导小组办公室", SHORT_DATE);
    assert_holds(body_written(), "<w:pStyle w:val=\"date-unsealed\"/><w:spacing w:before=\"0\"/>"
                                 "<w:ind w:rightChars=\"693\" w:right=\"1900\"/></w:pPr>");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_sealed_name_stands_over_the_middle_of_the_date),
        TEST(a_sealed_name_as_long_as_the_date_stands_where_the_date_does),
        TEST(a_sealed_name_shorter_than_the_date_stands_further_left),
        TEST(a_sealed_name_too_long_for_that_ends_at_the_margin),
        TEST(sealed_names_have_one_middle),
        TEST(long_sealed_names_have_a_middle_of_their_own),
        TEST(an_unsealed_date_begins_two_characters_after_the_name),
        TEST(an_unsealed_date_as_long_as_the_name_ends_at_the_margin),
        TEST(an_unsealed_name_gives_way_to_a_longer_date),
        TEST(unsealed_names_end_together_and_the_longest_counts),
        TEST(a_name_of_two_lines_is_as_wide_as_a_line),
        TEST(names_and_dates_without_each_other_stand_as_their_roles),
        TEST(names_below_a_date_are_others),
        TEST(short_names_are_spread_to_the_longest_of_their_column),
        TEST(names_of_more_than_three_characters_are_not_spread),
        TEST(other_tables_are_not_spread),
        TEST(a_grid_is_one_with_the_text_above_and_the_date),
        TEST(the_indent_is_written_in_characters_and_in_twips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
