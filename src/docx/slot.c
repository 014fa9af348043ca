/* Which controls and bookmarks are one field. */
#include "docx/slot.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/bookmark.h"

/* ends of bookmarks */

static int compare_ends(const void *left, const void *right)
{
    const struct slot_end *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->closed > b->closed) - (a->closed < b->closed);
}

/* The first end with the bookmark's id behind its start. */
static const struct slot_end *end_of(const struct slots *slots, const struct slot *bookmark)
{
    struct slot_end sought = {.id = bookmark->id, .closed = bookmark->opened};
    size_t low = 0, high = slots->end_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_ends(&slots->ends[middle], &sought) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < slots->end_count && text_equal(slots->ends[low].id, bookmark->id);
    return is_found ? &slots->ends[low] : NULL;
}

/* A bookmark that never ends holds nothing. */
static void close_bookmarks(struct slots *slots)
{
    if (slots->end_count)
        qsort(slots->ends, slots->end_count, sizeof *slots->ends, compare_ends);
    for (struct slot *slot = slots->slots; slot < slots->slots + slots->count; slot++) {
        const struct slot_end *end = slot->is_control ? NULL : end_of(slots, slot);
        if (!end)
            continue;
        slot->closed = end->closed;
        slot->to = end->to;
        slot->paragraphs = end->paragraphs;
    }
}

/* controls without a tag */

static bool is_nameless(const struct slot *slot)
{
    return slot->is_control && !slot->tag;
}

static void join(struct slot *bookmark, struct slot *control)
{
    control->is_joined = true;
    if (bookmark->closed >= control->closed)
        return;
    bookmark->to = control->to;
    bookmark->closed = control->closed;
    bookmark->paragraphs = control->paragraphs;
}

static void join_to_bookmark_around(struct slots *slots)
{
    struct slot *around = NULL;
    for (struct slot *slot = slots->slots; slot < slots->slots + slots->count; slot++)
        if (!slot->is_control)
            around = !around || around->closed < slot->closed ? slot : around;
        else if (is_nameless(slot) && around && slot->opened < around->closed)
            join(around, slot);
}

/* As LibreOffice saves them: the bookmark starts in the control, before its text. A control around
 * more than that is no field's own. */
static void join_to_bookmark_inside(struct slots *slots)
{
    struct slot *next = NULL, *after = NULL;
    for (size_t i = slots->count; i-- > 0;) {
        struct slot *slot = &slots->slots[i];
        if (!slot->is_control) {
            after = next;
            next = slot;
        } else if (is_nameless(slot) && next && next->opened < slot->closed &&
                   next->from == slot->from && !(after && after->opened < slot->closed)) {
            join(next, slot);
        }
    }
}

/* controls with a tag */

struct named {
    const char *name;
    struct slot *bookmark;
};

static int compare_names(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static struct named *named_bookmarks(struct slots *slots, size_t *count)
{
    struct named *named = ARENA_ARRAY(slots->arena, struct named, slots->count);
    *count = 0;
    for (struct slot *slot = slots->slots; slot < slots->slots + slots->count; slot++)
        if (!slot->is_control)
            named[(*count)++] = (struct named){slot->bookmark, slot};
    if (*count)
        qsort(named, *count, sizeof *named, compare_names);
    return named;
}

static void join_to_bookmark_named(struct slots *slots)
{
    size_t count;
    const struct named *named = named_bookmarks(slots, &count);
    for (struct slot *slot = slots->slots; slot < slots->slots + slots->count; slot++) {
        if (!slot->tag || !count)
            continue;
        struct named sought = {field_bookmark(slots->arena, slot->tag), NULL};
        const struct named *found = bsearch(&sought, named, count, sizeof *named, compare_names);
        if (!found || found->bookmark->is_joined)
            continue;
        found->bookmark->is_joined = true;
        slot->bookmark = found->name;
        slot->also = found->bookmark;
    }
}

/* what stands behind a field */

static bool goes_on(const struct slot_paragraph *above, const struct slot_paragraph *below)
{
    return !below->has_slots && above->parent == below->parent &&
           text_equal(above->style, below->style);
}

static void find_reaches(struct slots *slots)
{
    struct slot_paragraph *below = NULL;
    for (size_t i = slots->paragraph_count; i-- > 0; below = &slots->paragraphs[i]) {
        struct slot_paragraph *paragraph = &slots->paragraphs[i];
        bool is_followed = below && goes_on(paragraph, below);
        paragraph->reach = is_followed ? below->reach : paragraph->to;
    }
}

/* The first slot that opens behind another; NULL if there is none. */
static const struct slot *slot_behind(const struct slots *slots, const struct slot *slot)
{
    size_t low = 0, high = slots->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slots->slots[middle].opened <= slot->closed)
            low = middle + 1;
        else
            high = middle;
    }
    return low < slots->count ? &slots->slots[low] : NULL;
}

static size_t after_end(const struct slots *slots, const struct slot *slot)
{
    if (!slot->paragraphs)
        return slot->to;
    const struct slot_paragraph *paragraph = &slots->paragraphs[slot->paragraphs - 1];
    const struct slot *next = slot_behind(slots, slot);
    size_t end = next && next->from < paragraph->reach ? next->from : paragraph->reach;
    return end > slot->to ? end : slot->to;
}

/* fields */

static const char *stretch(const struct slots *slots, size_t from, size_t to)
{
    const char *text = buffer_text(&slots->text);
    return text_strip(slots->arena, arena_copy_n(slots->arena, text + from, to - from));
}

static const char *value_of(const struct slots *slots, const struct slot *slot)
{
    const char *value = stretch(slots, slot->from, slot->to);
    return *value || !slot->also ? value : value_of(slots, slot->also);
}

static const char *after_of(const struct slots *slots, const struct slot *slot)
{
    const struct slot *last = slot->also && slot->also->closed > slot->closed ? slot->also : slot;
    return stretch(slots, last->to, after_end(slots, last));
}

static size_t size_of(const struct slots *slots, const struct slot *slot)
{
    size_t size = after_end(slots, slot) - slot->from;
    return slot->also ? size + size_of(slots, slot->also) : size;
}

/* Bookmarks may overlap: what they hold together may be more than the text. */
static bool has_room(struct findings *findings, const struct slots *slots, struct place place)
{
    size_t sum = 0;
    for (const struct slot *slot = slots->slots; slot < slots->slots + slots->count; slot++)
        sum += slot->is_joined ? 0 : size_of(slots, slot);
    if (sum <= LIMIT_FIELD_BYTES->now)
        return true;
    finding_add_limit(findings, RULE_DOCX_FIELDS, place, LIMIT_FIELD_BYTES, NULL);
    return false;
}

struct read_field *slots_settle(struct findings *findings, struct slots *slots, struct place place,
                                size_t *count)
{
    *count = 0;
    if (!slots->count)
        return NULL;
    struct read_field *fields = ARENA_ARRAY(slots->arena, struct read_field, slots->count);
    close_bookmarks(slots);
    find_reaches(slots);
    join_to_bookmark_around(slots);
    join_to_bookmark_inside(slots);
    join_to_bookmark_named(slots);
    if (!has_room(findings, slots, place))
        return NULL;
    for (const struct slot *slot = slots->slots; slot < slots->slots + slots->count; slot++)
        if (!slot->is_joined)
            fields[(*count)++] =
                (struct read_field){slot->tag, slot->bookmark, value_of(slots, slot), slot->origin,
                                    after_of(slots, slot)};
    return fields;
}
