/* From separated values to a grid. */
#include "sheet/csv.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "sheet/encoding.h"

struct reader {
    struct findings *findings;
    struct arena *arena;
    const char *at;
    struct place place; /* of it */
    char ends[3];       /* of a cell without quotes: the separator and LF */
    size_t row, column; /* of the cell that is read */
    size_t count;       /* of cells with a text */
    struct grid grid;
};

static void move_to(struct reader *reader, const char *to)
{
    for (; reader->at < to; reader->at++)
        if (*reader->at == '\n') {
            reader->place.line++;
            reader->place.column = 1;
        } else if (((unsigned char)*reader->at & 0xC0) != 0x80) {
            reader->place.column++;
        }
}

/* the separator */

/* Excel's own first line: sep=; */
static bool names_separator(const char *text)
{
    return strncasecmp(text, "sep=", 4) == 0 && text[4] && text[4] != '\n' &&
           (text[5] == '\n' || !text[5]);
}

static char find_separator(const char *text)
{
    static const char candidates[] = ",\t;";
    size_t counts[sizeof candidates] = {0}, best = 0;
    bool quoted = false;
    for (; *text && (quoted || *text != '\n' || !counts[best]); text++) {
        const char *found = strchr(candidates, *text);
        if (*text == '"')
            quoted = !quoted;
        if (quoted || !found)
            continue;
        size_t index = (size_t)(found - candidates);
        counts[index]++;
        best = counts[index] > counts[best] ? index : best;
    }
    return candidates[best];
}

static void choose_separator(struct reader *reader)
{
    if (!names_separator(reader->at)) {
        reader->ends[0] = find_separator(reader->at);
        return;
    }
    reader->ends[0] = reader->at[4];
    move_to(reader, reader->at + 5 + (reader->at[5] == '\n'));
}

/* cells */

/* The quotation mark that closes the cell; NULL if there is none. */
static const char *find_close(const char *text)
{
    for (text = strchr(text, '"'); text && text[1] == '"';)
        text = strchr(text + 2, '"');
    return text;
}

static void add_unquoted(struct buffer *out, const char *from, const char *close)
{
    for (; from < close; from++) {
        buffer_add_char(out, *from);
        from += *from == '"';
    }
}

/* What stands in quotes, and behind them up to the separator; NULL and reported if they are not
 * closed. */
static const char *read_quoted(struct reader *reader)
{
    struct buffer out = buffer_on(reader->arena);
    const char *close = find_close(reader->at + 1);
    if (!close) {
        finding_add(reader->findings, RULE_CSV_QUOTE, reader->place, (const char *const[]){NULL});
        return NULL;
    }
    add_unquoted(&out, reader->at + 1, close);
    size_t behind = strcspn(close + 1, reader->ends);
    buffer_add_n(&out, close + 1, behind);
    move_to(reader, close + 1 + behind);
    return buffer_text(&out);
}

static const char *read_plain(struct reader *reader)
{
    size_t length = strcspn(reader->at, reader->ends);
    const char *text = length ? arena_copy_n(reader->arena, reader->at, length) : "";
    move_to(reader, reader->at + length);
    return text;
}

static void put(struct reader *reader, const char *text, struct place place)
{
    reader->count++;
    grid_put(reader->arena, &reader->grid,
             (struct grid_cell){.row = reader->row,
                                .column = reader->column,
                                .rows = 1,
                                .columns = 1,
                                .text = text_strip(reader->arena, text),
                                .place = place});
}

/* A table that is too large is not read to its end: settling it says so. */
static bool fits(const struct reader *reader)
{
    return reader->row < LIMIT_GRID_ROWS->now && reader->column < LIMIT_GRID_COLUMNS &&
           reader->count <= LIMIT_GRID_PLACES->now;
}

/* False at the end of the file, and where reading on makes no sense. */
static bool read_cell(struct reader *reader)
{
    struct place place = reader->place;
    const char *text = *reader->at == '"' ? read_quoted(reader) : read_plain(reader);
    if (!text)
        return false;
    bool blank = text_is_blank(text);
    if (!blank)
        put(reader, text, place);
    if (!*reader->at || (!blank && !fits(reader)))
        return false;
    bool ends_row = *reader->at == '\n';
    move_to(reader, reader->at + 1);
    reader->row += ends_row;
    reader->column = ends_row ? 0 : reader->column + 1;
    return true;
}

bool csv_grids(struct findings *findings, const struct file *file, struct grids *grids)
{
    struct file text = *file;
    size_t before = findings->failures;
    if (!encoding_to_text(findings, &text))
        return false;
    struct reader reader = {.findings = findings,
                            .arena = findings->arena,
                            .at = text.bytes,
                            .place = {file->path, 1, 1},
                            .ends = ",\n",
                            .grid = {.place = {file->path, 0, 0}}};
    choose_separator(&reader);
    while (read_cell(&reader))
        continue;
    if (reader.grid.first)
        grids_append(findings->arena, grids, reader.grid);
    return findings->failures == before && grids_settle(findings, grids);
}
