/* How tall a row is taken to be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "docx/height.h"

enum { LINE = 360, CHARACTER = 240, MARGIN = 60, WIDTH = 10 * CHARACTER + 2 * MARGIN };

static const int one_column[] = {10000};
static const int two_columns[] = {5000, 5000};

/* 12 pt characters in lines of 18 pt. */
static struct style style_of_cells(void)
{
    struct style style = {.table = {.margin = MARGIN}};
    style.role[ROLE_TABLE_TEXT] = (struct role_style){.size = 24, .line = LINE};
    return style;
}

static struct cell *add_text(struct arena *arena, struct row *row, const char *text)
{
    struct cell *cell = row_add_cell(arena, row);
    struct block *paragraph = paragraph_new(arena, ROLE_TABLE_TEXT, (struct origin){0});
    paragraph_add_text(arena, paragraph, ROLE_TABLE_TEXT, 0, text, (struct origin){0});
    cell_add_block(cell, paragraph);
    return cell;
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
        {"20 half-wide letters", 1},
        {"21 half-wide letters.", 2},
    };
    (void)state;
    struct style style = style_of_cells();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        struct block *table = table_new(arena, (struct origin){0});
        struct row *row = table_add_row(arena, table, (struct origin){0});
        table->table.columns = 1;
        table->table.width = one_column;
        add_text(arena, row, cases[i].text);
        assert_int_equal(row_height(&style, &table->table, row, WIDTH), cases[i].lines * LINE);
        arena_free(arena);
    }
}

static void the_tallest_cell_of_one_row_counts(void **state)
{
    (void)state;
    struct style style = style_of_cells();
    struct arena *arena = arena_new();
    struct block *table = table_new(arena, (struct origin){0});
    struct row *row = table_add_row(arena, table, (struct origin){0});
    table->table.columns = 2;
    table->table.width = two_columns;
    add_text(arena, row, "六个字在一行");
    struct cell *tall = add_text(arena, row, "六个字六个字六个字六个字六个字");
    const long width = 2 * (6 * CHARACTER + 2 * MARGIN);
    assert_int_equal(row_height(&style, &table->table, row, width), 3 * LINE);
    tall->merge = MERGE_START;
    assert_int_equal(row_height(&style, &table->table, row, width), LINE);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_counted_by_width),
        cmocka_unit_test(the_tallest_cell_of_one_row_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
