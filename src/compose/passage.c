/* Markdown, with placeholders for tags, becomes pieces: titles, headings, paragraphs, numbered
 * paragraphs. */
#include "base/limits.h"
#include "base/text.h"
#include "compose/compose.h"
#include "compose/template.h"
#include "markdown/read.h"

struct builder {
    struct compiler *compiler;
    struct place place; /* of the text's first line */
    const struct tag_list *tags;
    struct piece **end;
};

static struct place place_of(const struct builder *builder, const struct markdown_block *block)
{
    return (struct place){builder->place.file, builder->place.line + block->line - 1, 0};
}

static void report_unpaired(struct builder *builder, const struct markdown_unpaired *unpaired)
{
    struct place place = builder->place;
    place.line += unpaired->line - 1;
    place.column = 0;
    REPORT(builder->compiler->findings, RULE_MARK_UNPAIRED, place, unpaired->tag, unpaired->other);
}

static struct item *items_of(struct builder *builder, const struct markdown_block *block)
{
    for (const struct markdown_unpaired *tag = block->unpaired; tag; tag = tag->next)
        report_unpaired(builder, tag);
    return items_compile(builder->compiler, block->inlines, place_of(builder, block),
                         builder->tags);
}

static struct piece *add(struct builder *builder, enum piece_kind kind,
                         const struct markdown_block *block)
{
    struct piece *piece = ARENA_NEW(builder->compiler->findings->arena, struct piece);
    piece->kind = kind;
    piece->place = place_of(builder, block);
    piece->keeping = keeping_new(builder->compiler->findings->arena);
    *builder->end = piece;
    builder->end = &piece->next;
    return piece;
}

/* What cannot stand; the English names are those of the Markdown reader. */
static const char *const unsupported[][LANGUAGE_COUNT] = {
    {"a block quote", "引用"},
    {"a code block", "代码块"},
    {"an HTML block", "HTML 块"},
    {"a thematic break", "分隔线"},
    {"an image", "图片"},
    {"a bullet list", "不编号的列表"},
    {"a heading in a list", "列表里的标题"},
    {"a heading of level 6", "六级标题"},
    {"a list in a list in a list", "三层列表"},
    {"a pipe table", "竖线表格"},
    {"lists nested too deep", "嵌套太深的列表"},
};

const char *compose_in_chinese(const char *what)
{
    for (size_t i = 0; i < sizeof unsupported / sizeof *unsupported; i++)
        if (text_equal(unsupported[i][LANGUAGE_ENGLISH], what))
            return unsupported[i][LANGUAGE_CHINESE];
    return what;
}

static void report_unsupported(struct builder *builder, const struct markdown_block *block,
                               const char *what)
{
    REPORT(builder->compiler->findings, RULE_TEMPLATE_MARKDOWN, place_of(builder, block), what,
           compose_in_chinese(what));
}

/* The paragraph right below a heading runs in. */
static const struct markdown_block *add_heading(struct builder *builder,
                                                const struct markdown_block *block)
{
    enum { TITLE = 1, DEEPEST = 5 };
    if (block->level > DEEPEST) {
        report_unsupported(builder, block, "a heading of level 6");
        return block->next;
    }
    struct piece *piece = add(builder, block->level == TITLE ? PIECE_TITLE : PIECE_HEADING, block);
    const struct markdown_block *next = block->next;
    piece->level = block->level - 1;
    piece->items = items_of(builder, block);
    if (!next || !next->follows || next->kind != MARKDOWN_PARAGRAPH || piece->kind == PIECE_TITLE)
        return next;
    piece->run_in = items_of(builder, next);
    return next->next;
}

static void add_blocks(struct builder *builder, const struct markdown_block *block);

static void add_list(struct builder *builder, const struct markdown_block *list, int level)
{
    enum { LEVELS = 2 };
    int number = list->start;
    if (!list->ordered || level > LEVELS) {
        report_unsupported(builder, list,
                           list->ordered ? "a list in a list in a list" : "a bullet list");
        return;
    }
    for (const struct markdown_block *item = list->children; item; item = item->next) {
        const struct markdown_block *child = item->children;
        struct piece *piece = add(builder, PIECE_LIST, item);
        piece->level = level;
        piece->start = number++;
        if (child && child->kind == MARKDOWN_PARAGRAPH) {
            piece->items = items_of(builder, child);
            child = child->next;
        }
        for (; child; child = child->next) {
            if (child->kind == MARKDOWN_LIST)
                add_list(builder, child, level + 1);
            else if (child->kind == MARKDOWN_PARAGRAPH)
                add(builder, PIECE_PARAGRAPH, child)->items = items_of(builder, child);
            else
                report_unsupported(builder, child, child->what);
        }
    }
}

/* A {{& x }} alone in its paragraph stands for blocks, not for text. */
static bool is_lone_markdown(const struct item *items)
{
    return items && !items->next && items->kind == ITEM_TAG && items->tag->kind == TAG_MARKDOWN;
}

static void add_paragraph(struct builder *builder, const struct markdown_block *block)
{
    struct item *items = items_of(builder, block);
    bool lone = is_lone_markdown(items);
    struct piece *piece = add(builder, lone ? PIECE_MARKDOWN : PIECE_PARAGRAPH, block);
    piece->items = items;
    piece->tag = lone ? items->tag : NULL;
}

static void add_blocks(struct builder *builder, const struct markdown_block *block)
{
    while (block) {
        if (block->kind == MARKDOWN_HEADING) {
            block = add_heading(builder, block);
            continue;
        }
        if (block->kind == MARKDOWN_PARAGRAPH)
            add_paragraph(builder, block);
        else if (block->kind == MARKDOWN_LIST)
            add_list(builder, block, 1);
        else
            report_unsupported(builder, block, block->what);
        block = block->next;
    }
}

static struct piece *blocks_compile(struct compiler *compiler, const struct markdown_block *blocks,
                                    struct place place, const struct tag_list *tags)
{
    struct piece *first = NULL;
    struct builder builder = {compiler, place, tags, &first};
    add_blocks(&builder, blocks);
    return first;
}

struct piece *passages_compile(struct compiler *compiler, const char *text, struct place place,
                               const struct tag_list *tags)
{
    return blocks_compile(compiler, markdown_read_marked(compiler->findings->arena, text), place,
                          tags);
}

struct piece *markdown_compile(struct compiler *compiler, const char *text, struct place place)
{
    static const struct tag_list none = {NULL, 0};
    return blocks_compile(compiler, markdown_read(compiler->findings->arena, text), place, &none);
}
