/* How tall text is taken to be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/height.h"

enum { LINE = 360, CHARACTER = 240, MARGIN = 60, WIDTH = 10 * CHARACTER + 2 * MARGIN };

static const int one_column[] = {10000};
static const int three_columns[] = {3333, 3333, 3334};

static struct arena *arena;
static struct style style;

/* 12 pt characters in lines of 18 pt. */
static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    style = (struct style){.table = {.margin = MARGIN}};
    for (int i = 0; i < ROLE_COUNT; i++)
        style.role[i] = (struct role_style){.size = 24, .line = LINE, .joins = ROLE_COUNT};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct block *paragraph(enum role role, const char *text)
{
    struct block *block = paragraph_new(arena, role, (struct origin){0});
    paragraph_add_text(arena, block, role, 0, text, (struct origin){0});
    return block;
}

static void add_run(struct block *block, enum run_kind kind)
{
    struct run *run = ARENA_NEW(arena, struct run);
    *run = (struct run){.kind = kind, .face = block->paragraph.role, .text = ""};
    paragraph_add_run(block, run);
}

static long height(const struct block *block)
{
    return block_height(&style, NULL, block, 10 * CHARACTER);
}

static void lines_are_counted_by_width(void **state)
{
    static const struct {
        const char *text;
        int lines;
    } cases[] = {
        {"", 1},
        {"十个汉字正好排满一行", 1},
        {"十一个汉字要排到下一行", 2},
        {"20202020202020202020", 1},
        {"202020202020202020202", 2},
        {"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", 2},
        /* Marks do not begin a line: with the character before, they need a third. */
        {"一二三四五六七八九十，乙丙丁戊己庚辛壬癸", 3},
        {"一二三四五六七八九（甲乙丙丁戊己庚辛壬癸", 3},
        {"一二三四五六七八九、甲乙丙丁戊己庚辛壬癸", 2},
        /* Between Han characters and digits there is a gap. */
        {"一二三四五六七八九12", 2},
        {"一二三四五六七八1二", 1},
        {"一二三四五六七1八2九", 2},
        /* Words stay whole, unless they are longer than a line. */
        {"一二三四五六七八九abc", 2},
        {"一二三四五六七八九abc甲乙丙丁戊己庚", 2},
        {"一二三四五六七八九abc甲乙丙丁戊己庚辛", 3},
        {"abcdefghijklmnopqrstuvwxyzabcdef", 2},
        {"abcdefghijklmnopqrstuvwxyzabcdefg", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (height(paragraph(ROLE_BODY, cases[i].text)) != cases[i].lines * LINE)
            fail_msg("%s is %ld high", cases[i].text, height(paragraph(ROLE_BODY, cases[i].text)));
}

static void breaks_fields_and_indents_take_room(void **state)
{
    (void)state;
    struct block *block = paragraph(ROLE_BODY, "十个汉字正好排满一行");
    add_run(block, RUN_BREAK);
    assert_int_equal(height(block), 2 * LINE);
    style.role[ROLE_BODY].blank = 400;
    block = paragraph(ROLE_BODY, "六个字在前面");
    add_run(block, RUN_FIELD);
    paragraph_add_text(arena, block, ROLE_BODY, 0, "。", (struct origin){0});
    assert_int_equal(height(block), 2 * LINE);
    style.role[ROLE_BODY].first_line = 200;
    assert_int_equal(height(paragraph(ROLE_BODY, "八个字在这一行里")), LINE);
    assert_int_equal(height(paragraph(ROLE_BODY, "九个字在这两行里面")), 2 * LINE);
    style.role[ROLE_BODY].right = 100;
    assert_int_equal(height(paragraph(ROLE_BODY, "八个字在这两行里")), 2 * LINE);
}

static void a_single_line_is_taller_than_its_characters(void **state)
{
    (void)state;
    style.role[ROLE_BODY].line = 0;
    assert_int_equal(height(paragraph(ROLE_BODY, "甲")), 312);
}

static void space_stands_between_roles(void **state)
{
    (void)state;
    style.role[ROLE_TITLE].before = 100;
    style.role[ROLE_TITLE].after = 20;
    style.role[ROLE_SUBTITLE].joins = ROLE_TITLE;
    style.role[ROLE_SUBTITLE].before = 40;
    style.role[ROLE_SUBTITLE].above = (struct rule_style){.size = 8, .space = 2};
    struct block *title = paragraph(ROLE_TITLE, "甲"), *below = paragraph(ROLE_BODY, "乙");
    title->next = below;
    assert_int_equal(block_height(&style, NULL, title, WIDTH), LINE + 120);
    assert_int_equal(block_height(&style, title, below, WIDTH), LINE);
    below->paragraph.role = ROLE_TITLE;
    assert_int_equal(block_height(&style, NULL, title, WIDTH), LINE + 100);
    assert_int_equal(block_height(&style, title, below, WIDTH), LINE + 20);
    below->paragraph.role = ROLE_SUBTITLE;
    assert_int_equal(block_height(&style, NULL, title, WIDTH), LINE + 100);
    assert_int_equal(block_height(&style, title, below, WIDTH), LINE);
    assert_int_equal(block_height(&style, NULL, below, WIDTH), LINE + 40 + 20 + 40);
}

static struct block *table(int columns, const int *width)
{
    struct block *block = table_new(arena, (struct origin){0});
    block->table.columns = columns;
    block->table.width = width;
    return block;
}

static void the_last_column_has_what_rounding_leaves(void **state)
{
    (void)state;
    struct table *three = &table(3, three_columns)->table;
    assert_int_equal(columns_width(three, 8845, 0, 1), 2948);
    assert_int_equal(columns_width(three, 8845, 0, 2), 5896);
    assert_int_equal(columns_width(three, 8845, 2, 1), 2949);
    assert_int_equal(columns_width(three, 8845, 1, 2), 5897);
    assert_int_equal(columns_width(three, 8845, 0, 3), 8845);
}

static void a_cell_is_as_tall_as_its_paragraphs(void **state)
{
    (void)state;
    struct block *one = table(1, one_column);
    struct cell *cell = row_add_cell(arena, table_add_row(arena, one, (struct origin){0}));
    assert_int_equal(cell_height(&style, &one->table, cell, WIDTH), LINE);
    cell_add_block(cell, paragraph(ROLE_TABLE_TEXT, "十个汉字正好排满一行"));
    assert_int_equal(cell_height(&style, &one->table, cell, WIDTH), LINE);
    cell_add_block(cell, paragraph(ROLE_TABLE_TEXT, "十一个汉字要排到下一行"));
    assert_int_equal(cell_height(&style, &one->table, cell, WIDTH), 3 * LINE);
    struct block *three = table(3, three_columns);
    assert_int_equal(cell_height(&style, &three->table, cell, 3 * WIDTH + 30), 3 * LINE);
    cell->span = 2;
    assert_int_equal(cell_height(&style, &three->table, cell, 3 * WIDTH + 30), 2 * LINE);
}

static void a_table_in_a_cell_is_as_tall_as_its_rows(void **state)
{
    (void)state;
    struct block *inner = table(1, one_column);
    for (int i = 0; i < 2; i++)
        row_add_cell(arena, table_add_row(arena, inner, (struct origin){0}));
    assert_int_equal(height(inner), 2 * LINE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_are_counted_by_width),
        TEST(breaks_fields_and_indents_take_room),
        TEST(a_single_line_is_taller_than_its_characters),
        TEST(space_stands_between_roles),
        TEST(the_last_column_has_what_rounding_leaves),
        TEST(a_cell_is_as_tall_as_its_paragraphs),
        TEST(a_table_in_a_cell_is_as_tall_as_its_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
