/* Markdown in the data, in the styles of the template. */
#include <string.h>

#include "base/limits.h"
#include "base/ordinal.h"
#include "base/text.h"
#include "fill/play.h"
#include "markdown/read.h"

static const char text_open[] = "<w:t xml:space=\"preserve\">";

/* The properties of a run, with what a mark adds to them (in the order of CT_RPr). */
static void face_play(struct player *player, const struct op *op, unsigned marks)
{
    bool is_bare = !op->middle.length;
    marks &= ~op->marks;
    bytes_play(player, op->head);
    if (is_bare && marks)
        buffer_add(&player->out, "<w:rPr>");
    if (marks & MARKDOWN_STRONG)
        buffer_add(&player->out, "<w:b/><w:bCs/>");
    if (marks & MARKDOWN_EMPHASIS)
        buffer_add(&player->out, "<w:i/><w:iCs/>");
    if (is_bare && marks)
        buffer_add(&player->out, "</w:rPr>");
    bytes_play(player, op->middle);
}

static void words_play(struct player *player, const struct op *op, const char *text, unsigned marks)
{
    face_play(player, op, marks);
    buffer_add(&player->out, text_open);
    text_escape(&player->out, text, strlen(text));
    buffer_add(&player->out, "</w:t></w:r>");
    player->seen = true;
}

static void inlines_play(struct player *player, const struct op *op,
                         const struct markdown_inline *inlines, unsigned marks)
{
    for (; inlines; inlines = inlines->next) {
        if (inlines->kind == MARKDOWN_TEXT) {
            words_play(player, op, inlines->text, inlines->marks | marks);
            continue;
        }
        face_play(player, op, 0);
        buffer_add(&player->out, "<w:br/></w:r>");
    }
}

static bool read_blocks(struct player *player, const struct op *op, struct scope scope,
                        const struct markdown_block **blocks)
{
    struct arena *arena = player->filling->filler->arena;
    struct xpath_value value;
    if (!mark_run(player, op->mark, scope, &value))
        return false;
    const char *text = value.kind == VALUE_NODES && value.count
                           ? xml_raw_content(arena, value.nodes[0])
                           : xpath_string(arena, &value);
    *blocks = markdown_read(arena, text);
    if (!*blocks)
        empty_report(player, op->mark, scope);
    return *blocks;
}

void phrase_play(struct player *player, const struct op *op, struct scope scope)
{
    const struct markdown_block *block;
    if (read_blocks(player, op, scope, &block))
        inlines_play(player, op, block->inlines, 0);
}

/* blocks */

static void report(struct player *player, const struct op *op, const char *what)
{
    REPORT_MARK(player->filling->filler, player->program->story, op->mark, RULE_TEMPLATE_MARKDOWN,
                what);
}

/* A paragraph with a label ahead of its words; "" for none. */
static void block_play(struct player *player, const struct op *op,
                       const struct markdown_block *block, const char *label, unsigned marks)
{
    buffer_add(&player->out, "<w:p>");
    bytes_play(player, op->properties);
    if (*label)
        words_play(player, op, label, marks);
    inlines_play(player, op, block->inlines, marks);
    buffer_add(&player->out, "</w:p>");
}

static void list_play(struct player *player, const struct op *op, const struct markdown_block *list,
                      int depth);

/* The paragraphs of an item behind the first have no label. */
static void item_play(struct player *player, const struct op *op, const struct markdown_block *item,
                      const char *label, int depth)
{
    for (const struct markdown_block *block = item->children; block; block = block->next) {
        if (block->kind == MARKDOWN_LIST)
            list_play(player, op, block, depth + 1);
        else
            block_play(player, op, block, label, 0);
        label = "";
    }
}

/* Labels are text, as everywhere: "1." and inside it "（1）"; "•" of a list without numbers. */
static void list_play(struct player *player, const struct op *op, const struct markdown_block *list,
                      int depth)
{
    struct arena *arena = player->filling->filler->arena;
    int number = list->start;
    if (depth > LIMIT_LIST_DEPTH)
        return;
    for (const struct markdown_block *item = list->children; item; item = item->next, number++)
        item_play(player, op, item,
                  !list->ordered ? "• " : arena_printf(arena, depth ? "（%d）" : "%d. ", number),
                  depth);
}

void blocks_play(struct player *player, const struct op *op, struct scope scope)
{
    const struct markdown_block *block;
    if (!read_blocks(player, op, scope, &block))
        return;
    for (; block; block = block->next)
        if (block->kind == MARKDOWN_LIST)
            list_play(player, op, block, 0);
        else if (block->kind == MARKDOWN_UNSUPPORTED)
            report(player, op, block->what);
        else
            block_play(player, op, block, "",
                       block->kind == MARKDOWN_HEADING ? MARKDOWN_STRONG : 0);
}
