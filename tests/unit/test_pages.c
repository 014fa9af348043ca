/* Where pages of a table are taken to end. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "docx/pages.h"

/* Columns of a little more than two characters; a page holds ten lines. */
enum {
    LINE = 360,
    CHARACTER = 240,
    COLUMNS = 3,
    WIDTH = COLUMNS * (2 * CHARACTER + 10),
    TEN = 10 * LINE
};

static const int widths[COLUMNS] = {3333, 3333, 3334};

static struct arena *arena;
static struct style style;
static struct block *table;
static struct page page;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    style = (struct style){.table = {.loose = 30}};
    for (int i = 0; i < ROLE_COUNT; i++)
        style.role[i] = (struct role_style){.size = 24, .line = LINE, .joins = ROLE_COUNT};
    table = table_new(arena, (struct origin){0});
    table->table.columns = COLUMNS;
    table->table.width = widths;
    page_begin(&page, TEN);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void add_text(struct cell *cell, const char *text)
{
    struct block *block = paragraph_new(arena, ROLE_TABLE_TEXT, (struct origin){0});
    paragraph_add_text(arena, block, ROLE_TABLE_TEXT, 0, text, (struct origin){0});
    cell_add_block(cell, block);
}

/* Cells with these texts; ^ shares the cell above. */
static struct row *add_row(const char *first, const char *second, const char *third)
{
    const char *const texts[COLUMNS] = {first, second, third};
    struct row *above = table->table.last;
    struct row *row = table_add_row(arena, table, (struct origin){0});
    struct cell *over = above ? above->first : NULL;
    for (int i = 0; i < COLUMNS; i++, over = over ? over->next : NULL) {
        struct cell *cell = row_add_cell(arena, row);
        bool shares = strcmp(texts[i], "^") == 0;
        cell->merge = shares ? MERGE_CONTINUED : MERGE_NONE;
        if (shares && over && over->merge == MERGE_NONE)
            over->merge = MERGE_START;
        if (!shares)
            add_text(cell, texts[i]);
    }
    return row;
}

static void add_rows(int count, const char *first, const char *second)
{
    for (int i = 0; i < count; i++)
        add_row(i ? "^" : first, i && strcmp(second, "=") ? "^" : second, "丙");
}

static const char *text_of(const struct cell *cell)
{
    return cell->first ? paragraph_text(arena, &cell->first->paragraph) : "";
}

/* Rows as h of a header, t of one that is split, else r; - between those that stay together; / and
 * the texts of the first row's cells where a page begins. */
static const char *placed(void)
{
    struct buffer out = buffer_on(arena);
    struct table_pages *pages = table_pages_new(arena, &style, &table->table, WIDTH, &page);
    for (struct placed_row placed; (placed = table_pages_next(pages)).row;) {
        if (placed.begins) {
            buffer_add(&out, "/");
            for (const struct cell *cell = placed.row->first; cell; cell = cell->next)
                buffer_add(&out, text_of(table_pages_start(pages, cell)));
        }
        buffer_add(&out, placed.row->header ? "h" : placed.splits ? "t" : "r");
        buffer_add(&out, placed.stays ? "-" : "");
    }
    return buffer_text(&out);
}

static void text_flows_over_pages(void **state)
{
    (void)state;
    page_add(&page, 4 * LINE, false);
    page_add(&page, LINE, true);
    page_add(&page, LINE, true);
    assert_int_equal(page.used, 6 * LINE);
    assert_int_equal(page.kept, 2 * LINE);
    page_add(&page, 17 * LINE, false);
    assert_int_equal(page.used, 3 * LINE);
    assert_int_equal(page.kept, 0);
}

static void what_stays_together_goes_to_a_new_page(void **state)
{
    (void)state;
    page_add(&page, 9 * LINE, false);
    page_add(&page, LINE, true);
    page_add(&page, LINE, true);
    assert_int_equal(page.used, 2 * LINE);
}

static void there_are_no_pages_inside_a_cell(void **state)
{
    (void)state;
    page_begin(&page, 0);
    page_add(&page, 5 * LINE, false);
    assert_int_equal(page.used, 0);
    add_rows(40, "甲", "乙");
    assert_null(strchr(placed(), '/'));
}

static void rows_without_merged_cells_are_free(void **state)
{
    (void)state;
    add_row("一", "二", "三")->header = true;
    for (int i = 0; i < 12; i++)
        add_row("甲", "乙", "丙");
    assert_string_equal(placed(), "h-rrrrrrrrr/甲乙丙rrr");
    assert_int_equal(page.used, 4 * LINE);
    assert_int_equal(page.height, TEN);
}

static void a_header_may_be_all_there_is_and_taller_than_a_page(void **state)
{
    (void)state;
    enum { CHARACTERS = 40, BYTES = sizeof "一" - 1 };
    char text[CHARACTERS * BYTES + 1] = "";
    for (int i = 0; i < CHARACTERS; i++)
        memcpy(text + i * BYTES, "一", BYTES + 1);
    add_row(text, "二", "三")->header = true;
    assert_string_equal(placed(), "h");
    add_row("甲", "乙", "丙");
    page_begin(&page, TEN);
    assert_string_equal(placed(), "hr");
}

static void a_merged_cell_starts_again(void **state)
{
    (void)state;
    add_rows(12, "甲", "=");
    assert_string_equal(placed(), "r-r-r-r-r-r-r-r-r-r/甲=丙r-r");
    assert_int_equal(page.used, 2 * LINE);
}

static void a_page_ends_with_an_inner_group(void **state)
{
    (void)state;
    add_rows(7, "甲", "乙");
    for (int i = 0; i < 6; i++)
        add_row("^", i ? "^" : "丁", "丙");
    assert_string_equal(placed(), "r-r-r-r-r-r-r/甲丁丙r-r-r-r-r-r");
}

static void a_page_does_not_stay_too_empty_for_a_group(void **state)
{
    (void)state;
    add_rows(6, "甲", "乙");
    for (int i = 0; i < 6; i++)
        add_row("^", i ? "^" : "丁", "丙");
    assert_string_equal(placed(), "r-r-r-r-r-r-r-r-r-r/甲丁丙r-r");
}

static void an_outer_boundary_is_better_than_an_inner_one(void **state)
{
    (void)state;
    add_rows(8, "甲", "乙");
    add_rows(1, "戊", "己");
    for (int i = 0; i < 4; i++)
        add_row("^", i ? "^" : "丁", "丙");
    assert_string_equal(placed(), "r-r-r-r-r-r-r-r/戊己丙r-r-r-r-r");
}

static void a_label_needs_room_beside_its_rows(void **state)
{
    (void)state;
    add_rows(8, "甲", "乙");
    add_row("六个字三行高", "辛", "丙");
    add_row("^", "壬", "丙");
    add_row("^", "癸", "丙");
    assert_string_equal(placed(), "r-r-r-r-r-r-r-r/六个字三行高辛丙r-r-r");
    assert_int_equal(page.used, 3 * LINE);
}

static void a_label_taller_than_its_rows_makes_room(void **state)
{
    (void)state;
    add_row("六个字三行高", "乙", "丙");
    add_row("^", "乙", "丙");
    placed();
    assert_int_equal(page.used, 3 * LINE);
}

static void a_label_taller_than_a_page_runs_on(void **state)
{
    (void)state;
    add_rows(12, "一二三四五六七八九十一二三四五六七八九十甲乙", "=");
    assert_string_equal(placed(), "r-r-r-r-r-r-r-r-r-r/=丙r-r");
}

static void the_header_repeats_on_every_page(void **state)
{
    (void)state;
    add_row("一", "二", "三")->header = true;
    struct row *second = add_row("^", "四个字的", "五");
    second->header = true;
    add_rows(9, "甲", "=");
    assert_string_equal(placed(), "h-h-r-r-r-r-r-r-r/甲=丙r-r");
    assert_int_equal(page.used, 5 * LINE);
}

static void the_header_does_not_stay_behind(void **state)
{
    (void)state;
    page_add(&page, 7 * LINE, false);
    page_add(&page, 2 * LINE, true);
    add_row("一", "二", "三")->header = true;
    add_rows(8, "甲", "=");
    assert_string_equal(placed(), "h-r-r-r-r-r-r-r/甲=丙r");
    assert_int_equal(page.used, 2 * LINE);
}

static void only_a_row_taller_than_a_page_is_split(void **state)
{
    (void)state;
    add_row("甲", "乙", "丙");
    add_row("甲", "乙", "一二三四五六七八九十一二三四五六七八九十");
    add_row("^", "乙", "一二三四五六七八九十一二三四五六七八九十甲");
    add_row("^", "乙", "丙");
    assert_string_equal(placed(), "r/甲乙一二三四五六七八九十一二三四五六七八九十r-tr");
    assert_int_equal(page.used, 2 * LINE);
}

static void some_room_is_spared(void **state)
{
    (void)state;
    style.table.spare = 2 * LINE;
    style.table.border = 8;
    add_rows(9, "甲", "=");
    assert_string_equal(placed(), "r-r-r-r-r-r-r/甲=丙r-r");
    assert_int_equal(page.used, 2 * LINE + 3 * 20);
}

static void a_table_may_have_a_header_only_or_nothing(void **state)
{
    (void)state;
    assert_string_equal(placed(), "");
    add_row("一", "二", "三")->header = true;
    assert_string_equal(placed(), "h");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(text_flows_over_pages),
        TEST(what_stays_together_goes_to_a_new_page),
        TEST(there_are_no_pages_inside_a_cell),
        TEST(rows_without_merged_cells_are_free),
        TEST(a_header_may_be_all_there_is_and_taller_than_a_page),
        TEST(a_merged_cell_starts_again),
        TEST(a_page_ends_with_an_inner_group),
        TEST(a_page_does_not_stay_too_empty_for_a_group),
        TEST(an_outer_boundary_is_better_than_an_inner_one),
        TEST(a_label_needs_room_beside_its_rows),
        TEST(a_label_taller_than_its_rows_makes_room),
        TEST(a_label_taller_than_a_page_runs_on),
        TEST(the_header_repeats_on_every_page),
        TEST(the_header_does_not_stay_behind),
        TEST(only_a_row_taller_than_a_page_is_split),
        TEST(some_room_is_spared),
        TEST(a_table_may_have_a_header_only_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
