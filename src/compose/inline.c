/* The inside of a paragraph: texts, breaks, tags, and sections that open and close in it. */
#include "base/limits.h"
#include "base/text.h"
#include "compose/template.h"
#include "markdown/read.h"

struct builder {
    struct compiler *compiler;
    const struct tag_list *tags;
    struct place place;
    struct item **end;
    struct {
        struct item *section;
        struct item **end; /* where to go on after it */
    } open[LIMIT_SECTION_DEPTH];
    int depth;
    int too_deep; /* open sections beyond the limit */
};

static struct arena *arena_of(const struct builder *builder)
{
    return builder->compiler->findings->arena;
}

static struct item *add(struct builder *builder, enum item_kind kind, unsigned marks)
{
    struct item *item = ARENA_NEW(arena_of(builder), struct item);
    *item = (struct item){.kind = kind, .marks = marks, .place = builder->place};
    *builder->end = item;
    builder->end = &item->next;
    return item;
}

static void add_text(struct builder *builder, const char *text, size_t length, unsigned marks)
{
    if (length)
        add(builder, ITEM_TEXT, marks)->text = arena_copy_n(arena_of(builder), text, length);
}

static void open_section(struct builder *builder, const struct tag *tag, unsigned marks)
{
    if (builder->depth == LIMIT_SECTION_DEPTH) {
        char *most = arena_printf(arena_of(builder), "%d", LIMIT_SECTION_DEPTH);
        REPORT(builder->compiler->findings, RULE_TEMPLATE_DEPTH, tag->place, most);
        builder->too_deep++;
        return;
    }
    struct item *item = add(builder, ITEM_SECTION, marks);
    item->tag = tag;
    item->place = tag->place;
    builder->open[builder->depth].section = item;
    builder->open[builder->depth++].end = builder->end;
    builder->end = &item->children;
}

static void close_section(struct builder *builder, const struct tag *tag)
{
    if (builder->too_deep)
        builder->too_deep--;
    else if (builder->depth)
        builder->end = builder->open[--builder->depth].end;
    else
        finding_add(builder->compiler->findings, RULE_TAG_UNOPENED, tag->place,
                    (const char *const[]){NULL});
}

static void add_tag(struct builder *builder, const struct tag *tag, unsigned marks)
{
    switch (tag->kind) {
    case TAG_SECTION:
    case TAG_INVERTED:
        open_section(builder, tag, marks);
        break;
    case TAG_END:
        close_section(builder, tag);
        break;
    case TAG_PARTIAL:
        REPORT(builder->compiler->findings, RULE_TAG_SYNTAX, tag->place, tag->source,
               "another template stands alone on its line", "引用模板的标签要自成一行");
        break;
    case TAG_MERGE:
        REPORT(builder->compiler->findings, RULE_TAG_SYNTAX, tag->place, tag->source,
               "it stands in the tables of Word files; a column of a table block has node: and "
               "merge:",
               "这个标签只用在 Word 文件的表格里；表格块的列请写 node: 和 merge:");
        break;
    default: {
        struct item *item = add(builder, ITEM_TAG, marks);
        item->tag = tag;
        item->place = tag->place;
    }
    }
}

static const struct tag *tag_of(const struct builder *builder, uint32_t code)
{
    if (code < PLACEHOLDER_FIRST || code - PLACEHOLDER_FIRST >= builder->tags->count)
        return NULL;
    return builder->tags->tag[code - PLACEHOLDER_FIRST];
}

static void add_inline(struct builder *builder, const struct markdown_inline *part)
{
    if (part->kind == MARKDOWN_LINE_BREAK) {
        add(builder, ITEM_BREAK, part->marks);
        return;
    }
    const char *start = part->text, *at = part->text, *here = at;
    for (uint32_t code; (code = text_next(&at)); here = at) {
        const struct tag *tag = tag_of(builder, code);
        if (!tag)
            continue;
        add_text(builder, start, (size_t)(here - start), part->marks);
        add_tag(builder, tag, part->marks);
        start = at;
    }
    add_text(builder, start, (size_t)(here - start), part->marks);
}

struct item *items_compile(struct compiler *compiler, const struct markdown_inline *inlines,
                           struct place place, const struct tag_list *tags)
{
    struct item *first = NULL;
    struct builder builder = {.compiler = compiler, .tags = tags, .place = place, .end = &first};
    for (; inlines; inlines = inlines->next)
        add_inline(&builder, inlines);
    while (builder.depth) {
        const struct tag *tag = builder.open[--builder.depth].section->tag;
        REPORT(compiler->findings, RULE_TAG_UNCLOSED, tag->place, tag->source);
    }
    return first;
}
