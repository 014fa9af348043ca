/* A piece is kept if its expressions see nothing but the subtree that stays, and what it writes
 * depends on nothing else that was written: it has no form fields, whose ids are given out in the
 * document, and includes nothing. */
#include "compose/keep.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "tag/reach.h"

/* What was composed, and what it depends on. */
struct kept {
    struct kept *next;
    const struct xml_node *steady;
    const char *path; /* of the node that it ran on */
    long position, size;
    enum role role;
    bool is_traced;
    struct labels before, after;
    size_t turns;
    bool landscape;
    const struct block *first;
};

struct keeping {
    bool varies; /* nothing more is kept of it */
    struct kept *first;
    size_t count;
};

/* A piece that comes out in more ways than this varies. */
enum { WAYS_MOST = 16 };

struct keeping *keeping_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct keeping);
}

/* what a piece sees */

static bool pieces_stay(const struct piece *piece, struct reach from);

static bool expression_stays(const char *expression, struct reach from)
{
    struct reach inside;
    return reach_sight(expression, from, &inside) != SIGHT_LOST;
}

/* Where what stands in a section runs: on each node, or where the section stands. */
static bool section_stays(const struct tag *tag, struct reach from, struct reach *inner)
{
    struct reach inside;
    enum sight sight = reach_sight(tag->expression, from, &inside);
    *inner = sight == SIGHT_NODES && tag->kind == TAG_SECTION ? inside : from;
    return sight != SIGHT_LOST;
}

static bool items_stay(const struct item *item, struct reach from)
{
    struct reach inner;
    for (; item; item = item->next) {
        if (item->kind == ITEM_TAG &&
            (item->tag->kind == TAG_FIELD || !expression_stays(item->tag->expression, from)))
            return false;
        if (item->kind == ITEM_SECTION &&
            !(section_stays(item->tag, from, &inner) && items_stay(item->children, inner)))
            return false;
    }
    return true;
}

static bool column_stays(const struct column *column, struct reach table, struct reach row)
{
    struct reach node = row;
    if (column->node_source && reach_sight(column->node_source, row, &node) != SIGHT_NODES)
        return false;
    return pieces_stay(column->header, table) && pieces_stay(column->cell, node);
}

static bool table_stays(const struct table_plan *plan, struct reach from)
{
    struct reach row;
    if (plan->is_supplied || !plan->rows_source ||
        reach_sight(plan->rows_source, from, &row) != SIGHT_NODES)
        return false;
    const struct column *column = plan->columns;
    while (column && column_stays(column, from, row))
        column = column->next;
    return !column;
}

static bool piece_stays(const struct piece *piece, struct reach from)
{
    struct reach inner;
    switch (piece->kind) {
    case PIECE_HEADING:
    case PIECE_PARAGRAPH:
    case PIECE_LIST:
        return items_stay(piece->items, from) && items_stay(piece->run_in, from);
    case PIECE_SECTION:
        return section_stays(piece->tag, from, &inner) && pieces_stay(piece->children, inner);
    case PIECE_ROLE:
        return pieces_stay(piece->children, from);
    case PIECE_TABLE:
        return table_stays(piece->table, from);
    default:
        return false;
    }
}

static bool pieces_stay(const struct piece *piece, struct reach from)
{
    while (piece && piece_stays(piece, from))
        piece = piece->next;
    return !piece;
}

/* keeping it */

static bool fits(const struct composer *composer, const struct kept *kept, const struct kept *asked)
{
    return kept->steady == asked->steady && kept->position == asked->position &&
           kept->size == asked->size && kept->role == asked->role &&
           kept->is_traced == asked->is_traced && labels_equal(&kept->before, &asked->before) &&
           text_equal(kept->path, asked->path) && composer->turns + kept->turns <= LIMIT_TURNS->now;
}

static void add_keepers(struct block *block, struct arena *arena)
{
    for (; block; block = block->next) {
        block->keeper = ARENA_NEW(arena, struct keeper);
        block->keeper->arena = arena;
    }
}

/* As for this document, but on the arena where templates live. */
static void compose_kept(struct composer *composer, const struct piece *piece, struct scope scope,
                         const struct target *target, struct findings *findings, struct kept *kept)
{
    const struct composer outer = *composer;
    struct section section = {0};
    struct target inner = *target;
    composer->arena = findings->arena;
    composer->findings = findings;
    composer->keeps = false;
    composer->section = inner.section = &section;
    if (composer->paths)
        composer->paths = xml_paths_new(findings->arena);
    tag_engine_use(composer->tags, findings);
    run_piece(composer, piece, scope, &inner);
    tag_engine_use(composer->tags, outer.findings);
    kept->turns = composer->turns - outer.turns;
    kept->after = composer->labels;
    kept->landscape = section.landscape;
    kept->first = section.first;
    add_keepers(section.first, findings->arena);
    *composer = outer;
}

/* What is wrong has to be told of each document: such a piece is not kept. Beyond the limit of
 * turns there is nothing to keep: it was told before. */
static const struct kept *keep(struct composer *composer, const struct piece *piece,
                               struct scope scope, const struct target *target,
                               const struct kept *asked)
{
    struct keeping *keeping = piece->keeping;
    struct findings findings = findings_on(composer->lasting->arena);
    struct kept *kept = ARENA_NEW(findings.arena, struct kept);
    *kept = *asked;
    kept->path = arena_copy(findings.arena, asked->path);
    compose_kept(composer, piece, scope, target, &findings, kept);
    findings_hand_on(&findings, composer->findings);
    kept->next = keeping->first;
    keeping->first = kept;
    keeping->varies = findings.first || composer->turns + kept->turns > LIMIT_TURNS->now ||
                      ++keeping->count == WAYS_MOST;
    return kept;
}

/* Blocks stand in one section each; what they hold may stand in many. */
static void put(struct composer *composer, const struct kept *kept, const struct target *target)
{
    for (const struct block *block = kept->first; block; block = block->next) {
        struct block *copy = ARENA_NEW(composer->arena, struct block);
        *copy = *block;
        section_add_block(target->section, copy);
    }
    target->section->landscape |= kept->landscape;
    composer->labels = kept->after;
    composer->turns += kept->turns;
}

static const struct kept *find(const struct composer *composer, const struct piece *piece,
                               const struct kept *asked)
{
    const struct kept *kept = piece->keeping->first;
    while (kept && !fits(composer, kept, asked))
        kept = kept->next;
    return kept;
}

/* Most pieces run on the node that the one before ran on. */
static const char *path_of(struct composer *composer, struct xml_node *node)
{
    if (composer->last_node != node) {
        composer->last_node = node;
        composer->last_path = xml_path(composer->arena, node);
    }
    return composer->last_path;
}

bool keep_run(struct composer *composer, const struct piece *piece, struct scope scope,
              const struct target *target)
{
    if (!composer->keeps || target->cell || piece->keeping->varies)
        return false;
    const struct kept asked = {
        .steady = composer->steady,
        .path = path_of(composer, scope.node),
        .position = scope.position,
        .size = scope.size,
        .role = target->role,
        .is_traced = composer->paths,
        .before = composer->labels,
    };
    const struct kept *kept = find(composer, piece, &asked);
    if (!kept && !piece_stays(piece, reach_of(composer->steady, scope.node))) {
        piece->keeping->varies = true;
        return false;
    }
    put(composer, kept ? kept : keep(composer, piece, scope, target, &asked), target);
    return true;
}
