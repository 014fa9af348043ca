/* doc/grid.c: cells are laid out; what overlaps or is too large is reported. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "gridding.h"
#include "standard.h"

static void put(struct grid *grid, size_t row, size_t column, size_t rows, size_t columns,
                const char *text)
{
    grid_put(arena, grid,
             (struct grid_cell){.row = row,
                                .column = column,
                                .rows = rows,
                                .columns = columns,
                                .text = text,
                                .place = {"t.csv", (long)row + 1, 0}});
}

static void test_a_cell_stands_in_all_places_that_it_covers(void **state)
{
    (void)state;
    struct grid *grid = grids_add(arena, &grids);
    put(grid, 0, 0, 2, 1, "A");
    put(grid, 0, 1, 1, 2, "B");
    put(grid, 1, 2, 1, 1, "C");
    assert_true(grids_settle(&findings, &grids));
    assert_int_equal(grid->rows, 2);
    assert_int_equal(grid->columns, 3);
    assert_string_equal(grid_text(grid, 1, 0), "A");
    assert_ptr_equal(grid_at(grid, 0, 1), grid_at(grid, 0, 2));
    assert_null(grid_at(grid, 1, 1));
    assert_string_equal(grid_text(grid, 1, 1), "");
    assert_string_equal(grid_text(grid, 1, 2), "C");
    assert_null(grid_at(grid, 2, 0));
    assert_null(grid_at(grid, 0, 3));
}

static void test_an_empty_grid_has_no_places(void **state)
{
    (void)state;
    struct grid *grid = grids_add(arena, &grids);
    assert_true(grids_settle(&findings, &grids));
    assert_int_equal(grid->rows, 0);
    assert_null(grid_at(grid, 0, 0));
}

static void test_every_cell_that_overlaps_is_reported(void **state)
{
    (void)state;
    struct grid *grid = grids_add(arena, &grids);
    put(grid, 0, 0, 2, 2, "A");
    put(grid, 1, 1, 1, 1, "B");
    put(grid, 1, 0, 2, 1, "C");
    assert_false(grids_settle(&findings, &grids));
    assert_string_equal(findings_text(&findings),
                        "t.csv:2 grid-overlap 2|2;t.csv:2 grid-overlap 2|1;");
}

static void test_texts_below_a_merged_cell_are_hidden(void **state)
{
    (void)state;
    struct grid *grid = grids_add(arena, &grids);
    put(grid, 0, 0, 4, 1, "A");
    grid_hide(arena, grid, (struct grid_cell){.row = 1, .text = "A"});
    grid_hide(arena, grid, (struct grid_cell){.row = 2, .text = "B"});
    grid_hide(arena, grid, (struct grid_cell){.row = 3, .text = "A"});
    assert_true(grids_settle(&findings, &grids));
    assert_string_equal(grid_text(grid, 2, 0), "A");
    assert_string_equal(grid->hidden->text, "B");
    assert_null(grid->hidden->next);
}

static void test_the_largest_grids_settle(void **state)
{
    (void)state;
    struct grid *longest = grids_add(arena, &grids), *widest = grids_add(arena, &grids);
    put(longest, STANDARD_GRID_ROWS - 1, 0, 1, 1, "last row");
    put(widest, 0, LIMIT_GRID_COLUMNS - 1, 1, 1, "last column");
    assert_true(grids_settle(&findings, &grids));
    assert_string_equal(grid_text(longest, STANDARD_GRID_ROWS - 1, 0), "last row");
    assert_string_equal(grid_text(widest, 0, LIMIT_GRID_COLUMNS - 1), "last column");
}

static void test_a_larger_one_does_not(void **state)
{
    (void)state;
    static const size_t sizes[][4] = {
        {STANDARD_GRID_ROWS, 0, 1, 1},
        {0, LIMIT_GRID_COLUMNS, 1, 1},
        {0, 0, STANDARD_GRID_ROWS + 1, 1},
        {0, 1, 1, LIMIT_GRID_COLUMNS},
        {1, 0, SIZE_MAX, 1},
        {SIZE_MAX, 0, 1, 1},
    };
    static const char *const found[] = {" grid-rows;",    " grid-columns;", " grid-rows;",
                                        " grid-columns;", " grid-rows;",    " grid-rows;"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        grids = (struct grids){0};
        struct grid *grid = grids_add(arena, &grids);
        findings = findings_on(arena);
        put(grid, sizes[i][0], sizes[i][1], sizes[i][2], sizes[i][3], "X");
        assert_false(grids_settle(&findings, &grids));
        assert_string_equal(findings_rules(&findings), found[i]);
    }
}

static void test_all_tables_of_a_file_settle_together(void **state)
{
    (void)state;
    put(grids_add(arena, &grids), 0, 0, 1, 1, "A");
    put(grids_add(arena, &grids), 1, 1, 1, 1, "B");
    put(grids.last, 1, 1, 1, 1, "C");
    put(grids_add(arena, &grids), STANDARD_GRID_ROWS, 0, 1, 1, "D");
    assert_false(grids_settle(&findings, &grids));
    assert_string_equal(findings_rules(&findings), " grid-rows;");
    grids.last->first->row = 0;
    grids.last->rows = 0;
    findings = findings_on(arena);
    assert_false(grids_settle(&findings, &grids));
    assert_string_equal(findings_text(&findings), "t.csv:2 grid-overlap 2|2;");
    assert_string_equal(grid_text(grids.last, 0, 0), "D");
}

static void test_their_places_have_a_limit(void **state)
{
    (void)state;
    put(grids_add(arena, &grids), STANDARD_GRID_ROWS - 1,
        STANDARD_GRID_PLACES / STANDARD_GRID_ROWS - 1, 1, 1, "last");
    assert_true(grids_settle(&findings, &grids));
    put(grids_add(arena, &grids), 0, 0, 1, 1, "one more");
    assert_false(grids_settle(&findings, &grids));
    assert_string_equal(findings_text(&findings), " grid-places 2000000;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_cell_stands_in_all_places_that_it_covers, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_an_empty_grid_has_no_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_every_cell_that_overlaps_is_reported, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_texts_below_a_merged_cell_are_hidden, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_the_largest_grids_settle, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_larger_one_does_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_tables_of_a_file_settle_together, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_their_places_have_a_limit, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
