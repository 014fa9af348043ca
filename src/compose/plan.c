/* A table block: what its info string and its stanzas say. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/points.h"
#include "base/text.h"
#include "compose/template.h"

struct planner {
    struct compiler *compiler;
    struct table_plan *plan;
    struct place place;               /* of what is being read */
    bool info_misread, width_misread; /* then what is missing may stand there, miswritten */
};

static struct arena *arena_of(const struct planner *planner)
{
    return planner->compiler->findings->arena;
}

static void report(struct planner *planner, const char *what, const char *english,
                   const char *chinese)
{
    REPORT(planner->compiler->findings, RULE_TABLE_SYNTAX, planner->place, what, english, chinese);
}

static void report_missing(struct planner *planner, struct place place, const char *what,
                           const char *english, const char *chinese)
{
    REPORT(planner->compiler->findings, RULE_TABLE_INCOMPLETE, place, what, english, chinese);
}

static void set_rows(struct planner *planner, const char *value)
{
    planner->plan->rows_source = value;
    planner->plan->rows = tag_compile(planner->compiler->tags, value, planner->place);
}

/* 0 if the text is no number. */
static long whole_number(const char *text)
{
    char *end;
    long number = strtol(text, &end, 10);
    return *text && !*end ? number : 0;
}

static void set_option(struct planner *planner, const char *name, const char *value)
{
    struct table_plan *plan = planner->plan;
    long across = whole_number(value);
    enum role role = role_named(value);
    if (text_equal(name, "rows"))
        set_rows(planner, value);
    else if (text_equal(name, "page") && text_equal(value, "landscape"))
        plan->landscape = true;
    else if (text_equal(name, "border") && text_equal(value, "none"))
        plan->borders = false;
    else if (text_equal(name, "role") && role != ROLE_COUNT)
        plan->role = role;
    else if (text_equal(name, "across") && across >= 1 && across <= LIMIT_TABLE_COLUMNS)
        plan->across = (int)across;
    else
        report(planner, arena_printf(arena_of(planner), "%s=\"%s\"", name, value),
               "rows=, page=\"landscape\", border=\"none\", across= and role= are known",
               "可以写 rows=、page=\"landscape\"、border=\"none\"、across= 和 role=");
}

/* name="value" name="value" … */
static void read_info(struct planner *planner, const char *info)
{
    while (*(info += strspn(info, " \t"))) {
        size_t length = strcspn(info, "=");
        const char *open = info[length] ? info + length + 1 : NULL;
        const char *close = open && *open == '"' ? strchr(open + 1, '"') : NULL;
        if (!close) {
            report(planner, info, "write name=\"value\"", "请写成 名称=\"值\"");
            planner->info_misread = true;
            return;
        }
        char *name = text_trim(arena_of(planner), arena_copy_n(arena_of(planner), info, length));
        set_option(planner, name,
                   arena_copy_n(arena_of(planner), open + 1, (size_t)(close - open - 1)));
        info = close + 1;
    }
}

static void set_width(struct planner *planner, struct column *column, const char *value)
{
    points width;
    size_t length = strcspn(value, "%");
    if (points_read(arena_copy_n(arena_of(planner), value, length), &width) &&
        text_equal(value + length, "%"))
        column->width = (int)width;
    else {
        report(planner, arena_printf(arena_of(planner), "width: %s", value),
               "write per cent, as 14%", "请写百分数，如 14%");
        planner->width_misread = true;
    }
    column->has_width = true;
}

static void set_header(struct planner *planner, struct column *column, const char *value)
{
    column->header = cell_compile(planner->compiler, value, planner->place);
    planner->plan->has_header = true;
}

static void set_node(struct planner *planner, struct column *column, const char *value)
{
    column->node_source = value;
    column->node_place = planner->place;
    column->node = tag_compile(planner->compiler->tags, value, planner->place);
}

static void set_cell(struct planner *planner, struct column *column, const char *value)
{
    column->cell = cell_compile(planner->compiler, value, planner->place);
    column->has_cell = true;
}

static void set_merge(struct planner *planner, struct column *column, const char *value)
{
    column->merge_equal = text_equal(value, "equal");
    if (!column->merge_equal)
        report(planner, arena_printf(arena_of(planner), "merge: %s", value), "write merge: equal",
               "请写 merge: equal");
}

static void set_align(struct planner *planner, struct column *column, const char *value)
{
    if (!text_equal(value, "left") && !text_equal(value, "center") &&
        !text_equal(value, "justify") && !text_equal(value, "distribute"))
        report(planner, arena_printf(arena_of(planner), "align: %s", value),
               "write left, center, justify or distribute",
               "请写 left、center、justify 或 distribute");
    column->align = value;
}

static const struct field {
    const char *name;
    void (*set)(struct planner *, struct column *, const char *);
} fields[] = {
    {"header", set_header}, {"width", set_width}, {"node", set_node},
    {"cell", set_cell},     {"merge", set_merge}, {"align", set_align},
};

static const struct field *find_field(const char *line, size_t length)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strlen(fields[i].name) == length && strncmp(line, fields[i].name, length) == 0)
            return &fields[i];
    return NULL;
}

static struct column *add_column(struct planner *planner)
{
    struct column **end = &planner->plan->columns;
    while (*end)
        end = &(*end)->next;
    *end = ARENA_NEW(arena_of(planner), struct column);
    (*end)->place = planner->place;
    planner->plan->count++;
    return *end;
}

/* A line, and the indented lines that go on with it. */
static const char *take_entry(struct planner *planner, const char *text, char **entry)
{
    struct buffer out = buffer_on(arena_of(planner));
    size_t length = strcspn(text, "\n");
    buffer_add_n(&out, text, length);
    text += length + (text[length] == '\n');
    while (*text == ' ' || *text == '\t') {
        length = strcspn(text, "\n");
        char *line = text_trim(arena_of(planner), arena_copy_n(arena_of(planner), text, length));
        buffer_printf(&out, "\n%s", line);
        text += length + (text[length] == '\n');
    }
    *entry = out.length ? out.text : arena_copy(arena_of(planner), "");
    return text;
}

/* Moves to what stands behind the colon: it may begin in the next line. */
static void move_to_value(struct planner *planner, const char *entry, const char *value)
{
    for (; entry < value || (*entry && strchr(" \t\n", *entry)); entry++) {
        planner->place.column = *entry == '\n' ? 1 : planner->place.column + 1;
        planner->place.line += *entry == '\n';
    }
}

static void read_entry(struct planner *planner, struct column **column, char *entry)
{
    size_t length = strcspn(entry, ":");
    const struct field *field = find_field(entry, length);
    if (!*column)
        *column = add_column(planner);
    if (!field || !entry[length]) {
        (*column)->misread = true;
        report(planner, entry, "header:, width:, node:, cell:, merge: and align: are known",
               "可以写 header:、width:、node:、cell:、merge:、align:");
        return;
    }
    struct place line = planner->place;
    move_to_value(planner, entry, entry + length + 1);
    field->set(planner, *column, text_trim(arena_of(planner), entry + length + 1));
    planner->place = line;
}

static void read_stanzas(struct planner *planner, const char *text)
{
    struct column *column = NULL;
    while (*text) {
        char *entry;
        const char *next = take_entry(planner, text, &entry);
        if (text_is_blank(entry))
            column = NULL;
        else
            read_entry(planner, &column, entry);
        for (; text < next; text++)
            planner->place.line += *text == '\n';
    }
}

/* Every column needs a width and a cell; false if one lacks its width. */
static bool check_columns(struct planner *planner)
{
    bool has_widths = true;
    for (struct column *column = planner->plan->columns; column; column = column->next) {
        has_widths &= column->has_width;
        if (column->misread)
            continue;
        if (!column->has_width)
            report_missing(planner, column->place, "width:", "write per cent, as width: 14%",
                           "请写百分数，如 width: 14%");
        if (!column->has_cell)
            report_missing(planner, column->place, "cell:",
                           "say what stands in the column; nothing after the colon leaves it empty",
                           "请写这一列的内容；冒号后面不写就是空格子");
    }
    return has_widths;
}

static void check_widths(struct planner *planner)
{
    enum { WHOLE = 10000 };
    int sum = 0;
    for (struct column *column = planner->plan->columns; column; column = column->next)
        sum += column->width;
    if (sum != WHOLE)
        REPORT(planner->compiler->findings, RULE_TABLE_WIDTH, planner->plan->place,
               points_print(arena_of(planner), sum));
}

static void check_whole(struct planner *planner)
{
    const struct table_plan *plan = planner->plan;
    struct arena *arena = arena_of(planner);
    int most = plan->across ? 1 : LIMIT_TABLE_COLUMNS;
    if (!plan->rows_source && !planner->info_misread)
        report_missing(planner, plan->place, "rows=", "write rows=\"…\" behind ```table",
                       "请在 ```table 后面写 rows=\"…\"");
    if (!plan->columns)
        report_missing(planner, plan->place, "width:, cell:", "write both for each column",
                       "每一列都要写这两行");
    if (plan->count > most)
        REPORT(planner->compiler->findings, RULE_TABLE_COLUMNS, plan->place,
               arena_printf(arena, "%d", most), arena_printf(arena, "%d", plan->count));
    if (check_columns(planner) && plan->columns && !planner->width_misread)
        check_widths(planner);
}

struct table_plan *table_compile(struct compiler *compiler, const char *info, const char *text,
                                 struct place place)
{
    struct table_plan *plan = ARENA_NEW(compiler->findings->arena, struct table_plan);
    struct planner planner = {.compiler = compiler, .plan = plan, .place = place};
    *plan = (struct table_plan){.place = place, .borders = true, .role = ROLE_TABLE_TEXT};
    read_info(&planner, info);
    planner.place.line++;
    read_stanzas(&planner, text);
    check_whole(&planner);
    return plan;
}
