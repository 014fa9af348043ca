/* gongwen import */
#include "flow/import.h"

#include <string.h>

#include "base/text.h"
#include "cli/cli.h"

enum { LIST, TABLE };

static const struct option_info options[] = {
    [LIST] = {"list-tables", 0, NULL, {"list the tables of the file", "列出文件里的表格"}},
    [TABLE] = {"table",
               0,
               "N",
               {"only this table; may be given several times", "只要这个表格；可以写几次"}},
    {0},
};

/* Those of --table, in any order; a 0 ends them. */
static const size_t *read_numbers(struct session *session, const struct arguments *arguments)
{
    size_t count = 0;
    for (const struct given *g = arguments->given; g; g = g->next)
        count += g->option == TABLE;
    size_t *numbers = ARENA_ARRAY(session->arena, size_t, count + 1);
    count = 0;
    for (const struct given *g = arguments->given; g; g = g->next)
        if (g->option == TABLE)
            numbers[count++] = (size_t)arguments_number(session, g->value);
    return numbers;
}

/* In one line, so long that a line of the list stays one. */
static const char *short_text(struct arena *arena, const char *text)
{
    enum { SHOWN = 40 };
    char *line = text_cut(arena, text, SHOWN);
    for (char *at = line; (at = strpbrk(at, "\n\t\r"));)
        *at = ' ';
    return line;
}

static size_t count_texts(const struct grid *grid, size_t row)
{
    size_t count = 0;
    for (size_t column = 0; column < grid->columns; column++) {
        const struct grid_cell *cell = grid_at(grid, row, column);
        count += cell && *cell->text && (!column || cell != grid_at(grid, row, column - 1));
    }
    return count;
}

/* First rows of one text are titles, merged or not, as they are in CSV. */
static size_t header_row(const struct grid *grid)
{
    size_t row = 0;
    while (row < grid->rows && count_texts(grid, row) < 2)
        row++;
    return row < grid->rows ? row : 0;
}

static void add_header(struct buffer *out, const struct grid *grid)
{
    size_t row = header_row(grid);
    const struct grid_cell *previous = NULL;
    for (size_t column = 0; column < grid->columns; column++) {
        const struct grid_cell *cell = grid_at(grid, row, column);
        if (cell && cell != previous)
            buffer_printf(out, "%s%s", previous ? " | " : "", short_text(out->arena, cell->text));
        previous = cell ? cell : previous;
    }
}

/* Of its sheet, and what stands above it. */
static const char *name_of(struct arena *arena, const struct grid *grid)
{
    const char *name = grid->name ? grid->name : grid->title;
    if (grid->name && grid->title)
        name = arena_printf(arena, "%s: %s", grid->name, grid->title);
    return name ? short_text(arena, name) : "-";
}

/* Number, name, size and header, a table a line. */
static int list_tables(struct session *session, const struct grids *grids)
{
    static const char *const sizes[LANGUAGE_COUNT] = {"rows: %zu, columns: %zu", "%zu 行 × %zu 列"};
    struct buffer out = buffer_on(session->arena);
    for (const struct grid *grid = grids->first; grid; grid = grid->next) {
        buffer_printf(&out, "%zu\t%s\t", grid->number, name_of(session->arena, grid));
        buffer_printf(&out, sizes[session->language], grid->rows, grid->columns);
        buffer_add(&out, "\t");
        add_header(&out, grid);
        buffer_add(&out, "\n");
    }
    return print_result(session, buffer_text(&out)) ? STATUS_CLEAN : STATUS_TROUBLE;
}

static int run(struct session *session, const struct arguments *arguments)
{
    struct grids grids;
    const size_t *numbers = read_numbers(session, arguments);
    if (!arguments->value[LIST])
        report_usage(session, "write --list-tables", "请写 --list-tables");
    if (session->findings.errors ||
        !import_tables(&session->findings, arguments->operand[0], numbers, &grids))
        return STATUS_TROUBLE;
    return list_tables(session, &grids);
}

const struct command command_import = {
    .name = "import",
    .usage = "import SCHEME.docx|.xlsx|.csv --list-tables [--table N]",
    .summary = {"read the tables of a scheme", "读出考核指标文件里的表格"},
    .least = 1,
    .most = 1,
    .options = options,
    .run = run,
};
