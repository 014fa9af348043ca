/* Cells of separated values (RFC 4180). */
#include "sheet/csv_cell.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"

static void move_to(struct csv_cells *cells, const char *to)
{
    for (; cells->at < to; cells->at++)
        if (*cells->at == '\n') {
            cells->place.line++;
            cells->place.column = 1;
        } else if (((unsigned char)*cells->at & 0xC0) != 0x80) {
            cells->place.column++;
        }
}

/* the separator */

/* Excel's own first line: sep=; */
static bool names_separator(const char *text)
{
    return strncasecmp(text, "sep=", 4) == 0 && text[4] && text[4] != '\n' &&
           (text[5] == '\n' || !text[5]);
}

static char most_frequent(const char *text)
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

void csv_find_separator(struct csv_cells *cells)
{
    cells->ends[1] = '\n';
    if (!names_separator(cells->at)) {
        cells->ends[0] = most_frequent(cells->at);
        return;
    }
    cells->ends[0] = cells->at[4];
    move_to(cells, cells->at + 5 + (cells->at[5] == '\n'));
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

/* What stands in quotes, and behind them up to the separator. */
static const char *read_quoted(struct csv_cells *cells, struct arena *arena)
{
    struct buffer out = buffer_on(arena);
    const char *close = find_close(cells->at + 1);
    if (!close) {
        finding_add(cells->findings, RULE_CSV_QUOTE, cells->place, (const char *const[]){NULL});
        return NULL;
    }
    add_unquoted(&out, cells->at + 1, close);
    size_t behind = strcspn(close + 1, cells->ends);
    buffer_add_n(&out, close + 1, behind);
    move_to(cells, close + 1 + behind);
    return buffer_text(&out);
}

static const char *read_plain(struct csv_cells *cells, struct arena *arena)
{
    size_t length = strcspn(cells->at, cells->ends);
    const char *text = length ? arena_copy_n(arena, cells->at, length) : "";
    move_to(cells, cells->at + length);
    return text;
}

const char *csv_cell(struct csv_cells *cells, struct arena *arena)
{
    return *cells->at == '"' ? read_quoted(cells, arena) : read_plain(cells, arena);
}

bool csv_cell_pass(struct csv_cells *cells)
{
    bool ends_row = *cells->at == '\n';
    if (*cells->at)
        move_to(cells, cells->at + 1);
    return ends_row;
}

const char *csv_row_end(const struct csv_cells *cells)
{
    for (const char *at = cells->at;; at++) {
        if (*at == '"') {
            at = find_close(at + 1);
            if (!at)
                return NULL;
        }
        at += strcspn(at, cells->ends);
        if (*at != cells->ends[0])
            return at;
    }
}
