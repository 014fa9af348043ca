/* The lines of a title: the cheapest of all ways to break it. */
#include "compose/title.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "compose/seam.h"

enum {
    COST_LINE = 1000000,
    COST_HOURGLASS = 2000000, /* a line shorter than those above and below it */
    WIDTH_EQUAL = 10,         /* lines that differ so little look equally long */
};

/* The lines up to one that runs from letter `from` to letter `to`. Lines may grow and then shrink
 * (梯形, 菱形); `shrinks` says that they have begun to. */
struct way {
    bool found;
    int64_t cost;
    size_t before; /* where the line before begins */
    bool before_shrinks;
};

struct layout {
    struct letters letters;
    long most;
    struct way *ways; /* [from][to][shrinks] */
};

static struct way *way_of(const struct layout *layout, size_t from, size_t to, bool shrinks)
{
    return &layout->ways[(from * (layout->letters.count + 1) + to) * 2 + shrinks];
}

static long width_of(const struct layout *layout, size_t from, size_t to)
{
    return layout->letters.letter[to].start - layout->letters.letter[from].start;
}

static void improve(struct way *way, struct way found)
{
    if (!way->found || found.cost < way->cost)
        *way = found;
}

/* Puts the line [to, next) under the line [from, to). */
static void add_line(const struct layout *layout, size_t from, size_t to, bool shrinks, size_t next)
{
    long above = width_of(layout, from, to), width = width_of(layout, to, next);
    bool grows = width > above + WIDTH_EQUAL, falls = width < above - WIDTH_EQUAL;
    int64_t cost = way_of(layout, from, to, shrinks)->cost + layout->letters.letter[to].seam +
                   COST_LINE + width * width + (shrinks && grows ? COST_HOURGLASS : 0);
    improve(way_of(layout, to, next, falls || (shrinks && !grows)),
            (struct way){true, cost, from, shrinks});
}

static void add_lines(const struct layout *layout, size_t from, size_t to, bool shrinks)
{
    if (!way_of(layout, from, to, shrinks)->found)
        return;
    for (size_t next = to + 1; next <= layout->letters.count; next++)
        if (width_of(layout, to, next) <= layout->most)
            add_line(layout, from, to, shrinks, next);
}

static void find_ways(const struct layout *layout)
{
    size_t count = layout->letters.count;
    for (size_t to = 1; to <= count && width_of(layout, 0, to) <= layout->most; to++) {
        long width = width_of(layout, 0, to);
        *way_of(layout, 0, to, false) = (struct way){.found = true, .cost = width * width};
    }
    for (size_t from = 0; from < count; from++)
        for (size_t to = from + 1; to < count; to++)
            for (int shrinks = 0; shrinks <= 1; shrinks++)
                add_lines(layout, from, to, shrinks);
}

/* The last line of the cheapest way; false if there is none. */
static bool find_end(const struct layout *layout, size_t *last, bool *last_shrinks)
{
    struct way best = {0};
    for (size_t from = 0; from < layout->letters.count; from++)
        for (int shrinks = 0; shrinks <= 1; shrinks++) {
            const struct way *way = way_of(layout, from, layout->letters.count, shrinks);
            if (!way->found || (best.found && way->cost >= best.cost))
                continue;
            best = *way;
            *last = from;
            *last_shrinks = shrinks;
        }
    return best.found;
}

/* Walks back from the last line, which begins at `from`. */
static struct title_lines lines_back(struct arena *arena, const struct layout *layout, size_t from,
                                     bool shrinks)
{
    size_t room = layout->letters.count, count = 0;
    size_t *start = ARENA_ARRAY(arena, size_t, room);
    for (size_t to = layout->letters.count; from > 0; count++) {
        const struct way *way = way_of(layout, from, to, shrinks);
        start[room - 1 - count] = layout->letters.letter[from].at;
        to = from;
        from = way->before;
        shrinks = way->before_shrinks;
    }
    return (struct title_lines){count + 1, start + (room - 1 - count)};
}

struct title_lines title_lines(struct arena *arena, const char *text, long most)
{
    static const size_t whole = 0;
    struct layout layout = {letters_read(arena, text), most * 10, NULL};
    size_t count = layout.letters.count, last = 0;
    bool shrinks = false;
    if (count <= LIMIT_TITLE->now && width_of(&layout, 0, count) > layout.most) {
        seams_find(arena, text, layout.letters, layout.most);
        layout.ways = ARENA_ARRAY(arena, struct way, (count + 1) * (count + 1) * 2);
        find_ways(&layout);
        if (find_end(&layout, &last, &shrinks))
            return lines_back(arena, &layout, last, shrinks);
    }
    return (struct title_lines){1, &whole};
}

/* What stands for a run in the text of its stretch. */
static const char *words_of(const struct run *run)
{
    static const char *const marks[] = {[RUN_BREAK] = "", [RUN_FIELD] = "\uFFFC"};
    return run->kind == RUN_TEXT ? run->text : marks[run->kind];
}

static struct run *stretch_end(struct run *run)
{
    while (run && run->kind != RUN_BREAK)
        run = run->next;
    return run;
}

static const char *stretch_text(struct arena *arena, const struct run *first, const struct run *end)
{
    struct buffer text = buffer_on(arena);
    for (const struct run *run = first; run != end; run = run->next)
        buffer_add(&text, words_of(run));
    return buffer_text(&text);
}

/* A break behind the run. */
static struct run *add_break(struct arena *arena, struct run *run)
{
    struct run *added = ARENA_NEW(arena, struct run);
    *added =
        (struct run){.next = run->next, .kind = RUN_BREAK, .face = run->face, .computed = true};
    return run->next = added;
}

/* Puts a break into the run, `length` bytes from its start; gives what is behind. */
static struct run *break_run(struct arena *arena, struct run *run, size_t length)
{
    const char *text = words_of(run);
    struct run *added = add_break(arena, run);
    if (!text[length])
        return added;
    struct run *rest = ARENA_NEW(arena, struct run);
    *rest = *run;
    rest->next = added->next;
    rest->text = text + length;
    run->text = arena_copy_n(arena, text, length);
    return added->next = rest;
}

/* The runs from `run` on hold the text of the lines. */
static void break_runs(struct arena *arena, struct run *run, struct title_lines lines)
{
    size_t start = 0;
    for (size_t i = 1; i < lines.count; i++) {
        for (size_t length; start + (length = strlen(words_of(run))) < lines.start[i];
             run = run->next)
            start += length;
        run = break_run(arena, run, lines.start[i] - start);
        start = lines.start[i];
    }
}

void title_break(struct arena *arena, struct paragraph *title, long most)
{
    for (struct run *run = title->first, *end; run; run = end ? end->next : NULL) {
        end = stretch_end(run);
        break_runs(arena, run, title_lines(arena, stretch_text(arena, run, end), most));
    }
    while (title->last && title->last->next)
        title->last = title->last->next;
}
