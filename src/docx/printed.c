/* What is printed of a block depends on the style, on what stands beside it, and on how far the
 * page is filled. */
#include "docx/printed.h"

struct printed {
    struct printed *next;
    const struct style *style;
    long width;
    struct setting setting;
    int above, below; /* what stands there */
    struct page page, page_after;
    const char *bytes;
    size_t length;
};

/* A block is kept in so many ways, as pages are filled in so many. */
enum { WAYS_MOST = 16 };

/* The role of a paragraph, or what else there is. */
static int what_is(const struct block *block)
{
    enum { NOTHING = ROLE_COUNT, TABLE, CHART };
    if (!block)
        return NOTHING;
    if (block->kind == BLOCK_PARAGRAPH)
        return (int)block->paragraph.role;
    return block->kind == BLOCK_TABLE ? TABLE : CHART;
}

/* Comments stand in one document, and what ends a section holds what is said of it. In a cell
 * blocks are printed with it. */
static bool may_be_kept(const struct body *body, const struct block *block, struct setting setting)
{
    return block->keeper && block->kind != BLOCK_CHART && !body->docx->anchor_count &&
           !body->in_cell && !setting.ends && !setting.align;
}

static bool same_fit(const struct fit *a, const struct fit *b)
{
    return a->size == b->size && a->scale == b->scale && a->line == b->line &&
           a->before == b->before && a->after == b->after;
}

static bool same_setting(const struct setting *a, const struct setting *b)
{
    return a->joins_previous == b->joins_previous && a->is_joined == b->is_joined &&
           a->keep == b->keep && a->is_placed == b->is_placed && a->right.chars == b->right.chars &&
           a->right.twips == b->right.twips && same_fit(&a->fit, &b->fit) &&
           a->space.above == b->space.above && a->space.below == b->space.below;
}

static bool same_page(const struct page *a, const struct page *b)
{
    return a->height == b->height && a->used == b->used && a->kept == b->kept;
}

static bool fits(const struct printed *printed, const struct printed *asked)
{
    return printed->style == asked->style && printed->width == asked->width &&
           printed->above == asked->above && printed->below == asked->below &&
           same_page(&printed->page, &asked->page) &&
           same_setting(&printed->setting, &asked->setting);
}

static struct printed *make(const struct body *body, const struct block *previous,
                            const struct block *block, const struct printed *asked,
                            block_printer *print)
{
    struct arena *arena = block->keeper->arena;
    struct body own = *body;
    struct printed *printed = ARENA_NEW(arena, struct printed);
    *printed = *asked;
    own.out = xml_fragment_new(arena);
    print(&own, previous, block, asked->setting);
    printed->bytes = xml_fragment_finish(own.out, &printed->length);
    printed->page_after = own.page;
    return printed;
}

/* NULL if it is kept in many ways, and not in this one. */
static const struct printed *take(const struct body *body, const struct block *previous,
                                  const struct block *block, struct setting setting,
                                  block_printer *print)
{
    struct keeper *keeper = block->keeper;
    const struct printed asked = {
        .next = keeper->printed,
        .style = body->docx->style,
        .width = body->width,
        .setting = setting,
        .above = what_is(previous),
        .below = what_is(block->next),
        .page = body->page,
    };
    int ways = 0;
    for (const struct printed *p = keeper->printed; p; p = p->next, ways++)
        if (fits(p, &asked))
            return p;
    if (ways == WAYS_MOST)
        return NULL;
    return keeper->printed = make(body, previous, block, &asked, print);
}

void printed_write(struct body *body, const struct block *previous, const struct block *block,
                   struct setting setting, block_printer *print)
{
    const struct printed *printed =
        may_be_kept(body, block, setting) ? take(body, previous, block, setting, print) : NULL;
    if (!printed) {
        print(body, previous, block, setting);
        return;
    }
    xml_verbatim(body->out, printed->bytes, printed->length);
    body->page = printed->page_after;
}
