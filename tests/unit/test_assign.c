/* scheme/assign.c: the assignment that gains the most. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scheme/assign.h"
#include "on_arena.h"

enum { MOST = 7 };

/* A gain of 0 is no edge. */
struct board {
    size_t rows, columns;
    long gain[MOST][MOST];
};

static const long *assign_board(const struct board *board)
{
    size_t *start = ARENA_ARRAY(arena, size_t, board->rows + 1), count = 0;
    struct edge *edges = ARENA_ARRAY(arena, struct edge, board->rows * board->columns);
    for (size_t row = 0; row < board->rows; row++) {
        for (size_t column = 0; column < board->columns; column++)
            if (board->gain[row][column])
                edges[count++] = (struct edge){column, board->gain[row][column]};
        start[row + 1] = count;
    }
    return assign(arena, &(struct choices){board->rows, board->columns, start, edges});
}

/* What is gained; fails where a column is given twice, or one that has no edge. */
static long gained(const struct board *board, const long *column_of)
{
    bool taken[MOST] = {0};
    long sum = 0;
    for (size_t row = 0; row < board->rows; row++) {
        if (column_of[row] < 0)
            continue;
        assert_false(taken[column_of[row]]);
        assert_true(board->gain[row][column_of[row]] > 0);
        taken[column_of[row]] = true;
        sum += board->gain[row][column_of[row]];
    }
    return sum;
}

/* By trying all. */
static long best_from(const struct board *board, size_t row, bool *taken)
{
    if (row == board->rows)
        return 0;
    long best = best_from(board, row + 1, taken);
    for (size_t column = 0; column < board->columns; column++) {
        if (taken[column] || !board->gain[row][column])
            continue;
        taken[column] = true;
        long gain = board->gain[row][column] + best_from(board, row + 1, taken);
        taken[column] = false;
        best = gain > best ? gain : best;
    }
    return best;
}

static uint32_t next_random(uint32_t *seed)
{
    return (*seed = *seed * 1664525 + 1013904223) >> 8;
}

static struct board random_board(uint32_t *seed)
{
    struct board board = {1 + next_random(seed) % (MOST - 1), 1 + next_random(seed) % MOST, {{0}}};
    uint32_t values = 1 + next_random(seed) % 20, density = 1 + next_random(seed) % 4;
    for (size_t row = 0; row < board.rows; row++)
        for (size_t column = 0; column < board.columns; column++)
            if (next_random(seed) % 4 < density)
                board.gain[row][column] = 1 + (long)(next_random(seed) % values);
    return board;
}

static void test_nothing_gains_more(void **state)
{
    (void)state;
    uint32_t seed = 9704;
    for (int i = 0; i < 3000; i++) {
        struct board board = random_board(&seed);
        bool taken[MOST] = {0};
        assert_int_equal(gained(&board, assign_board(&board)), best_from(&board, 0, taken));
    }
}

/* The first row would like the column that the second has nothing but. */
static void test_the_whole_counts(void **state)
{
    (void)state;
    struct board board = {2, 2, {{9, 8}, {7, 0}}};
    const long *column_of = assign_board(&board);
    assert_int_equal(column_of[0], 1);
    assert_int_equal(column_of[1], 0);
}

static void test_equal_gains_keep_the_order(void **state)
{
    (void)state;
    struct board board = {3, 3, {{5, 5, 5}, {5, 5, 5}, {5, 5, 5}}};
    const long *column_of = assign_board(&board);
    for (long row = 0; row < 3; row++)
        assert_int_equal(column_of[row], row);
}

static void test_a_row_may_get_nothing(void **state)
{
    (void)state;
    struct board board = {3, 1, {{1}, {GAIN_MOST}, {0}}};
    const long *column_of = assign_board(&board);
    assert_int_equal(column_of[0], -1);
    assert_int_equal(column_of[1], 0);
    assert_int_equal(column_of[2], -1);
    assert_non_null(assign_board(&(struct board){0, 0, {{0}}}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing_gains_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_whole_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equal_gains_keep_the_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_row_may_get_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
