/* What may stand in a table whose rows come from a file. */
#include "base/text.h"
#include "compose/supply.h"

static void refuse(struct findings *findings, struct place place, const char *english,
                   const char *chinese)
{
    REPORT(findings, RULE_ROWS_CELL, place, english, chinese);
}

static const char *const not_plain[][LANGUAGE_COUNT] = {
    [PIECE_TITLE] = {"a title", "标题"},
    [PIECE_HEADING] = {"a heading", "标题"},
    [PIECE_LIST] = {"a numbered list", "编号的列表"},
    [PIECE_MARKDOWN] = {"Markdown of the data", "数据里的 Markdown"},
    [PIECE_PARTIAL] = {"another template", "别的模板"},
    [PIECE_TABLE] = {"another table", "另一张表格"},
    [PIECE_CHART] = {"a chart", "图表"},
};

static void check_items(struct findings *findings, const struct item *items)
{
    for (const struct item *item = items; item; item = item->next) {
        if (item->kind == ITEM_TAG && item->tag->kind == TAG_FIELD)
            refuse(findings, item->tag->place, "a form field", "填写处");
        check_items(findings, item->children);
    }
}

static void check_pieces(struct findings *findings, const struct piece *pieces)
{
    for (const struct piece *piece = pieces; piece; piece = piece->next) {
        bool holds = piece->kind == PIECE_SECTION || piece->kind == PIECE_ROLE;
        if (piece->kind == PIECE_PARAGRAPH)
            check_items(findings, piece->items);
        else if (!holds)
            refuse(findings, piece->place, not_plain[piece->kind][LANGUAGE_ENGLISH],
                   not_plain[piece->kind][LANGUAGE_CHINESE]);
        check_pieces(findings, piece->children);
    }
}

void supply_check(struct findings *findings, const struct table_plan *plan)
{
    if (!plan->has_header)
        finding_add(findings, RULE_ROWS_HEADER, plan->place, (const char *const[]){NULL});
    if (!plan->borders)
        refuse(findings, plan->place, "border=\"none\"", " border=\"none\"");
    for (const struct column *column = plan->columns; column; column = column->next)
        check_pieces(findings, column->cell);
}

/* names */

/* All that the expressions of a table may name. */
struct naming {
    struct composer *composer;
    struct vocabulary vocabulary;
    bool known;
};

static void check_expression(struct naming *naming, const char *expression, struct place place)
{
    naming->known &=
        tag_names_known(naming->composer->tags, expression, place, &naming->vocabulary);
}

static void check_item_names(struct naming *naming, const struct item *items)
{
    for (const struct item *item = items; item; item = item->next) {
        if (item->tag && item->tag->xpath)
            check_expression(naming, item->tag->expression, item->tag->place);
        check_item_names(naming, item->children);
    }
}

static void check_piece_names(struct naming *naming, const struct piece *pieces)
{
    for (const struct piece *piece = pieces; piece; piece = piece->next) {
        if (piece->tag && piece->tag->xpath)
            check_expression(naming, piece->tag->expression, piece->tag->place);
        check_item_names(naming, piece->items);
        check_piece_names(naming, piece->children);
    }
}

static struct names all_names(struct arena *arena, const struct list_file *list, struct names known)
{
    struct names all = {ARENA_ARRAY(arena, const char *, list->columns + known.count), 0};
    for (size_t i = 0; i < list->columns; i++)
        all.name[all.count++] = list->name[i];
    for (size_t i = 0; i < known.count; i++)
        all.name[all.count++] = known.name[i];
    return all;
}

static const char *columns_of(struct arena *arena, const struct list_file *list)
{
    struct buffer out = buffer_on(arena);
    for (size_t i = 0; i < list->columns; i++)
        buffer_join(&out, ", ", list->name[i]);
    return buffer_text(&out);
}

bool supply_names_known(struct composer *composer, const struct table_plan *plan,
                        const struct list_file *list)
{
    struct arena *arena = composer->arena;
    const char *columns = columns_of(arena, list), *path = list->path;
    const char *const kind[] = {arena_printf(arena, "a row of %s", path),
                                arena_printf(arena, "%s 的行", path)};
    const char *const where[] = {arena_printf(arena, "its columns are %s", columns),
                                 arena_printf(arena, "它的列有 %s", columns)};
    struct naming naming = {composer, composer->vocabulary, true};
    naming.vocabulary.kind = kind;
    naming.vocabulary.where = where;
    naming.vocabulary.elements = all_names(arena, list, naming.vocabulary.elements);
    for (const struct column *column = plan->columns; column; column = column->next) {
        if (column->node)
            check_expression(&naming, column->node_source, column->node_place);
        check_piece_names(&naming, column->cell);
    }
    return naming.known;
}
