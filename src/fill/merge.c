/* Cells that go on the cell above: where the data of both are the same. */
#include "base/text.h"
#include "fill/play.h"

/* What a cell that may merge stands for: an element, or a text, such as an attribute's. */
struct merging {
    struct xml_node *node;
    const char *text; /* NULL: an element */
    bool goes_on;     /* it shares the cell above */
};

/* A row with such cells. */
struct above {
    const struct op *op; /* of the template */
    struct merging *cells;
};

/* Texts are compared within the cell of the first column that merges, nodes everywhere. */
static bool is_same(const struct above *above, const struct above *row, size_t cell)
{
    const struct merging *before = &above->cells[cell], *now = &row->cells[cell];
    if (!now->text)
        return now->node && now->node == before->node;
    return (cell == 0 || row->cells[0].goes_on) && *now->text &&
           text_equal(now->text, before->text);
}

static void evaluate(struct player *player, const struct op *cell, struct scope scope,
                     struct above *row)
{
    struct arena *arena = player->filling->filler->arena;
    struct merging *merging = &row->cells[cell->number];
    struct xpath_value value;
    if (!mark_run(player, cell->mark, scope, &value))
        return;
    if (value.kind == VALUE_NODES && value.count && xml_is_element(value.nodes[0]))
        merging->node = value.nodes[0];
    else
        merging->text = xpath_string(arena, &value);
    if (player->above && player->above->op == row->op)
        merging->goes_on = is_same(player->above, row, cell->number);
}

void row_play(struct player *player, const struct op *op, struct scope scope)
{
    struct above *outer = player->row,
                 *row = ARENA_NEW(player->filling->filler->arena, struct above);
    *row =
        (struct above){op, ARENA_ARRAY(player->filling->filler->arena, struct merging, op->number)};
    for (const struct op *child = op->children; child; child = child->next)
        if (child->kind == OP_CELL)
            evaluate(player, child, scope, row);
    player->row = row;
    ops_play(player, op->children, scope);
    player->row = outer;
    player->above = row;
}

/* What stands in the cell has its node as context, as what is behind node: in a table block. */
void cell_play(struct player *player, const struct op *op, struct scope scope)
{
    const struct merging *merging = &player->row->cells[op->number];
    struct above *above = player->above;
    ops_play(player, op->before, scope);
    buffer_add(&player->out, merging->goes_on ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
    bytes_play(player, op->middle);
    size_t inside = player->out.length;
    scope.node = merging->node ? merging->node : scope.node;
    if (!merging->goes_on)
        ops_play(player, op->children, scope);
    if (is_blank_since(player, inside) || ends_with_table(player))
        blank_play(player, op);
    bytes_play(player, op->tail);
    player->above = above;
}
