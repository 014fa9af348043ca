/* Filling headers and footers. */
#include "flow/letterhead_fill.h"

#include "fill/fill.h"

static bool has_text(const struct letterhead_part *part)
{
    return part->is_header || part->is_footer;
}

/* Headers and footers, in their order; *count is set. */
static struct fill_part *texts_of(struct arena *arena, const struct letterhead *letterhead,
                                  size_t *count)
{
    struct fill_part *texts = ARENA_ARRAY(arena, struct fill_part, letterhead->count);
    *count = 0;
    for (size_t i = 0; i < letterhead->count; i++) {
        const struct letterhead_part *part = &letterhead->parts[i];
        if (has_text(part))
            texts[(*count)++] = (struct fill_part){part->source, part->file};
    }
    return texts;
}

static const struct letterhead *with_texts(struct arena *arena, const struct letterhead *letterhead,
                                           const struct fill_part *texts)
{
    struct letterhead *filled = ARENA_NEW(arena, struct letterhead);
    *filled = *letterhead;
    filled->parts = ARENA_ARRAY(arena, struct letterhead_part, letterhead->count);
    for (size_t i = 0; i < letterhead->count; i++) {
        filled->parts[i] = letterhead->parts[i];
        if (has_text(&letterhead->parts[i]))
            filled->parts[i].file = texts++->text;
    }
    return filled;
}

const struct letterhead *letterhead_fill(struct findings *findings,
                                         const struct letterhead *letterhead, const char *path,
                                         const struct notice *notice, struct composer *composer)
{
    size_t count;
    if (!letterhead)
        return NULL;
    struct fill_part *texts = texts_of(findings->arena, letterhead, &count);
    struct fill_data data = {
        .document = notice->joined,
        .vocabulary = composer_vocabulary(composer),
        .composer = composer,
    };
    if (!fill_parts(findings, path, texts, count, data))
        return NULL;
    return with_texts(findings->arena, letterhead, texts);
}
