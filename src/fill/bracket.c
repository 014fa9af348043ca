/* Pairing section tags with their ends, and what they take in: text of one paragraph, whole
 * paragraphs, a row, whole rows. */
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "fill/story.h"

struct pairing {
    struct filler *filler;
    struct story *story;
    struct mark *open[LIMIT_SECTION_DEPTH];
    int depth, too_deep;
};

static bool is_opening(const struct mark *mark)
{
    return mark->tag.kind == TAG_SECTION || mark->tag.kind == TAG_INVERTED;
}

/* The element in `above` that holds `below`, or is it. */
static const struct outline *child_towards(const struct outline *above, const struct outline *below)
{
    while (below->parent != above)
        below = below->parent;
    return below;
}

static const struct outline *common_above(const struct outline *a, const struct outline *b)
{
    a = a->parent;
    while (b->index < a->index || b->index > a->last_index)
        a = a->parent;
    return a;
}

static const struct outline *previous(const struct outline *element)
{
    const struct outline *sibling = element->parent->first;
    while (sibling != element && sibling->next != element)
        sibling = sibling->next;
    return sibling == element ? NULL : sibling;
}

static void report(const struct pairing *pairing, const struct mark *mark, const char *english,
                   const char *chinese, const char *remedy, const char *chinese_remedy)
{
    REPORT_MARK(pairing->filler, pairing->story, mark, RULE_FILL_SECTION, mark->tag.source, english,
                chinese, remedy, chinese_remedy);
}

static void report_crossing(const struct pairing *pairing, const struct mark *mark)
{
    report(pairing, mark, "it opens in one place and ends in another", "开头和结尾不在同一处",
           "put both into one paragraph, one row, or paragraphs or rows of one text or table",
           "开头和结尾要在同一段、同一行里，或者在同一篇文字的几段、同一张表的几行里");
}

/* what stands beside a tag */

static bool lies_in(const struct mark *mark, const struct outline *element)
{
    size_t index = mark->passage->element->index;
    return element->index <= index && index <= element->last_index;
}

static bool may_stand_before(const struct mark *mark)
{
    return is_opening(mark) || mark->tag.kind == TAG_COMMENT;
}

/* Whether no other tags stand before it in an element but those that open sections too. */
static bool is_first_in(const struct pairing *pairing, const struct mark *mark,
                        const struct outline *element)
{
    for (const struct mark *other = pairing->story->marks; other != mark; other = other->next)
        if (lies_in(other, element) && !may_stand_before(other))
            return false;
    return true;
}

static bool is_last_in(const struct mark *mark, const struct outline *element)
{
    for (mark = mark->next; mark && lies_in(mark, element); mark = mark->next)
        if (mark->tag.kind != TAG_END && mark->tag.kind != TAG_COMMENT)
            return false;
    return true;
}

static bool has_words(const struct mark *mark, size_t from, size_t to)
{
    const char *at = mark->passage->text + from, *end = mark->passage->text + to;
    while (at < end)
        if (!code_is_white(text_next(&at)))
            return true;
    return false;
}

/* Whether there are words in the paragraph before the mark, or behind it, that belong to no tag. */
static bool has_words_before(const struct mark *mark)
{
    size_t at = 0;
    const struct mark *other = mark->passage->marks;
    for (; other != mark && !has_words(mark, at, other->from); other = other->next)
        at = other->to;
    return other != mark || has_words(mark, at, mark->from);
}

static bool has_words_behind(const struct mark *mark)
{
    size_t at = mark->to;
    const struct mark *other = mark->next;
    for (; other && other->passage == mark->passage; other = other->next) {
        if (has_words(mark, at, other->from))
            return true;
        at = other->to;
    }
    return has_words(mark, at, strlen(mark->passage->text));
}

/* what a section takes in */

/* A paragraph or row that only opens or closes sections. */
static bool is_marker(const struct story *story, const struct outline *element)
{
    static const char *const shown[] = {"w:r", "w:hyperlink", "w:sdt", "w:fldSimple", NULL};
    const struct passage *passage = story->passages[element->index];
    if (passage)
        return passage_is_marker(passage);
    if (outline_is_any(element, shown))
        return false;
    for (const struct outline *child = element->first; child; child = child->next)
        if (!is_marker(story, child))
            return false;
    return true;
}

/* From an element that the section opens in to one that it ends in; what only opens or closes is
 * left out. */
static void take(struct pairing *pairing, struct bracket *bracket, const struct outline *first,
                 const struct outline *last)
{
    struct story *story = pairing->story;
    bool first_is_marker = first != last && is_marker(story, first);
    bool last_is_marker = first != last && is_marker(story, last);
    bool is_paragraph = outline_is(first, "w:p");
    story->is_marker[first->index] |= first_is_marker;
    story->is_marker[last->index] |= last_is_marker;
    if (!first_is_marker && (!is_first_in(pairing, bracket->open, first) ||
                             (is_paragraph && has_words_before(bracket->open))))
        report(pairing, bracket->open, "something stands before it", "它前面还有内容",
               "put the tag first, or into a paragraph or row of its own",
               "请把标签放在最前面，或者单独成一段、一行");
    if (!last_is_marker &&
        (!is_last_in(bracket->end, last) || (is_paragraph && has_words_behind(bracket->end))))
        report(pairing, bracket->end, "something stands behind it", "它后面还有内容",
               "put the tag last, or into a paragraph or row of its own",
               "请把标签放在最后面，或者单独成一段、一行");
    if (first_is_marker && last_is_marker && first->next == last)
        return;
    bracket->first = first_is_marker ? first->next : first;
    bracket->last = last_is_marker ? previous(last) : last;
    bracket->next = story->brackets[bracket->first->index];
    story->brackets[bracket->first->index] = bracket;
}

static void take_elements(struct pairing *pairing, struct bracket *bracket)
{
    const struct outline *open = bracket->open->passage->element;
    const struct outline *end = bracket->end->passage->element;
    const struct outline *above = common_above(open, end), *holder = past_controls(above);
    const struct outline *first = child_towards(above, open), *last = child_towards(above, end);
    bool are_rows =
        outline_is(holder, "w:tbl") && outline_is(first, "w:tr") && outline_is(last, "w:tr");
    if (outline_is(holder, "w:tr"))
        take(pairing, bracket, holder, holder);
    else if (are_rows || (first == open && last == end && outline_is(open, "w:p")))
        take(pairing, bracket, first, last);
    else
        report_crossing(pairing, bracket->open);
}

static const struct outline *parent_of_run(const struct mark *mark)
{
    return mark->chunk->element->parent ? mark->chunk->element->parent->parent : NULL;
}

static void pair(struct pairing *pairing, struct mark *open, struct mark *end)
{
    struct bracket *bracket = ARENA_NEW(pairing->filler->arena, struct bracket);
    *bracket = (struct bracket){.open = open, .end = end};
    open->bracket = end->bracket = bracket;
    if (open->passage != end->passage)
        take_elements(pairing, bracket);
    else if (parent_of_run(open) != parent_of_run(end))
        report_crossing(pairing, open);
    else
        bracket->is_inline = true;
}

/* all of them */

static void open_bracket(struct pairing *pairing, struct mark *mark)
{
    if (pairing->depth < LIMIT_SECTION_DEPTH) {
        pairing->open[pairing->depth++] = mark;
        return;
    }
    pairing->too_deep++;
    REPORT_MARK(pairing->filler, pairing->story, mark, RULE_TEMPLATE_DEPTH,
                arena_printf(pairing->filler->arena, "%d", LIMIT_SECTION_DEPTH));
}

static void close_bracket(struct pairing *pairing, struct mark *mark)
{
    if (pairing->too_deep)
        pairing->too_deep--;
    else if (pairing->depth)
        pair(pairing, pairing->open[--pairing->depth], mark);
    else
        REPORT_MARK(pairing->filler, pairing->story, mark, RULE_TAG_UNOPENED, NULL);
}

void brackets_pair(struct filler *filler, struct story *story)
{
    struct pairing pairing = {.filler = filler, .story = story};
    for (struct mark *mark = story->marks; mark; mark = mark->next)
        if (is_opening(mark))
            open_bracket(&pairing, mark);
        else if (mark->tag.kind == TAG_END)
            close_bracket(&pairing, mark);
    while (pairing.depth) {
        const struct mark *mark = pairing.open[--pairing.depth];
        REPORT_MARK(filler, story, mark, RULE_TAG_UNCLOSED, mark->tag.source);
    }
}
