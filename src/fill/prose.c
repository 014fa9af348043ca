/* Markdown in the data, and prose, in the styles of the template. */
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "fill/play.h"
#include "markdown/read.h"

static const char text_open[] = "<w:t xml:space=\"preserve\">";

/* A run of a paragraph that has a style: nothing but that tells how it looks. */
static const struct op styled = {.head = {"<w:r>", 5}};

/* The properties of a run, with what a mark adds to them (in the order of CT_RPr). */
static void face_play(struct player *player, const struct op *face, unsigned marks)
{
    bool is_bare = !face->middle.length;
    marks &= ~face->marks;
    bytes_play(player, face->head);
    if (is_bare && marks)
        buffer_add(&player->out, "<w:rPr>");
    if (marks & MARKDOWN_STRONG)
        buffer_add(&player->out, "<w:b/><w:bCs/>");
    if (marks & MARKDOWN_EMPHASIS)
        buffer_add(&player->out, "<w:i/><w:iCs/>");
    if (marks & MARKDOWN_DELETED)
        buffer_add(&player->out, "<w:strike/>");
    if (marks & MARKDOWN_INSERTED)
        buffer_add(&player->out, "<w:u w:val=\"single\"/>");
    if (is_bare && marks)
        buffer_add(&player->out, "</w:rPr>");
    bytes_play(player, face->middle);
}

static void words_play(struct player *player, const struct op *face, const char *text,
                       unsigned marks)
{
    face_play(player, face, marks);
    buffer_add(&player->out, text_open);
    text_escape(&player->out, text, strlen(text));
    buffer_add(&player->out, "</w:t></w:r>");
    player->seen = true;
}

static void break_play(struct player *player, const struct op *face)
{
    face_play(player, face, 0);
    buffer_add(&player->out, "<w:br/></w:r>");
}

static void inlines_play(struct player *player, const struct op *face,
                         const struct markdown_inline *inlines, unsigned marks)
{
    for (; inlines; inlines = inlines->next)
        if (inlines->kind == MARKDOWN_TEXT)
            words_play(player, face, inlines->text, inlines->marks | marks);
        else
            break_play(player, face);
}

/* A paragraph of a role begins: in the style that the template has for it, else as the paragraph
 * that the tag stands in. Gives how its runs look. */
static const struct op *paragraph_begin(struct player *player, const struct op *op, enum role role)
{
    const char *style = looks_style(player->filling->looks, role);
    buffer_add(&player->out, "<w:p>");
    if (style)
        buffer_printf(&player->out, "<w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    else
        bytes_play(player, op->properties);
    return style ? &styled : op;
}

/* Markdown */

/* A value that is read as Markdown. */
struct source {
    const struct op *op;
    const struct xml_node *node; /* that it comes from, or that its expression was worked out on */
};

static void refuse(struct player *player, const struct source *source, const char *english,
                   const char *chinese)
{
    const char *file = xml_file(source->node);
    REPORT_MARK(player->filling->filler, player->program->story, source->op->mark,
                RULE_FILL_MARKDOWN, english, chinese, xml_path(player->out.arena, source->node),
                file ? file : "");
}

/* NULL and reported if there is nothing. */
static const struct markdown_block *read_blocks(struct player *player, const struct op *op,
                                                struct scope scope, const struct xpath_value *value)
{
    struct arena *arena = player->filling->filler->arena;
    const char *text = value->kind == VALUE_NODES && value->count
                           ? xml_raw_content(arena, value->nodes[0])
                           : xpath_string(arena, value);
    const struct markdown_block *blocks = markdown_read(arena, text);
    if (!blocks)
        empty_report(player, op->mark, scope);
    return blocks;
}

static struct source source_of(const struct op *op, struct scope scope,
                               const struct xpath_value *value)
{
    return (struct source){op, value->from ? value->from : scope.node};
}

void phrase_play(struct player *player, const struct op *op, struct scope scope)
{
    struct xpath_value value;
    if (!mark_run(player, op->mark, scope, &value))
        return;
    const struct markdown_block *block = read_blocks(player, op, scope, &value);
    struct source source = source_of(op, scope, &value);
    if (!block)
        return;
    if (block->kind == MARKDOWN_UNSUPPORTED)
        refuse(player, &source, block->what, compose_in_chinese(block->what));
    else if (block->kind == MARKDOWN_LIST)
        refuse(player, &source, "a list beside other words", "夹在文字里的列表");
    else
        inlines_play(player, op, block->inlines, 0);
}

static void block_play(struct player *player, const struct source *source,
                       const struct markdown_block *block, const char *label)
{
    bool is_heading = block->kind == MARKDOWN_HEADING;
    enum role role = !is_heading        ? ROLE_BODY
                     : block->level < 5 ? role_heading(block->level)
                                        : ROLE_HEADING_4;
    if (block->kind == MARKDOWN_UNSUPPORTED) {
        refuse(player, source, block->what, compose_in_chinese(block->what));
        return;
    }
    const struct op *face = paragraph_begin(player, source->op, role);
    if (*label)
        words_play(player, face, label, 0);
    inlines_play(player, face, block->inlines,
                 is_heading && face == source->op ? MARKDOWN_STRONG : 0);
    buffer_add(&player->out, "</w:p>");
}

static void list_play(struct player *player, const struct source *source,
                      const struct markdown_block *list, int depth);

/* The paragraphs of an item behind the first have no label. */
static void item_play(struct player *player, const struct source *source,
                      const struct markdown_block *item, const char *label, int depth)
{
    for (const struct markdown_block *block = item->children; block; block = block->next) {
        if (block->kind == MARKDOWN_LIST)
            list_play(player, source, block, depth + 1);
        else
            block_play(player, source, block, label);
        label = "";
    }
}

/* Labels are text, as everywhere: "1." and inside it "（1）"; "•" of a list without numbers. */
static void list_play(struct player *player, const struct source *source,
                      const struct markdown_block *list, int depth)
{
    struct arena *arena = player->filling->filler->arena;
    int number = list->start;
    for (const struct markdown_block *item = list->children; item; item = item->next, number++)
        item_play(player, source, item,
                  !list->ordered ? "• " : arena_printf(arena, depth ? "（%d）" : "%d. ", number),
                  depth);
}

static void markdown_play(struct player *player, const struct source *source,
                          const struct markdown_block *block)
{
    for (; block; block = block->next)
        if (block->kind == MARKDOWN_LIST)
            list_play(player, source, block, 0);
        else
            block_play(player, source, block, "");
}

/* prose, which is composed as in a document of ours */

static bool is_heading(enum role role)
{
    return role >= ROLE_HEADING_1 && role <= ROLE_HEADING_4;
}

/* Words of a heading are bold where no style of the template says how they look. */
static void run_play(struct player *player, const struct op *op, const struct op *face,
                     const struct run *run)
{
    bool is_strong = face == op && (is_heading(run->face) || run->face == ROLE_TABLE_HEADER);
    if (run->kind == RUN_BREAK)
        break_play(player, face);
    else if (run->kind == RUN_FIELD)
        control_play(player, op, run);
    else
        words_play(player, face, run->text, run->marks | (is_strong ? MARKDOWN_STRONG : 0));
}

void runs_play(struct player *player, const struct op *op, bool is_styled,
               const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next)
        run_play(player, op, is_styled ? &styled : op, run);
}

/* Where text runs in behind a heading the paragraph is one of text: a style would make all of it
 * look like a heading. */
static enum role role_of(const struct paragraph *paragraph)
{
    for (const struct run *run = paragraph->first; run; run = run->next)
        if (is_heading(paragraph->role) && run->face != paragraph->role)
            return ROLE_BODY;
    return paragraph->role;
}

static void composed_paragraph_play(struct player *player, const struct op *op,
                                    const struct paragraph *paragraph)
{
    const struct op *face = paragraph_begin(player, op, role_of(paragraph));
    runs_play(player, op, face != op, paragraph);
    buffer_add(&player->out, "</w:p>");
}

static void composed_play(struct player *player, const struct op *op, const struct block *block)
{
    if (block->kind == BLOCK_PARAGRAPH)
        composed_paragraph_play(player, op, &block->paragraph);
    else if (block->kind == BLOCK_TABLE)
        table_play(player, op, &block->table);
    else
        REPORT_MARK(player->filling->filler, player->program->story, op->mark, RULE_FILL_BLOCK,
                    block->origin.file, arena_printf(player->out.arena, "%ld", block->origin.line));
}

static void prose_play(struct player *player, const struct op *op, struct xml_node *prose)
{
    const struct section *section = compose_prose(player->filling->composer, prose);
    for (const struct block *block = section->first; block; block = block->next)
        composed_play(player, op, block);
}

void blocks_play(struct player *player, const struct op *op, struct scope scope)
{
    struct xpath_value value;
    if (!mark_run(player, op->mark, scope, &value))
        return;
    struct xml_node *node = value.kind == VALUE_NODES && value.count ? value.nodes[0] : NULL;
    struct source source = source_of(op, scope, &value);
    if (node && player->filling->composer && xml_is(node, "prose"))
        prose_play(player, op, node);
    else
        markdown_play(player, &source, read_blocks(player, op, scope, &value));
}
