/* gongwen import */
#include "flow/import.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/cli.h"

enum { OUTPUT, TABLE, MAP, LIST };

static const struct option_info options[] = {
    [OUTPUT] = {"output",
                'o',
                "RUBRIC.xml",
                {"where the rubric goes; standard output if not given",
                 "考核指标写到哪个文件；不写时打印到标准输出"}},
    [TABLE] = {"table",
               0,
               "N",
               {"only this table; may be given several times", "只要这个表格；可以写几次"}},
    [MAP] = {"map",
             0,
             "HEADER=FIELD",
             {"what a column holds; may be given several times", "指明某一列是什么；可以写几次"}},
    [LIST] = {"list-tables", 0, NULL, {"list the tables of the file", "列出文件里的表格"}},
    {0},
};

static size_t count_given(const struct arguments *arguments, int option)
{
    size_t count = 0;
    for (const struct given *g = arguments->given; g; g = g->next)
        count += g->option == option;
    return count;
}

/* Those of --table, in any order; a 0 ends them. */
static const size_t *read_numbers(struct session *session, const struct arguments *arguments)
{
    size_t count = 0;
    size_t *numbers = ARENA_ARRAY(session->arena, size_t, count_given(arguments, TABLE) + 1);
    for (const struct given *g = arguments->given; g; g = g->next)
        if (g->option == TABLE)
            numbers[count++] = (size_t)arguments_number(session, g->value);
    return numbers;
}

static const char *const *read_maps(struct session *session, const struct arguments *arguments)
{
    size_t count = 0;
    const char **maps = ARENA_ARRAY(session->arena, const char *, count_given(arguments, MAP) + 1);
    for (const struct given *g = arguments->given; g; g = g->next)
        if (g->option == MAP)
            maps[count++] = g->value;
    return maps;
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

static int import(struct session *session, const struct import_job *job)
{
    struct findings unplaced = findings_on(session->arena);
    const char *text = import_scheme(&session->findings, job, &unplaced);
    if (!text || !write_result(session, job->output, text, strlen(text)))
        return STATUS_TROUBLE;
    print_listed(session, &unplaced);
    return unplaced.warnings ? STATUS_FINDINGS : STATUS_CLEAN;
}

static int list(struct session *session, const struct import_job *job)
{
    struct grids grids;
    if (!import_tables(&session->findings, job->file, job->tables, &grids))
        return STATUS_TROUBLE;
    return list_tables(session, &grids);
}

static int run(struct session *session, const struct arguments *arguments)
{
    struct import_job job = {
        .file = arguments->operand[0],
        .output = arguments->value[OUTPUT],
        .tables = read_numbers(session, arguments),
        .maps = read_maps(session, arguments),
        .share = session->share,
    };
    if (job.output && path_same(session->arena, job.output, job.file))
        report_usage(session, "-o names the file that is imported: it would be overwritten",
                     "-o 写的就是要导入的文件，会把它覆盖：请换一个文件名");
    if (session->findings.errors)
        return STATUS_TROUBLE;
    return arguments->value[LIST] ? list(session, &job) : import(session, &job);
}

const struct command command_import = {
    .name = "import",
    .usage = "import SCHEME.docx|.xlsx|.csv [-o RUBRIC.xml]",
    .summary = {"turn a scheme's table into a rubric", "把考核方案的表格变成考核指标"},
    .least = 1,
    .most = 1,
    .options = options,
    .run = run,
};
