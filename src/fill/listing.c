/* Telling which tags a template has and what they ask for. */
#include "fill/listing.h"

#include "base/limits.h"

/* The sections that are open. */
struct listing {
    struct arena *arena;
    const char *context[LIMIT_SECTION_DEPTH + 1]; /* where the paths in each begin */
    int depth;
};

void story_watch(struct filler *filler, const struct story *story)
{
    for (struct mark *mark = story->marks; mark; mark = mark->next)
        mark->sight = ARENA_NEW(filler->arena, struct sight);
}

static const struct need *needs_of_field(const struct listing *listing,
                                         const struct tag_field *field)
{
    struct need *first = NULL, **end = &first;
    for (const struct id_part *part = field->id; part; part = part->next) {
        if (part->xpath)
            *end = needs_of(listing->arena, part->text, listing->context[listing->depth]);
        while (*end)
            end = &(*end)->next;
    }
    return first;
}

static const struct need *needs_of_mark(const struct listing *listing, const struct mark *mark)
{
    static const unsigned asking = 1u << TAG_VALUE | 1u << TAG_OPTIONAL | 1u << TAG_MARKDOWN |
                                   1u << TAG_SECTION | 1u << TAG_INVERTED | 1u << TAG_MERGE;
    const struct tag *tag = &mark->tag;
    if (tag->kind == TAG_FIELD && tag->field)
        return needs_of_field(listing, tag->field);
    if (!(asking & 1u << tag->kind) || !tag->expression)
        return NULL;
    return needs_of(listing->arena, tag->expression, listing->context[listing->depth]);
}

/* What stands between a section's tags is about what its expression finds. */
static void enter_or_leave(struct listing *listing, const struct mark *mark)
{
    const char *context = listing->context[listing->depth];
    if (!mark->bracket)
        return;
    if (mark->tag.kind == TAG_END) {
        listing->depth--;
        return;
    }
    if (mark->tag.kind == TAG_SECTION && mark->tag.expression)
        context = needs_inside(listing->arena, mark->tag.expression, context);
    listing->context[++listing->depth] = context;
}

struct fill_tag **story_list(struct filler *filler, const struct story *story, bool is_played,
                             struct fill_tag **end)
{
    struct listing listing = {.arena = filler->arena, .context = {""}};
    for (const struct mark *mark = story->marks; mark; mark = mark->next) {
        if (mark->twin)
            continue;
        struct spot spot = mark_spot(filler, story, mark);
        *end = ARENA_NEW(filler->arena, struct fill_tag);
        **end = (struct fill_tag){
            .kind = mark->tag.kind,
            .source = mark->tag.source,
            .needs = needs_of_mark(&listing, mark),
            .where = spot.where,
            .path = spot.path,
            .part = story->name,
            .is_tried = is_played && (mark->tag.xpath || mark->tag.field),
            .found = mark->sight->count,
            .first = mark->sight->first,
        };
        end = &(*end)->next;
        enter_or_leave(&listing, mark);
    }
    return end;
}
