/* The runs of a paragraph, from its items and the data. */
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "compose/run.h"
#include "markdown/read.h"

struct writer {
    struct composer *composer;
    struct block *paragraph;
    enum role face;
};

static struct origin origin_of(const struct writer *writer, struct place place,
                               const struct xml_node *node)
{
    return origin_in(writer->composer, writer->paragraph->origin, place, node);
}

static void add_text(struct writer *writer, const char *text, unsigned marks, struct origin origin)
{
    if (*text)
        paragraph_add_text(writer->composer->arena, writer->paragraph, writer->face, marks, text,
                           origin);
}

static void add_break(struct writer *writer, struct origin origin)
{
    struct run *run = ARENA_NEW(writer->composer->arena, struct run);
    *run = (struct run){.kind = RUN_BREAK, .face = writer->face, .origin = origin};
    paragraph_add_run(writer->paragraph, run);
}

/* A value's line ends are line breaks. */
static void add_value(struct writer *writer, const char *text, unsigned marks, struct origin origin)
{
    for (const char *line = text;;) {
        size_t length = strcspn(line, "\n");
        add_text(writer, arena_copy_n(writer->composer->arena, line, length), marks, origin);
        if (!line[length])
            return;
        add_break(writer, origin);
        line += length + 1;
    }
}

static void write_value(struct writer *writer, const struct item *item, struct scope scope)
{
    struct composer *composer = writer->composer;
    const struct tag *tag = item->tag;
    struct xpath_value value;
    if (!tag_run(composer->tags, tag->xpath, tag->expression, tag->place, scope, &value))
        return;
    const char *text = tag_print(composer->tags, tag, &value);
    if (!text)
        return;
    if (!*text && tag->kind == TAG_VALUE)
        REPORT(composer->findings, RULE_TAG_EMPTY, tag->place, tag->source);
    add_value(writer, text, item->marks, origin_of(writer, tag->place, value.from));
}

/* Markdown inside a paragraph gives its first paragraph's text and marks. */
static void write_markdown(struct writer *writer, const struct item *item, struct scope scope)
{
    struct composer *composer = writer->composer;
    const struct tag *tag = item->tag;
    struct xpath_value value;
    if (!tag_run(composer->tags, tag->xpath, tag->expression, tag->place, scope, &value))
        return;
    const struct markdown_block *block =
        markdown_read(composer->arena, xpath_string(composer->arena, &value));
    struct origin origin = origin_of(writer, tag->place, value.from);
    if (block && block->kind != MARKDOWN_PARAGRAPH)
        REPORT(composer->findings, RULE_TAG_VALUE, tag->place, tag->source,
               "it gives no paragraph of text; let the tag stand in a line of its own",
               "得到的不是一段文字，请让标签单独占一行");
    for (const struct markdown_inline *part = block ? block->inlines : NULL; part;
         part = part->next) {
        if (part->kind == MARKDOWN_LINE_BREAK)
            add_break(writer, origin);
        else
            add_text(writer, part->text, item->marks | part->marks, origin);
    }
}

static void check_length(struct composer *composer, const struct tag *tag, const char *id)
{
    if (text_count(id) > LIMIT_FIELD_ID)
        REPORT(composer->findings, RULE_TAG_FIELD, tag->place, tag->source, id,
               arena_printf(composer->arena, "it is longer than %d characters", LIMIT_FIELD_ID),
               arena_printf(composer->arena, "超过 %d 个字符", LIMIT_FIELD_ID));
}

static void write_field(struct writer *writer, const struct item *item, struct scope scope)
{
    struct composer *composer = writer->composer;
    const struct tag *tag = item->tag;
    const char *given = tag_field_id(composer->tags, tag, scope);
    if (!given)
        return;
    const char *id = field_ids_take(composer->field_ids, given);
    check_length(composer, tag, id);
    struct run *run = ARENA_NEW(composer->arena, struct run);
    *run = (struct run){
        .kind = RUN_FIELD,
        .marks = item->marks,
        .face = writer->face,
        .text = tag->field->prompt,
        .field = id,
        .form = tag->field->form.kind == FIELD_TEXT ? NULL : &tag->field->form,
        .origin = origin_of(writer, tag->place, NULL),
    };
    paragraph_add_run(writer->paragraph, run);
}

static void write_tag(struct writer *writer, const struct item *item, struct scope scope)
{
    switch (item->tag->kind) {
    case TAG_MARKDOWN:
        write_markdown(writer, item, scope);
        break;
    case TAG_FIELD:
        write_field(writer, item, scope);
        break;
    default:
        write_value(writer, item, scope);
    }
}

static void write_items(struct writer *writer, const struct item *item, struct scope scope);

static void write_section(struct writer *writer, const struct item *item, struct scope scope)
{
    struct turns turns = section_turns(writer->composer, item->tag, scope);
    for (size_t i = 0; i < turns.count; i++)
        write_items(writer, item->children, turns.scope[i]);
}

static void write_items(struct writer *writer, const struct item *item, struct scope scope)
{
    for (; item; item = item->next) {
        switch (item->kind) {
        case ITEM_TEXT:
            add_text(writer, item->text, item->marks, origin_of(writer, item->place, NULL));
            break;
        case ITEM_BREAK:
            add_break(writer, origin_of(writer, item->place, NULL));
            break;
        case ITEM_TAG:
            write_tag(writer, item, scope);
            break;
        case ITEM_SECTION:
            write_section(writer, item, scope);
            break;
        }
    }
}

void run_items(struct composer *composer, const struct item *items, struct scope scope,
               struct block *paragraph, enum role face)
{
    struct writer writer = {composer, paragraph, face};
    write_items(&writer, items, scope);
}

/* Loops in loops multiply: beyond the limit none turns any more, so that the run ends. */
static bool may_turn(struct composer *composer, struct place place, size_t count)
{
    bool was_within = composer->turns <= LIMIT_TURNS->now;
    composer->turns += count;
    if (composer->turns <= LIMIT_TURNS->now)
        return true;
    if (was_within)
        finding_add_limit(composer->findings, RULE_TEMPLATE_TURNS, place, LIMIT_TURNS, NULL);
    return false;
}

struct turns node_turns(struct composer *composer, const struct xpath_value *nodes,
                        struct place place)
{
    if (!may_turn(composer, place, nodes->count))
        return (struct turns){NULL, 0};
    struct turns turns = {ARENA_ARRAY(composer->arena, struct scope, nodes->count), nodes->count};
    for (size_t i = 0; i < turns.count; i++)
        turns.scope[i] = (struct scope){nodes->nodes[i], (long)i + 1, (long)turns.count};
    return turns;
}

/* The scope itself once, if the condition holds. */
static struct turns condition_turns(struct composer *composer, bool holds, struct scope scope,
                                    struct place place)
{
    if (!holds || !may_turn(composer, place, 1))
        return (struct turns){NULL, 0};
    struct turns turns = {ARENA_NEW(composer->arena, struct scope), 1};
    *turns.scope = scope;
    return turns;
}

/* A set of nodes gives a turn for each; everything else is a condition. */
struct turns section_turns(struct composer *composer, const struct tag *tag, struct scope scope)
{
    struct xpath_value value;
    if (!tag_run(composer->tags, tag->xpath, tag->expression, tag->place, scope, &value))
        return (struct turns){NULL, 0};
    if (tag->kind == TAG_SECTION && value.kind == VALUE_NODES)
        return node_turns(composer, &value, tag->place);
    bool holds = xpath_boolean(&value) == (tag->kind == TAG_SECTION);
    return condition_turns(composer, holds, scope, tag->place);
}
