/* Rows are read until they fill a page; then it is chosen where the page ends. Its rows are tied
 * together, so that readers break the page there and not a line earlier or later. */
#include "docx/pages.h"

#include <limits.h>
#include <string.h>

#include "docx/height.h"

/* A row that was read and not yet handed out. */
struct measured {
    const struct row *row;
    long bottom;  /* on the page, if the page goes on below */
    long cut;     /* the same if the page ends here: merged cells that run on end here too */
    int crossing; /* cells that run on */
    bool tall;    /* more than a page */
};

/* The text that stands in a column, over one or more rows. */
struct standing {
    long top, height;
};

struct table_pages {
    struct arena *arena;
    const struct style *style;
    const struct table *table;
    long width;
    struct page *page;
    long height;    /* of a page, as far as it is to be filled */
    long header;    /* of the header rows, which repeat on every page */
    size_t headers; /* header rows among those that were read */
    struct measured *rows;
    size_t count, room;
    struct rows walk;          /* over all rows of the table */
    bool ended;                /* there is none after it */
    bool merged;               /* a merged cell was seen */
    const struct cell **start; /* by column: the cell whose text the row handed out last shows */
    struct standing *standing; /* by column, while measuring */
    size_t given, end;         /* rows of this page: handed out, and all */
    long top;                  /* where the next row stands */
    bool begins;               /* this page begins with its first row */
};

void page_begin(struct page *page, long height)
{
    *page = (struct page){.height = height};
}

void page_add(struct page *page, long height, bool stays)
{
    if (!page->height)
        return;
    page->used += height;
    page->kept = stays ? page->kept + height : 0;
    if (page->used > page->height)
        page->used = stays ? page->kept : page->used % page->height;
}

struct table_pages *table_pages_new(struct arena *arena, const struct style *style,
                                    const struct table *table, long width, struct page *page)
{
    struct table_pages *pages = ARENA_NEW(arena, struct table_pages);
    *pages = (struct table_pages){
        .arena = arena,
        .style = style,
        .table = table,
        .walk = rows_begin(table),
        .width = width,
        .page = page,
        .height = page->height ? page->height - style->table.spare : LONG_MAX / 2,
        .start = ARENA_ARRAY(arena, const struct cell *, (size_t)table->columns),
        .standing = ARENA_ARRAY(arena, struct standing, (size_t)table->columns),
    };
    return pages;
}

/* reading */

static void read_row(struct table_pages *pages)
{
    const struct row *row = rows_next(&pages->walk);
    pages->ended = !row;
    if (!row)
        return;
    pages->rows =
        arena_make_room(pages->arena, pages->rows, sizeof *pages->rows, pages->count, &pages->room);
    pages->rows[pages->count++] = (struct measured){.row = row};
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        pages->merged |= cell->merge != MERGE_NONE;
}

/* NULL after the table's last. */
static const struct row *row_at(struct table_pages *pages, size_t index)
{
    while (pages->count <= index && !pages->ended)
        read_row(pages);
    return index < pages->count ? pages->rows[index].row : NULL;
}

/* measuring */

static long longer(long a, long b)
{
    return a > b ? a : b;
}

static long border_height(const struct table_pages *pages)
{
    return pages->table->borders ? pages->style->table.border * 20 / 8 : 0; /* 1/8 pt */
}

static bool runs_on(const struct row *next, const struct cell *cell)
{
    for (const struct cell *below = next ? next->first : NULL; below; below = below->next)
        if (below->column == cell->column)
            return below->merge == MERGE_CONTINUED;
    return false;
}

static long text_height(const struct table_pages *pages, const struct cell *cell)
{
    return cell_height(pages->style, pages->table, cell, pages->width);
}

/* A merged cell whose text is taller than a page runs over pages as it comes: its text would not
 * fit beside the rows of any. */
static bool runs_over(const struct table_pages *pages, const struct cell *cell)
{
    return cell->merge == MERGE_START && text_height(pages, cell) > pages->height - pages->header;
}

/* On the page's first row merged cells start again. */
static const struct standing *stand(struct table_pages *pages, const struct cell *cell,
                                    size_t index, long top)
{
    struct standing *standing = &pages->standing[cell->column];
    const struct cell *start = table_pages_start(pages, cell);
    if (index == 0 || cell->merge != MERGE_CONTINUED)
        *standing = (struct standing){top, runs_over(pages, start) ? 0 : text_height(pages, start)};
    return standing;
}

static void measure(struct table_pages *pages, size_t index, long top)
{
    const struct row *next = row_at(pages, index + 1);
    struct measured *row = &pages->rows[index];
    long line = pages->style->role[ROLE_TABLE_TEXT].line;
    *row = (struct measured){.row = row->row, .bottom = top + line, .cut = top + line};
    for (const struct cell *cell = row->row->first; cell; cell = cell->next) {
        const struct standing *standing = stand(pages, cell, index, top);
        long bottom = standing->top + standing->height;
        row->cut = longer(row->cut, bottom);
        if (runs_on(next, cell))
            row->crossing++;
        else
            row->bottom = longer(row->bottom, bottom);
    }
    row->bottom += border_height(pages);
    row->cut += border_height(pages);
    row->tall = row->bottom - top > pages->height + pages->style->table.spare - pages->header;
}

/* Number of rows that fit on the page; the one after them is measured too. */
static size_t fill(struct table_pages *pages)
{
    size_t fit = 0;
    long bottom = pages->top;
    for (size_t i = 0; bottom <= pages->height && row_at(pages, i); i++) {
        measure(pages, i, bottom);
        bottom = pages->rows[i].bottom;
        if (pages->rows[i].cut <= pages->height)
            fit = i + 1;
    }
    return fit;
}

static void measure_header(struct table_pages *pages)
{
    long bottom = border_height(pages);
    for (const struct row *row; (row = row_at(pages, pages->headers)) && row->header;) {
        measure(pages, pages->headers, bottom);
        bottom = pages->rows[pages->headers++].bottom;
    }
    pages->header = bottom;
}

/* choosing */

/* The rows that leave the fewest merged cells to start again, without leaving more of the page
 * empty than the style allows; and the most of them. */
static size_t choose(const struct table_pages *pages, size_t fit)
{
    long fullest = pages->height - pages->height / 100 * pages->style->table.loose;
    size_t best = fit;
    for (size_t i = fit; i > pages->headers && pages->rows[i - 1].bottom >= fullest; i--)
        if (pages->rows[i - 1].cut <= pages->height &&
            pages->rows[i - 1].crossing < pages->rows[best - 1].crossing)
            best = i;
    return best;
}

static size_t rows_of_page(struct table_pages *pages)
{
    size_t fit = fill(pages);
    if (!row_at(pages, fit))
        return fit;
    if (fit <= pages->headers)
        return pages->headers + (row_at(pages, pages->headers) != NULL);
    return pages->rows[fit].tall ? fit + 1 : choose(pages, fit);
}

/* Where the row after this page stands: below the header of a new one, or on the page where the
 * last row ends. */
static void set_top(struct table_pages *pages)
{
    const struct measured *last = &pages->rows[pages->end - 1];
    long below_header = pages->height - pages->header;
    if (last->tall)
        pages->top = pages->header + (last->bottom - pages->height) % longer(below_header, 1);
    else
        pages->top = row_at(pages, pages->end) ? pages->header : last->bottom;
    pages->begins = !last->tall;
}

static void drop_given_rows(struct table_pages *pages)
{
    if (pages->count > pages->given)
        memmove(pages->rows, pages->rows + pages->given,
                (pages->count - pages->given) * sizeof *pages->rows);
    pages->count -= pages->given;
    pages->given = pages->end = pages->headers = 0;
}

/* The header and the row below it do not stay behind on the page of the text above. */
static void begin_table(struct table_pages *pages)
{
    measure_header(pages);
    pages->top = pages->page->used + border_height(pages);
    size_t fit = fill(pages);
    if (row_at(pages, fit) && fit <= pages->headers)
        pages->top = pages->page->kept + border_height(pages);
}

static void begin_page(struct table_pages *pages)
{
    if (pages->end == 0) {
        begin_table(pages);
    } else {
        set_top(pages);
        drop_given_rows(pages);
    }
    if (row_at(pages, 0))
        pages->end = rows_of_page(pages);
}

/* handing out */

static void start_cells(struct table_pages *pages, const struct row *row)
{
    for (const struct cell *cell = row->first; cell; cell = cell->next)
        if (cell->merge != MERGE_CONTINUED)
            pages->start[cell->column] = runs_over(pages, cell) ? NULL : cell;
}

struct placed_row table_pages_next(struct table_pages *pages)
{
    if (pages->given == pages->end)
        begin_page(pages);
    if (pages->given == pages->end) {
        *pages->page = (struct page){.height = pages->page->height, .used = pages->top};
        rows_end(&pages->walk);
        return (struct placed_row){0};
    }
    const struct measured *next = &pages->rows[pages->given++];
    bool is_last = pages->given == pages->end;
    if (row_is_apart(next->row))
        rows_pass(&pages->walk, next->row);
    start_cells(pages, next->row);
    return (struct placed_row){.row = next->row,
                               .begins = pages->begins && pages->given == 1,
                               .stays =
                                   (pages->merged || next->row->header) && !is_last && !next->tall,
                               .splits = next->tall};
}

const struct cell *table_pages_start(const struct table_pages *pages, const struct cell *cell)
{
    const struct cell *start = pages->start[cell->column];
    return cell->merge == MERGE_CONTINUED && start ? start : cell;
}
