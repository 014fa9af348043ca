/* Shortest augmenting paths with prices (Jonker and Volgenant), over the edges that there are. A
 * row that would lose by any column takes none. */
#include "scheme/assign.h"

#include <limits.h>
#include <stdbool.h>

/* How far it is to a column, from the row that is added. */
struct reach {
    long cost;
    size_t column;
};

struct solver {
    struct arena *arena;
    const struct choices *choices;
    long *column_of, *row_of; /* -1: none */
    long *row_price, *column_price;
    long *cost;    /* LONG_MAX: not reached */
    size_t *from;  /* the row before a column on the way */
    bool *settled; /* no nearer way is left */
    size_t *reached, reached_count;
    struct reach *heap; /* the nearest on top */
    size_t heap_count, heap_room;
};

/* Where a way ends: a free column, or a row that takes none. */
struct end {
    long cost;
    bool at_row;
    size_t row, column;
};

/* Of equally near ones the first column, so that ties are always broken alike. */
static bool is_nearer(struct reach a, struct reach b)
{
    return a.cost < b.cost || (a.cost == b.cost && a.column < b.column);
}

static void heap_push(struct solver *s, struct reach reach)
{
    s->heap = arena_make_room(s->arena, s->heap, sizeof *s->heap, s->heap_count, &s->heap_room);
    size_t at = s->heap_count++;
    for (; at && is_nearer(reach, s->heap[(at - 1) / 2]); at = (at - 1) / 2)
        s->heap[at] = s->heap[(at - 1) / 2];
    s->heap[at] = reach;
}

static struct reach heap_pop(struct solver *s)
{
    struct reach top = s->heap[0], last = s->heap[--s->heap_count];
    size_t at = 0;
    for (size_t below; (below = 2 * at + 1) < s->heap_count; at = below) {
        if (below + 1 < s->heap_count && is_nearer(s->heap[below + 1], s->heap[below]))
            below++;
        if (!is_nearer(s->heap[below], last))
            break;
        s->heap[at] = s->heap[below];
    }
    s->heap[at] = last;
    return top;
}

static void reach_column(struct solver *s, size_t row, size_t column, long cost)
{
    if (s->settled[column] || cost >= s->cost[column])
        return;
    if (s->cost[column] == LONG_MAX)
        s->reached[s->reached_count++] = column;
    s->cost[column] = cost;
    s->from[column] = row;
    heap_push(s, (struct reach){cost, column});
}

static void reach_from(struct solver *s, size_t row, long so_far, struct end *end)
{
    const struct choices *choices = s->choices;
    long alone = so_far + GAIN_MOST - s->row_price[row];
    if (alone < end->cost)
        *end = (struct end){.cost = alone, .at_row = true, .row = row};
    for (size_t i = choices->start[row]; i < choices->start[row + 1]; i++) {
        const struct edge *edge = &choices->edges[i];
        reach_column(s, row, edge->column,
                     so_far + GAIN_MOST - edge->gain - s->row_price[row] -
                         s->column_price[edge->column]);
    }
}

/* The nearest column that is not settled yet; false if a row without a column is as near. */
static bool settle_next(struct solver *s, long within, struct reach *next)
{
    do {
        if (s->heap_count == 0 || s->heap[0].cost >= within)
            return false;
        *next = heap_pop(s);
    } while (s->settled[next->column]);
    s->settled[next->column] = true;
    return true;
}

static struct end find_end(struct solver *s, size_t row)
{
    struct end end = {.cost = LONG_MAX};
    struct reach next = {0};
    s->heap_count = s->reached_count = 0;
    reach_from(s, row, 0, &end);
    while (settle_next(s, end.cost, &next)) {
        if (s->row_of[next.column] < 0)
            return (struct end){.cost = next.cost, .column = next.column};
        reach_from(s, (size_t)s->row_of[next.column], next.cost, &end);
    }
    return end;
}

/* Afterwards the way costs nothing, and no edge less. */
static void adjust_prices(struct solver *s, size_t row, long cost)
{
    s->row_price[row] += cost;
    for (size_t i = 0; i < s->reached_count; i++) {
        size_t column = s->reached[i];
        long saved = cost - s->cost[column];
        if (s->settled[column] && s->row_of[column] >= 0) {
            s->column_price[column] -= saved;
            s->row_price[s->row_of[column]] += saved;
        }
        s->settled[column] = false;
        s->cost[column] = LONG_MAX;
    }
}

/* Every row on the way takes the column behind it. */
static void change_over(struct solver *s, size_t row, struct end end)
{
    size_t column = end.column;
    if (end.at_row && end.row == row)
        return;
    if (end.at_row) {
        column = (size_t)s->column_of[end.row];
        s->column_of[end.row] = -1;
    }
    for (bool more = true; more;) {
        size_t taker = s->from[column];
        long left = s->column_of[taker];
        s->column_of[taker] = (long)column;
        s->row_of[column] = (long)taker;
        more = taker != row;
        column = more ? (size_t)left : column;
    }
}

static long *filled(struct arena *arena, size_t count, long value)
{
    long *list = ARENA_ARRAY(arena, long, count);
    for (size_t i = 0; i < count; i++)
        list[i] = value;
    return list;
}

long *assign(struct arena *arena, const struct choices *choices)
{
    size_t rows = choices->rows, columns = choices->columns;
    struct solver s = {
        .arena = arena,
        .choices = choices,
        .column_of = filled(arena, rows, -1),
        .row_of = filled(arena, columns, -1),
        .row_price = ARENA_ARRAY(arena, long, rows),
        .column_price = ARENA_ARRAY(arena, long, columns),
        .cost = filled(arena, columns, LONG_MAX),
        .from = ARENA_ARRAY(arena, size_t, columns),
        .settled = ARENA_ARRAY(arena, bool, columns),
        .reached = ARENA_ARRAY(arena, size_t, columns),
    };
    for (size_t row = 0; row < rows; row++) {
        struct end end = find_end(&s, row);
        adjust_prices(&s, row, end.cost);
        change_over(&s, row, end);
    }
    return s.column_of;
}
