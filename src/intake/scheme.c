/* The steps of an import: columns, rows, indicators, tree. */
#include "intake/scheme.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/ordinal.h"
#include "base/text.h"
#include "intake/build.h"
#include "intake/score.h"
#include "intake/worth.h"

/* A table of the scheme. */
struct part {
    struct part *next;
    struct columns columns;
};

struct scheme {
    const struct reading *reading;
    const struct intake_options *options;
    const struct grids *grids;
    struct part *first, **end;
};

static const char *print(const struct scheme *scheme, size_t number)
{
    return arena_printf(scheme->reading->arena, "%zu", number);
}

/* which tables */

static void add_part(struct scheme *scheme, const struct columns *columns)
{
    struct part *part = ARENA_NEW(scheme->reading->arena, struct part);
    part->columns = *columns;
    *scheme->end = part;
    scheme->end = &part->next;
}

/* What the first rows say, for those who must name a column. */
static const char *words_of_header(const struct scheme *scheme, const struct grid *grid)
{
    enum { SHOWN = 12 };
    struct buffer out = buffer_on(scheme->reading->arena);
    const char *before = "";
    for (size_t c = 0; c < grid->columns && c < SHOWN; c++) {
        const char *words = text_without_blanks(scheme->reading->arena, grid_text(grid, 0, c));
        if (*words && !text_equal(words, before))
            buffer_join(&out, "、", words);
        before = words;
    }
    return buffer_text(&out);
}

static void report_table(const struct scheme *scheme, const struct grid *grid,
                         struct findings *findings, enum rule rule)
{
    REPORT(findings, rule, grid->place, print(scheme, grid->number), words_of_header(scheme, grid));
}

/* A scheme goes on in tables that follow each other. */
static bool is_part(const struct scheme *scheme, const struct grid *grid, const struct part *above,
                    struct columns *columns)
{
    if (!scheme->first)
        return columns_read(scheme->reading, grid, columns);
    return above && columns_continue(scheme->reading, &above->columns, grid, columns);
}

static bool find_parts(struct scheme *scheme)
{
    const struct part *above = NULL;
    for (const struct grid *grid = scheme->grids->first; grid; grid = grid->next) {
        struct columns columns;
        bool is = is_part(scheme, grid, above, &columns);
        if (is)
            add_part(scheme, &columns);
        else
            report_table(scheme, grid, scheme->reading->unplaced, RULE_SCHEME_TABLE);
        above = is ? scheme->first : NULL;
    }
    for (const struct grid *grid = scheme->grids->first; grid && !scheme->first; grid = grid->next)
        report_table(scheme, grid, scheme->reading->findings, RULE_SCHEME_HEADER);
    return scheme->first;
}

/* columns */

static bool is_used(const struct scheme *scheme, const struct term *term)
{
    const struct columns *columns = &scheme->first->columns;
    for (size_t c = 0; c < columns->grid->columns; c++)
        if (columns->column[c].term == term)
            return true;
    return false;
}

/* The terms of --map stand in front, the last one first. */
static bool check_maps(const struct scheme *scheme)
{
    const struct term *term = scheme->reading->columns;
    const struct columns *columns = &scheme->first->columns;
    bool good = true;
    for (const char *const *map = scheme->options->maps; map && *map; map++, term = term->next)
        if (!is_used(scheme, term)) {
            REPORT(scheme->reading->findings, RULE_SCHEME_MAP_UNUSED, columns->grid->place,
                   term->words, words_of_header(scheme, columns->grid));
            good = false;
        }
    return good;
}

static bool check_levels(const struct scheme *scheme)
{
    const struct columns *columns = &scheme->first->columns;
    if (columns->levels < LIMIT_GROUP_DEPTH)
        return true;
    REPORT(scheme->reading->findings, RULE_GROUP_DEPTH, columns->grid->place,
           print(scheme, LIMIT_GROUP_DEPTH));
    return false;
}

static bool has_words(const struct columns *columns, size_t column)
{
    for (size_t row = columns->data; row < columns->grid->rows; row++)
        if (*grid_text(columns->grid, row, column))
            return true;
    return false;
}

static void report_unknown(const struct scheme *scheme, const struct columns *columns)
{
    for (size_t c = 0; c < columns->grid->columns; c++)
        if (columns->column[c].field == FIELD_UNKNOWN && has_words(columns, c))
            REPORT(scheme->reading->unplaced, RULE_SCHEME_COLUMN, columns->grid->place,
                   print(scheme, columns->grid->number), print(scheme, c + 1),
                   columns->column[c].header);
}

/* what stands above a table */

/* The first cell with words in the rows above the header; NULL: there is none. */
static const struct grid_cell *cell_above(const struct columns *columns)
{
    for (size_t row = 0; row < columns->top; row++)
        for (size_t c = 0; c < columns->grid->columns; c++)
            if (*grid_text(columns->grid, row, c))
                return grid_at(columns->grid, row, c);
    return NULL;
}

/* Without 附件2, which tells where the table stood. */
static const char *without_label(const struct scheme *scheme, const char *words)
{
    static const char label[] =
        "^附件\\s*(?:[0-9一二三四五六七八九十]*\\s*[：:\\s]|[0-9]{1,2}(?![0-9年]))\\s*";
    struct match match;
    if (words && pattern_find(scheme->reading->patterns, label, words, 0, &match))
        words += match.end[0];
    return words ? text_in_one_line(scheme->reading->arena, words) : "";
}

static const char *words_above(const struct scheme *scheme, const struct part *part)
{
    const struct grid_cell *cell = cell_above(&part->columns);
    return without_label(scheme, cell ? cell->text : part->columns.grid->title);
}

/* That someone gave it; "" if there is none. */
static const char *sheet_name(const struct part *part)
{
    static const char *const given[] = {"Sheet", "sheet", "工作表", NULL};
    const char *name = part->columns.grid->name;
    return name && !text_starts_any(name, given) ? name : "";
}

static bool is_continued(const char *words)
{
    static const char *const marks[] = {"（续", "(续", "续表", NULL};
    return text_has_any(words, marks);
}

/* What heads one of several tables: 二、工业领域（40分）, or the name of its sheet; "" if nothing
 * does. Above the first may stand the title of all. */
static const char *heading_of(const struct scheme *scheme, const struct part *part)
{
    const char *words = words_above(scheme, part);
    if (!scheme->first->next || is_continued(words))
        return "";
    if (!*words)
        return sheet_name(part);
    bool heads = part == scheme->first ? ordinal_of(words).level > 0
                                       : !text_equal(words, words_above(scheme, scheme->first));
    return heads ? words : "";
}

/* Else what the caller calls it. */
static const char *title_of(const struct scheme *scheme)
{
    const char *words = words_above(scheme, scheme->first);
    return *words && !*heading_of(scheme, scheme->first)
               ? words
               : without_label(scheme, scheme->options->name);
}

static void report_above(const struct scheme *scheme, const struct columns *columns)
{
    const struct grid_cell *title = cell_above(columns);
    for (size_t row = 0; row < columns->top; row++)
        for (size_t c = 0; c < columns->grid->columns; c++) {
            const struct grid_cell *cell = grid_at(columns->grid, row, c);
            if (cell && cell != title && *cell->text && cell->row == row && cell->column == c)
                REPORT(scheme->reading->unplaced, RULE_SCHEME_ABOVE, cell->place,
                       print(scheme, columns->grid->number), print(scheme, row + 1),
                       text_in_one_line(scheme->reading->arena, cell->text));
        }
}

/* the whole */

static struct scheme_rows read_rows(const struct scheme *scheme)
{
    struct scheme_rows rows = {.levels = scheme->first->columns.levels};
    rows.end = &rows.first;
    for (const struct part *part = scheme->first; part; part = part->next) {
        const char *heading = heading_of(scheme, part);
        if (*heading)
            rows.across = (struct group_words){heading, NULL};
        report_above(scheme, &part->columns);
        report_unknown(scheme, &part->columns);
        rows_add(scheme->reading, &part->columns, &rows);
    }
    return rows;
}

static void report_guessed(const struct scheme *scheme, const struct scheme_rows *rows)
{
    size_t count = 0;
    for (const struct scheme_row *row = rows->first; row; row = row->next)
        count += row->is_guessed;
    if (count)
        REPORT(scheme->reading->unplaced, RULE_SCHEME_GUESSED, scheme->first->columns.grid->place,
               print(scheme, count));
}

static const char *year_of(const struct scheme *scheme, const char *title)
{
    struct match match;
    bool found =
        pattern_find(scheme->reading->patterns, "(?<![0-9])(20[0-9]{2})\\s*年", title, 0, &match);
    return found ? match_text(scheme->reading->arena, title, &match, 1) : NULL;
}

/* An NCName of letters, digits and Han characters; what else stands in the text becomes -. */
static const char *id_of(struct arena *arena, const char *text)
{
    struct buffer id = buffer_on(arena);
    bool parted = false;
    for (uint32_t code; (code = text_next(&text));) {
        bool good = code_is_latin(code) || code_is_han(code);
        if (good && !id.length && code_is_digit(code))
            buffer_add_char(&id, '_');
        if (good && parted && id.length)
            buffer_add_char(&id, '-');
        if (good)
            buffer_add_code(&id, code);
        parted = !good;
    }
    return id.length ? buffer_text(&id) : "scheme";
}

/* Points of its own, or of a group that it stands in. */
static bool has_points(const struct reading *reading, const struct leaf *leaf)
{
    points marks;
    bool has = leaf->wording.worth.kind != INDICATOR_PLAIN;
    for (size_t level = 0; !has && level <= LIMIT_GROUP_DEPTH; level++) {
        const struct group_words *group = &leaf->row->group[level];
        if (group->title)
            title_read(reading, group->title, &marks, &has);
        has = has || group->marks;
    }
    return has;
}

/* Where most have points, those without may have been misread. */
static void report_points(const struct scheme *scheme, const struct leaves *leaves)
{
    const struct leaf *first = NULL;
    size_t count = 0;
    for (const struct leaf *leaf = leaves->first; leaf; leaf = leaf->next)
        if (!has_points(scheme->reading, leaf)) {
            first = first ? first : leaf;
            count++;
        }
    if (first && 2 * count < leaves->count)
        REPORT(scheme->reading->unplaced, RULE_SCHEME_POINTS_NONE, first->row->place,
               print(scheme, first->row->columns->grid->number), print(scheme, first->row->row),
               print(scheme, count), print(scheme, leaves->count));
}

static bool check_count(const struct scheme *scheme, const struct leaves *leaves)
{
    const struct grid *grid = scheme->first->columns.grid;
    struct findings *findings = scheme->reading->findings;
    if (!leaves->count)
        REPORT(findings, RULE_SCHEME_EMPTY, grid->place, print(scheme, grid->number));
    else if (leaves->count > LIMIT_INDICATORS->now)
        finding_add_limit(findings, RULE_SCHEME_SIZE, grid->place, LIMIT_INDICATORS, NULL);
    return findings->errors == 0;
}

static struct xml_document *build(const struct scheme *scheme)
{
    struct arena *arena = scheme->reading->arena;
    struct scheme_rows rows = read_rows(scheme);
    struct leaves leaves = {0};
    leaves_read(scheme->reading, &rows, &leaves);
    report_guessed(scheme, &rows);
    if (!check_count(scheme, &leaves))
        return NULL;
    report_points(scheme, &leaves);
    const char *title = title_of(scheme);
    struct scheme_head head = {
        .id = id_of(arena, scheme->options->id),
        .title = title,
        .year = year_of(scheme, score_narrow(arena, title)),
        .has_serials = column_of_field(&scheme->first->columns, FIELD_SERIAL),
    };
    return build_rubric(scheme->reading, &head, &leaves);
}

static struct xml_document *read_scheme(const struct reading *reading, const struct grids *grids,
                                        const struct intake_options *options)
{
    struct scheme scheme = {.reading = reading, .options = options, .grids = grids};
    scheme.end = &scheme.first;
    if (reading->findings->errors || !find_parts(&scheme))
        return NULL;
    bool good = check_maps(&scheme);
    return check_levels(&scheme) && good ? build(&scheme) : NULL;
}

struct xml_document *intake_scheme(struct findings *findings, const struct grids *grids,
                                   const struct intake_options *options, struct findings *unplaced)
{
    struct reading reading = {
        .findings = findings,
        .unplaced = unplaced,
        .arena = findings->arena,
        .columns = terms_of_columns(options->project),
        .departments = terms_of_departments(options->project),
        .patterns = patterns_new(findings),
    };
    for (const char *const *map = options->maps; map && *map; map++)
        reading.columns = terms_map(findings, reading.columns, *map);
    struct xml_document *document = read_scheme(&reading, grids, options);
    patterns_free(reading.patterns);
    return document;
}
