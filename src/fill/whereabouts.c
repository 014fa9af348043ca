/* Saying where in a Word file something is. */
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "fill/story.h"

/* What people count: paragraphs, tables and what they hold. */
static const char *const counted[] = {"w:p", "w:tbl", "w:tr", "w:tc", "w:txbxContent", NULL};

/* A text box that stands in for another one is not seen. */
static bool is_hidden(const struct outline *element, const struct outline *target)
{
    return outline_is(element, "mc:Fallback") && element->last_index < target->index;
}

/* How many elements of that name begin in `parent` before the target ends, itself included; what
 * stands in other elements that people count is not counted. */
static long count_to(const struct outline *parent, const struct outline *target, const char *name)
{
    long count = 0;
    for (const struct outline *child = parent->first; child && child->index <= target->index;
         child = child->next) {
        count += outline_is(child, name);
        if (!outline_is_any(child, counted) && !is_hidden(child, target))
            count += count_to(child, target, name);
    }
    return count;
}

static const struct outline *counted_above(const struct outline *element)
{
    const struct outline *above = element->parent;
    while (above && above->parent && !outline_is_any(above, counted))
        above = above->parent;
    return above;
}

struct words {
    struct arena *arena;
    struct buffer in[LANGUAGE_COUNT];
};

struct step_name {
    const char *element;
    const char *words[LANGUAGE_COUNT];
};

static void add_words(struct words *words, const struct step_name *step, long number)
{
    static const char *const between[LANGUAGE_COUNT] = {", ", ""};
    const char *const values[] = {arena_printf(words->arena, "%ld", number), NULL};
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        buffer_join(&words->in[i], between[i], message_fill(words->arena, step->words[i], values));
}

/* The first paragraph of a cell is the cell. */
static void add_step(struct words *words, const struct outline *element)
{
    static const struct step_name steps[] = {{"w:tbl", {"table {0}", "第{0}张表"}},
                                             {"w:tr", {"row {0}", "第{0}行"}},
                                             {"w:tc", {"cell {0}", "第{0}格"}},
                                             {"w:p", {"paragraph {0}", "第{0}段"}},
                                             {"w:txbxContent", {"text box {0}", "第{0}个文本框"}}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (!outline_is(element, steps[i].element))
            continue;
        const struct outline *above = counted_above(element);
        if (!above)
            return;
        long number = count_to(above, element, steps[i].element);
        if (number > 1 || !outline_is(element, "w:p") || !outline_is(above, "w:tc"))
            add_words(words, &steps[i], number);
    }
}

static void add_steps(struct words *words, const struct outline *element)
{
    if (element->parent)
        add_steps(words, element->parent);
    add_step(words, element);
}

const char *const *whereabouts(struct arena *arena, const struct story *story,
                               const struct outline *element)
{
    struct words words = {arena, {buffer_on(arena), buffer_on(arena)}};
    if (!text_equal(path_base(story->name), "document.xml"))
        for (int i = 0; i < LANGUAGE_COUNT; i++)
            buffer_add(&words.in[i], path_base(story->name));
    if (story_has_paragraphs(story))
        add_steps(&words, element);
    else
        for (int i = 0; i < LANGUAGE_COUNT; i++)
            buffer_printf(&words.in[i], ", %s", outline_name(arena, element));
    const char **where = ARENA_ARRAY(arena, const char *, LANGUAGE_COUNT);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        where[i] = buffer_text(&words.in[i]);
    return where;
}

/* spots */

/* As xml_path: /w:document/w:body/w:p[2] */
static void add_path(struct buffer *out, const struct outline *element)
{
    long number = 1;
    const char *name = outline_name(out->arena, element);
    if (element->parent)
        add_path(out, element->parent);
    const struct outline *other = outline_first(element->parent, name);
    for (; other && other != element; other = outline_next(other, name))
        number++;
    buffer_printf(out, "/%s", name);
    if (number > 1 || outline_next(element, name))
        buffer_printf(out, "[%ld]", number);
}

/* What is shown of the text around a mark begins at most so many characters before it. */
enum { SHOWN_BEFORE = 20, SHOWN = 100 };

static const char *quote_start(const struct mark *mark)
{
    const char *text = mark->passage->text, *start = text + mark->from;
    for (int i = 0; i < SHOWN_BEFORE; i++)
        start = text_back(text, start);
    return start;
}

/* In one line. */
static const char *quote_of(struct arena *arena, const struct mark *mark)
{
    char *quote = text_cut(arena, quote_start(mark), SHOWN);
    for (char *at = quote; (at = strpbrk(at, "\t\n"));)
        *at = ' ';
    return quote;
}

struct spot element_spot(struct filler *filler, const struct story *story,
                         const struct outline *element, const char *quote)
{
    struct buffer path = buffer_on(filler->arena);
    add_path(&path, element);
    return (struct spot){
        .place = {filler->path, 0, 1},
        .path = buffer_text(&path),
        .quote = quote,
        .where = whereabouts(filler->arena, story, element),
    };
}

struct spot mark_spot(struct filler *filler, const struct story *story, const struct mark *mark)
{
    mark = mark->twin ? mark->twin : mark;
    const char *start = quote_start(mark);
    char *before =
        arena_copy_n(filler->arena, start, (size_t)(mark->passage->text + mark->from - start));
    struct spot spot =
        element_spot(filler, story, mark->passage->element, quote_of(filler->arena, mark));
    spot.place.column += (long)text_count(before);
    spot.rank = mark->rank;
    return spot;
}

/* findings */

bool filler_settle(struct filler *filler, const struct story *story, const struct mark *mark)
{
    if (!filler->told->count)
        return true;
    struct spot spot = mark_spot(filler, story, mark);
    findings_settle(filler->told, &spot, filler->findings);
    *filler->told = findings_on(filler->arena);
    return false;
}

void filler_report(struct filler *filler, const struct story *story, const struct mark *mark,
                   enum rule rule, const char *const *values)
{
    struct spot spot = mark_spot(filler, story, mark);
    finding_add_spot(filler->findings, rule, &spot, values);
}

void filler_report_limit(struct filler *filler, const struct story *story, const struct mark *mark,
                         enum rule rule, const struct limit *limit)
{
    const char *const values[] = {limit_words(filler->arena, limit->now, limit), NULL};
    struct spot spot = mark_spot(filler, story, mark);
    spot.limit = limit;
    finding_add_spot(filler->findings, rule, &spot, values);
}
