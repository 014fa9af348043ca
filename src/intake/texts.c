/* The texts in one cell, with their points. */
#include "intake/texts.h"

#include <string.h>

#include "base/text.h"

static bool is_same_worth(const struct worth *a, const struct worth *b)
{
    return a->kind == b->kind && a->points == b->points && a->each == b->each && a->most == b->most;
}

/* The column of points counts. A text that has the same points loses them; any others tell how to
 * score and stay. */
static struct wording with_points(const struct reading *reading, const struct scheme_row *row,
                                  const char *text, const struct worth *worth)
{
    struct wording wording = wording_read(reading, text);
    bool differs = wording.worth.kind == INDICATOR_POINTS && worth->kind == INDICATOR_POINTS;
    if (differs && wording.worth.points != worth->points)
        REPORT_ROW(reading, row, RULE_SCHEME_POINTS_DIFFER,
                   points_print(reading->arena, wording.worth.points),
                   points_print(reading->arena, worth->points));
    if (!is_same_worth(&wording.worth, worth))
        wording =
            (struct wording){.text = text_in_one_line(reading->arena, text), .mark = MATCH_NONE};
    wording.worth = *worth;
    wording.has_more = false;
    return wording;
}

static void read_pieces(const struct reading *reading, const char *text, struct texts *texts)
{
    const char **pieces = wordings_split(reading, text, &texts->count);
    for (size_t i = 0; i < texts->count; i++)
        texts->item[i] = wording_read(reading, pieces[i]);
}

static points sum_of(const struct texts *texts)
{
    points sum = 0;
    for (size_t i = 0; i < texts->count; i++)
        sum += texts->item[i].worth.points;
    return sum;
}

/* The next line of a cell; *rest moves behind it. */
static const char *cut_line(struct arena *arena, const char **rest)
{
    size_t length = strcspn(*rest, "\n");
    const char *line = arena_copy_n(arena, *rest, length);
    *rest += length + ((*rest)[length] == '\n');
    return line;
}

/* Lines of points beside as many lines of text. */
static bool read_lines(const struct reading *reading, const struct scheme_row *row,
                       const char *text, const char *cell, struct texts *texts)
{
    for (texts->count = 0; *text && *cell && texts->count < WORDINGS_MOST; texts->count++) {
        struct worth worth;
        if (!worth_read(reading, cut_line(reading->arena, &cell), &worth))
            return false;
        texts->item[texts->count] =
            with_points(reading, row, cut_line(reading->arena, &text), &worth);
    }
    return texts->count > 1 && !*text && !*cell;
}

void texts_read(const struct reading *reading, const struct scheme_row *row, const char *text,
                struct texts *texts)
{
    const char *cell = row->value[FIELD_POINTS];
    struct worth worth;
    texts->unread = NULL;
    read_pieces(reading, text, texts);
    if (!cell)
        return;
    bool is_read = worth_read(reading, cell, &worth);
    if (is_read && texts->count > 1 && sum_of(texts) == worth.points)
        return;
    if (!is_read && read_lines(reading, row, text, cell, texts))
        return;
    texts->count = 1;
    texts->item[0] =
        is_read ? with_points(reading, row, text, &worth) : wording_read(reading, text);
    texts->unread = is_read ? NULL : cell;
}
